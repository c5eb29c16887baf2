/** Spans of time as formats write them. */
import { lastInstant } from '../../model/time/calendar';
import { drawnRange } from '../../model/time/drawn-years';
import { printDate, printTimestamp } from '../../model/edtf';
import { unitOf, type ClockUnit } from '../../model/edtf/print';
import type { Event, TimePrecision, TimeSpan } from '../../model/event';
import { startOfDay } from '../../model/time/zone';

/** The first and last day, both inclusive, where the span is made of whole days in the zone and of
 * years with four digits; `undefined` for a side that is open or unknown. */
export interface Days {
  readonly first?: string;
  readonly last?: string;
}

/** Nothing where the span begins or ends within a day. */
export function daysOf({ start, end }: TimeSpan, zone: string): Days | undefined {
  const [starts, ends] = [start > -lastInstant, end < lastInstant];
  if (starts && startOfDay(start, zone) !== start) return undefined;
  if (ends && startOfDay(end, zone) !== end) return undefined;
  const first = starts ? printDate(start, zone) : undefined;
  const last = ends ? printDate(end - 1, zone) : undefined;
  return [first, last].every((day) => day === undefined || isPlain(day))
    ? { first, last }
    : undefined;
}

/** `time` of JSON-FG 1.0; nothing for what it can't say, years of more than four digits. */
export function jsonFgTime(span: TimeSpan, zone: string): object | undefined {
  const { start, end, written } = span;
  if (written !== undefined) return undefined;
  const days = daysOf(span, zone);
  if (days) {
    const { first = '..', last = '..' } = days;
    if (first === last) return first === '..' ? { interval: ['..', '..'] } : { date: first };
    return { interval: [first, last] };
  }
  const from = start > -lastInstant ? utc(start) : '..';
  const to = end < lastInstant ? utc(lastWithin(start, end)) : '..';
  if (from === undefined || to === undefined) return undefined;
  return from === to ? { timestamp: from } : { interval: [from, to] };
}

/** One end of a span as calendars write it: a day, or an instant, which lasts as long as its unit. */
export type CalendarBound =
  { readonly day: string } | { readonly instant: number; readonly unit: ClockUnit };

export interface CalendarBounds {
  /** Nothing where the start is open, or can't be written in years of four digits. */
  readonly first?: CalendarBound;
  /** The last day or instant that is within; nothing as for `first`. */
  readonly last?: CalendarBound;
  /** A bound is known and can't be written. */
  readonly cut: boolean;
}

/** The ends of a span as its author has them: a meeting until 11:00 ends at 11:00. */
export function calendarBounds(time: TimeSpan, zone: string): CalendarBounds {
  const { start, end } = ownBounds(time, zone);
  const isDay = (at: number, precision: TimePrecision) =>
    !clockPattern.test(precision) && startOfDay(at, zone) === at;
  const dayOf = (at: number) => plain({ day: printDate(at, zone) });
  const first = () => {
    if (isDay(start, time.startPrecision)) return dayOf(start);
    return plain({ instant: start, unit: unitOfPrecision(time.startPrecision, start) });
  };
  const last = () => {
    if (isDay(end, time.endPrecision)) return dayOf(end - 1);
    const unit = unitOfPrecision(time.endPrecision, end);
    return plain({ instant: Math.max(start, end - unit), unit });
  };
  const found = {
    first: start > -lastInstant ? first() : undefined,
    last: end < lastInstant ? last() : undefined,
  };
  const isOpen = (at: number) => Math.abs(at) >= lastInstant;
  const cut = (!found.first && !isOpen(time.start)) || (!found.last && !isOpen(time.end));
  return { ...found, cut };
}

const clockPattern = /^(?:millisecond|second|minute|hour)$/;

function unitOfPrecision(precision: TimePrecision, at: number): ClockUnit {
  if (precision === 'millisecond') return 1;
  if (precision === 'second') return 1000;
  return unitOf(at);
}

/** Nothing in years of more than four digits, or before 0. */
function plain(bound: CalendarBound): CalendarBound | undefined {
  const sound = 'day' in bound ? isPlain(bound.day) : isPlain(printTimestamp(bound.instant));
  return sound ? bound : undefined;
}

const precisions = { 1: 'millisecond', 1000: 'second', 60_000: 'minute' } as const;

/** Whether a date says more or less than its bounds do: a month, "about", a day of which the bounds
 * are times. */
export function isCoarse(time: TimeSpan, { first, last }: CalendarBounds): boolean {
  const differs = (bound: CalendarBound | undefined, precision: TimePrecision) =>
    bound !== undefined &&
    ('day' in bound ? precision !== 'day' : precisions[bound.unit] !== precision);
  return (
    time.startSoft ||
    time.endSoft ||
    differs(first, time.startPrecision) ||
    differs(last, time.endPrecision)
  );
}

/** The bounds, without one that lies beyond what a timeline draws: it stands for no date of its
 * own, so it is ±8.64e15 as an open one. */
export function ownBounds(
  { start, end, written }: TimeSpan,
  zone: string,
): { start: number; end: number } {
  if (written === undefined) return { start, end };
  const { from, to } = drawnRange(zone);
  return {
    start: start < from || start >= to ? -lastInstant : start,
    end: end > to || end <= from ? lastInstant : end,
  };
}

/** The last second of a span, or the last millisecond where it ends within a second: both ends of an
 * interval count as within, and a timestamp lasts as long as its last digit. */
export function lastWithin(start: number, end: number): number {
  return Math.max(start, end - (end % 1000 === 0 ? 1000 : 1));
}

/** EDTF as the author wrote it, else one with the same bounds. */
export function spanEdtf({ when, time }: Pick<Event, 'when' | 'time'>, zone: string): string {
  if (when !== undefined) return when;
  const days = daysOf(time, zone);
  if (days) {
    const { first = '..', last = '..' } = days;
    return first === last ? first : `${first}/${last}`;
  }
  // A date lasts as long as its last unit, so the end is printed to that.
  const unit = unitOf(time.end);
  const from = time.start > -lastInstant ? printTimestamp(time.start) : '..';
  const to = time.end < lastInstant ? printTimestamp(time.end - unit, unit) : '..';
  return time.end - time.start === unit ? to : `${from}/${to}`;
}

/** `2025-12-17T10:30:00Z`; nothing beyond years of four digits. */
export function utc(ms: number): string | undefined {
  if (!(Math.abs(ms) <= lastInstant)) return undefined;
  const text = new Date(ms).toISOString();
  return text.length > 24 ? undefined : text.replace('.000Z', 'Z');
}

function isPlain(day: string): boolean {
  return /^\d{4}-/.test(day);
}
