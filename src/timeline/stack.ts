/** Binned counts → the heights of stacked bars. Pure. */
import { nice } from 'd3-array';
import type { Bins } from './types';

/** The counts of one bin, over all categories. */
export function totals(bins: Bins): Uint32Array {
  const sums = new Uint32Array(bins.count);
  for (let bin = 0; bin < bins.count; bin++) {
    let sum = 0;
    for (let category = 0; category < bins.categories; category++)
      sum += bins.values[bin * bins.categories + category]!;
    sums[bin] = sum;
  }
  return sums;
}

/** A round number that no bin exceeds, for the axis; 1 where all are empty. */
export function niceMost(bins: Bins): number {
  const most = totals(bins).reduce((a, b) => Math.max(a, b), 0);
  return most === 0 ? 1 : nice(0, most, 4)[1];
}

/** The bin with most events, the first of equals; `-1` where all are empty. */
export function highest(bins: Bins): { bin: number; count: number } {
  const sums = totals(bins);
  let bin = -1;
  let count = 0;
  for (const [index, sum] of sums.entries()) if (sum > count) [bin, count] = [index, sum];
  return { bin, count };
}

/** Calls `rectangle` for every piece of every bar, in pixels of a box `height` high: category by
 * category, so that a colour is set once, and in each bar from the ground up. */
export function eachPiece(
  bins: Bins,
  most: number,
  height: number,
  rectangle: (bin: number, category: number, top: number, tall: number) => void,
): void {
  const below = new Float64Array(bins.count);
  for (let category = 0; category < bins.categories; category++) {
    for (let bin = 0; bin < bins.count; bin++) {
      const value = bins.values[bin * bins.categories + category]!;
      if (value === 0) continue;
      const bottom = height - (below[bin]! / most) * height;
      below[bin]! += value;
      const top = height - (below[bin]! / most) * height;
      rectangle(bin, category, top, bottom - top);
    }
  }
}
