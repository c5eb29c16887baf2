/** Runs of bins in which an event is the only one of its node, by node, until their room is full. */
import type { EventColumns } from './types';
import type { Limits } from './view-box';

export interface LoneRuns {
  readonly bytes: number;
  clear(): void;
  /** Where a node's runs are; nothing where it has to be begun. */
  at(node: number): number | undefined;
  /** Begins a node; runs added from now on are its own. */
  begin(node: number): void;
  /** Bins `first` … `after`. */
  add(key: number, first: number, after: number): void;
  /** Where the runs begun last are, all of them added. */
  end(): number;
  /** Adds `more` to the bins of the runs whose events are not `seen` in a view. */
  mend(
    at: number,
    seen: boolean,
    more: number,
    limits: Limits,
    inside: (lng: number, lat: number) => boolean,
    values: Uint32Array,
    categories: number,
  ): void;
}

/** Of a run: longitude and latitude in single precision, position · 32 + category, first bin, bin
 * after the last. A node has its number of runs before them. */
const runWords = 5;

/** Single precision is nearer than this, in degrees. */
const rounding = 1e-5;

/** @param mostWords words of 32 bits to keep, roughly. */
export function loneRunsOf(
  { lng, lat }: EventColumns,
  rows: Uint32Array,
  mostWords: number,
): LoneRuns {
  let words = new Uint32Array(256);
  let degrees = new Float32Array(words.buffer);
  const known = new Map<number, number>();
  let used = 0;
  let begun = 0;

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
      makeRoom(1);
      words[used++] = 0;
    },
    add(key, first, after) {
      makeRoom(runWords);
      const row = rows[key >>> 5]!;
      degrees[used] = lng[row]!;
      degrees[used + 1] = lat[row]!;
      words[used + 2] = key;
      words[used + 3] = first;
      words[used + 4] = after;
      used += runWords;
      words[begun]!++;
    },
    end: () => begun,
    mend(at, seen, more, { west, east, across, south, north }, inside, values, categories) {
      const [word, degree] = [words, degrees];
      const after = at + 1 + word[at]! * runWords;
      for (let run = at + 1; run < after; run += runWords) {
        const x = degree[run]!;
        const y = degree[run + 1]!;
        // How far inside, in the direction that is the least so.
        const aside = across ? Math.max(x - west, east - x) : Math.min(x - west, east - x);
        const depth = Math.min(aside, y - south, north - y);
        let here = depth > 0;
        if ((depth < rounding && depth > -rounding) || x > 179.99 || x < -179.99) {
          const row = rows[word[run + 2]! >>> 5]!;
          here = inside(lng[row]!, lat[row]!);
        }
        if (here === seen) continue;
        const category = word[run + 2]! & 31;
        const last = word[run + 4]! * categories;
        for (let bin = word[run + 3]! * categories; bin < last; bin += categories)
          values[bin + category]! += more;
      }
    },
  };

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
