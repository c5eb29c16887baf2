/** Events that overlap a window, in the order of their starts, without looking at those that are over:
 * blocks of starts know how late the last of their events ends. */
import { blockBits, blockSize, mostEvents, stretch, type Layout } from './buffer';
import { push, type Found } from './found';
import type { Area } from './area';
import type { NodeTable } from './nodes';
import type { Span, Times } from './span';

/** Words of bits in a stretch. */
const stretchWords = stretch >>> 5;
/** Words of bits in a block of blocks, as a power of two. */
const bigBits = 2 * blockBits - 5;

/** Which events are wanted. */
export interface Wanted {
  readonly span: Span;
  /** One bit for each rank of a start; all where there is none. */
  readonly sieve: Uint32Array | null;
  readonly area: Area;
  /** By node of the area: 1 where its events are wanted; 0 for as many as there are. */
  readonly wants: Uint8Array;
  readonly mask: number;
}

export interface Onward {
  readonly bytes: number;
  /** Goes on through the starts until `missing` more are found, or a few more, or about `budget` are
   * looked at; gives how many were. */
  go(found: Found, wanted: Wanted, missing: number, budget: number): number;
}

export function onwardOf(layout: Layout, times: Times, table: NodeTable): Onward {
  const { byStart, endRank, rows, lastEnd, lasting } = layout;
  /** The highest rank of an end by block of blocks, and by block of these. */
  const lastEnds = higher(lastEnd);
  const lastOfAll = higher(lastEnds);
  /** Ranks of starts that may be taken, what is known of these, and ranks of their ends. */
  const candidates = new Uint32Array(128);
  const keys = new Uint32Array(candidates.length);
  const nodes = new Uint32Array(candidates.length);
  const ends = new Uint32Array(candidates.length);

  return {
    bytes: lastEnds.byteLength + lastOfAll.byteLength,
    go(found, wanted, missing, budget) {
      const { started, ended, from } = wanted.span;
      const { sieve } = wanted;
      const enough = found.count + missing;
      // Whole numbers compare faster.
      const most = Math.min(mostEvents, budget);
      const before = times.startsBefore(from);
      // Where the next stretch starts before the window, those of one that are over by then are not
      // in it: the words of which that is so.
      const fewer = stretchWords * Math.max(0, Math.ceil(before / stretch) - 1);
      const last = started === 0 ? 0 : ((started - 1) >>> 5) + 1;
      let looked = 0;
      let met = 0;
      let index = found.next >>> 5;
      for (; index < last && looked < most && found.count < enough; looked++) {
        if (lastEnds[index >>> bigBits]! < ended) {
          index = afterOver(index, ended);
          continue;
        }
        const after = Math.min(last, (index | (2 ** bigBits - 1)) + 1);
        while (index < after && found.count < enough) {
          let word = index < fewer ? lasting[index]! : 0xffffffff;
          if (sieve) word &= sieve[index]!;
          if (word !== 0) {
            if (lastEnd[2 * index]! < ended) word &= 0xffff0000;
            // The last word may have one block only.
            if (!(lastEnd[2 * index + 1]! >= ended)) word &= 0xffff;
            if (index === found.next >>> 5) word &= 0xffffffff << (found.next & 31);
            if (index === started >>> 5) word &= ~(0xffffffff << (started & 31));
            const base = index << 5;
            for (; word !== 0; word &= word - 1)
              candidates[met++] = base + 31 - Math.clz32(word & -word);
          }
          index++;
          if (met <= candidates.length - 32) continue;
          looked += met;
          met = keep(found, met, wanted);
        }
      }
      looked += met;
      keep(found, met, wanted);
      found.next = Math.max(found.next, Math.min(index << 5, started));
      return looked;
    },
  };

  /** Where all before are over, by the largest steps: the word after one of a block of blocks that
   * is. */
  function afterOver(index: number, ended: number): number {
    const bits =
      lastOfAll[index >>> (bigBits + blockBits)]! < ended ? bigBits + blockBits : bigBits;
    return ((index >>> bits) + 1) << bits;
  }

  /** Takes those candidates that are wanted and go on. They are far from each other in memory and are
   * fetched in loops of their own. */
  function keep(found: Found, count: number, { span, area, wants, mask }: Wanted): 0 {
    table.of(area);
    for (let at = 0; at < count; at++) keys[at] = byStart[candidates[at]!]!;
    let left = 0;
    for (let at = 0; at < count; at++) {
      const key = keys[at]!;
      if (!((mask >>> (key & 31)) & 1)) continue;
      const node = table.at(key >>> 5);
      if (wants[node] === 0) continue;
      candidates[left] = candidates[at]!;
      nodes[left] = node;
      keys[left++] = key;
    }
    for (let at = 0; at < left; at++) ends[at] = endRank[keys[at]! >>> 5]!;
    for (let at = 0; at < left; at++)
      if (ends[at]! >= span.ended)
        push(found, candidates[at]!, ends[at]!, nodes[at]!, rows[keys[at]! >>> 5]!);
    return 0;
  }
}

/** The highest of as many numbers as a block has ranks each. */
function higher(numbers: Uint32Array): Uint32Array {
  const highest = new Uint32Array(Math.ceil(numbers.length / blockSize));
  for (let at = 0; at < numbers.length; at++) {
    const block = at >>> blockBits;
    if (numbers[at]! > highest[block]!) highest[block] = numbers[at]!;
  }
  return highest;
}
