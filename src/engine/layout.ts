/** Columns → the index laid out: a tree of places, then the ranks of times over it. */
import { blockSize, emptyLayout, manyInside, type Layout } from './buffer';
import { grow, none, type Growth } from './growth';
import { distinctPlaces, type Places } from './places';
import { sortByNumbers } from './radix';
import type { EventColumns } from './types';

/** Ranks of ends that are looked up at once. */
const overStep = 16;

/** @param onprogress called with the share done, 0 … 1, rising. */
export function layOut(columns: EventColumns, onprogress: (done: number) => void): Layout {
  const places = distinctPlaces(columns.lng, columns.lat);
  onprogress(0.1);
  const growth = grow(places, (done) => onprogress(0.1 + 0.6 * done));
  const layout = emptyLayout(columns.lng.length, growth.nodes);
  fillTree(layout, places, growth);
  onprogress(0.8);
  fillRanks(layout, columns);
  onprogress(1);
  return layout;
}

/** Fills in what times and categories decide. */
export function fillRanks(layout: Layout, { start, end, category }: EventColumns): void {
  const { events, rows, byStart, byEnd, starts, endRank } = layout;
  /** Position · 32 + category, by row. */
  const keys = new Uint32Array(events);
  for (let position = 0; position < events; position++) {
    const row = rows[position]!;
    keys[row] = position * 32 + category[row]!;
  }
  sortByNumbers(start, keys, byStart);
  sortByNumbers(end, keys, byEnd);
  for (let rank = 0; rank < events; rank++) {
    const key = byStart[rank]!;
    starts[key >>> 5] = rank * 32 + (key & 31);
  }
  for (let rank = 0; rank < events; rank++) endRank[byEnd[rank]! >>> 5] = rank;
  fillBlocks(layout, start, end);
}

/** Fills in what is known of blocks of starts. */
function fillBlocks(layout: Layout, start: Float64Array, end: Float64Array): void {
  const { events, rows, byStart, byEnd, endRank, lastEnd, lasting } = layout;
  /** Events that have ended when the next block begins: all of a lower rank have, and few more. */
  let over = 0;
  for (let block = 0; block < lastEnd.length; block++) {
    const first = block * blockSize;
    const next = first + blockSize;
    const time = next < events ? start[rows[byStart[next]! >>> 5]!]! : -Infinity;
    for (let at = over + overStep; at <= events; at += overStep) {
      if (end[rows[byEnd[at - 1]! >>> 5]!]! > time) break;
      over = at;
    }
    if (next >= events) over = 0;
    let last = 0;
    for (let rank = first; rank < next && rank < events; rank++) {
      const ended = endRank[byStart[rank]! >>> 5]!;
      if (ended > last) last = ended;
      if (ended >= over) lasting[rank >>> 5]! |= 1 << (rank & 31);
    }
    lastEnd[block] = last;
  }
}

/** Walks through the tree, parents before children, and lays out what it meets. */
function fillTree(layout: Layout, places: Places, growth: Growth): void {
  const { count, first, rows } = places;
  const { zoom, extent, events, inside, firstChild, nextSibling, roots } = growth;
  let position = 0;
  let number = 0;
  /** What comes after the nodes that the walk is in. */
  const after: number[] = [];
  for (const root of roots) {
    for (let item = root; item !== none;) {
      if (item < count) {
        layout.begins[position >>> 5]! |= 1 << (position & 31);
        for (let at = first[item]!; at < first[item + 1]!; at++)
          layout.rows[position++] = rows[at]!;
        item = nextSibling[item]!;
      } else {
        const node = item - count;
        layout.from[number] = position;
        layout.to[number] = position + events[node]!;
        layout.inside[number] = Math.min(manyInside, inside[node]!);
        layout.zoom[number] = zoom[node]!;
        layout.extent[number] = extent[node]!;
        number++;
        after.push(nextSibling[item]!);
        item = firstChild[node]!;
      }
      while (item === none && after.length > 0) item = after.pop()!;
    }
  }
}
