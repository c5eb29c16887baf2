/**
 * Calendar steps in a time zone: minutes, days, months and years as the zone's clocks count them.
 *
 * D3's UTC intervals do the arithmetic on *local* times: milliseconds that read in UTC as the clock
 * does in the zone. Times in and out of this module are real milliseconds.
 */
import {
  utcDay,
  utcHour,
  utcMinute,
  utcMonday,
  utcMonth,
  utcYear,
  type CountableTimeInterval,
  type TimeInterval,
} from 'd3-time';
import { dayLength, lastInstant } from '../model/time/calendar';
import { addDays, addMonths, fromLocal, offsetAt } from '../model/time/zone';
import type { Range } from '../model/time/calendar';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

export interface Step {
  readonly unit: Unit;
  readonly count: number;
  /** Milliseconds, about: months and years vary. */
  readonly length: number;
}

const lengths: Record<Unit, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: dayLength,
  week: 604_800_000,
  month: 2_629_746_000,
  year: 31_556_952_000,
};

export function step(unit: Unit, count = 1): Step {
  return { unit, count, length: lengths[unit] * count };
}

/** What an arrow key moves by, finest first; one of them is about a twentieth of any focus. */
const keySteps: readonly Step[] = [
  step('minute'),
  step('minute', 5),
  step('minute', 15),
  step('hour'),
  step('hour', 3),
  step('day'),
  step('week'),
  step('month'),
  step('month', 3),
  step('year'),
  step('year', 10),
  step('year', 100),
  step('year', 1000),
];

/** What the pointer snaps to: weeks and quarters would be a surprise under a finger. */
const pointerSteps = keySteps.filter(
  (each) => each.unit !== 'week' && !(each.unit === 'month' && each.count > 1) && each.count !== 3,
);

/** The arrow key's step for a focus: the one nearest to a twentieth of it. */
export function keyStep(focus: Range): Step {
  const target = Math.log((focus[1] - focus[0]) / 20);
  return keySteps.reduce((best, each) =>
    Math.abs(Math.log(each.length) - target) < Math.abs(Math.log(best.length) - target)
      ? each
      : best,
  );
}

/** The next finer key step, for Shift with an arrow. */
export function finer(coarse: Step): Step {
  const at = keySteps.findIndex((each) => each.length === coarse.length);
  return keySteps[Math.max(0, at - 1)] ?? coarse;
}

/** The finest pointer step that is at least `least` pixels wide where `focus` takes `width`. */
export function pointerStep(focus: Range, width: number, least = 8): Step {
  const perPixel = (focus[1] - focus[0]) / Math.max(1, width);
  return pointerSteps.find((each) => each.length >= perPixel * least) ?? pointerSteps.at(-1)!;
}

/** The longest step fits between this and the last instant of a `Date`. Nearer to it D3's intervals
 * would step out of what a `Date` holds, and some of them never end then. */
const farthest = lastInstant - 2 * 5000 * lengths.year;

/** Milliseconds that read in UTC as the zone's clock does at `ms`; within what every step can be
 * counted from, which is far wider than what is drawn. */
export function toClock(ms: number, zone: string): number {
  return Math.max(-farthest, Math.min(farthest, ms + offsetAt(ms, zone)));
}

/** The first moment the zone's clock shows `local`; where the clocks skip it, as far after. */
export function fromClock(local: number, zone: string): number {
  return fromLocal(1970, 1, 1, 0, 0, 0, local, zone);
}

/** The last boundary of `by` at or before `ms`. */
export function floor(ms: number, by: Step, zone: string): number {
  const local = toClock(ms, zone);
  const down = interval(by).floor(new Date(local)).getTime();
  return isClock(by) ? ms - (local - down) : fromClock(down, zone);
}

/** The first boundary of `by` at or after `ms`. */
export function ceil(ms: number, by: Step, zone: string): number {
  const down = floor(ms, by, zone);
  return down === ms ? ms : next(down, by, zone);
}

/** The boundary of `by` nearest to `ms`. */
export function nearest(ms: number, by: Step, zone: string): number {
  const down = floor(ms, by, zone);
  const up = next(down, by, zone);
  return ms - down < up - ms ? down : up;
}

/** `ms` moved by `times` steps, keeping its clock time for days and longer, and its day of the
 * month where the month has it. */
export function offset(ms: number, by: Step, times: number, zone: string): number {
  const amount = by.count * times;
  if (by.unit === 'day') return addDays(ms, amount, zone);
  if (by.unit === 'week') return addDays(ms, amount * 7, zone);
  if (by.unit === 'month') return addMonths(ms, amount, zone);
  if (by.unit === 'year') return addMonths(ms, amount * 12, zone);
  return ms + times * by.length;
}

/** The next boundary in the direction of `times`, and on from there. */
export function moveOnGrid(ms: number, by: Step, times: number, zone: string): number {
  const down = floor(ms, by, zone);
  if (down === ms) return offset(ms, by, times, zone);
  return offset(down, by, times > 0 ? times : times + 1, zone);
}

/** Whether `ms` is a boundary of `by`. */
export function isOn(ms: number, by: Step, zone: string): boolean {
  return floor(ms, by, zone) === ms;
}

/** D3's interval for a step, to be used on clock times. */
export function interval(by: Step): TimeInterval {
  const base = intervals[by.unit];
  return (by.count > 1 && base.every(by.count)) || base;
}

const intervals: Record<Unit, CountableTimeInterval> = {
  minute: utcMinute,
  hour: utcHour,
  day: utcDay,
  week: utcMonday,
  month: utcMonth,
  year: utcYear,
};

/** Minutes and hours are moved by length, longer steps by the calendar. */
function isClock(by: Step): boolean {
  return by.unit === 'minute' || by.unit === 'hour';
}

function next(boundary: number, by: Step, zone: string): number {
  return isClock(by) ? boundary + by.length : offset(boundary, by, 1, zone);
}
