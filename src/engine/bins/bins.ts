/**
 * The histogram of a view: how many events of each category overlap each bin.
 *
 * A node that stands in the view counts with all of its events. On the view's border that is
 * mended bin by bin: a node that holds a single event of a bin is at that event's own place.
 */
import type { AreaNodes } from '../screen/area';
import type { BufferLayout } from '../buffer';
import { borderFixesOf } from './border-fixes';
import type { Counting } from '../marks/marks';
import type { Screen } from '../screen/screen';
import type { TimeRanks } from '../time-ranks';
import { rankToBinOf } from './rank-to-bin';
import { prefixHistogramOf } from './prefix-histogram';
import type { EventColumns, Question } from '../types';

type Bins = NonNullable<Question['bins']>;

export interface Track {
  readonly bins: Bins;
  readonly bytes: number;
  /** The histogram of a screen under a mask. */
  ask(screen: Screen, mask: number): Uint32Array;
}

/** Up to here a node's bins are counted event by event. */
const fewEvents = 4096;
/** Events that come and go for which heights need not be added up anew. */
const fewChanges = 1024;

/** The edge before bin `bin`. */
function binEdge({ from, to, count }: Bins, bin: number): number {
  return from + ((to - from) * bin) / count;
}

/** @param room bytes that running sums may take, roughly. */
export function trackOf(
  columns: EventColumns,
  layout: BufferLayout,
  times: TimeRanks,
  counting: Counting,
  bins: Bins,
  categories: number,
  room: number,
): Track {
  const { starts, endRank, rows, events } = layout;
  const { count } = bins;
  const firstOf = rankToBinOf(events, count, (bin) => times.startsBefore(binEdge(bins, bin + 1)));
  const afterOf = rankToBinOf(events, count, (bin) => times.endsBy(binEdge(bins, bin)));
  const sums = prefixHistogramOf(layout, firstOf, afterOf, count, categories, room);
  const width = (count + 1) * categories;
  /** What stood in the view last, and its steps from bin to bin. */
  let ranges: readonly number[] = [];
  const steps = new Int32Array(width);
  /** What they add up to. */
  const heights = new Uint32Array(count * categories);
  const own = new Int32Array(width);
  /** Where the runs of a node are put together. */
  const held = new Int32Array(count + 1);
  const positions = new Uint32Array(fewEvents);
  const firsts = new Uint32Array(fewEvents);
  const afters = new Uint32Array(fewEvents);
  const lone = borderFixesOf(columns, rows, Math.max(8192, events / 4));
  let loneMask = 0;
  /** The last answer and what it was about. */
  let last: { screen: Screen; mask: number } | null = null;
  const values = new Uint32Array(count * categories);
  /** Whether a mask has all categories. */
  const isWhole = (mask: number) => ~mask << (32 - categories) === 0;

  return {
    bins,
    get bytes() {
      return (
        sums.bytes +
        firstOf.bytes +
        afterOf.bytes +
        4 * own.byteLength +
        3 * firsts.byteLength +
        lone.bytes
      );
    },
    ask(screen, mask) {
      if (last?.screen === screen && last.mask === mask) return values.slice();
      moveTo(screen.ranges);
      values.set(heights);
      if (mask !== loneMask) lone.clear();
      loneMask = mask;
      const { count, nodes } = screen;
      lone.look(screen);
      for (let at = 0; at < count; at++) if ((nodes[at]! & 1) === 0) mend(screen, at, mask);
      if (!isWhole(mask))
        for (let each = 0; each < categories; each++)
          if (!((mask >>> each) & 1))
            for (let at = each; at < values.length; at += categories) values[at] = 0;
      last = { screen, mask };
      return values.slice();
    },
  };

  /** Adds what has come into view and takes away what has left it, or starts anew where most has
   * changed. */
  function moveTo(next: readonly number[]): void {
    const changes = changesBetween(ranges, next);
    ranges = next;
    if (changes.length === 0) return;
    let changed = 0;
    for (let at = 0; at < changes.length; at += 3) changed += changes[at + 1]! - changes[at]!;
    if (changed <= fewChanges) {
      let done = true;
      for (let at = 0; at < changes.length; at += 3)
        done =
          sums.addBoth(changes[at]!, changes[at + 1]!, changes[at + 2]!, steps, heights) && done;
      if (done) return;
    } else if (changes.length / 3 <= next.length / 2) {
      for (let at = 0; at < changes.length; at += 3)
        sums.add(changes[at]!, changes[at + 1]!, changes[at + 2]!, steps);
    } else {
      steps.fill(0);
      for (let at = 0; at < next.length; at += 2) sums.add(next[at]!, next[at + 1]!, 1, steps);
    }
    addUp();
  }

  function addUp(): void {
    let at = 0;
    for (; at < categories && at < heights.length; at++) heights[at] = steps[at]!;
    for (; at < heights.length; at++) heights[at] = steps[at]! + heights[at - categories]!;
  }

  function mend(screen: Screen, at: number, mask: number): void {
    const { area, nodes, inside } = screen;
    const node = nodes[at]! >>> 1;
    const runs = lone.at(area.id[node]!) ?? findRuns(area, node, mask);
    const seen = inside(area.lng[node]!, area.lat[node]!);
    lone.mend(runs, seen, values, categories);
  }

  /** Finds the runs of bins in which an event of the mask is the only one of its node. */
  function findRuns(area: AreaNodes, node: number, mask: number): number {
    const from = area.from[node]!;
    const to = area.to[node]!;
    lone.begin(area.id[node]!);
    held.fill(0);
    if (to - from > fewEvents) addLarge(area, node, mask);
    else addSmall(from, to, mask);
    return lone.end();
  }

  function addSmall(from: number, to: number, mask: number): void {
    let few = 0;
    let total = 0;
    for (let position = from; position < to; position++) {
      const start = starts[position]!;
      if (!((mask >>> (start & 31)) & 1)) continue;
      const first = firstOf.at(start >>> 5);
      const after = afterOf.at(endRank[position]!);
      if (first >= after) continue;
      positions[few] = position;
      firsts[few] = first;
      afters[few++] = after;
      total += after - first;
    }
    if (total > count) {
      for (let at = 0; at < few; at++) {
        held[firsts[at]!]!++;
        held[afters[at]!]!--;
      }
      for (let bin = 1; bin < count; bin++) held[bin]! += held[bin - 1]!;
    } else {
      for (let at = 0; at < few; at++)
        for (let bin = firsts[at]!; bin < afters[at]!; bin++) held[bin]!++;
    }
    for (let at = 0; at < few; at++) {
      const after = afters[at]!;
      for (let bin = firsts[at]!; bin < after; bin++) {
        if (held[bin] !== 1) continue;
        const first = bin;
        while (bin + 1 < after && held[bin + 1] === 1) bin++;
        addRun(positions[at]!, first, bin + 1);
      }
    }
  }

  function addLarge(area: AreaNodes, node: number, mask: number): void {
    own.fill(0);
    sums.add(area.from[node]!, area.to[node]!, 1, own);
    for (let bin = 0, at = 0; bin <= count; bin++)
      for (let each = 0; each < categories; each++, at++)
        if ((mask >>> each) & 1) held[bin]! += own[at]!;
    for (let bin = 1; bin < count; bin++) held[bin]! += held[bin - 1]!;
    for (let bin = 0; bin < count; bin++) {
      if (held[bin] !== 1) continue;
      const span = {
        from: binEdge(bins, bin),
        to: binEdge(bins, bin + 1),
        started: firstOf.limits[bin]!,
        ended: afterOf.limits[bin]!,
      };
      addRun(counting.loneOf(area, node, span, mask), bin, bin + 1);
    }
  }

  function addRun(position: number, first: number, after: number): void {
    const category = starts[position]! & 31;
    lone.add(position, first * categories + category, after * categories + category);
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
