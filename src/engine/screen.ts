/** A view → the nodes that may stand in it. */
import type { Layout } from './buffer';
import { levelOf, reachOf } from './levels';
import { mercatorX, mercatorY } from './mercator';
import type { EventColumns, Question } from './types';
import { insideOf } from './view-box';

/** Nodes of the view's level, each a range of positions `[from, to)`. */
export interface Screen {
  readonly view: Question['view'];
  readonly inside: (lng: number, lat: number) => boolean;
  readonly from: number[];
  readonly to: number[];
  /** Where a node stands, degrees. */
  readonly lng: number[];
  readonly lat: number[];
  /** 1 where all of its events are in the view, else it depends: a node of several events of the
   * window is where it stands, a single event at its own place. */
  readonly whole: number[];
  /** The positions of the nodes that are whole, in few ranges `[a, b, a, b, …]`, rising. */
  readonly ranges: number[];
}

/** Rounding in units of the world's width. */
const slack = 1e-9;

export function screenOf(columns: EventColumns, layout: Layout, view: Question['view']): Screen {
  const { rows, begins, from, to, next, zoom, nodes, events } = layout;
  const level = levelOf(view.zoom);
  const inside = insideOf(view.bbox);
  const box = boxOf(view.bbox);
  const screen: Screen = {
    view,
    inside,
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
    for (let node = first; node < after; node = next[node]!) {
      visitPlaces(position, from[node]!, whole);
      visitNode(node, whole);
      position = to[node]!;
    }
    visitPlaces(position, end, whole);
  }

  function visitNode(node: number, parentWhole: boolean): void {
    const start = from[node]!;
    const row = rows[start]!;
    const lng = columns.lng[row]!;
    const lat = columns.lat[row]!;
    let whole = parentWhole;
    if (!whole) {
      // A member joined a taker within reach at its level, and that one's members theirs before.
      const extent = box.hold(mercatorX(lng), mercatorY(lat), 2 * reachOf(zoom[node]!) + slack);
      if (extent === 'none') return;
      whole = extent === 'all';
      if (whole) addRange(screen.ranges, start, to[node]!);
    }
    if (zoom[node]! >= level) emit(start, to[node]!, lng, lat, whole);
    else visitChildren(node + 1, next[node]!, start, to[node]!, whole);
  }

  function visitPlaces(start: number, end: number, parentWhole: boolean): void {
    for (let position = start; position < end;) {
      const after = nextPlace(begins, position + 1, end);
      const row = rows[position]!;
      const lng = columns.lng[row]!;
      const lat = columns.lat[row]!;
      if (parentWhole || inside(lng, lat)) {
        emit(position, after, lng, lat, true);
        if (!parentWhole) addRange(screen.ranges, position, after);
      }
      position = after;
    }
  }

  function emit(start: number, end: number, lng: number, lat: number, whole: boolean): void {
    screen.from.push(start);
    screen.to.push(end);
    screen.lng.push(lng);
    screen.lat.push(lat);
    screen.whole.push(whole ? 1 : 0);
  }
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

/** The view in Mercator, where reaches are round. */
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
    /** How much of a disc is in the view, where it is not sure `some`. */
    hold(x: number, y: number, radius: number): 'all' | 'some' | 'none' {
      if (high < low || y + radius < low || y - radius > high) return 'none';
      const between = y - radius >= low && y + radius <= high;
      if (around) return between ? 'all' : 'some';
      let east = x - left;
      east -= Math.floor(east);
      if (east - radius > width && east + radius < 1) return 'none';
      return between && east - radius >= 0 && east + radius <= width ? 'all' : 'some';
    },
  };
}
