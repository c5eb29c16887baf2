/** Which ranks are of an area's events, so that others are passed over. */
import { bitmapEventsAtOnce } from '../budget';
import type { AreaNodes } from '../screen/area';
import { popcount, setBit } from '../base/bits';
import type { BufferLayout } from '../buffer';
import type { NodeTable } from '../screen/nodes';

/** Ranks of starts, or of ends. */
export interface Side {
  /** One bit for each rank, set where its event is in the area. */
  readonly bits: Uint32Array;
  /** Node · categories + category of each of these events, one after the other, once that is worth it. */
  readonly cells: Uint16Array | null;
  /** How many of the bits before a rank are set; only where there are cells. */
  before(rank: number): number;
}

export interface RankBitmap {
  readonly starts: Side;
  readonly ends: Side;
}

export interface RankBitmaps {
  readonly bytes: number;
  /** Before the questions about an area: makes some more of its sieve, once that is worth it, in as
   * many bytes as there is room for. */
  make(area: AreaNodes, room: number): void;
  /** Whether more of an area's sieve would be worth it if there were more room. */
  lacks(area: AreaNodes, room: number): boolean;
  /** The sieve of an area, once it is made. */
  at(area: AreaNodes): RankBitmap | null;
  /** Notes that so many events were looked at that more of a sieve may have spared. */
  spend(area: AreaNodes, looks: number): void;
}

/** Areas of more than this share of all events have none: little would be passed over. */
const mostShare = 1 / 2;
/** Cells up to which each has room in 16 bits. */
const mostCells = 2 ** 16;
/** Bytes that both cells of an event take. */
const cellBytes = 4;
/** Ranks that share an entry of what tells how many bits are set before, as a power of two. */
const strideBits = 8;

/** The share of all events that a sieve of an area of so many lets through: 1 where it has none. */
export function bitmapShare(held: number, events: number): number {
  const share = held / events;
  return share < mostShare ? share : 1;
}

/** The sieve of one area at a time. */
export function rankBitmapsOf(
  layout: BufferLayout,
  categories: number,
  table: NodeTable,
): RankBitmaps {
  const { events, starts, endRank } = layout;
  let of: AreaNodes | null = null;
  /** The last one that can't have any. */
  let refused: AreaNodes | null = null;
  let held = 0;
  let spent = 0;
  /** One that is being made, and the node that comes next. */
  let sieve: { readonly starts: SideMaker; readonly ends: SideMaker } | null = null;
  let next = 0;

  return {
    get bytes() {
      return sieve ? sieve.starts.bytes + sieve.ends.bytes : 0;
    },
    lacks: (area, room) =>
      area === of && next === area.count && spent > held && isFew(area) && cellBytes * held > room,
    make(area, room) {
      if (!isOf(area)) return;
      if (cellBytes * held > room) dropCells();
      // Making it takes about as long as looking at each event of the area.
      if (spent <= held) return;
      sieve ??= {
        starts: sideOf(layout, categories, true),
        ends: sideOf(layout, categories, false),
      };
      if (next < area.count) {
        makeBits(area);
        if (next === area.count) spent = 0;
      } else if (isFew(area) && cellBytes * held <= room) {
        const left = sieve.starts.makeCells(area, table, held, bitmapEventsAtOnce);
        sieve.ends.makeCells(area, table, held, left);
      }
    },
    at(area) {
      return area === of && next === area.count ? sieve : null;
    },
    spend(area, looks) {
      if (isOf(area)) spent += looks;
    },
  };

  function isFew(area: AreaNodes): boolean {
    return area.count * categories <= mostCells;
  }

  function dropCells(): void {
    sieve?.starts.dropCells();
    sieve?.ends.dropCells();
  }

  function isOf(area: AreaNodes): boolean {
    if (of === area) return true;
    if (refused === area) return false;
    let all = 0;
    for (let node = 0; node < area.count; node++) all += area.to[node]! - area.from[node]!;
    if (bitmapShare(all, events) === 1) {
      refused = area;
      return false;
    }
    of = area;
    sieve = null;
    next = 0;
    spent = 0;
    held = all;
    return true;
  }

  function makeBits({ count, from, to }: AreaNodes): void {
    const { starts: ofStarts, ends: ofEnds } = sieve!;
    for (let left = bitmapEventsAtOnce; next < count && left > 0; next++) {
      for (let position = from[next]!; position < to[next]!; position++) {
        setBit(ofStarts.bits, starts[position]! >>> 5);
        setBit(ofEnds.bits, endRank[position]!);
      }
      left -= to[next]! - from[next]!;
    }
  }
}

interface SideMaker extends Side {
  readonly bytes: number;
  /** Makes some more cells, of about so many events; gives what is left of these. */
  makeCells(area: AreaNodes, table: NodeTable, held: number, most: number): number;
  dropCells(): void;
}

function sideOf(
  { events, byStart, byEnd }: BufferLayout,
  categories: number,
  ofStarts: boolean,
): SideMaker {
  const keys = ofStarts ? byStart : byEnd;
  const bits = new Uint32Array(Math.ceil(events / 32));
  let sums = new Uint32Array(0);
  let made = new Uint16Array(0);
  /** The word that comes next, and how many cells are before it. */
  let word = 0;
  let count = 0;

  return {
    bits,
    get cells() {
      return sums.length > 0 && word === bits.length ? made : null;
    },
    get bytes() {
      return bits.byteLength + sums.byteLength + made.byteLength;
    },
    before(rank) {
      const entry = rank >>> strideBits;
      let sum = sums[entry]!;
      const last = rank >>> 5;
      for (let at = entry << (strideBits - 5); at < last; at++) sum += popcount(bits[at]!);
      return (rank & 31) === 0 ? sum : sum + popcount(bits[last]! & ~(0xffffffff << (rank & 31)));
    },
    makeCells(area, table, held, most) {
      if (sums.length === 0) {
        sums = new Uint32Array((events >>> strideBits) + 1);
        made = new Uint16Array(held);
      }
      const enough = count + most;
      table.of(area);
      addCells(table, enough);
      if (word === bits.length && events % (1 << strideBits) === 0) sums[sums.length - 1] = count;
      return enough - count;
    },
    dropCells() {
      if (sums.length === 0) return;
      sums = new Uint32Array(0);
      made = new Uint16Array(0);
      word = count = 0;
    },
  };

  /** In a function of its own: code that V8 makes in the midst of a loop knows nothing of what comes
   * after it. */
  function addCells(table: NodeTable, enough: number): void {
    for (; word < bits.length && count < enough; word++) {
      if ((word << 5) % (1 << strideBits) === 0) sums[word >>> (strideBits - 5)] = count;
      for (let left = bits[word]!; left !== 0; left &= left - 1) {
        const key = keys[(word << 5) + 31 - Math.clz32(left & -left)]!;
        made[count++] = table.at(key >>> 5) * categories + (key & 31);
      }
    }
  }
}
