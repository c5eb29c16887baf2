/**
 * Histograms of any range of positions, as the difference of two running sums over positions. A
 * histogram is kept as steps from bin to bin: an event adds one to its first bin and takes one from
 * the bin after its last.
 */
import { rowCost } from '../budget';
import type { BufferLayout } from '../buffer';
import type { RankToBin } from './rank-to-bin';

export interface PrefixHistogram {
  readonly bytes: number;
  /** Adds `sign` times the events at positions `[from, to)`: `(bins + 1) × categories` numbers. */
  add(from: number, to: number, sign: number, into: Int32Array): void;
  /** The same event by event, to steps and to the heights (`bins × categories`) that they add up to;
   * gives whether the heights are right then, which they are not where events are long. */
  addBoth(from: number, to: number, sign: number, steps: Int32Array, heights: Uint32Array): boolean;
}

/** Sums that share one of the large rows, in whose distance small ones are told. With the least
 * spacing no distance leaves 16 bits. */
const perLarge = 8;
const leastSpacing = 2048;
const mostSpacing = 4096;
/** The share of all events after which sums are made, so that a first small view need not wait. */
const worthIt = 1 / 16;

/** Bins of an event that are cheaper changed one by one than with all others. */
const shortEvent = 32;

/** @param firstOf bin by rank of the start. @param afterOf bin by rank of the end. */
export function prefixHistogramOf(
  { events, starts, endRank }: BufferLayout,
  firstOf: RankToBin,
  afterOf: RankToBin,
  count: number,
  categories: number,
  room: number,
): PrefixHistogram {
  const width = (count + 1) * categories;
  const fit = Math.ceil((events * width * (2 + 4 / perLarge)) / room);
  const spacing = Math.max(leastSpacing, Math.min(mostSpacing, fit));
  const rows = Math.floor(events / spacing) + 1;
  let large = new Int32Array(0);
  let small = new Int16Array(0);
  /** Positions to count one by one until the sums are worth making. */
  let patience = events * worthIt;

  return {
    get bytes() {
      return large.byteLength + small.byteLength;
    },
    addBoth,
    add(from, to, sign, into) {
      const low = Math.round(from / spacing);
      const high = Math.min(Math.round(to / spacing), rows - 1);
      const rest = Math.abs(low * spacing - from) + Math.abs(high * spacing - to);
      // All of them together are asked for once: what they add up to stays.
      if (low >= high || to - from < rest + width * rowCost || to - from === events)
        return scan(from, to, sign, into);
      if (small.length === 0) {
        patience -= to - from;
        if (patience >= 0) return scan(from, to, sign, into);
        make();
      }
      addRows(low, high, sign, into);
      if (low * spacing >= from) scan(from, low * spacing, sign, into);
      else scan(low * spacing, from, -sign, into);
      if (high * spacing <= to) scan(high * spacing, to, sign, into);
      else scan(to, high * spacing, -sign, into);
    },
  };

  function addBoth(
    from: number,
    to: number,
    sign: number,
    steps: Int32Array,
    heights: Uint32Array | null,
  ): boolean {
    let right = true;
    for (let position = from; position < to; position++) {
      const start = starts[position]!;
      const first = firstOf.at(start >>> 5);
      const after = afterOf.at(endRank[position]!);
      if (first >= after) continue;
      const category = start & 31;
      steps[first * categories + category]! += sign;
      steps[after * categories + category]! -= sign;
      if (heights === null) continue;
      if (after - first > shortEvent) right = false;
      else for (let bin = first; bin < after; bin++) heights[bin * categories + category]! += sign;
    }
    return right;
  }

  function scan(from: number, to: number, sign: number, into: Int32Array): void {
    addBoth(from, to, sign, into, null);
  }

  function make(): void {
    large = new Int32Array(Math.ceil(rows / perLarge) * width);
    small = new Int16Array(rows * width);
    const sum = new Int32Array(width);
    for (let row = 0, base = 0; row < rows; row++) {
      if (row > 0) scan((row - 1) * spacing, row * spacing, 1, sum);
      if (row % perLarge === 0) large.set(sum, (base = (row / perLarge) * width));
      for (let at = 0; at < width; at++) small[row * width + at] = sum[at]! - large[base + at]!;
    }
  }

  function addRows(low: number, high: number, sign: number, into: Int32Array): void {
    const largeLow = Math.floor(low / perLarge) * width;
    const largeHigh = Math.floor(high / perLarge) * width;
    const smallLow = low * width;
    const smallHigh = high * width;
    if (largeLow === largeHigh) {
      for (let at = 0; at < width; at++)
        into[at]! += sign * (small[smallHigh + at]! - small[smallLow + at]!);
    } else {
      for (let at = 0; at < width; at++)
        into[at]! +=
          sign *
          (large[largeHigh + at]! -
            large[largeLow + at]! +
            (small[smallHigh + at]! - small[smallLow + at]!));
    }
  }
}
