/**
 * The histogram of a view: how many events of each category overlap each bin.
 *
 * A node that stands in the view counts with all of its events. On the view's border that is
 * mended bin by bin: a node that holds a single event of a bin is at that event's own place.
 */
import type { Area } from './area';
import type { Layout } from './buffer';
import type { Counting } from './marks';
import type { Screen } from './screen';
import type { Times } from './span';
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

/** Longitude, latitude, first bin and category, bin after the last and category. */
const runWords = 4;

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
  times: Times,
  counting: Counting,
  bins: Bins,
  categories: number,
  room: number,
): Track {
  const { starts, endRank, rows, events } = layout;
  const { count } = bins;
  const firstOf = stepsOf(events, count, (bin) => times.startsBefore(binEdge(bins, bin + 1)));
  const afterOf = stepsOf(events, count, (bin) => times.endsBy(binEdge(bins, bin)));
  const sums = sumsOf(layout, firstOf, afterOf, count, categories, room);
  const width = (count + 1) * categories;
  /** What stood in the view last, and its steps from bin to bin. */
  let ranges: readonly number[] = [];
  const steps = new Int32Array(width);
  /** What they add up to. */
  const heights = new Uint32Array(count * categories);
  const own = new Int32Array(width);
  const held = new Int32Array(count + 1);
  /** By node: the runs of bins in which an event is its only one, `runWords` numbers each. */
  const lone = new Map<number, Float64Array>();
  const mostLone = Math.max(4096, events / 16);
  let loneWords = 0;
  let loneMask = 0;
  /** The last answer and what it was about. */
  let last: { screen: Screen; mask: number } | null = null;
  const values = new Uint32Array(count * categories);

  return {
    bins,
    get bytes() {
      return sums.bytes + firstOf.bytes + afterOf.bytes + 4 * own.byteLength + 8 * loneWords;
    },
    ask(screen, mask) {
      if (last?.screen === screen && last.mask === mask) return values.slice();
      if (moveTo(screen.ranges)) addUp();
      values.set(heights);
      if (mask !== loneMask) forget();
      loneMask = mask;
      for (let at = 0; at < screen.count; at++) if (screen.whole[at] === 0) mend(screen, at, mask);
      for (let each = 0; each < categories; each++)
        if (!((mask >>> each) & 1))
          for (let at = each; at < values.length; at += categories) values[at] = 0;
      last = { screen, mask };
      return values.slice();
    },
  };

  function forget(): void {
    lone.clear();
    loneWords = 0;
  }

  /** Adds what has come into view and takes away what has left it, or starts anew where most has
   * changed. Gives whether there was anything to do. */
  function moveTo(next: readonly number[]): boolean {
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
    return changes.length > 0;
  }

  function addUp(): void {
    let at = 0;
    for (; at < categories && at < heights.length; at++) heights[at] = steps[at]!;
    for (; at < heights.length; at++) heights[at] = steps[at]! + heights[at - categories]!;
  }

  function mend({ area, nodes, inside }: Screen, at: number, mask: number): void {
    const node = nodes[at]!;
    const id = area.id[node]!;
    let runs = lone.get(id);
    if (!runs) {
      runs = runsOf(loneBins(area, node, mask));
      if (loneWords + runs.length > mostLone) forget();
      loneWords += runs.length;
      lone.set(id, runs);
    }
    if (runs.length === 0) return;
    const seen = inside(area.lng[node]!, area.lat[node]!);
    const more = seen ? -1 : 1;
    for (let run = 0; run < runs.length; run += runWords) {
      if (inside(runs[run]!, runs[run + 1]!) === seen) continue;
      const after = runs[run + 3]!;
      for (let at = runs[run + 2]!; at < after; at += categories) values[at]! += more;
    }
  }

  /** From bins and positions, those of a position by bin: the event's place, the first of its bins
   * in the histogram, and what is after the last. */
  function runsOf(found: readonly number[]): Float64Array {
    const runs: number[] = [];
    let lastBin = -1;
    let lastPosition = -1;
    for (let at = 0; at < found.length; at += 2) {
      const bin = found[at]!;
      const position = found[at + 1]!;
      if (position === lastPosition && bin === lastBin + 1) {
        runs[runs.length - 1]! += categories;
      } else {
        const row = rows[position]!;
        const step = bin * categories + (starts[position]! & 31);
        runs.push(columns.lng[row]!, columns.lat[row]!, step, step + categories);
      }
      lastBin = bin;
      lastPosition = position;
    }
    return Float64Array.from(runs);
  }

  /** The bins in which a node has a single event, and its position, `[bin, position, …]`. */
  function loneBins(area: Area, node: number, mask: number): number[] {
    const from = area.from[node]!;
    const to = area.to[node]!;
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
        found.push(bin, counting.loneOf(area, node, span, mask));
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
