/** A window as ranks: which events start before its end, which have ended by its beginning. */
import type { Layout } from './buffer';
import type { EventColumns } from './types';

export interface Span {
  readonly from: number;
  readonly to: number;
  /** Events with a lower rank of start start before `to`. */
  readonly started: number;
  /** Events with a lower rank of end have ended by `from`. */
  readonly ended: number;
}

export function spanOf(
  columns: EventColumns,
  layout: Layout,
  [from, to]: readonly [number, number],
): Span {
  return {
    from,
    to,
    started: startsBefore(columns, layout, to),
    ended: endsBy(columns, layout, from),
  };
}

/** How many events start before a time. */
export function startsBefore(
  { start }: EventColumns,
  { rows, byStart, events }: Layout,
  time: number,
): number {
  let low = 0;
  let high = events;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[rows[byStart[middle]! >>> 5]!]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many events end at a time or before. */
export function endsBy(
  { end }: EventColumns,
  { rows, byEnd, events }: Layout,
  time: number,
): number {
  let low = 0;
  let high = events;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (end[rows[byEnd[middle]! >>> 5]!]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
