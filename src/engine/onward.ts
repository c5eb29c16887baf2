/** Events that overlap a window, in the order of their starts, without looking at those that are over:
 * blocks of starts know how late the last of their events ends. */
import { nextBit } from './bits';
import { blockBits, blockSize, mostEvents, stretch, type Layout } from './buffer';
import { push, type Found } from './found';
import { isNear, type Near } from './near';
import type { Span, Times } from './span';

/** Which events are wanted. */
export interface Wanted {
  readonly span: Span;
  /** One bit for each rank of a start; all where there is none. */
  readonly sieve: Uint32Array | null;
  readonly near: Near;
  readonly mask: number;
}

export interface Onward {
  readonly bytes: number;
  /** Goes on through the starts until `missing` more are found, or a few more, or about `budget` are
   * looked at; gives how many were. */
  go(found: Found, wanted: Wanted, missing: number, budget: number): number;
}

export function onwardOf(layout: Layout, times: Times): Onward {
  const { byStart, endRank, rows, lastEnd, lasting } = layout;
  /** The highest rank of an end by block of blocks, and by block of these. */
  const lastEnds = higher(lastEnd);
  const lastOfAll = higher(lastEnds);
  /** Ranks of starts that may be taken, what is known of these, and ranks of their ends. */
  const candidates = new Uint32Array(8 * blockSize);
  const keys = new Uint32Array(candidates.length);
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
      let looked = 0;
      let met = 0;
      let rank = found.next;
      while (rank < started && looked < most && found.count < enough) {
        if (sieve) rank = nextBit(sieve, rank, started);
        const block = rank >>> blockBits;
        const next = afterOver(block, ended);
        if (next > block) {
          rank = next << blockBits;
          continue;
        }
        // Where the next stretch starts before the window, those of this one that are over by then
        // are not in it.
        const fewer = rank - (rank % stretch) + stretch < before;
        const after = Math.min(started, (block + 1) * blockSize);
        let word = fewer ? lasting[rank >>> 5]! : 0xffffffff;
        if (sieve) word &= sieve[rank >>> 5]!;
        word &= 0xffffffff << (rank & 31);
        for (; word !== 0; word &= word - 1) {
          rank = (rank & ~31) + 31 - Math.clz32(word & -word);
          if (rank >= after) break;
          candidates[met++] = rank;
          looked++;
        }
        rank = after;
        if (met + blockSize > candidates.length) met = keep(found, met, wanted);
      }
      keep(found, met, wanted);
      found.next = Math.max(found.next, Math.min(rank, started));
      return looked;
    },
  };

  /** The block itself, or a later one where all before that are over, by the largest steps. */
  function afterOver(block: number, ended: number): number {
    if (lastEnd[block]! >= ended) return block;
    if (lastEnds[block >>> blockBits]! >= ended) return block + 1;
    if (lastOfAll[block >>> (2 * blockBits)]! >= ended)
      return ((block >>> blockBits) + 1) << blockBits;
    return ((block >>> (2 * blockBits)) + 1) << (2 * blockBits);
  }

  /** Takes those candidates that are wanted and go on. They are far from each other in memory and are
   * fetched in loops of their own. */
  function keep(found: Found, count: number, { span, near, mask }: Wanted): 0 {
    for (let at = 0; at < count; at++) keys[at] = byStart[candidates[at]!]!;
    let left = 0;
    for (let at = 0; at < count; at++) {
      const key = keys[at]!;
      if (!((mask >>> (key & 31)) & 1) || !isNear(near, key >>> 5)) continue;
      candidates[left] = candidates[at]!;
      keys[left++] = key;
    }
    for (let at = 0; at < left; at++) ends[at] = endRank[keys[at]! >>> 5]!;
    for (let at = 0; at < left; at++) {
      if (ends[at]! < span.ended) continue;
      const position = keys[at]! >>> 5;
      push(found, candidates[at]!, ends[at]!, position, rows[position]!);
    }
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
