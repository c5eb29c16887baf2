/**
 * The times of one large node, sorted, with counts by category on the way: how many of its events
 * start before a time, or end by one, in a few steps.
 *
 * Made when a node is first asked for and kept while there is room.
 */
import type { Layout } from './buffer';

/** Ranks of one side (starts, or ends) of a node's events. */
interface Side {
  /** Rank · 32 + category, rising. */
  readonly keys: Uint32Array;
  /** Where in `keys` a bucket of equally wide rank ranges begins; one more at the end. */
  readonly buckets: Uint32Array;
  readonly least: number;
  readonly scale: number;
  /** Counts by category before each `step`-th key. */
  readonly counts: Uint32Array;
}

export interface Slab {
  readonly starts: Side;
  readonly ends: Side;
  readonly bytes: number;
}

/** Most events an index can hold, so that rank and category fit a word and two positions a double. */
export const mostEvents = 2 ** 26;

const step = 64;

export function slabOf(layout: Layout, from: number, to: number, categories: number): Slab {
  const starts = sideOf(layout.startRank, layout.category, from, to, categories);
  const ends = sideOf(layout.endRank, layout.category, from, to, categories);
  const bytesOf = ({ keys, buckets, counts }: Side) =>
    keys.byteLength + buckets.byteLength + counts.byteLength;
  return { starts, ends, bytes: bytesOf(starts) + bytesOf(ends) };
}

/** Keys below a rank. */
export function countBelow(side: Side, rank: number): number {
  const { keys, buckets, least, scale } = side;
  const bucket = Math.floor((rank - least) * scale);
  if (bucket < 0) return 0;
  if (bucket >= buckets.length - 1) return keys.length;
  let low = buckets[bucket]!;
  let high = buckets[bucket + 1]!;
  const key = rank * 32;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds `sign` times the counts by category of the first `count` keys. */
export function addCounts(
  { keys, counts }: Side,
  count: number,
  categories: number,
  sign: number,
  into: Int32Array,
): void {
  let row = Math.floor((count + step / 2) / step);
  if (row * step > keys.length) row--;
  const base = row * categories;
  for (let category = 0; category < categories; category++)
    into[category]! += sign * counts[base + category]!;
  for (let at = row * step; at < count; at++) into[keys[at]! & 31]! += sign;
  for (let at = row * step - 1; at >= count; at--) into[keys[at]! & 31]! -= sign;
}

function sideOf(
  ranks: Uint32Array,
  category: Uint8Array,
  from: number,
  to: number,
  categories: number,
): Side {
  const count = to - from;
  let least = Infinity;
  let most = 0;
  for (let position = from; position < to; position++) {
    const rank = ranks[position]!;
    if (rank < least) least = rank;
    if (rank > most) most = rank;
  }
  const size = Math.ceil(count / 8);
  const scale = size / (most - least + 1);
  const buckets = new Uint32Array(size + 1);
  for (let position = from; position < to; position++)
    buckets[Math.floor((ranks[position]! - least) * scale) + 1]!++;
  for (let bucket = 0; bucket < size; bucket++) buckets[bucket + 1]! += buckets[bucket]!;
  const keys = new Uint32Array(count);
  const filled = buckets.slice(0, size);
  for (let position = from; position < to; position++) {
    const rank = ranks[position]!;
    const bucket = Math.floor((rank - least) * scale);
    keys[filled[bucket]!++] = rank * 32 + category[position]!;
  }
  for (let bucket = 0; bucket < size; bucket++)
    sortRun(keys, buckets[bucket]!, buckets[bucket + 1]!);
  return { keys, buckets, least, scale, counts: countsOf(keys, categories) };
}

function countsOf(keys: Uint32Array, categories: number): Uint32Array {
  const counts = new Uint32Array((Math.floor(keys.length / step) + 1) * categories);
  const sum = new Uint32Array(32);
  for (let at = 0, base = 0; at <= keys.length; at++) {
    if (at % step === 0) {
      for (let category = 0; category < categories; category++)
        counts[base + category] = sum[category]!;
      base += categories;
    }
    if (at < keys.length) sum[keys[at]! & 31]!++;
  }
  return counts;
}

function sortRun(keys: Uint32Array, from: number, to: number): void {
  if (to - from > 24) {
    keys.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const key = keys[at]!;
    let hole = at;
    while (hole > from && keys[hole - 1]! > key) {
      keys[hole] = keys[hole - 1]!;
      hole--;
    }
    keys[hole] = key;
  }
}
