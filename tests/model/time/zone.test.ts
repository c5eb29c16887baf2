import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayNumber, daysInMonth } from '../../../src/model/time/calendar';
import {
  addDays,
  addMonths,
  addYears,
  fromLocal,
  isZone,
  offsetAt,
  startOfDay,
  startOfMonth,
  startOfYear,
  toLocal,
} from '../../../src/model/time/zone';

const HOUR = 3_600_000;
const utc = (text: string): number => Date.parse(text);
const zones = [
  'UTC',
  'America/New_York',
  'Asia/Tokyo',
  'Pacific/Kiritimati',
  'Europe/Kyiv',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];

describe('calendar', () => {
  test('days agree with Date, also before year 100 and before year 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_000_000, max: 99_000_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        const { year, month, day } = dateOfDay(number);
        expect([year, month, day]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(dayNumber(year, month, day)).toBe(number);
      }),
    );
  });

  test('months carry and have their lengths', () => {
    expect(dayNumber(2025, 14, 1)).toBe(dayNumber(2026, 2, 1));
    expect(dayNumber(2025, 0, 1)).toBe(dayNumber(2024, 12, 1));
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(daysInMonth(2025, 9)).toBe(30);
  });
});

describe('zones', () => {
  test('are known by name only', () => {
    expect(zones.every(isZone)).toBe(true);
    for (const wrong of ['', 'Mars/Olympus', '+02:00', 7, null, undefined, '__proto__']) {
      expect(isZone(wrong)).toBe(false);
    }
  });

  test('offsets, also where they are odd, changing or long past', () => {
    expect(offsetAt(utc('2025-12-17T12:00:00Z'), 'Pacific/Kiritimati')).toBe(14 * HOUR);
    expect(offsetAt(utc('2025-07-01T12:00:00Z'), 'Asia/Kathmandu')).toBe(5.75 * HOUR);
    expect(offsetAt(utc('2025-07-01T12:00:00Z'), 'America/New_York')).toBe(-4 * HOUR);
    expect(offsetAt(utc('2025-11-02T05:59:59.999Z'), 'America/New_York')).toBe(-4 * HOUR);
    expect(offsetAt(utc('2025-11-02T06:00:00Z'), 'America/New_York')).toBe(-5 * HOUR);
    expect(offsetAt(utc('1942-06-01T00:00:00.500Z'), 'Europe/London')).toBe(2 * HOUR);
    expect(Math.round(offsetAt(utc('1850-01-01T00:00:00Z'), 'Europe/Berlin') / 60_000)).toBe(53);
    expect(Math.round(offsetAt(utc('-000500-01-01T00:00:00Z'), 'Europe/Berlin') / 60_000)).toBe(53);
    expect(Number.isFinite(offsetAt(9e15, 'Asia/Tokyo'))).toBe(true);
  });

  test('local times, years below 100 and below 0 included', () => {
    expect(fromLocal(2025, 12, 17, 12, 30, 0, 5, 'Asia/Tokyo')).toBe(
      utc('2025-12-17T03:30:00.005Z'),
    );
    expect(fromLocal(50, 1, 1, 0, 0, 0, 0, 'UTC')).toBe(utc('0050-01-01T00:00:00Z'));
    expect(toLocal(fromLocal(-44, 3, 15, 9, 0, 0, 0, 'Asia/Tokyo'), 'Asia/Tokyo')).toEqual({
      year: -44,
      month: 3,
      day: 15,
      hour: 9,
      minute: 0,
      second: 0,
      millisecond: 0,
    });
  });

  test('a skipped time is taken later, a repeated one earlier', () => {
    expect(fromLocal(2025, 3, 9, 2, 30, 0, 0, 'America/New_York')).toBe(
      utc('2025-03-09T07:30:00Z'), // 03:30 by the clock
    );
    expect(fromLocal(2025, 11, 2, 1, 30, 0, 0, 'America/New_York')).toBe(
      utc('2025-11-02T05:30:00Z'), // 01:30 for the first time
    );
  });

  test('days begin where they begin, whatever the clocks do', () => {
    // Clocks in São Paulo skipped the midnight of 4 November 2018.
    expect(startOfDay(utc('2018-11-04T12:00:00Z'), 'America/Sao_Paulo')).toBe(
      utc('2018-11-04T03:00:00Z'),
    );
    expect(startOfDay(utc('2025-12-17T09:59:59Z'), 'Pacific/Kiritimati')).toBe(
      utc('2025-12-16T10:00:00Z'),
    );
    // Samoa had no 30 December 2011.
    const noon = fromLocal(2011, 12, 29, 12, 0, 0, 0, 'Pacific/Apia');
    expect(toLocal(addDays(noon, 2, 'Pacific/Apia'), 'Pacific/Apia')).toMatchObject({ day: 31 });
  });

  test('calendar arithmetic keeps the clock', () => {
    const start = fromLocal(2025, 3, 8, 12, 0, 0, 0, 'America/New_York');
    expect(addDays(start, 1, 'America/New_York') - start).toBe(23 * HOUR);
    expect(addMonths(utc('2024-01-31T08:00:00Z'), 1, 'UTC')).toBe(utc('2024-02-29T08:00:00Z'));
    expect(addMonths(utc('2024-01-31T08:00:00Z'), -2, 'UTC')).toBe(utc('2023-11-30T08:00:00Z'));
    expect(addYears(utc('2024-02-29T08:00:00Z'), 1, 'UTC')).toBe(utc('2025-02-28T08:00:00Z'));
    const moment = utc('2025-12-31T23:30:00Z');
    expect(startOfMonth(moment, 'Asia/Tokyo')).toBe(utc('2025-12-31T15:00:00Z'));
    expect(startOfYear(moment, 'America/New_York')).toBe(utc('2025-01-01T05:00:00Z'));
  });

  test('what the clock shows leads back to the instant, but for the hour that repeats', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6e12, max: 6e12 }), fc.constantFrom(...zones), (ms, zone) => {
        const { year, month, day, hour, minute, second, millisecond } = toLocal(ms, zone);
        const back = fromLocal(year, month, day, hour, minute, second, millisecond, zone);
        expect([0, HOUR / 2, HOUR]).toContain(ms - back);
        if (back !== ms) expect(toLocal(back, zone)).toEqual(toLocal(ms, zone));
      }),
    );
  });
});
