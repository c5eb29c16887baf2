/** A window as ranks: which events start before its end, which have ended by its beginning. */
import type { BufferLayout } from './buffer';
import type { EventColumns } from './types';

export interface RankSpan {
  readonly from: number;
  readonly to: number;
  /** Events with a lower rank of start start before `to`. */
  readonly started: number;
  /** Events with a lower rank of end have ended by `from`. */
  readonly ended: number;
}

export interface TimeRanks {
  readonly bytes: number;
  /** A window as ranks. */
  spanOf(window: readonly [number, number]): RankSpan;
  /** How many events start before a time. */
  startsBefore(time: number): number;
  /** So many events at least start before a time, found faster. */
  fewestBefore(time: number): number;
  /** How many events end at a time or before. */
  endsBy(time: number): number;
}

/** Ranks that share an entry of the tables, in which a search begins. */
const stride = 128;
/** Ranks that are looked at together: their times are far from each other in memory and from the last
 * ones, so that one after the other each would have to be waited for. */
const together = 8;
/** Ranks between the first of these around a likely one. */
const firstGap = 3;

/** Starts, or ends, and how far a search in them is. */
interface Side {
  readonly keys: Uint32Array;
  readonly times: Float64Array;
  /** Looked for is the first after a time instead of the first not before it. */
  readonly by: boolean;
  /** The time of every `stride`th rank. */
  readonly table: Float64Array;
  /** Where the last search ended in the table: a window mostly moves a little. */
  last: number;
  time: number;
  /** It is one of the ranks `low` … `high`. */
  low: number;
  high: number;
  /** The ranks to look at next, so far from each other. */
  first: number;
  gap: number;
  count: number;
  readonly found: Float64Array;
}

export function timeRanksOf(
  { start, end }: EventColumns,
  { rows, byStart, byEnd, events }: BufferLayout,
): TimeRanks {
  const starts = sideOf(byStart, start, false);
  const ends = sideOf(byEnd, end, true);

  return {
    bytes: starts.table.byteLength + ends.table.byteLength,
    startsBefore: (time) => rankIn(starts, time),
    fewestBefore(time) {
      starts.last = entryOf(starts.table, starts.last, time, false);
      return Math.max(0, (starts.last - 1) * stride);
    },
    endsBy: (time) => rankIn(ends, time),
    spanOf([from, to]) {
      begin(starts, to);
      begin(ends, from);
      // Side by side, so that what both wait for is fetched at once.
      while (starts.low < starts.high || ends.low < ends.high) {
        fetch(starts);
        fetch(ends);
        narrow(starts);
        narrow(ends);
      }
      return { from, to, started: starts.low, ended: ends.low };
    },
  };

  function sideOf(keys: Uint32Array, times: Float64Array, by: boolean): Side {
    return {
      keys,
      times,
      by,
      table: tableOf(keys, times),
      last: 0,
      time: 0,
      low: 0,
      high: 0,
      first: 0,
      gap: 1,
      count: 0,
      found: new Float64Array(together),
    };
  }

  function tableOf(keys: Uint32Array, times: Float64Array): Float64Array {
    const table = new Float64Array(Math.ceil(events / stride));
    for (let entry = 0; entry < table.length; entry++)
      table[entry] = times[rows[keys[entry * stride]! >>> 5]!]!;
    return table;
  }

  /** Begins to look for the first rank whose time is not before another, of those before the first
   * such entry of the table. */
  function begin(side: Side, time: number): void {
    const { table, by } = side;
    const entry = (side.last = entryOf(table, side.last, time, by));
    side.time = time;
    side.low = Math.max(0, entry - 1) * stride;
    side.high = entry === 0 ? 0 : Math.min(events, side.low + stride);
    if (entry === 0) return;
    const before = table[entry - 1]!;
    const span = entry < table.length ? table[entry]! - before : 0;
    const likely = span > 0 ? side.low + Math.floor((stride * (time - before)) / span) : side.low;
    side.gap = firstGap;
    side.first = Math.max(side.low, Math.min(side.high - 1, likely - (firstGap * together) / 2));
  }

  function rankIn(side: Side, time: number): number {
    begin(side, time);
    while (side.low < side.high) {
      fetch(side);
      narrow(side);
    }
    return side.low;
  }

  /** Fetches the times of some ranks. */
  function fetch(side: Side): void {
    const { keys, times, found, first, gap } = side;
    const left = Math.max(0, side.high - first);
    const count = side.low < side.high ? Math.min(together, Math.ceil(left / gap)) : 0;
    for (let at = 0; at < count; at++) found[at] = times[rows[keys[first + at * gap]! >>> 5]!]!;
    side.count = count;
  }

  /** Leaves the ranks between two of these. */
  function narrow(side: Side): void {
    const { found, time, by, first, gap, count } = side;
    if (count === 0) return;
    let passed = 0;
    while (passed < count && (by ? found[passed]! <= time : found[passed]! < time)) passed++;
    if (passed < count) side.high = first + passed * gap;
    if (passed > 0) side.low = first + (passed - 1) * gap + 1;
    side.gap = Math.ceil((side.high - side.low) / (together + 1));
    side.first = side.low + side.gap - 1;
  }
}

/** The first entry of a table whose time is not before another (`by`: is after it): looked for around
 * the last one, by larger and larger steps, then by halves. */
function entryOf(table: Float64Array, last: number, time: number, by: boolean): number {
  let low = 0;
  let high = table.length;
  let at = last;
  let step = 1;
  while (low < high) {
    if (!(at >= low && at < high)) at = (low + high) >>> 1;
    if (by ? table[at]! <= time : table[at]! < time) {
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
