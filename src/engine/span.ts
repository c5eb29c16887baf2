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

export interface Times {
  readonly bytes: number;
  /** A window as ranks. */
  spanOf(window: readonly [number, number]): Span;
  /** How many events start before a time. */
  startsBefore(time: number): number;
  /** How many events end at a time or before. */
  endsBy(time: number): number;
}

/** Ranks that share an entry of the tables, in which a search begins. */
const stride = 128;

export function timesOf(
  { start, end }: EventColumns,
  { rows, byStart, byEnd, events }: Layout,
): Times {
  const entries = Math.ceil(events / stride);
  const starts = new Float64Array(entries);
  const ends = new Float64Array(entries);
  for (let entry = 0; entry < entries; entry++) {
    starts[entry] = start[rows[byStart[entry * stride]! >>> 5]!]!;
    ends[entry] = end[rows[byEnd[entry * stride]! >>> 5]!]!;
  }
  const startsBefore = (time: number) => {
    // Those at the beginning of the entries before this one start before it too.
    let low = Math.max(0, countBelow(starts, time) - 1) * stride;
    let high = Math.min(events, low + stride);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (start[rows[byStart[middle]! >>> 5]!]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const endsBy = (time: number) => {
    let low = Math.max(0, countUpTo(ends, time) - 1) * stride;
    let high = Math.min(events, low + stride);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (end[rows[byEnd[middle]! >>> 5]!]! <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    bytes: starts.byteLength + ends.byteLength,
    startsBefore,
    endsBy,
    spanOf: ([from, to]) => ({ from, to, started: startsBefore(to), ended: endsBy(from) }),
  };
}

function countBelow(rising: Float64Array, limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countUpTo(rising: Float64Array, limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
