/**
 * The times of large nodes, sorted, with counts by category on the way: how many events of a node
 * start before a time, or end by one, in a few steps.
 *
 * A node's slab is made when it is first asked for. All lie in one arena, in the order of asking,
 * which is that of the screen, so that a frame reads them one after the other; where the arena is
 * full, it starts anew.
 */
import { nodeTimesEventsAtOnce, nodeTimesShare, nodeTimesShareAlone } from '../budget';
import type { AreaNodes } from '../screen/area';
import type { BufferLayout } from '../buffer';
import { sortRun } from '../base/radix';
import type { RankSpan } from '../time-ranks';

/** Up to here looking at each event of a node is as fast. */
export const few = 128;

/** Of a side (starts, or ends) in the arena: how many buckets, the least rank, the width of all. */
const head = 3;
/** Keys in a bucket, on average. */
const bucketSize = 32;
/** Buckets are filled in parts, so that little is left to sort. */
const finer = 8;

/** The turn at which a node gets a slab, and within how many questions each turn has to follow: who
 * looks about comes back too late for one. */
const worthIt = 4;
const soon = 16;

export interface NodeTimes {
  readonly bytes: number;
  /** Where a node's slab is in the arena; nothing as long as making it isn't worth it: a slab costs
   * as much as looking at each event some times, and one question makes a few at most. */
  at(area: AreaNodes, node: number): number | undefined;
  /** Whether they need the room of a ladder too. */
  readonly crowded: boolean;
  /** Questions since one was counted from a slab. */
  readonly idle: number;
  /** Gives up all of them; they are made again when they are asked for. */
  release(): void;
  /** Before each question. */
  begin(): void;
  /** Adds the counts by category of a slab's events in a window that does not end before it begins,
   * from `row` on. */
  count(slab: number, span: RankSpan, into: Int32Array, row: number): void;
  /** Keys (rank · 32 + category) of the starts before a window's end, the latest `most` of them. */
  latest(slab: number, span: RankSpan, most: number): Uint32Array;
}

