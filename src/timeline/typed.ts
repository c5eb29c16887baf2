/** The window as two typed dates, and back. Both are inclusive at the precision given. */
import { parseEdtf, printDate, printTimestamp } from '../model/edtf';
import { fromLocal, startOfDay, toLocal, type LocalTime } from '../model/zone';
import type { Range } from './types';

export interface TypedBounds {
  readonly from: string;
  readonly to: string;
}

/** What a reader typed that can't be a window, and in which field. */
export class TypedError extends Error {
  readonly field: 'from' | 'to';
  constructor(field: 'from' | 'to', message: string) {
    super(message);
    this.field = field;
  }
}

/** Dates where the bounds are local midnights, times of day on the zone's clock where not. */
export function printBounds([start, end]: Range, zone: string): TypedBounds {
  return {
    from: isMidnight(start, zone) ? printDate(start, zone) : minute(start, zone),
    to: isMidnight(end, zone) ? printDate(end - 1, zone) : lastMinute(end, zone),
  };
}

/**
 * The window between two EDTF dates or timestamps, cut to the span. Throws a `TypedError` for what
 * is no date, has no bound, ends before it starts, or lies outside the span (`spanWords`).
 */
export function readBounds(
  typed: TypedBounds,
  zone: string,
  span: Range,
  spanWords: string,
): Range {
  const start = bound('from', typed.from, zone);
  const end = bound('to', typed.to, zone);
  if (end <= start) throw new TypedError('to', `“${typed.to}” lies before “${typed.from}”.`);
  if (end <= span[0] || start >= span[1])
    throw new TypedError(end <= span[0] ? 'to' : 'from', `The timeline shows ${spanWords}.`);
  return [Math.max(start, span[0]), Math.min(end, span[1])];
}

function bound(field: 'from' | 'to', text: string, zone: string): number {
  let parsed;
  try {
    parsed = parseEdtf(text.trim(), zone);
  } catch (error) {
    throw new TypedError(field, error instanceof Error ? error.message : String(error));
  }
  const open = field === 'from' ? parsed.startOpen : parsed.endOpen;
  const unknown = field === 'from' ? parsed.startUnknown : parsed.endUnknown;
  if (open || unknown)
    throw new TypedError(field, `“${text}” has no bound on this side: a date was expected.`);
  return field === 'from' ? parsed.start : parsed.end;
}

function minute(ms: number, zone: string): string {
  const local = toLocal(ms, zone);
  const whole = local.second === 0 && local.millisecond === 0;
  return whole && atMinute(local, zone) === ms
    ? `${printDate(ms, zone)}T${two(local.hour)}:${two(local.minute)}`
    : printTimestamp(ms);
}

function lastMinute(end: number, zone: string): string {
  const text = minute(end - 60_000, zone);
  return text.endsWith('Z') ? printTimestamp(end - 1) : text;
}

/** Where the clocks go back, the second of two equal times needs its offset written. */
function atMinute({ year, month, day, hour, minute }: LocalTime, zone: string): number {
  return fromLocal(year, month, day, hour, minute, 0, 0, zone);
}

function isMidnight(ms: number, zone: string): boolean {
  return startOfDay(ms, zone) === ms;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
