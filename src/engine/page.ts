/** The events of the marks in time order, a page of them. */
import { blockSize, type Layout } from './buffer';
import type { Shown } from './marks';
import type { Span } from './span';

/** Rows `offset` … `offset + limit` of the marks' events, by start, then row. */
export function pageOf(
  layout: Layout,
  shown: Shown,
  span: Span,
  mask: number,
  { offset, limit }: { offset: number; limit: number },
): Uint32Array {
  const wanted = Math.min(limit, Math.max(0, shown.total - offset));
  if (!(wanted > 0)) return new Uint32Array(0);
  const ranges = rangesOf(shown);
  let held = 0;
  for (let at = 0; at < ranges.length; at += 2) held += ranges[at + 1]! - ranges[at]!;
  // Walking through time meets strangers, walking through the marks meets other times.
  const strangers = ((offset + wanted) * layout.events) / held;
  return strangers < held || held > 2 ** 16
    ? walkTime(layout, ranges, span, mask, offset, wanted)
    : walkMarks(layout, ranges, span, mask, offset, wanted);
}

/** Position ranges, rising and apart. */
function rangesOf({ from, to }: Shown): Uint32Array {
  // The tree is walked in the order of positions, so the nodes come rising.
  const ranges = new Uint32Array(from.length * 2);
  let count = 0;
  for (let node = 0; node < from.length; node++) {
    if (count > 0 && ranges[count - 1] === from[node]) {
      ranges[count - 1] = to[node]!;
    } else {
      ranges[count++] = from[node]!;
      ranges[count++] = to[node]!;
    }
  }
  return ranges.subarray(0, count);
}

function walkTime(
  { byStart, endRank, category, rows, lastEnd }: Layout,
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
      const position = byStart[rank]!;
      if (endRank[position]! < ended || !((mask >>> category[position]!) & 1)) continue;
      if (!holds(ranges, position)) continue;
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
  { byStart, startRank, endRank, category, rows }: Layout,
  ranges: Uint32Array,
  { started, ended }: Span,
  mask: number,
  offset: number,
  wanted: number,
): Uint32Array {
  const ranks: number[] = [];
  for (let at = 0; at < ranges.length; at += 2)
    for (let position = ranges[at]!; position < ranges[at + 1]!; position++)
      if (
        startRank[position]! < started &&
        endRank[position]! >= ended &&
        (mask >>> category[position]!) & 1
      )
        ranks.push(startRank[position]!);
  return Uint32Array.from(ranks)
    .sort()
    .subarray(offset, offset + wanted)
    .map((rank) => rows[byStart[rank]!]!);
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
