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

export function timesOf(
  { start, end }: EventColumns,
  { rows, byStart, byEnd, events }: Layout,
): Times {
  const starts = tableOf(byStart, start);
  const ends = tableOf(byEnd, end);
  /** Where the last searches ended in the tables: a window mostly moves a little. */
  let lastStart = 0;
  let lastEnd = 0;
  const found = new Float64Array(together);

  return {
    bytes: starts.byteLength + ends.byteLength,
    startsBefore,
    fewestBefore(time) {
      lastStart = entryOf(starts, lastStart, time, false);
      return Math.max(0, (lastStart - 1) * stride);
    },
    endsBy,
    spanOf: ([from, to]) => ({ from, to, started: startsBefore(to), ended: endsBy(from) }),
  };

  function startsBefore(time: number): number {
    lastStart = entryOf(starts, lastStart, time, false);
    return rankOf(starts, lastStart, byStart, start, time, false);
  }

  function endsBy(time: number): number {
    lastEnd = entryOf(ends, lastEnd, time, true);
    return rankOf(ends, lastEnd, byEnd, end, time, true);
  }

  function tableOf(keys: Uint32Array, times: Float64Array): Float64Array {
    const table = new Float64Array(Math.ceil(events / stride));
    for (let entry = 0; entry < table.length; entry++)
      table[entry] = times[rows[keys[entry * stride]! >>> 5]!]!;
    return table;
  }

  /** The first rank whose time is not before another (`by`: is after it), of those before the first
   * such entry. */
  function rankOf(
    table: Float64Array,
    entry: number,
    keys: Uint32Array,
    times: Float64Array,
    time: number,
    by: boolean,
  ): number {
    if (entry === 0) return 0;
    let low = (entry - 1) * stride;
    let high = Math.min(events, low + stride);
    const before = table[entry - 1]!;
    const span = entry < table.length ? table[entry]! - before : 0;
    const likely = span > 0 ? low + Math.floor((stride * (time - before)) / span) : low;
    let gap = firstGap;
    let first = Math.max(low, Math.min(high - 1, likely - (gap * together) / 2));
    while (low < high) {
      const count = Math.min(together, Math.ceil((high - first) / gap));
      for (let at = 0; at < count; at++) found[at] = times[rows[keys[first + at * gap]! >>> 5]!]!;
      let passed = 0;
      while (passed < count && (by ? found[passed]! <= time : found[passed]! < time)) passed++;
      if (passed < count) high = first + passed * gap;
      if (passed > 0) low = first + (passed - 1) * gap + 1;
      gap = Math.ceil((high - low) / (together + 1));
      first = low + gap - 1;
    }
    return low;
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
