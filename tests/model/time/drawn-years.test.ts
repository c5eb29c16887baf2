import { describe, expect, test } from 'vitest';
import { drawnRange, clampColumns, clampWindow } from '../../../src/model/time/drawn-years';
import { toLocal } from '../../../src/model/time/zone';
import { reading, feature, single } from '../stories';

const never = 8.64e15;
const utc = drawnRange('UTC');

describe('a date beyond the years that are drawn', () => {
  test.each([
    ['Y-17000002', [utc.before, utc.from], 'lies before'],
    ['Y17E7', [utc.to, utc.after], 'lies after'],
    ['Y10000', [utc.to, utc.after], 'lies after'],
    ['2025-12-16/Y17E7', [Date.UTC(2025, 11, 16), utc.after], 'reaches beyond'],
    ['Y-17E7/2025', [utc.before, Date.UTC(2026, 0)], 'reaches beyond'],
    ['Y-17E7/..', [utc.before, never], 'reaches beyond'],
    ['../Y-17E7', [-never, utc.from], 'lies before'],
  ])('%s is kept at the edge, with a warning', (when, bounds, how) => {
    const { event, told, problems } = single({ when }, { time: undefined });
    expect([event!.time.start, event!.time.end]).toEqual(bounds);
    expect([event!.when, event!.time.written]).toEqual([when, when]);
    expect(told).toEqual(['warning berlin properties.when date-not-drawn']);
    expect(problems[0]!.message).toContain(`"${when}", which ${how} the years`);
    expect(problems[0]!.message).toContain('-9999 to 9999');
  });

  test.each(['9999-12-31', '-9999-01-01', '9999', '-9999', '../..', '2004/', '-9999/9999'])(
    '%s is none',
    (when) => {
      for (const timeZone of ['UTC', 'America/New_York', 'Pacific/Apia']) {
        const { event, told } = single({ when }, { time: undefined }, { timeZone });
        expect(told).toEqual([]);
        expect(event!.time.written).toBeUndefined();
      }
    },
  );

  test('is seen by the zone, in time as in when', () => {
    const timestamp = '9999-12-31T23:30:00-12:00';
    const { event, told } = single({}, { time: { timestamp } });
    expect(told).toContain('warning berlin time date-not-drawn');
    expect(event!.time).toMatchObject({ start: utc.to, end: utc.after, written: timestamp });
  });

  test('makes no two events of different dates the same', () => {
    const features = ['Y-17000002', 'Y-18000002'].map((when, number) =>
      feature({ when }, { id: String(number), time: undefined }),
    );
    expect(reading(features).problems.map(({ code }) => code)).toEqual([
      'date-not-drawn',
      'date-not-drawn',
    ]);
  });
});

describe('what is drawn', () => {
  test('is from local midnight to local midnight, a day apart from its edges', () => {
    for (const zone of ['UTC', 'Europe/Kyiv', 'Asia/Kathmandu']) {
      const range = drawnRange(zone);
      const shown = Object.values(range).map((ms) => toLocal(ms, zone));
      expect(shown.map(({ year, month, day }) => [year, month, day])).toEqual([
        [-10000, 12, 31],
        [-9999, 1, 1],
        [10000, 1, 1],
        [10000, 1, 2],
      ]);
      expect(shown.every(({ hour, minute }) => hour === 0 && minute === 0)).toBe(true);
    }
  });

  test('holds windows, and nothing that is none', () => {
    expect(clampWindow([-never, never], 'UTC')).toEqual([utc.before, utc.after]);
    expect(clampWindow([0, 5], 'UTC')).toEqual([0, 5]);
    expect(clampWindow([utc.after + 1, Infinity], 'UTC')).toEqual([utc.to, utc.after]);
    for (const none of [
      [5, 5],
      [6, 5],
      [NaN, 5],
      [0, NaN],
    ] as const)
      expect(clampWindow(none, 'UTC')).toBeNull();
  });

  test('holds columns, and gives sound ones back as they are', () => {
    const sound = {
      start: Float64Array.of(0, -never),
      end: Float64Array.of(1, never),
    };
    expect(clampColumns(sound, 'UTC')).toBe(sound);
    const wild = { start: Float64Array.of(-8e15, 8e15), end: Float64Array.of(5, 8.1e15) };
    expect(clampColumns(wild, 'UTC')).toEqual({
      start: Float64Array.of(utc.before, utc.to),
      end: Float64Array.of(5, utc.after),
    });
  });
});

