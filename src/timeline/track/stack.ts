/** Binned counts → the heights of stacked bars. Pure. */
import { nice } from 'd3-array';
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

/** Calls `piece` for every piece of a bin's bar, from the ground up, in pixels of a box `height` high. */
export function eachPiece(
  { categories, values }: Bins,
  bin: number,
  most: number,
  height: number,
  piece: (category: number, top: number, bottom: number) => void,
): void {
  let below = 0;
  let bottom = height;
  for (let category = 0; category < categories; category++) {
    const value = values[bin * categories + category]!;
    if (value === 0) continue;
    below += value;
    const top = height - (below / most) * height;
    piece(category, top, bottom);
    bottom = top;
  }
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
  /** By category: how high its pieces and those below reach in each bin. */
  const reach = Array.from({ length: bins.categories }, () => new Float64Array(bins.count));
  const has = new Set<number>();
  for (let bin = 0; bin < bins.count; bin++) {
    let below = 0;
    for (let category = 0; category < bins.categories; category++) {
      const value = bins.values[bin * bins.categories + category]!;
      if (value > 0) has.add(category);
      below += value;
      reach[category]![bin] = below;
    }
  }
  const up = (count: number) => Number((height - (count / most) * height).toFixed(1));
  const fromTop = [...has].sort((a, b) => b - a);
  return fromTop.map((category) => {
    let path = `M0 ${height}`;
    let last = height;
    for (const [bin, count] of reach[category]!.entries()) {
      const y = up(count);
      if (y === last) continue;
      path += `H${bin}V${y}`;
      last = y;
    }
    return { category, path: `${path}H${bins.count}V${height}z` };
  });
}
