/**
 * Places → a tree of clusters, made once for all windows.
 *
 * The bottom level (18) has one node for every distinct place. Each level above joins nodes of the
 * level below that lie within a radius of 50 pixels at that zoom, greedily and heaviest first, as
 * supercluster does. A node stands at its heaviest place (at each joining the taker's), which is
 * somewhere events are, and never nearer than the radius to another node of its level; it depends
 * on the data and the zoom alone, so scrubbing changes sizes, not places.
 */
import { nodesIn as insideOf, shapeOf } from '../buffer';
import { recordSize, absent, coordinateWord, word } from './node-record';
import { neighbourLevels } from './neighbour-level';
import { extentsOf } from './extents';
import { allStanding, coarsening, gridOf, putBack, type Grid, type Standing } from './grid';
import { joining } from './join';
import { bottomZoom } from './levels';
import { orderZoom, type Places } from './places';

export interface TreeBuild {
  /** Nodes that joined others, children before parents. */
  readonly nodes: number;
  /** A card for each (`cards.ts`). */
  readonly cards: Uint32Array;
  /** By place: the next one of the same node's children that are places; `absent` after the last. */
  readonly sibling: Uint32Array;
  /** Places and nodes that are in no other; nodes follow the places in number. */
  readonly roots: Uint32Array;
}

/** @param onprogress called with the share done, 0 … 1. */
export function buildTree(places: Places, onprogress: (done: number) => void): TreeBuild {
  const forest = forestOf(places.count);
  const all = allStanding(places);
  onprogress(0.1);
  for (const { zoom, slots } of inCompany(all).reverse()) {
    const { grid, from } = gridOf(slots, all, zoom);
    forest.joinLevel(grid);
    putBack(grid, from, all);
  }
  const coarser = coarsening();
  let grid: Standing = all;
  for (let zoom = orderZoom - 1; zoom >= 0; zoom--) {
    onprogress(1 - 0.7 * ((zoom + 1) / orderZoom));
    const above = coarser(grid);
    forest.joinLevel(above);
    grid = above;
  }
  return forest.grown(grid);
}

/** The slots that have others within reach at `orderZoom`, then those at the level below it, … */
function inCompany(all: Standing): { zoom: number; slots: Uint32Array }[] {
  const company = neighbourLevels(all);
  const lists: { zoom: number; slots: Uint32Array }[] = [];
  let slots = all.standing;
  for (let zoom = orderZoom; zoom < bottomZoom; zoom++) {
    slots = atLeast(slots, company, zoom);
    lists.push({ zoom, slots });
  }
  return lists;
}

function atLeast(ids: Uint32Array, values: Uint8Array, least: number): Uint32Array {
  const kept = new Uint32Array(ids.length);
  let count = 0;
  for (let at = 0; at < ids.length; at++) {
    kept[count] = ids[at]!;
    count += +(values[ids[at]!]! >= least);
  }
  return kept.slice(0, count);
}

/** Places that become nodes, level by level, deepest first. */
function forestOf(count: number) {
  // Each node takes one place at least out of the level.
  const most = Math.max(0, count - 1);
  const cards = new Uint32Array(most * recordSize);
  const sibling = new Uint32Array(count).fill(absent);
  const extents = extentsOf(most);
  const join = joining();
  let nodes = 0;
  /** Nodes in what stands somewhere, itself too. */
  const nodesIn = (item: number) =>
    item < count ? 0 : insideOf(cards[(item - count) * recordSize + word.shape]!) + 1;

  return {
    joinLevel(grid: Grid) {
      const { standing, weight, x, y } = grid;
      const before = nodes;
      const takers = join(grid);
      // Children are put in front of each other: the last one comes first.
      for (let slot = takers.length - 1; slot >= 0; slot--) {
        const taker = takers[slot]!;
        if (taker === slot) continue;
        if (standing[taker]! < count + before) begin(grid, taker);
        const node = standing[taker]! - count;
        const card = node * recordSize;
        const child = standing[slot]!;
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
          cards[(child - count) * recordSize + word.sibling] = cards[card + word.firstNode]!;
          cards[card + word.firstNode] = child;
          cards[card + word.shape]! += shapeOf(0, false, nodesIn(child));
        }
        weight[taker]! += weight[slot]!;
        cards[card + word.events]! += weight[slot]!;
        weight[slot] = 0;
      }
      for (let node = before; node < nodes; node++) finish(node, grid.zoom);
    },
    grown({ standing, weight }: Standing): TreeBuild {
      const roots = standing.filter((_, slot) => weight[slot]! > 0);
      return { nodes, cards, sibling, roots };
    },
  };

  /** Puts a node where something else stood, its core. */
  function begin({ standing, weight, x, y, zoom }: Grid, slot: number): void {
    const card = nodes * recordSize;
    const core = standing[slot]!;
    cards[card + word.shape] = shapeOf(zoom, core < count, nodesIn(core));
    cards[card + word.events] = weight[slot]!;
    cards[card + word.x] = coordinateWord(x[slot]!, 0);
    cards[card + word.y] = coordinateWord(y[slot]!, 0);
    cards[card + word.firstNode] = absent;
    cards[card + word.firstPlace] = absent;
    cards[card + word.seed] = core < count ? core : cards[(core - count) * recordSize + word.seed]!;
    // Until all other children are known.
    cards[card + word.sibling] = core;
    if (core >= count) extents.include(nodes, core - count, 0, 0);
    standing[slot] = count + nodes++;
  }

  /** What all children of a node decide. */
  function finish(node: number, zoom: number): void {
    const card = node * recordSize;
    const core = cards[card + word.sibling]!;
    if (core >= count) {
      cards[(core - count) * recordSize + word.sibling] = cards[card + word.firstNode]!;
      cards[card + word.firstNode] = core;
    }
    cards[card + word.sibling] = absent;
    const extent = extents.packed(node, zoom);
    cards[card + word.x]! |= (extent & 0xff) << 24;
    cards[card + word.y]! |= (extent >>> 8) << 24;
  }
}
