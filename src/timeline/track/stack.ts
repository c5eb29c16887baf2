/** Binned counts → the heights of stacked bars. Pure. */
import { nice } from 'd3-array';
import { area, curveStepAfter, stack, type Series } from 'd3-shape';
import { linearScale, type LinearScale } from '../scale/linear';
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

/** By category, then by bin: the counts from which to which its piece of the bar goes. */
export function stacked({ count, categories, values }: Bins): Series<number, number>[] {
  return stack<unknown, number, number>()
    .keys(Array.from({ length: categories }, (_, category) => category))
    .value((bin, category) => values[bin * categories + category]!)(
    Array.from({ length: count }, (_, bin) => bin),
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
  const outline = area<readonly [bin: number, count: number]>()
    .x(([bin]) => bin)
    .y0(height)
    .y1(([, count]) => y(count))
    .curve(curveStepAfter)
    .digits(1);
  return stacked(bins)
    .map((pieces, category) => ({ pieces, category }))
    .filter(({ pieces }) => pieces.some(([low, high]) => high > low))
    .reverse()
    .map(({ pieces, category }) => ({ category, path: outline(corners(pieces))! }));
}

/** The bins where the height changes, and the end of the last one. */
function corners(pieces: Series<number, number>): (readonly [bin: number, count: number])[] {
  const heights = pieces.map(([, high], bin) => [bin, high] as const);
  const changes = heights.filter(([bin, high]) => bin === 0 || high !== pieces[bin - 1]![1]);
  return [...changes, [pieces.length, pieces.at(-1)![1]]];
}