describe('a time that the clocks', () => {
  const at = (text: string) => Date.parse(text);
  test.each([
    ['skip', '2025-03-30T02:30', 'Europe/Berlin', 'skipped-time', '2025-03-30T00:30Z', '2025-03-30T01:31Z'],
    ['skip', '2025-10-05T02:15', 'Australia/Lord_Howe', 'skipped-time', '2025-10-04T15:15Z', '2025-10-04T15:46Z'],
    ['skip', '2011-12-30T12:00', 'Pacific/Apia', 'skipped-time', '2011-12-29T22:00Z', '2011-12-30T22:01Z'],
    ['skip as a day', '2011-12-30', 'Pacific/Apia', 'skipped-time', '2011-12-29T10:00Z', '2011-12-31T10:00Z'],
    ['show twice', '2025-10-26T02:30', 'Europe/Berlin', 'ambiguous-time', '2025-10-26T00:30Z', '2025-10-26T01:31Z'],
    ['show twice', '2025-11-02T01:30:15', 'America/New_York', 'ambiguous-time', '2025-11-02T05:30:15Z', '2025-11-02T06:30:16Z'],
  ])('%s spans both readings and is named: %s in %s', (_, when, timeZone, code, start, end) => {
    const { event, told, problems } = single({ when }, { time: undefined }, { timeZone });
    expect(told).toEqual([`warning berlin properties.when ${code}`]);
    const { time } = event!;
    expect([time.start, time.end]).toEqual([at(start), at(end)]);
    expect([time.startSoft, time.endSoft]).toEqual([true, true]);
    expect(problems[0]!.message).toContain(`in ${timeZone}, where the clocks go from`);
  }); // prettier-ignore

  test('name the change and both readings', () => {
    const of = (when: string) =>
      single({ when }, { time: undefined }, { timeZone: 'Europe/Berlin' }).problems[0]!.message;
    expect(of('2025-03-30T02:30')).toBe(
      'properties.when is "2025-03-30T02:30": 2025-03-30T02:30 does not occur in Europe/Berlin, where the clocks go from 02:00 to 03:00 on 2025-03-30; it can mean 2025-03-30T00:30Z or 2025-03-30T01:30Z, and the event covers both.',
    );
    expect(of('2025-10-26T02:30')).toBe(
      'properties.when is "2025-10-26T02:30": 2025-10-26T02:30 occurs twice in Europe/Berlin, where the clocks go from 03:00 to 02:00 on 2025-10-26; it can mean 2025-10-26T00:30Z or 2025-10-26T01:30Z, and the event covers both.',
    );
  });

  test('are not those of a time with an offset, or of another zone', () => {
    for (const [when, timeZone] of [
      ['2025-10-26T02:30+01:00', 'Europe/Berlin'],
      ['2025-10-26T02:30', 'Asia/Kathmandu'],
      ['2025-10-26T04:30', 'Europe/Berlin'],
    ])
      expect(single({ when }, { time: undefined }, { timeZone }).told).toEqual([]);
  });

  test('is named in time too', () => {
    const time = { interval: ['2025-03-30T02:30:00', '2025-03-30T05:00:00'] };
    const { event, told } = single({}, { time }, { timeZone: 'Europe/Berlin' });
    expect(told).toContain('warning berlin time.interval[0] skipped-time');
    expect(event!.time.start).toBe(at('2025-03-30T00:30Z'));
  });
});
