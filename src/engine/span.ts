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
  const startOf = (rank: number) => start[rows[byStart[rank]! >>> 5]!]!;
  const endOf = (rank: number) => end[rows[byEnd[rank]! >>> 5]!]!;
  const starts = tableOf(events, startOf);
  const ends = tableOf(events, endOf);
  /** Where the last searches ended in the tables: a window mostly moves a little. */
  let lastStart = 0;
  let lastEnd = 0;

  return {
    bytes: starts.byteLength + ends.byteLength,
    startsBefore,
    endsBy,
    spanOf: ([from, to]) => ({ from, to, started: startsBefore(to), ended: endsBy(from) }),
  };

  function startsBefore(time: number): number {
    lastStart = search(0, starts.length, lastStart, 1, (entry) => starts[entry]! < time);
    const [low, high, likely] = between(starts, lastStart, time);
    return search(low, high, likely, 4, (rank) => startOf(rank) < time);
  }

  function endsBy(time: number): number {
    lastEnd = search(0, ends.length, lastEnd, 1, (entry) => ends[entry]! <= time);
    const [low, high, likely] = between(ends, lastEnd, time);
    return search(low, high, likely, 4, (rank) => endOf(rank) <= time);
  }

  /** Which ranks are between the times of two entries, and which one is likely at a time. */
  function between(table: Float64Array, entry: number, time: number): [number, number, number] {
    if (entry === 0) return [0, 0, 0];
    const low = (entry - 1) * stride;
    const high = Math.min(events, low + stride);
    const before = table[entry - 1]!;
    const span = entry < table.length ? table[entry]! - before : 0;
    return [low, high, span > 0 ? low + Math.floor((stride * (time - before)) / span) : low];
  }
}

function tableOf(events: number, timeOf: (rank: number) => number): Float64Array {
  const table = new Float64Array(Math.ceil(events / stride));
  for (let entry = 0; entry < table.length; entry++) table[entry] = timeOf(entry * stride);
  return table;
}

/** The first number `low` … `high` of which something does not hold, as it holds of all before and
 * of none after: looked for around where it is likely, by larger and larger steps, then by halves. */
function search(
  low: number,
  high: number,
  likely: number,
  step: number,
  holds: (at: number) => boolean,
): number {
  let at = likely;
  while (low < high) {
    if (!(at >= low && at < high)) at = (low + high) >>> 1;
    if (holds(at)) {
      low = at + 1;
      at += step;
    } else {
      high = at;
      at -= step;
    }
    step *= 4;
  }
  return low;
}
