/**
 * The histogram of a view: how many events of each category overlap each bin.
 *
 * A node that stands in the view counts with all of its events. On the view's border that is
 * mended bin by bin: a node that holds a single event of a bin is at that event's own place.
 */
import type { Layout } from './buffer';
import type { Counting } from './marks';
import type { Screen } from './screen';
import { endsBy, startsBefore } from './span';
import { stepsOf } from './steps';
import { sumsOf } from './sums';
import type { EventColumns, Question } from './types';

type Bins = NonNullable<Question['bins']>;

export interface Track {
  readonly bins: Bins;
  readonly bytes: number;
  /** The histogram of a screen under a mask. */
  ask(screen: Screen, mask: number): Uint32Array;
}

/** Up to here a node's bins are counted event by event. */
const fewEvents = 4096;

/** The edge before bin `bin`. */
function binEdge({ from, to, count }: Bins, bin: number): number {
  return from + ((to - from) * bin) / count;
}

/** @param room bytes that running sums may take, roughly. */
export function trackOf(
  columns: EventColumns,
  layout: Layout,
  counting: Counting,
  bins: Bins,
  categories: number,
  room: number,
): Track {
  const { starts, endRank, rows, events } = layout;
  const { count } = bins;
  const firstOf = stepsOf(events, count, (bin) =>
    startsBefore(columns, layout, binEdge(bins, bin + 1)),
  );
  const afterOf = stepsOf(events, count, (bin) => endsBy(columns, layout, binEdge(bins, bin)));
  const sums = sumsOf(layout, firstOf, afterOf, count, categories, room);
  const width = (count + 1) * categories;
  /** What stood in the view last, and its steps from bin to bin. */
  let ranges: readonly number[] = [];
  const steps = new Int32Array(width);
  const mended = new Int32Array(width);
  const own = new Int32Array(width);
  const held = new Int32Array(count + 1);
  /** By node: the bins in which it has a single event, and its position, `[bin, position, …]`. */
  const lone = new Map<number, readonly number[]>();
  let loneMask = 0;

  return {
    bins,
    bytes: sums.bytes + firstOf.bytes + afterOf.bytes + 3 * own.byteLength,
    ask(screen, mask) {
      moveTo(screen.ranges);
      mended.set(steps);
      if (mask !== loneMask || lone.size > 16_384) lone.clear();
      loneMask = mask;
      for (let node = 0; node < screen.id.length; node++)
        if (!screen.whole[node]) mend(screen, node, mask);
      return heights(mask);
    },
  };

  /** Adds what has come into view and takes away what has left it, or starts anew where most has
   * changed. */
  function moveTo(next: readonly number[]): void {
    const changes = changesBetween(ranges, next);
    const most = next.length / 2;
    if (changes.length / 3 <= most) {
      for (let at = 0; at < changes.length; at += 3)
        sums.add(changes[at]!, changes[at + 1]!, changes[at + 2]!, steps);
    } else {
      steps.fill(0);
      for (let at = 0; at < next.length; at += 2) sums.add(next[at]!, next[at + 1]!, 1, steps);
    }
    ranges = next;
  }

  function mend(screen: Screen, node: number, mask: number): void {
    const id = screen.id[node]!;
    let found = lone.get(id);
    if (!found) lone.set(id, (found = loneBins(screen, node, mask)));
    if (found.length === 0) return;
    const seen = screen.inside(screen.lng[node]!, screen.lat[node]!);
    const sign = seen ? -1 : 1;
    for (let at = 0; at < found.length; at += 2) {
      const bin = found[at]!;
      const position = found[at + 1]!;
      const row = rows[position]!;
      if (screen.inside(columns.lng[row]!, columns.lat[row]!) === seen) continue;
      const step = bin * categories + (starts[position]! & 31);
      mended[step]! += sign;
      mended[step + categories]! -= sign;
    }
  }

  function loneBins(screen: Screen, node: number, mask: number): number[] {
    const from = screen.from[node]!;
    const to = screen.to[node]!;
    countBins(from, to, mask);
    const found: number[] = [];
    let any = false;
    for (let bin = 0; bin < count; bin++) if (held[bin] === 1) any = true;
    if (!any) return found;
    if (to - from > fewEvents) {
      for (let bin = 0; bin < count; bin++) {
        if (held[bin] !== 1) continue;
        const span = {
          from: binEdge(bins, bin),
          to: binEdge(bins, bin + 1),
          started: firstOf.limits[bin]!,
          ended: afterOf.limits[bin]!,
        };
        found.push(bin, counting.loneOf(screen, node, span, mask));
      }
      return found;
    }
    for (let position = from; position < to; position++) {
      const start = starts[position]!;
      if (!((mask >>> (start & 31)) & 1)) continue;
      const after = afterOf.at(endRank[position]!);
      for (let bin = firstOf.at(start >>> 5); bin < after; bin++)
        if (held[bin] === 1) found.push(bin, position);
    }
    return found;
  }

  /** Leaves in `held` how many events of the mask a range has in each bin. */
  function countBins(from: number, to: number, mask: number): void {
    held.fill(0);
    if (to - from <= fewEvents) {
      for (let position = from; position < to; position++) {
        const start = starts[position]!;
        if (!((mask >>> (start & 31)) & 1)) continue;
        const first = firstOf.at(start >>> 5);
        const after = afterOf.at(endRank[position]!);
        if (first >= after) continue;
        held[first]!++;
        held[after]!--;
      }
    } else {
      own.fill(0);
      sums.add(from, to, 1, own);
      for (let bin = 0, at = 0; bin <= count; bin++)
        for (let each = 0; each < categories; each++, at++)
          if ((mask >>> each) & 1) held[bin]! += own[at]!;
    }
    for (let bin = 1; bin < count; bin++) held[bin]! += held[bin - 1]!;
  }

  function heights(mask: number): Uint32Array {
    const values = new Uint32Array(count * categories);
    for (let at = 0; at < values.length; at++)
      values[at] = mended[at]! + (at < categories ? 0 : values[at - categories]!);
    for (let each = 0; each < categories; each++)
      if (!((mask >>> each) & 1))
        for (let at = each; at < values.length; at += categories) values[at] = 0;
    return values;
  }
}

/** What leads from some ranges to others, both rising: `[from, to, sign, …]`. */
export function changesBetween(old: readonly number[], next: readonly number[]): number[] {
  const changes: number[] = [];
  let a = 0;
  let b = 0;
  let position = 0;
  // Limits in turn open and close a range; in between, one side or both are open.
  while (a < old.length || b < next.length) {
    const limit = Math.min(old[a] ?? Infinity, next[b] ?? Infinity);
    const sign = (b & 1) - (a & 1);
    if (sign !== 0 && limit > position) changes.push(position, limit, sign);
    position = limit;
    if (old[a] === limit) a++;
    if (next[b] === limit) b++;
  }
  return changes;
}
