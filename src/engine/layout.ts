/** Columns → the index laid out: a tree of places, then the ranks of times over it. */
import { blockSize, emptyLayout, manyInside, type Layout } from './buffer';
import { grow, none, type Growth } from './growth';
import { distinctPlaces, type Places } from './places';
import { orderOfNumbers } from './radix';
import type { EventColumns } from './types';

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
  const { events, rows } = layout;
  const positionOf = new Uint32Array(events);
  for (let position = 0; position < events; position++) positionOf[rows[position]!] = position;
  const starts = orderOfNumbers(start);
  let next = -Infinity;
  for (let rank = 0; rank < events; rank++) {
    const row = starts[rank]!;
    if (rank % blockSize === 0)
      next = rank + blockSize < events ? start[starts[rank + blockSize]!]! : -Infinity;
    if (end[row]! > next) layout.lasting[rank >>> 5]! |= 1 << (rank & 31);
    const position = positionOf[row]!;
    layout.byStart[rank] = position * 32 + category[row]!;
    layout.starts[position] = rank * 32 + category[row]!;
  }
  const ends = orderOfNumbers(end);
  for (let rank = 0; rank < events; rank++) {
    const row = ends[rank]!;
    const position = positionOf[row]!;
    layout.byEnd[rank] = position * 32 + category[row]!;
    layout.endRank[position] = rank;
    // The last one to be written is the highest.
    layout.lastEnd[Math.floor((layout.starts[position]! >>> 5) / blockSize)] = rank;
  }
}

/** Parents hand their ranges down to their children. */
function fillTree(layout: Layout, places: Places, growth: Growth): void {
  const { count, first, rows } = places;
  const { nodes, zoom, extent, events, firstChild, nextSibling, roots } = growth;
  /** Nodes in a node, itself too. */
  const inside = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    let sum = 1;
    for (let child = firstChild[node]!; child !== none; child = nextSibling[child]!)
      if (child >= count) sum += inside[child - count]!;
    inside[node] = sum;
  }
  const placeStart = new Uint32Array(count);
  const nodeStart = new Uint32Array(nodes);
  /** A node's number in the layout. */
  const numbers = new Uint32Array(nodes);
  let position = 0;
  let number = 0;
  const put = (item: number) => {
    if (item < count) {
      placeStart[item] = position;
      position += first[item + 1]! - first[item]!;
    } else {
      nodeStart[item - count] = position;
      numbers[item - count] = number;
      position += events[item - count]!;
      number += inside[item - count]!;
    }
  };
  for (const root of roots) put(root);
  for (let node = nodes - 1; node >= 0; node--) {
    position = nodeStart[node]!;
    number = numbers[node]!;
    layout.from[number] = position;
    layout.to[number] = position + events[node]!;
    layout.inside[number] = Math.min(manyInside, inside[node]! - 1);
    layout.zoom[number] = zoom[node]!;
    layout.extent[number] = extent[node]!;
    number++;
    for (let child = firstChild[node]!; child !== none; child = nextSibling[child]!) put(child);
  }
  for (let place = 0; place < count; place++) {
    const from = first[place]!;
    const to = first[place + 1]!;
    const at = placeStart[place]!;
    layout.begins[at >>> 5]! |= 1 << (at & 31);
    for (let i = from; i < to; i++) layout.rows[at + i - from] = rows[i]!;
  }
}
