/** A part of the world → the nodes of a level that may stand in it. */
import { holds, slack, type Box } from './box';
import { manyInside, type Layout } from './buffer';
import { sideOf } from './extents';
import { mercatorX, mercatorY } from './mercator';
import type { EventColumns } from './types';

/** Nodes of a level, each a range of positions `[from, to)`, rising. */
export interface Area extends Nodes {
  readonly level: number;
  readonly box: Box;
  readonly count: number;
}

interface Nodes {
  /** The node's number, or −1 less the position of a place. */
  readonly id: Int32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Where a node stands, degrees. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** The same in Mercator, 0 … 1. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** How far it reaches west, east, north and south from there. */
  readonly west: Float64Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly south: Float64Array;
}

/** The areas of an index: where its nodes stand is found in runs, since each is far from the next in
 * memory and many are fetched at once. */
export function areasOf(columns: EventColumns, { rows, begins, ...tree }: Layout) {
  const { from, to, zoom, extent, inside, nodes, events } = tree;
  let found = roomFor(512);
  let count = 0;
  /** Children that the walk is at, those of a node after those of its parent. */
  let items = new Int32Array(512);
  let nexts = new Uint32Array(512);
  let starts = new Uint32Array(512);
  let lngs = new Float64Array(512);
  let lats = new Float64Array(512);
  let top = 0;
  let level = 0;
  let box: Box;

  return (wantedLevel: number, wantedBox: Box): Area => {
    level = wantedLevel;
    box = wantedBox;
    count = 0;
    visitChildren(0, nodes, 0, events, false);
    return { level, box, count, ...resized(found, count) };
  };

  /** Nodes `first` … `after` and the places between them. `whole`: all of them are in the box. */
  function visitChildren(first: number, after: number, start: number, end: number, whole: boolean) {
    const bottom = top;
    let position = start;
    for (let node = first; node < after;) {
      if (position < from[node]!) pushPlaces(position, from[node]!);
      position = to[node]!;
      const known = inside[node]!;
      const next =
        known < manyInside ? node + known + 1 : nodeAt(node + known + 1, after, position);
      push(node, next, from[node]!);
      node = next;
    }
    if (position < end) pushPlaces(position, end);
    const last = top;
    for (let at = bottom; at < last; at++) starts[at] = rows[starts[at]!]!;
    for (let at = bottom; at < last; at++) {
      lngs[at] = columns.lng[starts[at]!]!;
      lats[at] = columns.lat[starts[at]!]!;
    }
    for (let at = bottom; at < last; at++)
      if (items[at]! < 0) visitPlace(at, whole);
      else visitNode(at, whole);
    top = bottom;
  }

  function pushPlaces(start: number, end: number): void {
    for (let position = start; position < end;) {
      const after = nextPlace(begins, position + 1, end);
      push(-1 - position, after, position);
      position = after;
    }
  }

  function push(item: number, next: number, start: number): void {
    if (top === items.length) {
      items = lengthened(items, new Int32Array(2 * top));
      nexts = lengthened(nexts, new Uint32Array(2 * top));
      starts = lengthened(starts, new Uint32Array(2 * top));
      lngs = lengthened(lngs, new Float64Array(2 * top));
      lats = lengthened(lats, new Float64Array(2 * top));
    }
    items[top] = item;
    nexts[top] = next;
    starts[top++] = start;
  }

  /** The first node from `low` on that begins at `position` or after. */
  function nodeAt(low: number, after: number, position: number): number {
    let high = after;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (from[middle]! < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function visitNode(at: number, parentWhole: boolean): void {
    const node = items[at]!;
    const next = nexts[at]!;
    const depth = zoom[node]!;
    if (parentWhole && depth < level)
      return visitChildren(node + 1, next, from[node]!, to[node]!, true);
    const lng = lngs[at]!;
    const lat = lats[at]!;
    const x = mercatorX(lng);
    const y = mercatorY(lat);
    const sides = extent[node]!;
    const west = sideOf(sides, 0, depth) + slack;
    const east = sideOf(sides, 1, depth) + slack;
    const north = sideOf(sides, 2, depth) + slack;
    const south = sideOf(sides, 3, depth) + slack;
    const whole = parentWhole || holds(box, x, y, west, east, north, south);
    if (whole === undefined) return;
    if (depth < level) return visitChildren(node + 1, next, from[node]!, to[node]!, whole);
    put(node, from[node]!, to[node]!, lng, lat, x, y, west, east, north, south);
  }

  function visitPlace(at: number, whole: boolean): void {
    const lng = lngs[at]!;
    const lat = lats[at]!;
    const x = mercatorX(lng);
    const y = mercatorY(lat);
    if (!whole && holds(box, x, y, slack, slack, slack, slack) === undefined) return;
    put(items[at]!, -1 - items[at]!, nexts[at]!, lng, lat, x, y, slack, slack, slack, slack);
  }

  function put(
    id: number,
    start: number,
    end: number,
    lng: number,
    lat: number,
    x: number,
    y: number,
    west: number,
    east: number,
    north: number,
    south: number,
  ): void {
    if (count === found.id.length) found = resized(found, 2 * count);
    found.id[count] = id;
    found.from[count] = start;
    found.to[count] = end;
    found.lng[count] = lng;
    found.lat[count] = lat;
    found.x[count] = x;
    found.y[count] = y;
    found.west[count] = west;
    found.east[count] = east;
    found.north[count] = north;
    found.south[count] = south;
    count++;
  }
}

function lengthened<Numbers extends Int32Array | Uint32Array | Float64Array>(
  numbers: Numbers,
  longer: Numbers,
): Numbers {
  longer.set(numbers);
  return longer;
}

function roomFor(count: number): Nodes {
  return {
    id: new Int32Array(count),
    from: new Uint32Array(count),
    to: new Uint32Array(count),
    lng: new Float64Array(count),
    lat: new Float64Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
    west: new Float64Array(count),
    east: new Float64Array(count),
    north: new Float64Array(count),
    south: new Float64Array(count),
  };
}

function resized(nodes: Nodes, count: number): Nodes {
  const room = roomFor(count);
  for (const name of Object.keys(room) as (keyof Nodes)[])
    room[name].set(nodes[name].length > count ? nodes[name].subarray(0, count) : nodes[name]);
  return room;
}

/** The first set bit from `position` on, `end` where there is none before it. */
function nextPlace(begins: Uint32Array, position: number, end: number): number {
  if (position >= end) return end;
  let index = position >>> 5;
  let word = begins[index]! & (0xffffffff << (position & 31));
  while (word === 0) {
    if (++index << 5 >= end) return end;
    word = begins[index]!;
  }
  return Math.min(end, (index << 5) + 31 - Math.clz32(word & -word));
}
