/** The window as two typed dates, and back. Both are inclusive at the precision given. */
import { clampWindow } from '../../model/time/drawn-years';
import { parseEdtf, printDate } from '../../model/edtf';
import { printClockTime, printInstant } from '../../model/edtf/print';
import { offsetAt, readingsOf, startOfDay } from '../../model/time/zone';
import { t } from '../../words/tools';
import type { Range } from '../../model/time/calendar';

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
 * The window between two EDTF dates or timestamps, cut to the span. A time that the clocks skip or
 * show twice counts with its wider reading; what lies beyond the drawn years is window at their edge.
 * Throws a `TypedError` for what is no date, has no bound, ends before it starts, or lies outside the
 * span (`spanWords`).
 */
export function readBounds(
  typed: TypedBounds,
  zone: string,
  span: Range,
  spanWords: string,
): Range {
  const window = clampWindow([bound('from', typed.from, zone), bound('to', typed.to, zone)], zone);
  if (!window) throw new TypedError('to', t('timeline.endBeforeStart', typed));
  const [start, end] = window;
  if (end <= span[0] || start >= span[1])
    throw new TypedError(
      end <= span[0] ? 'to' : 'from',
      t('timeline.outsideSpan', { span: spanWords }),
    );
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
  if (open || unknown) throw new TypedError(field, t('timeline.openBound', { text }));
  return field === 'from' ? parsed.start : parsed.end;
}

function minute(ms: number, zone: string): string {
  const text = printClockTime(ms, zone);
  // Seconds are written in UTC, and so is a minute that the zone's clocks show twice.
  const once = readingsOf(ms + offsetAt(ms, zone), zone).kind === 'once';
  return text.length <= minuteLength && once ? text : printInstant(ms, zone);
}

/** Of `-2025-12-17T10:30`. */
const minuteLength = 17;

function lastMinute(end: number, zone: string): string {
  const text = minute(end - 60_000, zone);
  return text.length > minuteLength || text.endsWith('Z') ? printInstant(end - 1, zone) : text;
}

function isMidnight(ms: number, zone: string): boolean {
  return startOfDay(ms, zone) === ms;
}
