import { describe, expect, it } from 'vitest';
import { ticksFor, type TickStyle, type Ticks } from '../../../src/timeline/scale/ticks';
import { timeScale } from '../../../src/timeline/scale/scale';
import type { Range } from '../../../src/model/time/calendar';

const utc = (text: string) => Date.parse(text + (text.length > 10 ? 'Z' : 'T00:00Z'));
const range = (from: string, to: string): Range => [utc(from), utc(to)];
const style: TickStyle = {
  width: 1180,
  zone: 'UTC',
  language: 'en',
  short: false,
  measure: (text) => text.length * 6.5,
};
const texts = ({ labels }: Ticks) =>
  labels.map((label) => label.parts.map((part) => part.text).join(''));
const decemberWeek = range('2025-12-13', '2025-12-22');

describe('ticks', () => {
  it('name the days of a week, the number strong, in the middle of the day', () => {
    const ticks = ticksFor(decemberWeek, style);
    expect(texts(ticks).slice(0, 3)).toEqual(['Sat 13', 'Sun 14', 'Mon 15']);
    expect(ticks.labels[0]!.parts.find((part) => part.strong)?.text).toBe('13');
    expect(ticks.lines).toHaveLength(10);
    const { x, size } = ticks.labels[1]!;
    expect(x + size / 2).toBeCloseTo((ticks.lines[1]! + ticks.lines[2]!) / 2);
  });

  it('are shorter on a phone, every other day where they must', () => {
    expect(texts(ticksFor(decemberWeek, { ...style, width: 350, short: true }))).toEqual(
      [13, 14, 15, 16, 17, 18, 19, 20, 21].map(String),
    );
    const narrow = texts(ticksFor(decemberWeek, { ...style, width: 200, short: true }));
    const days = narrow.map(Number);
    expect(days.length).toBeGreaterThan(2);
    for (const [index, day] of days.slice(1).entries()) expect(day - days[index]!).toBe(2);
  });

  it('lie on the midnights of the zone, not of UTC', () => {
    for (const zone of ['America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati']) {
      const { lines } = ticksFor(decemberWeek, { ...style, zone });
      const hours = { 'America/New_York': 5, 'Asia/Tokyo': 15, 'Pacific/Kiritimati': 10 }[zone]!;
      const first = decemberWeek[0] + hours * 3_600_000;
      expect(lines[0]).toBeCloseTo(timeScale(decemberWeek, style.width)(first));
    }
  });

  it('follow the clocks over their change', () => {
    const spring = range('2025-03-08T05:00', '2025-03-11T04:00');
    const { lines } = ticksFor(spring, { ...style, width: 400, zone: 'America/New_York' });
    const gaps = lines.slice(1).map((x, index) => Math.round((x - lines[index]!) / (400 / 71)));
    expect(gaps).toEqual([24, 23, 24]);
  });

  it('say the month at its first day, the year where it begins', () => {
    expect(texts(ticksFor(range('2025-12-28', '2026-01-04'), style))).toContain('1 Jan');
    const years = texts(ticksFor(range('2022-02-01', '2026-01-01'), style));
    expect(years[0]).toMatch(/2022$/);
    expect(years).toContain('Jan 2024');
    expect(years).toContain('Jul');
  });

  it('show hours inside a day and centuries over an age', () => {
    expect(texts(ticksFor(range('2025-12-17T18:00', '2025-12-18T06:00'), style))).toContain(
      '21:00',
    );
    expect(texts(ticksFor(range('1000-01-01', '2000-01-01'), style))).toContain('1500');
  });

  it('write in the language of the story', () => {
    expect(texts(ticksFor(decemberWeek, { ...style, language: 'de' }))[0]).toMatch(/Sa.*13/);
  });

  it('never overlap nor leave the track, at any scale and width', () => {
    const middle = utc('2025-12-17T13:37');
    for (let length = 900_000; length < 3e14; length *= 1.7)
      for (const width of [284, 350, 640, 1180]) {
        const focus: Range = [middle - length / 2, middle + length / 2];
        const { labels, lines } = ticksFor(focus, { ...style, width, short: width < 480 });
        let end = -1;
        for (const label of labels) {
          expect(label.x).toBeGreaterThan(end);
          end = label.x + label.size;
          expect(end).toBeLessThanOrEqual(width);
        }
        expect(lines.length).toBeLessThan(width / 12);
      }
  });
});
