/**
 * Places → a tree of clusters, made once for all windows.
 *
 * The bottom level (18) has one node for every distinct place. Each level above joins nodes of the
 * level below that lie within a radius of 40 pixels at that zoom, greedily and heaviest first, as
 * supercluster does. A node stands at its heaviest place (at each joining the taker's), which is
 * somewhere events are, and never nearer than the radius to another node of its level; it depends
 * on the data and the zoom alone, so scrubbing changes sizes, not places.
 */
import { nodesIn as insideOf, shapeOf } from './buffer';
import { cardSize, coordinateWord, none, word } from './cards';
import { deepestCompany } from './company';
import { extentsOf } from './extents';
import { coarser, gridOf, gridOfPlaces, type Grid } from './grid';
import { join } from './join';
import { bottomZoom } from './levels';
import { orderZoom, type Places } from './places';

export interface Growth {
  /** Nodes that joined others, children before parents. */
  readonly nodes: number;
  /** A card for each (`cards.ts`). */
  readonly cards: Uint32Array;
  /** By place: the next one of the same node's children that are places; `none` after the last. */
  readonly sibling: Uint32Array;
  /** Places and nodes that are in no other; nodes follow the places in number. */
  readonly roots: Uint32Array;
}

/** @param onprogress called with the share done, 0 … 1. */
export function grow(places: Places, onprogress: (done: number) => void): Growth {
  const forest = forestOf(places);
  const { gone } = forest;
  let grid = gridOfPlaces(places);
  onprogress(0.1);
  for (const { zoom, ids } of inCompany(grid).reverse())
    forest.joinLevel(gridOf(withoutGone(ids, gone), places.x, places.y, zoom));
  for (let zoom = orderZoom - 1; zoom >= 0; zoom--) {
    onprogress(1 - 0.7 * ((zoom + 1) / orderZoom));
    grid = coarser(grid, gone);
    forest.joinLevel(grid);
  }
  return forest.grown(withoutGone(grid.ids, gone));
}

function withoutGone(ids: Uint32Array, gone: Uint8Array): Uint32Array {
  const left = new Uint32Array(ids.length);
  let count = 0;
  for (const id of ids) if (!gone[id]) left[count++] = id;
  return left.slice(0, count);
}

/** The places that have others within reach at `orderZoom`, then those at the level below it, … */
function inCompany(grid: Grid): { zoom: number; ids: Uint32Array }[] {
  const company = deepestCompany(grid);
  const lists: { zoom: number; ids: Uint32Array }[] = [];
  let ids = grid.ids;
  for (let zoom = orderZoom; zoom < bottomZoom; zoom++) {
    // The grid of `orderZoom` has the places in their order.
    ids = atLeast(ids, company, zoom);
    lists.push({ zoom, ids });
  }
  return lists;
}

function atLeast(ids: Uint32Array, values: Uint8Array, least: number): Uint32Array {
  const kept = new Uint32Array(ids.length);
  let count = 0;
  for (const id of ids) if (values[id]! >= least) kept[count++] = id;
  return kept.slice(0, count);
}

/** Places that become nodes, level by level, deepest first. */
function forestOf({ count, first }: Places) {
  // Each node takes one place at least out of the level.
  const most = Math.max(0, count - 1);
  const cards = new Uint32Array(most * cardSize);
  const sibling = new Uint32Array(count).fill(none);
  /** By place: what stands there by now, itself or the last node it made; its events; its reach. */
  const standing = new Uint32Array(count);
  const weight = new Uint32Array(count);
  const extents = extentsOf(most);
  /** By place: whether it has joined another one. */
  const gone = new Uint8Array(count);
  for (let place = 0; place < count; place++) {
    standing[place] = place;
    weight[place] = first[place + 1]! - first[place]!;
  }
  let nodes = 0;
  /** Nodes in what stands somewhere, itself too. */
  const nodesIn = (item: number) =>
    item < count ? 0 : insideOf(cards[(item - count) * cardSize + word.shape]!) + 1;

  return {
    gone,
    joinLevel(grid: Grid) {
      const { ids, zoom, x, y } = grid;
      const before = nodes;
      const takers = join(grid, weightsOf(ids));
      // Children are put in front of each other: the last one comes first.
      for (let slot = ids.length - 1; slot >= 0; slot--) {
        const taker = takers[slot]!;
        if (taker === slot) continue;
        const seed = ids[taker]!;
        const member = ids[slot]!;
        if (standing[seed]! < count + before) begin(seed, zoom, x[taker]!, y[taker]!);
        const node = standing[seed]! - count;
        const card = node * cardSize;
        const child = standing[member]!;
        let east = x[slot]! - x[taker]!;
        if (east > 0.5) east -= 1;
        else if (east < -0.5) east += 1;
        const south = y[slot]! - y[taker]!;
        if (child < count) {
          extents.includePlace(node, east, south);
          sibling[child] = cards[card + word.firstPlace]!;
          cards[card + word.firstPlace] = child;
        } else {
          extents.include(node, child - count, east, south);
          cards[(child - count) * cardSize + word.sibling] = cards[card + word.firstNode]!;
          cards[card + word.firstNode] = child;
          cards[card + word.shape]! += shapeOf(0, false, nodesIn(child));
        }
        weight[seed]! += weight[member]!;
        gone[member] = 1;
      }
      for (let node = before; node < nodes; node++) finish(node, zoom);
    },
    grown(left: Uint32Array): Growth {
      return { nodes, cards, sibling, roots: left.map((seed) => standing[seed]!) };
    },
  };

  /** Puts a node where something else stood, its core. */
  function begin(seed: number, zoom: number, x: number, y: number): void {
    const card = nodes * cardSize;
    const core = standing[seed]!;
    cards[card + word.shape] = shapeOf(zoom, core < count, nodesIn(core));
    cards[card + word.x] = coordinateWord(x, 0);
    cards[card + word.y] = coordinateWord(y, 0);
    cards[card + word.firstNode] = none;
    cards[card + word.firstPlace] = none;
    cards[card + word.seed] = seed;
    // Until all other children are known.
    cards[card + word.sibling] = core;
    if (core >= count) extents.include(nodes, core - count, 0, 0);
    standing[seed] = count + nodes++;
  }

  /** What all children of a node decide. */
  function finish(node: number, zoom: number): void {
    const card = node * cardSize;
    const seed = cards[card + word.seed]!;
    const core = cards[card + word.sibling]!;
    if (core >= count) {
      cards[(core - count) * cardSize + word.sibling] = cards[card + word.firstNode]!;
      cards[card + word.firstNode] = core;
    }
    cards[card + word.sibling] = none;
    cards[card + word.events] = weight[seed]!;
    const extent = extents.packed(node, zoom);
    cards[card + word.x]! |= (extent & 0xff) << 24;
    cards[card + word.y]! |= (extent >>> 8) << 24;
  }

  function weightsOf(ids: Uint32Array): Uint32Array {
    const weights = new Uint32Array(ids.length);
    for (let slot = 0; slot < ids.length; slot++) weights[slot] = weight[ids[slot]!]!;
    return weights;
  }
}
