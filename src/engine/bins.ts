/**
 * The histogram of a view: how many events of each category overlap each bin.
 *
 * Of the nodes wholly in the view it is a difference of running sums over positions. A node on the
 * view's border is decided bin by bin: where it holds several events of a bin it is where it
 * stands, where it holds one it is at that event's own place.
 */
import type { Layout } from './buffer';
import type { Screen } from './screen';
import { endsBy, startsBefore } from './span';
import type { EventColumns, Question } from './types';

type Bins = NonNullable<Question['bins']>;

/** Running sums for one division of time into bins. Sums are kept as differences from bin to bin:
 * an event adds one to its first bin and takes one from the bin after its last. */
export interface Track {
  readonly bins: Bins;
  readonly bytes: number;
  /** The histogram of a screen under a mask. */
  ask(screen: Screen, mask: number): Uint32Array;
}

/** Ranks of starts, or of ends, that share an entry of a lookup table. */
const stride = 64;

/** The edge before bin `bin`. */
export function binEdge({ from, to, count }: Bins, bin: number): number {
  return from + ((to - from) * bin) / count;
}

/** @param room bytes that the running sums may take. */
export function trackOf(
  columns: EventColumns,
  layout: Layout,
  bins: Bins,
  categories: number,
  room: number,
): Track {
  const { startRank, endRank, category, rows, events } = layout;
  const { count } = bins;
  const width = (count + 1) * categories;
  const firstOf = steps(events, count, (bin) =>
    startsBefore(columns, layout, binEdge(bins, bin + 1)),
  );
  const afterOf = steps(events, count, (bin) => endsBy(columns, layout, binEdge(bins, bin)));
  // As many sums as fit, but not so many that they are read more than events.
  const spacing = Math.max(2048, Math.ceil((events * width * 4) / Math.max(1, room)));
  const sums = runningSums();
  const differences = new Int32Array(width);
  const own = new Int32Array(width);
  let loneMask = 0;
  const loneBins = new Map<number, Uint32Array | null>();

  return {
    bins,
    bytes: sums.byteLength + firstOf.bytes + afterOf.bytes,
    ask(screen, mask) {
      if (mask !== loneMask || loneBins.size > 4096) loneBins.clear();
      loneMask = mask;
      differences.fill(0);
      const { ranges } = screen;
      for (let at = 0; at < ranges.length; at += 2)
        add(ranges[at]!, ranges[at + 1]!, 1, differences);
      for (let node = 0; node < screen.from.length; node++)
        if (!screen.whole[node]) addBorder(screen, node, mask);
      return integrate(differences, mask);
    },
  };

  function runningSums(): Int32Array {
    const rows = Math.floor(events / spacing) + 1;
    const all = new Int32Array(rows * width);
    const sum = new Int32Array(width);
    for (let row = 1; row < rows; row++) {
      scan((row - 1) * spacing, row * spacing, 1, sum);
      all.set(sum, row * width);
    }
    return all;
  }

  /** Adds the events of a range of positions, one by one. */
  function scan(from: number, to: number, sign: number, into: Int32Array): void {
    for (let position = from; position < to; position++) {
      const first = firstOf.at(startRank[position]!);
      const after = afterOf.at(endRank[position]!);
      if (first >= after) continue;
      const each = category[position]!;
      into[first * categories + each]! += sign;
      into[after * categories + each]! -= sign;
    }
  }

  /** The same by way of the nearest running sums, where that is less work. */
  function add(from: number, to: number, sign: number, into: Int32Array): void {
    const low = Math.round(from / spacing);
    const high = Math.min(Math.round(to / spacing), Math.floor(events / spacing));
    if (low >= high || to - from < width) return scan(from, to, sign, into);
    const lowBase = low * width;
    const highBase = high * width;
    for (let at = 0; at < width; at++)
      into[at]! += sign * (sums[highBase + at]! - sums[lowBase + at]!);
    if (low * spacing >= from) scan(from, low * spacing, sign, into);
    else scan(low * spacing, from, -sign, into);
    if (high * spacing <= to) scan(high * spacing, to, sign, into);
    else scan(to, high * spacing, -sign, into);
  }

  function addBorder(screen: Screen, node: number, mask: number): void {
    const from = screen.from[node]!;
    const to = screen.to[node]!;
    const seen = screen.inside(screen.lng[node]!, screen.lat[node]!);
    if (seen) add(from, to, 1, differences);
    const key = from * events + to;
    let lone = loneBins.get(key);
    if (lone === undefined) loneBins.set(key, (lone = loneIn(from, to, mask)));
    if (!lone) return;
    // `lone` has, by bin, the next bin from there on that holds a single event of the node.
    for (let position = from; position < to; position++) {
      const each = category[position]!;
      if (!((mask >>> each) & 1)) continue;
      const after = afterOf.at(endRank[position]!);
      let bin = lone[firstOf.at(startRank[position]!)]!;
      if (bin >= after) continue;
      const row = rows[position]!;
      if (screen.inside(columns.lng[row]!, columns.lat[row]!) === seen) continue;
      const sign = seen ? -1 : 1;
      for (; bin < after; bin = lone[bin + 1]!) {
        differences[bin * categories + each]! += sign;
        differences[(bin + 1) * categories + each]! -= sign;
      }
    }
  }

  /** By bin: the next one that holds exactly one event of a node; `null` where none does. */
  function loneIn(from: number, to: number, mask: number): Uint32Array | null {
    own.fill(0);
    add(from, to, 1, own);
    const next = new Uint32Array(count + 1);
    let any = false;
    const sums = new Int32Array(count);
    for (let each = 0; each < categories; each++) {
      if (!((mask >>> each) & 1)) continue;
      for (let bin = 0, sum = 0; bin < count; bin++)
        sums[bin]! += sum += own[bin * categories + each]!;
    }
    next[count] = count;
    for (let bin = count - 1; bin >= 0; bin--) {
      next[bin] = sums[bin] === 1 ? bin : next[bin + 1]!;
      if (sums[bin] === 1) any = true;
    }
    return any ? next : null;
  }

  function integrate(from: Int32Array, mask: number): Uint32Array {
    const values = new Uint32Array(count * categories);
    const sum = new Int32Array(categories);
    for (let at = 0, each = 0; at < values.length; at++) {
      values[at] = sum[each]! += from[at]!;
      if (++each === categories) each = 0;
    }
    for (let each = 0; each < categories; each++)
      if (!((mask >>> each) & 1))
        for (let at = each; at < values.length; at += categories) values[at] = 0;
    return values;
  }
}

/**
 * Rank → how many of the limits `limitOf(0) … limitOf(count − 1)`, which rise, are not above it.
 * That many bins are over before the event, or have begun when it ends.
 */
function steps(events: number, count: number, limitOf: (bin: number) => number) {
  const limits = new Float64Array(count + 1);
  for (let bin = 0; bin < count; bin++) limits[bin] = limitOf(bin);
  limits[count] = Infinity;
  const table = new Uint32Array(Math.floor(events / stride) + 1);
  for (let entry = 0, bin = 0; entry < table.length; entry++) {
    while (limits[bin]! <= entry * stride) bin++;
    table[entry] = bin;
  }
  return {
    bytes: limits.byteLength + table.byteLength,
    at(rank: number): number {
      let bin = table[(rank / stride) | 0]!;
      while (limits[bin]! <= rank) bin++;
      return bin;
    },
  };
}
