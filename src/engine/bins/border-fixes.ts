/**
 * Runs of bins in which an event is the only one of its node, by node, until their room is full.
 *
 * A view that is asked about again finds the runs that it has to mend by their longitude, or their
 * latitude, whichever of its edges cuts the node.
 */
import type { EventColumns } from '../types';
import { limitsOf, type Limits } from '../screen/view-box';

/** A view. */
interface Sight {
  readonly limits: Limits;
  readonly inside: (lng: number, lat: number) => boolean;
}

export interface BorderFixes {
  readonly bytes: number;
  clear(): void;
  /** Where a node's runs are; nothing where it has to be begun. */
  at(node: number): number | undefined;
  /** Begins a node; runs added from now on are its own. */
  begin(node: number): void;
  /** Values `first` … `after`, one for each bin, one at least. */
  add(position: number, first: number, after: number): void;
  /** Where the runs begun last are, all of them added. */
  end(): number;
  /** Before nodes are mended: where it is looked. */
  look(sight: Sight): void;
  /** Corrects the bins of the runs whose events are in the view when their node does not stand in it,
   * or the other way round; `seen`: it does. */
  mend(at: number, seen: boolean, values: Uint32Array, categories: number): void;
}

/** Of a run: longitude and latitude in single precision, position, where its first bin has its value
 * (bin · categories + category), where the bin after its last would. */
const runWords = 5;
/** Of a node, before its runs: their number, what they are sorted by, how often that was of no use,
 * and the least and most of their longitudes, then of their latitudes. */
const headWords = 7;
const [byNothing, byLongitude, byLatitude] = [0, 1, 2];
/** The time at which sorting a node's runs in another way is worth it. */
const worthSorting = 2;

/** Single precision is nearer than this, in degrees. */
const rounding = 1e-5;
/** Beyond it a longitude may be meant the other way round. */
const seam = 179.99;

