import { describe, expect, it } from 'vitest';
import { presetsFor, rangeWithEvents } from '../../../src/timeline/controls/presets';
import type { Range } from '../../../src/model/time/calendar';

const utc = (text: string) => Date.parse(text + (text.length > 10 ? 'Z' : 'T00:00Z'));
const range = (from: string, to: string): Range => [utc(from), utc(to)];
const iso = (window: Range) =>
  window.map((ms) => new Date(ms).toISOString().slice(0, 16).replace('T00:00', ''));
const span = range('2022-02-24', '2026-03-01');
const week = range('2025-12-14', '2025-12-21');
const chosen = (length: string, window: Range, within = span, zone = 'UTC') =>
  iso(presetsFor(window, within, zone).find((preset) => preset.length === length)!.range);

describe('presets', () => {
  it('press the one the window is', () => {
    const pressed = (window: Range) =>
      presetsFor(window, span, 'UTC')
        .filter((preset) => preset.pressed)
        .map((preset) => preset.length);
    expect(pressed(week)).toEqual(['week']);
    expect(pressed(range('2025-02-01', '2025-03-01'))).toEqual(['month']);
    expect(pressed(range('2024-01-01', '2025-01-01'))).toEqual(['year']);
    expect(pressed(span)).toEqual(['all']);
    expect(pressed(range('2025-12-14', '2025-12-17'))).toEqual([]);
  });

  it('offer only what is shorter than the story', () => {
    const lengths = presetsFor(week, range('2025-12-01', '2025-12-25'), 'UTC').map((p) => p.length);
    expect(lengths).toEqual(['day', 'week', 'all']);
  });

  it('take the first day of a longer window and the middle of a shorter one', () => {
    expect(chosen('day', week)).toEqual(['2025-12-14', '2025-12-15']);
    expect(chosen('week', range('2025-12-17', '2025-12-18'))).toEqual(['2025-12-14', '2025-12-21']);
    expect(chosen('month', week)).toEqual(['2025-12-01', '2026-01-01']);
    expect(chosen('year', week)).toEqual(['2025-01-01', '2026-01-01']);
  });

  it('stay within the span at full length', () => {
    const short = range('2022-02-24', '2025-12-21');
    expect(chosen('month', week, short)).toEqual(['2025-11-21', '2025-12-21']);
    expect(chosen('year', range('2022-02-24', '2022-02-25'), short)).toEqual([
      '2022-02-24',
      '2023-02-24',
    ]);
    const [preset] = presetsFor(week, short, 'UTC').filter(({ length }) => length === 'month');
    expect(presetsFor(preset!.range, short, 'UTC').find((p) => p.pressed)?.length).toBe('month');
  });

  it('mean the days of the zone', () => {
    const window = range('2025-12-14T15:00', '2025-12-21T15:00');
    expect(chosen('day', window, span, 'Asia/Tokyo')).toEqual([
      '2025-12-14T15:00',
      '2025-12-15T15:00',
    ]);
  });

  it('fit stories from minutes to centuries', () => {
    const lengths = (from: string, to: string) =>
      presetsFor(range(from, to), range(from, to), 'UTC').map(({ length }) => length);
    expect(lengths('1969-07-20T19:48', '1969-07-20T20:27')).toEqual([
      'minute',
      'minute5',
      'minute15',
      'all',
    ]);
    expect(lengths('2025-12-14', '2025-12-21')).toEqual(['hour', 'day', 'all']);
    expect(lengths('1914-07-28', '2026-02-06')).toEqual([
      'month',
      'year',
      'year10',
      'year100',
      'all',
    ]);
    const century = range('1914-07-28', '2026-02-06');
    expect(chosen('year10', range('1945-01-01', '1945-02-01'), century)).toEqual([
      '1940-01-01',
      '1950-01-01',
    ]);
    const minutes = range('1969-07-20T19:48', '1969-07-20T20:27');
    expect(chosen('minute15', minutes, minutes)).toEqual(['1969-07-20T19:48', '1969-07-20T20:03']);
  });

  it('go where events are', () => {
    const window = range('2024-01-01', '2025-12-21');
    const month = presetsFor(window, span, 'UTC').find(({ length }) => length === 'month')!;
    const moved = (nearest: string | null) =>
      iso(rangeWithEvents(month, span, 'UTC', () => (nearest === null ? null : utc(nearest))));
    expect(moved('2024-01-20')).toEqual(['2024-01-01', '2024-02-01']);
    expect(moved('2025-12-14')).toEqual(['2025-12-01', '2026-01-01']);
    expect(moved(null)).toEqual(['2024-01-01', '2024-02-01']);
  });
});
