/**
 * The dates that a timeline draws: the years −9999 to 9999 in the story's zone.
 *
 * They are the years that EDTF, ISO 8601 and JSON-FG write with a month and a day. Beyond them only
 * a year can be written (`Y12345`), so an address, a typed date or a download could not say which
 * window is shown. A `Date` holds the years to ±271,821, so steps of the keys, the air around the
 * axis and the offsets of zones never leave it.
 *
 * An event with a date beyond them is kept. A bound that lies beyond stands at the far end of one
 * day before or after the range, and that day stands for all the time that is not drawn. So the
 * event is counted in the windows that reach beyond the range, and in no other; marks, bars, list
 * and status still come from the same bounds. A bound inside the range stays as it is. `written`
 * keeps the date as it came, which is what a reader sees. The axis never opens on those days.
 */
import { lastInstant, dayNumber } from './calendar';
import type { TimeSpan } from '../event';
import { midnight } from './zone';

/** The first and the last year drawn; astronomical, both inclusive. */
export const drawnYears = { first: -9999, last: 9999 } as const;

/** Milliseconds UTC; each a local midnight. */
export interface DrawnRange {
  /** One day before `from`: where windows begin that reach beyond. */
  readonly before: number;
  /** The first instant drawn. */
  readonly from: number;
  /** The first instant no longer drawn. */
  readonly to: number;
  /** One day after `to`: where windows end that reach beyond. */
  readonly after: number;
}

const ranges = new Map<string, DrawnRange>();

/** What is drawn in a zone. Throws a `RangeError` for an unknown zone. */
export function drawnRange(zone: string): DrawnRange {
  let range = ranges.get(zone);
  if (!range) {
    const first = dayNumber(drawnYears.first, 1, 1);
    const next = dayNumber(drawnYears.last + 1, 1, 1);
    range = {
      before: midnight(first - 1, zone),
      from: midnight(first, zone),
      to: midnight(next, zone),
      after: midnight(next + 1, zone),
    };
    ranges.set(zone, range);
  }
  return range;
}

/** A span with what lies beyond the range held at its edge; the span itself where nothing does. */
export function clampToDrawnYears(span: TimeSpan, written: string, zone: string): TimeSpan {
  const range = drawnRange(zone);
  const start = span.startOpen || span.startUnknown ? span.start : clampStart(span.start, range);
  const end = span.endOpen || span.endUnknown ? span.end : clampEnd(span.end, range);
  return start === span.start && end === span.end ? span : { ...span, start, end, written };
}

/** A window whose ends lie in the range, or at its far edges where they lie beyond it; `null` where it
 * is none: not finite or empty. */
export function clampWindow([start, end]: readonly [number, number], zone: string) {
  const range = drawnRange(zone);
  const window = [clampStart(start, range), clampEnd(end, range)] as const;
  return window[1] > window[0] && end > start ? window : null;
}

/** `heldInRange` for columns of bounds, in which ±8.64e15 is an open or unknown side. Columns that lie
 * in the range are given back as they are. */
export function clampColumns<Columns extends { start: Float64Array; end: Float64Array }>(
  columns: Columns,
  zone: string,
): Columns {
  const range = drawnRange(zone);
  const known = (ms: number) => ms > -lastInstant && ms < lastInstant;
  const held = (ms: number, hold: typeof clampStart) => (known(ms) ? hold(ms, range) : ms);
  const sound = (values: Float64Array, hold: typeof clampStart) =>
    values.every((ms) => held(ms, hold) === ms);
  if (sound(columns.start, clampStart) && sound(columns.end, clampEnd)) return columns;
  return {
    ...columns,
    start: columns.start.map((ms) => held(ms, clampStart)),
    end: columns.end.map((ms) => held(ms, clampEnd)),
  };
}

function clampStart(start: number, { before, from, to }: DrawnRange): number {
  return start < from ? before : Math.min(start, to);
}

function clampEnd(end: number, { from, to, after }: DrawnRange): number {
  return end > to ? after : Math.max(end, from);
}
