/** Spans of time as formats write them. */
import { lastInstant } from '../../model/time/calendar';
import { drawnRange } from '../../model/time/drawn-years';
import { printDate, printTimestamp } from '../../model/edtf';
import { unitOf } from '../../model/edtf/print';
import type { Event, TimeSpan } from '../../model/event';
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
