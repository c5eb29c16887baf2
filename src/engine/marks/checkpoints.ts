/**
 * Counts of all nodes of an area at some ranks of starts, and of ends, so that a window anywhere is
 * told from the nearest two and the events between: for areas of many large nodes.
 *
 * A ladder is made bit by bit, while an area is asked about again and again. Where the slabs of other
 * areas need its room, there are none.
 */
import {
  checkpointRanksAtOnce,
  checkpointRoom,
  counterCost,
  eventCost,
  nodeTimesCost,
  rankCost,
} from '../budget';
import type { AreaNodes } from '../screen/area';
import type { BufferLayout } from '../buffer';
import { bitmapShare } from './rank-bitmap';
import { few, type NodeTimes } from './node-times';
import type { RankSpan } from '../time-ranks';
import { untouched, type RankChanges } from './apply-ranks';

export interface Checkpoints {
  readonly bytes: number;
  /** Before a window far from the last. `ready`: `count` can tell it; `building`: it soon will. */
  prepare(area: AreaNodes): 'ready' | 'building' | 'none';
  /** Before any other window: goes on with one that has been begun. */
  goOn(area: AreaNodes): void;
  /** Counts all nodes in a window that does not end before it begins. */
  count(area: AreaNodes, span: RankSpan, into: Int32Array): void;
}

/** Rungs that share a large row, where they are near enough. */
const mostPerLarge = 8;
/** Leaps over an area before a ladder is begun. */
const worthIt = 3;
/** By how much a ladder has to be better. */
const clearly = 1.5;

export function checkpointsOf(
  { events }: BufferLayout,
  categories: number,
  sweep: RankChanges,
  slabs: NodeTimes,
): Checkpoints {
  let of: AreaNodes | null = null;
  let turns = 0;
  let width = 0;
  let rungs = 0;
  let spacing = Infinity;
  let ranksAtOnce = checkpointRanksAtOnce;
  /** Ranks of starts and of ends that are in the rungs. */
  let done = 0;
  /** Rungs that share one of the large rows, in whose distance small ones are told. */
  let perLarge = 1;
  let larges = 0;
  /** Rows of starts, then of ends. */
  let large = new Int32Array(0);
  let small = new Uint16Array(0);
  let sum = new Int32Array(0);
  let touched = new Uint8Array(0);

  return {
    get bytes() {
      return large.byteLength + small.byteLength + sum.byteLength + touched.byteLength;
    },
    prepare(area) {
      if (slabs.crowded) {
        large = new Int32Array(0);
        small = new Uint16Array(0);
      }
      if (of !== area || slabs.crowded) begin(area);
      if (rungs === 0) return 'none';
      if (done === 2 * events) return 'ready';
      if (++turns <= worthIt) return 'none';
      climb(area, ranksAtOnce);
      return done === 2 * events ? 'ready' : 'building';
    },
    goOn(area) {
      if (of === area && done > 0 && done < 2 * events && !slabs.crowded)
        climb(area, checkpointRanksAtOnce);
    },
    count(area, { started, ended }, into) {
      const low = Math.min(rungs - 1, Math.round(started / spacing));
      const high = Math.min(rungs - 1, Math.round(ended / spacing));
      const starts = low * width;
      const ends = (rungs + high) * width;
      const largeStarts = Math.floor(low / perLarge) * width;
      const largeEnds = (larges + Math.floor(high / perLarge)) * width;
      for (let at = 0; at < width; at++)
        into[at] =
          large[largeStarts + at]! -
          large[largeEnds + at]! +
          (small[starts + at]! - small[ends + at]!);
      between(true, low * spacing, started, 1);
      between(false, high * spacing, ended, -1);

      function between(ofStarts: boolean, known: number, wanted: number, sign: number) {
        if (known < wanted) sweep.add(area, ofStarts, known, wanted, sign, into, touched);
        else sweep.add(area, ofStarts, wanted, known, -sign, into, touched);
      }
    },
  };

  function begin(area: AreaNodes): void {
    of = area;
    turns = 0;
    done = 0;
    width = area.count * categories;
    perLarge = mostPerLarge;
    do {
      rungs = Math.floor((events * checkpointRoom) / (2 * width * (2 + 4 / perLarge)));
      spacing = Math.ceil(events / rungs);
      // No distance of a small row leaves 16 bits.
    } while (spacing * perLarge > 0xffff && --perLarge > 0);
    perLarge = Math.max(1, perLarge);
    // The last one is before the last event.
    rungs = Math.ceil(events / spacing);
    larges = Math.ceil(rungs / perLarge);
    let held = 0;
    let anew = 0;
    for (let node = 0; node < area.count; node++) {
      const size = area.to[node]! - area.from[node]!;
      held += size;
      anew += size > few ? nodeTimesCost : size * eventCost;
    }
    // A sieve passes over what is not in the area.
    const passed = (spacing / 2) * bitmapShare(held, events);
    const cost = passed * rankCost + width * counterCost;
    if (!(rungs > 1 && cost * clearly < anew) || slabs.crowded) rungs = 0;
    ranksAtOnce = Math.max(checkpointRanksAtOnce, Math.floor(held / 2));
  }

  function climb(area: AreaNodes, most: number): void {
    if (done === 0) {
      if (large.length < 2 * larges * width) large = new Int32Array(2 * larges * width);
      if (small.length < 2 * rungs * width) small = new Uint16Array(2 * rungs * width);
      // One more for what is not in the area.
      sum = new Int32Array(width + categories);
      touched = untouched(area.count, categories);
    }
    for (let left = most; left > 0 && done < 2 * events;) {
      const side = done < events ? 0 : 1;
      const rank = done - side * events;
      if (rank === 0) sum.fill(0);
      const rung = Math.floor(rank / spacing);
      if (rank === rung * spacing) put(side, rung);
      const after = Math.min(events, (rung + 1) * spacing, rank + left);
      sweep.add(area, side === 0, rank, after, 1, sum, touched);
      left -= after - rank;
      done += after - rank;
    }
  }

  /** Notes what has been added up as a rung. */
  function put(side: number, rung: number): void {
    const base = (side * larges + Math.floor(rung / perLarge)) * width;
    const row = (side * rungs + rung) * width;
    if (rung % perLarge === 0) large.set(sum.subarray(0, width), base);
    for (let at = 0; at < width; at++) small[row + at] = sum[at]! - large[base + at]!;
  }
}
