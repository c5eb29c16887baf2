/** The events of the marks in time order, a page of them. */
import { blockSize, type Layout } from './buffer';
import type { Span } from './span';

/** Rows `offset` … `offset + limit` of the events of a window in ranges of positions, by start,
 * then row. `total` is how many there are. */
export function pageOf(
  layout: Layout,
  { ranges, total }: { readonly ranges: readonly number[]; readonly total: number },
  span: Span,
  mask: number,
  { offset, limit }: { offset: number; limit: number },
): Uint32Array {
  const wanted = Math.min(limit, Math.max(0, total - offset));
  if (!(wanted > 0)) return new Uint32Array(0);
  let held = 0;
  for (let at = 0; at < ranges.length; at += 2) held += ranges[at + 1]! - ranges[at]!;
  // Walking through time meets strangers, walking through the marks meets other times.
  const strangers = ((offset + wanted) * layout.events) / held;
  return strangers < held || held > 2 ** 16
    ? walkTime(layout, Uint32Array.from(ranges), span, mask, offset, wanted)
    : walkMarks(layout, ranges, span, mask, offset, wanted);
}

function walkTime(
  { byStart, endRank, rows, lastEnd }: Layout,
  ranges: Uint32Array,
  { started, ended }: Span,
  mask: number,
  offset: number,
  wanted: number,
): Uint32Array {
  const page = new Uint32Array(wanted);
  let skip = offset;
  let filled = 0;
  for (let block = 0; block * blockSize < started; block++) {
    if (lastEnd[block]! < ended) continue;
    const after = Math.min(started, (block + 1) * blockSize);
    for (let rank = block * blockSize; rank < after; rank++) {
      const position = byStart[rank]! >>> 5;
      if (!((mask >>> (byStart[rank]! & 31)) & 1)) continue;
      if (endRank[position]! < ended || !holds(ranges, position)) continue;
      if (skip > 0) {
        skip--;
        continue;
      }
      page[filled++] = rows[position]!;
      if (filled === wanted) return page;
    }
  }
  return page.subarray(0, filled);
}

function walkMarks(
  { byStart, starts, endRank, rows }: Layout,
  ranges: readonly number[],
  { started, ended }: Span,
  mask: number,
  offset: number,
  wanted: number,
): Uint32Array {
  const ranks: number[] = [];
  for (let at = 0; at < ranges.length; at += 2)
    for (let position = ranges[at]!; position < ranges[at + 1]!; position++) {
      const start = starts[position]!;
      if (start < started * 32 && endRank[position]! >= ended && (mask >>> (start & 31)) & 1)
        ranks.push(start >>> 5);
    }
  return Uint32Array.from(ranks)
    .sort()
    .slice(offset, offset + wanted)
    .map((rank) => rows[byStart[rank]! >>> 5]!);
}

function holds(ranges: Uint32Array, position: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  // Inside a range an odd number of its limits has been passed.
  return (low & 1) === 1;
}
