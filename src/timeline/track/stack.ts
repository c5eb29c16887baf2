/** Binned counts → the heights of stacked bars. Pure. */
import { nice } from 'd3-array';
import { linearScale, type LinearScale } from '../scale/linear';
import type { Range } from '../../model/time/calendar';
import type { Bins } from '../types';

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

/** The bin that holds a moment, with its counts by category; `null` where it has none. */
export function columnAt(
  { from, to, count, categories, values }: Bins,
  at: number,
): { range: Range; counts: Uint32Array } | null {
  const each = (to - from) / count;
  const bin = Math.floor((at - from) / each);
  const counts = values.subarray(bin * categories, (bin + 1) * categories);
  if (bin < 0 || !counts.some((value) => value > 0)) return null;
  return { range: [from + bin * each, from + (bin + 1) * each], counts };
}

/** A round number that no bin exceeds, for the axis; 1 where all are empty. */
export function niceMost(bins: Bins): number {
  const most = totals(bins).reduce((a, b) => Math.max(a, b), 0);
  return nice(0, most || 1, 4)[1];
}

/** Counts → pixels from the top of a box `height` high, which `most` fills. */
export function countScale(most: number, height: number): LinearScale {
  return linearScale([0, most], [height, 0]);
}

/** The bin with most events, the first of equals; `-1` where all are empty. */
export function highest(bins: Bins): { bin: number; count: number } {
  const sums = totals(bins);
  let bin = -1;
  let count = 0;
  for (const [index, sum] of sums.entries()) if (sum > count) [bin, count] = [index, sum];
  return { bin, count };
}

/** By category, then by bin: the counts from which to which its piece of the bar goes.
 *
 * Written here, as is the outline below: d3-shape's stack and area take 2.4 kB of a page's first script
 * for these two loops. */
export function stacked({
  count,
  categories,
  values,
}: Bins): (readonly [low: number, high: number])[][] {
  const grounds = new Float64Array(count);
  return Array.from({ length: categories }, (_, category) =>
    Array.from(grounds, (low, bin) => {
      const high = low + values[bin * categories + category]!;
      grounds[bin] = high;
      return [low, high] as const;
    }),
  );
}

/**
 * The bars as SVG paths, a bin wide each and `height` high at `most`: one for each category that has
 * events, from the ground to where its pieces end. What comes first is drawn first and covered by the
 * others up to where its own pieces begin.
 */
export function outlines(
  bins: Bins,
  most: number,
  height: number,
): { category: number; path: string }[] {
  const y = countScale(most, height);
  return stacked(bins)
    .map((pieces, category) => ({ pieces, category }))
    .filter(({ pieces }) => pieces.some(([low, high]) => high > low))
    .reverse()
    .map(({ pieces, category }) => {
      let path = `M0,${height}`;
      for (const [bin, [, high]] of pieces.entries())
        // One line as far as the height stays.
        if (high !== pieces[bin + 1]?.[1]) path += `V${Math.round(y(high) * 10) / 10}H${bin + 1}`;
      return { category, path: `${path}V${height}Z` };
    });
}
