/** Columns → the index laid out: a tree of places, then the ranks of times over it. */
import { setBit } from '../base/bits';
import {
  blockBits,
  blockSize,
  coreIsPlace,
  emptyLayout,
  zoomOf,
  stretch,
  type BufferLayout,
} from '../buffer';
import { recordSize, absent, coordinateOf, word } from './node-record';
import { buildTree, type TreeBuild } from './build-tree';
import { eastOf, errorOf, offsetOf, rootOrigin, rootSpan, southOf, childSpan } from './offsets';
import { bottomZoom } from './levels';
import { distinctPlaces, type Places } from './places';
import { sortByNumbers } from '../base/radix';
import type { EventColumns } from '../types';

/** Ranks of ends that are looked up at once. */
const overStep = 16;

/** @param onprogress called with the share done, 0 … 1, rising. */
export function layOutTree(
  columns: EventColumns,
  onprogress: (done: number) => void,
): BufferLayout {
  const places = distinctPlaces(columns.lng, columns.lat);
  onprogress(0.1);
  const growth = buildTree(places, (done) => onprogress(0.1 + 0.6 * done));
  const layout = emptyLayout(columns.lng.length, growth.nodes);
  fillTree(layout, places, growth);
  onprogress(0.8);
  fillRanks(layout, columns);
  onprogress(1);
  return layout;
}

/** Fills in what times and categories decide. */
export function fillRanks(layout: BufferLayout, { start, end, category }: EventColumns): void {
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
function fillBlocks(layout: BufferLayout, start: Float64Array, end: Float64Array): void {
  const { events, rows, byStart, byEnd, endRank, lasting } = layout;
  /** Events that have ended when the next stretch begins: all of a lower rank have, and few more. */
  let over = 0;
  for (let first = 0; first < events; first += stretch) {
    const next = first + stretch;
    const time = next < events ? start[rows[byStart[next]! >>> 5]!]! : -Infinity;
    for (let at = over + overStep; at <= events; at += overStep) {
      if (end[rows[byEnd[at - 1]! >>> 5]!]! > time) break;
      over = at;
    }
    if (next >= events) over = 0;
    for (let from = first; from < next && from < events; from += blockSize) {
      const to = Math.min(events, from + blockSize);
      let last = 0;
      let lastEnd = -1;
      let nextEnd = -1;
      for (let rank = from; rank < to; rank++) {
        const ended = endRank[byStart[rank]! >>> 5]!;
        if (ended >= over) setBit(lasting, rank);
        if (ended > lastEnd) {
          nextEnd = lastEnd;
          lastEnd = ended;
          last = rank;
        } else if (ended > nextEnd) nextEnd = ended;
      }
      const block = from >>> blockBits;
      layout.lastEnd[block] = lastEnd;
      layout.nextEnd[block] = Math.max(0, nextEnd);
      setBit(layout.lastOf, last);
    }
  }
}

/** Walks through the tree, parents before children, and lays out what it meets. */
function fillTree(layout: BufferLayout, places: Places, growth: TreeBuild): void {
  const { count, first, rows } = places;
  const { cards, sibling } = growth;
  let position = 0;
  let number = 0;
  /** Cards of the nodes that the walk is in, one of each level at most. */
  const path = new Uint32Array(bottomZoom);
  let depth = 0;
  /** By how many they are: the next child that is a node, and where children are told from. */
  const next = new Uint32Array(bottomZoom + 1);
  const originX = new Float64Array(bottomZoom + 1).fill(rootOrigin);
  const originY = new Float64Array(bottomZoom + 1).fill(rootOrigin);
  const span = new Float64Array(bottomZoom + 1).fill(rootSpan);
  for (const root of growth.roots) {
    if (root >= count) enter((root - count) * recordSize);
    while (depth > 0) {
      const child = next[depth]!;
      if (child !== absent) {
        const card = (child - count) * recordSize;
        next[depth] = cards[card + word.sibling]!;
        enter(card);
      } else leave(path[--depth]!);
    }
  }
  for (const root of growth.roots) if (root < count) put(root);

  /** Lays out a node, and its core where that is a place. */
  function enter(card: number): void {
    const shape = cards[card + word.shape]!;
    const x = cards[card + word.x]!;
    const y = cards[card + word.y]!;
    const reach = span[depth]!;
    let east = coordinateOf(x) - originX[depth]!;
    if (east > 0.5) east -= 1;
    else if (east < -0.5) east += 1;
    const offset = offsetOf(east, coordinateOf(y) - originY[depth]!, reach);
    layout.to[number] = position + cards[card + word.events]!;
    layout.shape[number] = shape;
    layout.offset[number] = offset;
    layout.extent[number++] = (x >>> 24) | ((y >>> 24) << 8);
    const child = cards[card + word.firstNode]!;
    if (child !== absent) {
      originX[depth + 1] = originX[depth]! + eastOf(offset, reach);
      originY[depth + 1] = originY[depth]! + southOf(offset, reach);
      span[depth + 1] = childSpan(zoomOf(shape), errorOf(reach));
    }
    path[depth++] = card;
    next[depth] = child;
    if (coreIsPlace(shape)) put(cards[card + word.seed]!);
  }

  /** Lays out a node's other children that are places. */
  function leave(card: number): void {
    let place = cards[card + word.firstPlace]!;
    for (; place !== absent; place = sibling[place]!) put(place);
  }

  function put(place: number): void {
    layout.begins[position >>> 5]! |= 1 << (position & 31);
    for (let at = first[place]!; at < first[place + 1]!; at++) layout.rows[position++] = rows[at]!;
  }
}
