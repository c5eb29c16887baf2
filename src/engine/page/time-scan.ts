/** Events that overlap a window, in the order of their starts, without looking at those that are over:
 * blocks of starts know how late the last of their events ends. */
import { blockSize, mostEvents, stretch, type BufferLayout } from '../buffer';
import { push, type RowList } from './row-list';
import type { AreaNodes } from '../screen/area';
import type { NodeTable } from '../screen/nodes';
import type { RankSpan, TimeRanks } from '../time-ranks';

/** Words of bits in a stretch. */
const stretchWords = stretch >>> 5;
/** Words of bits that are looked through at once, or passed over. */
const pieceWords = 128;
/** Candidates that are looked at together at least: what is known of them is fetched at once. */
const leastTogether = 24;

/** Which events are wanted. */
export interface ScanRequest {
  readonly span: RankSpan;
  /** One bit for each rank of a start; all where there is none. */
  readonly sieve: Uint32Array | null;
  readonly area: AreaNodes;
  /** By node of the area: 1 where its events are wanted; 0 for as many as there are. */
  readonly wants: Uint8Array;
  readonly mask: number;
}

export interface TimeScan {
  readonly bytes: number;
  /** Goes on through the starts until `missing` more are found, or a few more, or about `budget` are
   * looked at; gives how many were. */
  go(found: RowList, wanted: ScanRequest, missing: number, budget: number): number;
}

export function timeScanOf(layout: BufferLayout, times: TimeRanks, table: NodeTable): TimeScan {
  const { byStart, endRank, rows, lastEnd, nextEnd, lastOf, lasting } = layout;
  /** The highest rank of an end by piece. */
  const lastEnds = highestOf(lastEnd);
  const lastBlock = lastEnd.length - 1;
  /** Words of a piece with ranks that may be taken, and which these are. */
  const busy = new Uint32Array(pieceWords);
  const busyAt = new Uint32Array(pieceWords);
  /** Ranks of starts that may be taken, what is known of these, and ranks of their ends. */
  const candidates = new Uint32Array(128);
  const keys = new Uint32Array(candidates.length);
  const nodes = new Uint32Array(candidates.length);
  const ends = new Uint32Array(candidates.length);

  return {
    bytes: lastEnds.byteLength,
    go(found, wanted, missing, budget) {
      const { started, ended, from } = wanted.span;
      const enough = found.count + missing;
      // Whole numbers compare faster.
      const most = Math.min(mostEvents, budget);
      const before = times.fewestBefore(from);
      // Where the next stretch starts before the window, those of one that are over by then are not
      // in it: the words of which that is so.
      const fewer = stretchWords * Math.max(0, Math.ceil(before / stretch) - 1);
      const last = (started + 31) >>> 5;
      const first = found.next;
      let looked = 0;
      let met = 0;
      let index = first >>> 5;
      for (; index < last && looked < most && found.count < enough; looked++) {
        const piece = Math.floor(index / pieceWords);
        let after = Math.min(last, (piece + 1) * pieceWords);
        if (lastEnds[piece]! < ended) {
          index = after;
          continue;
        }
        if (index < fewer) after = Math.min(after, fewer);
        const count = gather(index, after, wanted.sieve, index < fewer);
        let at = 0;
        for (; at < count && found.count < enough; at++) {
          index = busyAt[at]!;
          // Blocks that are over are left out, and all but the last of those of which only that one
          // is not: without a branch, since differences of ranks have a sign.
          const low = 2 * index;
          const high = Math.min(lastBlock, low + 1);
          const over = bothOf(lastEnd[low]! - ended, lastEnd[high]! - ended);
          const others = bothOf(nextEnd[low]! - ended, nextEnd[high]! - ended);
          let word = busy[at]! & ~over & (lastOf[index]! | ~others);
          if (index === first >>> 5) word &= 0xffffffff << (first & 31);
          if (index === started >>> 5) word &= ~(0xffffffff << (started & 31));
          for (; word !== 0; word &= word - 1)
            candidates[met++] = (index << 5) + 31 - Math.clz32(word & -word);
          const likely = Math.max(leastTogether, 2 * (enough - found.count));
          if (met < Math.min(candidates.length - 31, likely)) continue;
          looked += met;
          met = keep(found, met, wanted);
        }
        index = at < count ? busyAt[at]! : after;
      }
      looked += met;
      keep(found, met, wanted);
      found.next = Math.max(first, Math.min(index << 5, started));
      return looked;
    },
  };

  /** Notes the words `index` … `after` in which a sieve, and what lasts, leave any; gives how many. */
  function gather(
    index: number,
    after: number,
    sieve: Uint32Array | null,
    ofLasting: boolean,
  ): number {
    let count = 0;
    for (let at = index; at < after; at++) {
      let word = -1;
      if (sieve) word &= sieve[at]!;
      if (ofLasting) word &= lasting[at]!;
      busy[count] = word;
      busyAt[count] = at;
      // 1 where it isn't 0: nobody can foretell which way a branch would go.
      count += (word | -word) >>> 31;
    }
    return count;
  }

  /** Takes those candidates that are wanted and go on. They are far from each other in memory and are
   * fetched in loops of their own. */
  function keep(found: RowList, count: number, { span, area, wants, mask }: ScanRequest): 0 {
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
    let goOn = 0;
    for (let at = 0; at < left; at++) {
      const end = ends[at]!;
      candidates[goOn] = candidates[at]!;
      nodes[goOn] = nodes[at]!;
      keys[goOn] = keys[at]!;
      ends[goOn] = end;
      goOn += +(end >= span.ended);
    }
    for (let at = 0; at < goOn; at++) keys[at] = rows[keys[at]! >>> 5]!;
    for (let at = 0; at < goOn; at++)
      push(found, candidates[at]!, ends[at]!, nodes[at]!, keys[at]!);
    return 0;
  }
}

/** The bits of a word's two blocks of which something is less than 0. */
function bothOf(low: number, high: number): number {
  return ((low >> 31) & 0xffff) | ((high >> 31) & 0xffff0000);
}

/** The highest rank of an end by piece, from those by block. */
function highestOf(blocks: Uint32Array): Uint32Array {
  const bits = Math.log2((pieceWords * 32) / blockSize);
  const highest = new Uint32Array(Math.ceil(blocks.length / 2 ** bits));
  for (let block = 0; block < blocks.length; block++) {
    const piece = block >>> bits;
    if (blocks[block]! > highest[piece]!) highest[piece] = blocks[block]!;
  }
  return highest;
}