export function nodeTimesOf(layout: BufferLayout, categories: number): NodeTimes {
  const { events, starts, endRank } = layout;
  // Counts take a sixteenth of what keys take.
  const step = 16 * categories;
  const sideWords = (count: number) =>
    head +
    Math.ceil(count / bucketSize) +
    1 +
    (Math.floor(count / step) + 1) * categories +
    count +
    1;
  const all = Math.ceil(
    nodeTimesShareAlone *
      2 *
      (events * (1 + 1 / bucketSize + 1 / 16) + (events / few) * (head + 3)),
  );
  const least = Math.ceil((all * nodeTimesShare) / nodeTimesShareAlone);
  let capacity = least;
  let arena = new Uint32Array(0);
  let used = 0;
  const known = new Map<number, number>();
  /** By node without a slab: the last question that asked for one · 8 + its turn. */
  const turns = new Map<number, number>();
  let question = 0;
  let budget = nodeTimesEventsAtOnce;
  let idle = 0;
  const sum = new Uint32Array(32);

  return {
    get bytes() {
      return arena.byteLength;
    },
    get crowded() {
      return capacity === all;
    },
    get idle() {
      return idle;
    },
    release() {
      arena = new Uint32Array(0);
      used = 0;
      capacity = least;
      known.clear();
      turns.clear();
    },
    begin() {
      budget = nodeTimesEventsAtOnce;
      idle++;
      question++;
      if (turns.size > 2 ** 16) turns.clear();
    },
    at(area, node) {
      const id = area.id[node]!;
      let slab = known.get(id);
      if (slab !== undefined || budget <= 0) return slab;
      const last = turns.get(id) ?? 0;
      const turn = question - Math.floor(last / 8) <= soon ? (last & 7) + 1 : 1;
      turns.set(id, question * 8 + turn);
      if (turn < worthIt) return undefined;
      const from = area.from[node]!;
      const to = area.to[node]!;
      budget -= to - from;
      turns.delete(id);
      known.set(id, (slab = make(from, to)));
      return slab;
    },
    count(slab, { started, ended }, into, row) {
      idle = 0;
      const other = add(slab, started, 1, into, row);
      add(other, ended, -1, into, row);
    },
    latest(slab, { started }, most) {
      const { keys, below } = find(slab, started);
      return arena.subarray(keys + Math.max(0, below - most), keys + below);
    },
  };

  function make(from: number, to: number): number {
    const words = 2 * sideWords(to - from);
    if (used + words > arena.length) makeRoom(words);
    const slab = used;
    used += words;
    side(slab, from, to, true);
    side(slab + words / 2, from, to, false);
    return slab;
  }

  function makeRoom(words: number): void {
    if (arena.length < capacity) {
      const size = Math.min(capacity, Math.max(arena.length * 2, used + words, 2 ** 14));
      if (size >= used + words) {
        const grown = new Uint32Array(size);
        grown.set(arena.subarray(0, used));
        arena = grown;
        return;
      }
    }
    if (capacity < all) {
      capacity = all;
      return makeRoom(words);
    }
    known.clear();
    used = 0;
    if (arena.length < words) arena = new Uint32Array(words);
  }

  function side(at: number, from: number, to: number, ofStarts: boolean): void {
    const count = to - from;
    const size = Math.ceil(count / bucketSize);
    let least = Infinity;
    let most = 0;
    for (let position = from; position < to; position++) {
      const rank = ofStarts ? starts[position]! >>> 5 : endRank[position]!;
      if (rank < least) least = rank;
      if (rank > most) most = rank;
    }
    const fine = size * finer;
    const scale = fine / (most - least + 1);
    arena[at] = count;
    arena[at + 1] = least;
    arena[at + 2] = most;
    const buckets = at + head;
    const filled = new Uint32Array(fine + 1);
    for (let position = from; position < to; position++) {
      const rank = ofStarts ? starts[position]! >>> 5 : endRank[position]!;
      filled[Math.floor((rank - least) * scale)]!++;
    }
    for (let bucket = 0, before = 0; bucket <= fine; bucket++) {
      const held = filled[bucket]!;
      filled[bucket] = before;
      if (bucket % finer === 0) arena[buckets + bucket / finer] = before;
      before += held;
    }
    const keys = buckets + size + 1 + (Math.floor(count / step) + 1) * categories;
    for (let position = from; position < to; position++) {
      const key = ofStarts ? starts[position]! : endRank[position]! * 32 + (starts[position]! & 31);
      const bucket = Math.floor(((key >>> 5) - least) * scale);
      arena[keys + filled[bucket]!++] = key;
    }
    // Each has been filled up to where the next one begins.
    for (let bucket = 0, before = 0; bucket < fine; bucket++) {
      const after = filled[bucket]!;
      if (after - before > 1) sortRun(arena, keys + before, keys + after);
      before = after;
    }
    sum.fill(0);
    for (let i = 0, row = buckets + size + 1; i <= count; i++) {
      if (i % step === 0)
        for (let category = 0; category < categories; category++) arena[row++] = sum[category]!;
      if (i < count) sum[arena[keys + i]! & 31]!++;
    }
  }

  /** How many keys of a side are below a rank, and where its parts are. */
  function find(at: number, rank: number) {
    const count = arena[at]!;
    const least = arena[at + 1]!;
    const most = arena[at + 2]!;
    const size = Math.ceil(count / bucketSize);
    const rows = at + head + size + 1;
    const keys = rows + (Math.floor(count / step) + 1) * categories;
    if (rank <= least) return { keys, rows, count, below: 0 };
    if (rank > most) return { keys, rows, count, below: count };
    const scale = (size * finer) / (most - least + 1);
    const bucket = Math.floor(Math.floor((rank - least) * scale) / finer);
    let low = keys + arena[at + head + bucket]!;
    let high = keys + arena[at + head + bucket + 1]!;
    const key = rank * 32;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (arena[middle]! < key) low = middle + 1;
      else high = middle;
    }
    return { keys, rows, count, below: low - keys };
  }

  /** Adds `sign` times the counts of the keys below a rank; gives where the side ends. */
  function add(at: number, rank: number, sign: number, into: Int32Array, to: number): number {
    const { keys, rows, count, below } = find(at, rank);
    let row = Math.floor((below + step / 2) / step);
    if (row * step > count) row--;
    const base = rows + row * categories;
    for (let category = 0; category < categories; category++)
      into[to + category]! += sign * arena[base + category]!;
    for (let i = row * step; i < below; i++) into[to + (arena[keys + i]! & 31)]! += sign;
    for (let i = row * step - 1; i >= below; i--) into[to + (arena[keys + i]! & 31)]! -= sign;
    return keys + count + 1;
  }
}
