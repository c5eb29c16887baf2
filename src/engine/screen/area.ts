/** A part of the world → the nodes of a level that may stand in it. */
import { nextBit } from '../base/bits';
import { reachSlack as slack, type MercatorBox } from './box';
import { coreIsPlace, nodesIn, zoomOf, type BufferLayout } from '../buffer';
import { mostExtent } from '../tree/extents';
import { bottomZoom } from '../tree/levels';
import { latitude } from '../base/mercator';
import { eastOf, errorOf, rootOrigin, rootSpan, southOf, childSpan } from '../tree/offsets';
import type { EventColumns } from '../types';

/** Nodes of a level, each a range of positions `[from, to)`, rising. */
export interface AreaNodes extends Nodes {
  readonly level: number;
  readonly box: MercatorBox;
  readonly count: number;
  /** Fills in where a node stands. */
  locate(node: number): void;
}

interface Nodes {
  /** The node's number, or −1 less the position of a place. */
  readonly id: Int32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Where a node stands, degrees: of a place always, of others NaN until they are located. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** What a node that is no place may reach, in Mercator: from `left` on, 0 … 1, so far to the east,
   * from `top` to `bottom`. */
  readonly left: Float64Array;
  readonly width: Float64Array;
  readonly top: Float64Array;
  readonly bottom: Float64Array;
}

/** What extents are told in, by level. */
const fifteenths = Float64Array.from({ length: bottomZoom }, (_, zoom) => mostExtent(zoom) / 15);

/** The areas of an index. */
export function areasOf(columns: EventColumns, { rows, begins, events, ...tree }: BufferLayout) {
  const { to, shape, offset, extent, nodes } = tree;
  /** Room for what is found; `rowOf` is the first row of a place. */
  let found = roomFor(512);
  let rowOf = new Uint32Array(512);
  let count = 0;
  let level = 0;
  let box: MercatorBox;

  return (wantedLevel: number, wantedBox: MercatorBox): AreaNodes => {
    level = wantedLevel;
    box = wantedBox;
    count = 0;
    visitChildren(0, nodes, 0, events, false, rootOrigin, rootOrigin, rootSpan, false);
    placePlaces();
    const kept = resized(found, count);
    return { level, box, count, ...kept, locate: (node) => locate(kept, node) };
  };

  /** Nodes `first` … `after`, the core before them where it is a place, and the places that follow,
   * up to position `end`. `whole`: all of them are in the box. */
  function visitChildren(
    first: number,
    after: number,
    start: number,
    end: number,
    core: boolean,
    x: number,
    y: number,
    span: number,
    whole: boolean,
  ): void {
    let position = start;
    if (core) position = putPlace(position, end);
    for (let node = first; node < after; node += 1 + nodesIn(shape[node]!)) {
      visitNode(node, position, x, y, span, whole);
      position = to[node]!;
    }
    while (position < end) position = putPlace(position, end);
  }

  function visitNode(
    node: number,
    start: number,
    originX: number,
    originY: number,
    span: number,
    parentWhole: boolean,
  ): void {
    const word = shape[node]!;
    const depth = zoomOf(word);
    const sides = extent[node]!;
    const unit = fifteenths[depth]!;
    const error = errorOf(span);
    const x = originX + eastOf(offset[node]!, span);
    const y = originY + southOf(offset[node]!, span);
    let left = x - (sides & 15) * unit - error - slack;
    left -= Math.floor(left);
    const width = ((sides & 15) + ((sides >>> 4) & 15)) * unit + 2 * (error + slack);
    const top = y - ((sides >>> 8) & 15) * unit - error - slack;
    const bottom = y + (sides >>> 12) * unit + error + slack;
    let whole = parentWhole;
    if (!whole) {
      if (top > box.bottom || bottom < box.top) return;
      whole = top >= box.top && bottom <= box.bottom;
      if (box.width < 1) {
        let away = left - box.left;
        if (away < 0) away += 1;
        if (away > box.width && away + width < 1) return;
        whole &&= away + width <= box.width;
      }
    }
    if (depth < level) {
      const after = node + 1 + nodesIn(word);
      const core = coreIsPlace(word);
      const reach = childSpan(depth, error);
      return visitChildren(node + 1, after, start, to[node]!, core, x, y, reach, whole);
    }
    if (count === rowOf.length) makeRoom();
    found.id[count] = node;
    found.from[count] = start;
    found.to[count] = to[node]!;
    found.lng[count] = NaN;
    found.left[count] = left;
    found.width[count] = width;
    found.top[count] = top;
    found.bottom[count++] = bottom;
  }

  /** Notes a place, wherever it is; gives where the next one begins. */
  function putPlace(position: number, end: number): number {
    if (count === rowOf.length) makeRoom();
    const after = nextBit(begins, position + 1, end);
    found.id[count] = -1 - position;
    found.from[count] = position;
    found.to[count++] = after;
    return after;
  }

  /** Fills in where places are and leaves out those beyond the box. What is fetched in a loop of its
   * own is far from the next in memory, and many are fetched at once. */
  function placePlaces(): void {
    const { id, from, to, lng, lat, left, width, top, bottom } = found;
    for (let at = 0; at < count; at++) if (id[at]! < 0) rowOf[at] = rows[from[at]!]!;
    for (let at = 0; at < count; at++)
      if (id[at]! < 0) {
        lng[at] = columns.lng[rowOf[at]!]!;
        lat[at] = columns.lat[rowOf[at]!]!;
      }
    const north = box.top < slack ? 90 : latitude(box.top - slack);
    const south = box.bottom > 1 - slack ? -90 : latitude(box.bottom + slack);
    let kept = 0;
    for (let at = 0; at < count; at++) {
      if (id[at]! < 0) {
        if (lat[at]! > north || lat[at]! < south) continue;
        let away = (lng[at]! + 180) / 360 - box.left;
        away -= Math.floor(away);
        if (away > box.width + slack && away < 1 - slack) continue;
      }
      if (kept < at) {
        id[kept] = id[at]!;
        from[kept] = from[at]!;
        to[kept] = to[at]!;
        lng[kept] = lng[at]!;
        lat[kept] = lat[at]!;
        left[kept] = left[at]!;
        width[kept] = width[at]!;
        top[kept] = top[at]!;
        bottom[kept] = bottom[at]!;
      }
      kept++;
    }
    count = kept;
  }

  function locate({ from, lng, lat }: Nodes, node: number): void {
    if (!Number.isNaN(lng[node]!)) return;
    const row = rows[from[node]!]!;
    lng[node] = columns.lng[row]!;
    lat[node] = columns.lat[row]!;
  }

  function makeRoom(): void {
    found = resized(found, 2 * count);
    rowOf = new Uint32Array(2 * count);
  }
}

/** Columns for so many nodes, in one buffer. */
function roomFor(count: number): Nodes {
  const buffer = new ArrayBuffer(count * (6 * 8 + 3 * 4));
  const doubles = (at: number) => new Float64Array(buffer, at * 8 * count, count);
  const words = (at: number) => new Uint32Array(buffer, (6 * 8 + at * 4) * count, count);
  return {
    id: new Int32Array(buffer, 6 * 8 * count, count),
    from: words(1),
    to: words(2),
    lng: doubles(0),
    lat: doubles(1),
    left: doubles(2),
    width: doubles(3),
    top: doubles(4),
    bottom: doubles(5),
  };
}

function resized(nodes: Nodes, count: number): Nodes {
  const room = roomFor(count);
  for (const name of Object.keys(room) as (keyof Nodes)[])
    room[name].set(nodes[name].length > count ? nodes[name].subarray(0, count) : nodes[name]);
  return room;
}