/** @param mostWords words of 32 bits to keep, roughly. */
export function borderFixesOf(
  { lng, lat }: EventColumns,
  rows: Uint32Array,
  mostWords: number,
): BorderFixes {
  let words = new Uint32Array(256);
  let degrees = new Float32Array(words.buffer);
  const known = new Map<number, number>();
  let used = 0;
  let begun = 0;
  let { west, east, across, south, north } = limitsOf([0, 0, 0, 0]);
  let inside: Sight['inside'] = () => false;

  return {
    get bytes() {
      return words.byteLength;
    },
    clear,
    at: (node) => known.get(node),
    begin(node) {
      if (used > mostWords) clear();
      begun = used;
      known.set(node, begun);
      makeRoom(headWords);
      words.fill(0, begun, begun + 3);
      degrees.set([180, -180, 90, -90], begun + 3);
      used += headWords;
    },
    add(position, first, after) {
      makeRoom(runWords);
      const row = rows[position]!;
      const x = (degrees[used] = lng[row]!);
      const y = (degrees[used + 1] = lat[row]!);
      words[used + 2] = position;
      words[used + 3] = first;
      words[used + 4] = after;
      used += runWords;
      words[begun]!++;
      if (x < degrees[begun + 3]!) degrees[begun + 3] = x;
      if (x > degrees[begun + 4]!) degrees[begun + 4] = x;
      if (y < degrees[begun + 5]!) degrees[begun + 5] = y;
      if (y > degrees[begun + 6]!) degrees[begun + 6] = y;
    },
    end: () => begun,
    look(sight) {
      ({ west, east, across, south, north } = sight.limits);
      inside = sight.inside;
    },
    mend(at, seen, values, categories) {
      if (words[at] === 0) return;
      const first = at + headWords;
      const after = first + words[at]! * runWords;
      const least = degrees[at + 3]!;
      const most = degrees[at + 4]!;
      const lowest = degrees[at + 5]!;
      const highest = degrees[at + 6]!;
      if (least < -seam || most > seam) return scan(first, after, seen, values, categories);
      const fits = lowest > south + rounding && highest < north - rounding;
      const spans = across
        ? least > west + rounding || most < east - rounding
        : least > west + rounding && most < east - rounding;
      if (fits && spans) {
        if (!seen) scan(first, after, seen, values, categories);
        return;
      }
      const order = fits ? byLongitude : spans ? byLatitude : byNothing;
      if (order === byNothing) return scan(first, after, seen, values, categories);
      if (words[at + 1] !== order) {
        if (++words[at + 2]! < worthSorting) return scan(first, after, seen, values, categories);
        sort(at, order);
      }
      // Along one line there are three stretches at most: what is seen is the middle one, or all else.
      const around = order === byLongitude && across;
      const low = around ? east : order === byLongitude ? west : south;
      const high = around ? west : order === byLongitude ? east : north;
      const offset = order - byLongitude;
      const a = past(first, after, offset, low - rounding);
      let b = a;
      while (b < after && degrees[b + offset]! < low + rounding) b += runWords;
      const c = past(b, after, offset, high - rounding);
      let d = c;
      while (d < after && degrees[d + offset]! < high + rounding) d += runWords;
      // Where single precision can't tell, each is looked at.
      if (a < b) scan(a, b, seen, values, categories);
      if (c < d) scan(c, d, seen, values, categories);
      const more = seen ? -1 : 1;
      if (around === seen) add(b, c, more, values, categories);
      else {
        add(first, a, more, values, categories);
        add(d, after, more, values, categories);
      }
    },
  };

  /** The first run from `from` on that is at a degree or past it. */
  function past(from: number, after: number, offset: number, degree: number): number {
    let low = 0;
    let high = (after - from) / runWords;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (degrees[from + middle * runWords + offset]! < degree) low = middle + 1;
      else high = middle;
    }
    return from + low * runWords;
  }

  function scan(
    from: number,
    to: number,
    seen: boolean,
    values: Uint32Array,
    categories: number,
  ): void {
    const word = words;
    const degree = degrees;
    const more = seen ? -1 : 1;
    for (let run = from; run < to; run += runWords) {
      const x = degree[run]!;
      const y = degree[run + 1]!;
      // How far inside, in the direction that is the least so.
      const aside = across ? Math.max(x - west, east - x) : Math.min(x - west, east - x);
      const depth = Math.min(aside, y - south, north - y);
      let here = depth > 0;
      if ((depth < rounding && depth > -rounding) || x > seam || x < -seam) {
        const row = rows[word[run + 2]!]!;
        here = inside(lng[row]!, lat[row]!);
      }
      if (here !== seen) add(run, run + runWords, more, values, categories);
    }
  }

  /** Adds `more` to the bins of some runs. */
  function add(
    from: number,
    to: number,
    more: number,
    values: Uint32Array,
    categories: number,
  ): void {
    const word = words;
    for (let run = from; run < to; run += runWords) {
      const after = word[run + 4]!;
      let value = word[run + 3]!;
      // Each has a bin, and most have one.
      do {
        values[value]! += more;
        value += categories;
      } while (value < after);
    }
  }

  function sort(at: number, order: number): void {
    const count = words[at]!;
    const first = at + headWords;
    const runs = words.slice(first, first + count * runWords);
    const keys = new Float32Array(runs.buffer);
    const offset = order - byLongitude;
    const sorted = Array.from({ length: count }, (_, run) => run * runWords);
    sorted.sort((a, b) => keys[a + offset]! - keys[b + offset]!);
    for (let run = 0; run < count; run++)
      for (let word = 0; word < runWords; word++)
        words[first + run * runWords + word] = runs[sorted[run]! + word]!;
    words[at + 1] = order;
    words[at + 2] = 0;
  }

  function clear(): void {
    known.clear();
    used = 0;
  }

  function makeRoom(more: number): void {
    if (used + more <= words.length) return;
    const grown = new Uint32Array(Math.max(used + more, Math.ceil(words.length * 1.25)));
    grown.set(words.subarray(0, used));
    words = grown;
    degrees = new Float32Array(words.buffer);
  }
}
