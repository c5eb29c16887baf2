import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ceil,
  finer,
  floor,
  isOn,
  keyStep,
  moveOnGrid,
  nearest,
  offset,
  pointerStep,
  step,
} from '../../src/view/steps';

const hour = 3_600_000;
const day = 24 * hour;
const utc = (text: string) => Date.parse(text + (text.length > 10 ? 'Z' : 'T00:00Z'));
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

describe('steps', () => {
  it('takes about a twentieth of the focus for keys', () => {
    const of = (length: number) => {
      const { unit, count } = keyStep([0, length]);
      return `${count} ${unit}`;
    };
    expect(of(9 * day)).toBe('1 day');
    expect(of(day)).toBe('1 hour');
    expect(of(2 * hour)).toBe('5 minute');
    expect(of(120 * day)).toBe('1 week');
    expect(of(4 * 365 * day)).toBe('3 month');
    expect(of(2000 * 365 * day)).toBe('100 year');
    for (const length of [hour, day, 9 * day, 60 * day, 400 * day, 4000 * day]) {
      const share = keyStep([0, length]).length / length;
      expect(share).toBeGreaterThan(1 / 50);
      expect(share).toBeLessThan(1 / 7);
    }
  });

  it('gives Shift the next finer step, and the finest itself', () => {
    expect(finer(step('day'))).toMatchObject({ unit: 'hour', count: 3 });
    expect(finer(step('minute'))).toMatchObject({ unit: 'minute', count: 1 });
  });

  it('snaps the pointer to what it can hit', () => {
    expect(pointerStep([0, 9 * day], 1180).unit).toBe('day');
    expect(pointerStep([0, 9 * day], 350).unit).toBe('day');
    expect(pointerStep([0, 2 * day], 1180).unit).toBe('hour');
    expect(pointerStep([0, 1400 * day], 1180).unit).toBe('month');
  });

  it('finds local midnights, also in a day of 23 hours', () => {
    const zone = 'America/New_York';
    const by = step('day');
    // The clocks went forward on 9 March 2025.
    expect(iso(floor(utc('2025-03-09T12:00'), by, zone))).toBe('2025-03-09T05:00');
    expect(iso(ceil(utc('2025-03-09T12:00'), by, zone))).toBe('2025-03-10T04:00');
    expect(iso(offset(utc('2025-03-09T05:00'), by, 1, zone))).toBe('2025-03-10T04:00');
    expect(iso(nearest(utc('2025-03-09T17:00'), by, zone))).toBe('2025-03-10T04:00');
  });

  it('starts a day whose midnight the clocks skip at its first moment', () => {
    const zone = 'America/Sao_Paulo';
    const start = floor(utc('2017-10-15T12:00'), step('day'), zone);
    expect(iso(start)).toBe('2017-10-15T03:00');
    expect(isOn(start, step('day'), zone)).toBe(true);
  });

  it('knows months, quarters, centuries and Mondays', () => {
    expect(iso(floor(utc('2025-12-17'), step('month'), 'UTC'))).toBe('2025-12-01T00:00');
    expect(iso(floor(utc('2025-12-17'), step('month', 3), 'UTC'))).toBe('2025-10-01T00:00');
    expect(iso(floor(utc('2025-12-17'), step('year', 100), 'UTC'))).toBe('2000-01-01T00:00');
    expect(iso(floor(utc('2025-12-17'), step('week'), 'UTC'))).toBe('2025-12-15T00:00');
    expect(iso(offset(utc('2025-01-31'), step('month'), 1, 'UTC'))).toBe('2025-02-28T00:00');
  });

  it('moves from between boundaries to the next one first', () => {
    const at = utc('2025-12-17T10:30');
    expect(iso(moveOnGrid(at, step('day'), 1, 'UTC'))).toBe('2025-12-18T00:00');
    expect(iso(moveOnGrid(at, step('day'), -1, 'UTC'))).toBe('2025-12-17T00:00');
    expect(iso(moveOnGrid(at, step('day'), 7, 'UTC'))).toBe('2025-12-24T00:00');
  });

  it('always floors to a boundary at or before, in any zone', () => {
    const zones = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati'];
    const units = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: utc('1900-01-01'), max: utc('2100-01-01') }),
        fc.constantFrom(...zones),
        fc.constantFrom(...units),
        (ms, zone, unit) => {
          const by = step(unit);
          const down = floor(ms, by, zone);
          expect(down).toBeLessThanOrEqual(ms);
          expect(floor(down, by, zone)).toBe(down);
          expect(ceil(ms, by, zone)).toBeGreaterThanOrEqual(ms);
          expect(ms - down).toBeLessThan(by.length * 1.1);
        },
      ),
      { seed: 7, numRuns: 400 },
    );
  });
});
