/** A view → the nodes that may stand in it. */
import { manyInside, type Layout } from './buffer';
import { sideOf } from './extents';
import { levelOf } from './levels';
import { mercatorX, mercatorY } from './mercator';
import type { EventColumns, Question } from './types';
import { insideOf } from './view-box';

/** Nodes of the view's level, each a range of positions `[from, to)`, rising. */
export interface Screen {
  readonly inside: (lng: number, lat: number) => boolean;
  /** The node's number, or −1 less the position of a place. */
  readonly id: number[];
  readonly from: number[];
  readonly to: number[];
  /** Where a node stands, degrees. */
  readonly lng: number[];
  readonly lat: number[];
  /** 1 where all of its events are in the view, else it depends: a node of several events of the
   * window is where it stands, a single event at its own place. */
  readonly whole: number[];
  /** The positions of all nodes that stand in the view, in few ranges `[a, b, a, b, …]`, rising. */
  readonly ranges: number[];
}

/** Rounding in units of the world's width. */
const slack = 1e-9;

export function screenOf(columns: EventColumns, layout: Layout, view: Question['view']): Screen {
  const { rows, begins, from, to, zoom, extent, inside: nodesInside, nodes, events } = layout;
  const level = levelOf(view.zoom);
  const inside = insideOf(view.bbox);
  const box = boxOf(view.bbox);
  const screen: Screen = {
    inside,
    id: [],
    from: [],
    to: [],
    lng: [],
    lat: [],
    whole: [],
    ranges: [],
  };
  visitChildren(0, nodes, 0, events, false);
  return screen;

  /** Nodes `first` … `after` and the places between them. */
  function visitChildren(first: number, after: number, start: number, end: number, whole: boolean) {
    let position = start;
    for (let node = first; node < after;) {
      if (position < from[node]!) visitPlaces(position, from[node]!, whole);
      position = to[node]!;
      const known = nodesInside[node]!;
      const next =
        known < manyInside ? node + known + 1 : nodeAt(node + known + 1, after, position);
      visitNode(node, next, whole);
      node = next;
    }
    if (position < end) visitPlaces(position, end, whole);
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

  function visitNode(node: number, next: number, parentWhole: boolean): void {
    const start = from[node]!;
    const row = rows[start]!;
    const lng = columns.lng[row]!;
    const lat = columns.lat[row]!;
    const whole = parentWhole || holds(node, lng, lat);
    if (whole === undefined) return;
    if (zoom[node]! >= level) emit(node, start, to[node]!, lng, lat, whole);
    else visitChildren(node + 1, next, start, to[node]!, whole);
  }

  /** Whether all of a node is in the view; nothing where none of it is. */
  function holds(node: number, lng: number, lat: number): boolean | undefined {
    const sides = extent[node]!;
    const depth = zoom[node]!;
    return box.holds(
      mercatorX(lng),
      mercatorY(lat),
      sideOf(sides, 0, depth) + slack,
      sideOf(sides, 1, depth) + slack,
      sideOf(sides, 2, depth) + slack,
      sideOf(sides, 3, depth) + slack,
    );
  }

  function visitPlaces(start: number, end: number, whole: boolean): void {
    for (let position = start; position < end;) {
      const after = nextPlace(begins, position + 1, end);
      const row = rows[position]!;
      const lng = columns.lng[row]!;
      const lat = columns.lat[row]!;
      if (whole || inside(lng, lat)) emit(-1 - position, position, after, lng, lat, true);
      position = after;
    }
  }

  function emit(id: number, start: number, end: number, lng: number, lat: number, whole: boolean) {
    screen.id.push(id);
    screen.from.push(start);
    screen.to.push(end);
    screen.lng.push(lng);
    screen.lat.push(lat);
    screen.whole.push(whole ? 1 : 0);
    if (whole || inside(lng, lat)) addRange(screen.ranges, start, end);
  }
}

/** The whole world as a single node. */
export function worldOf({ events }: Layout): Screen {
  return {
    inside: () => true,
    id: [-1],
    from: [0],
    to: [events],
    lng: [0],
    lat: [0],
    whole: [1],
    ranges: [0, events],
  };
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

function addRange(ranges: number[], from: number, to: number): void {
  if (ranges.length > 0 && ranges[ranges.length - 1] === from) ranges[ranges.length - 1] = to;
  else ranges.push(from, to);
}

/** The view in Mercator, where reaches are the same everywhere. */
function boxOf([west, south, east, north]: Question['view']['bbox']) {
  // Positions beyond the edge of Mercator stand on it, and a view that touches the edge has them.
  const top = mercatorY(north);
  const bottom = mercatorY(south);
  const low = top < slack ? -1 : top;
  const high = bottom > 1 - slack ? 2 : bottom;
  const around = east - west >= 360;
  const left = mercatorX(west);
  const turns = mercatorX(east) - left;
  const width = turns - Math.floor(turns);
  return {
    /** Whether a box around a point is in the view as a whole; nothing where none of it is. */
    holds(
      x: number,
      y: number,
      toWest: number,
      toEast: number,
      toNorth: number,
      toSouth: number,
    ): boolean | undefined {
      if (high < low || y + toSouth < low || y - toNorth > high) return undefined;
      const between = y - toNorth >= low && y + toSouth <= high;
      if (around) return between;
      let away = x - left;
      away -= Math.floor(away);
      if (away - toWest > width && away + toEast < 1) return undefined;
      return between && away - toWest >= 0 && away + toEast <= width;
    },
  };
}
