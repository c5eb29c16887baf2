/**
 * Places → a tree of clusters, made once for all windows.
 *
 * The bottom level (18) has one node for every distinct place. Each level above joins nodes of the
 * level below that lie within a radius of 40 pixels at that zoom, greedily and heaviest first, as
 * supercluster does. A node stands at its heaviest place (at each joining the taker's), which is
 * somewhere events are, and never nearer than the radius to another node of its level; it depends
 * on the data and the zoom alone, so scrubbing changes sizes, not places.
 */
import { deepestCompany } from './company';
import { extentsOf } from './extents';
import { coarser, gridOf, gridOfPlaces, type Grid } from './grid';
import { join } from './join';
import { bottomZoom } from './levels';
import { orderZoom, type Places } from './places';

export interface Growth {
  /** Nodes that joined others, children before parents. */
  readonly nodes: number;
  /** The level at which a node was made. */
  readonly zoom: Uint8Array;
  /** How far a node reaches from where it stands, as `Tree.extent`. */
  readonly extent: Uint16Array;
  /** Events in a node. */
  readonly events: Uint32Array;
  /** Nodes in a node, without itself. */
  readonly inside: Uint32Array;
  /** A node's core, which stood there before it was made: a place or a node. Places are 0 …
   * `places.count` − 1, nodes follow. */
  readonly core: Uint32Array;
  /** A node's first child that is a node (a core is the first one); `none` without. */
  readonly firstNode: Uint32Array;
  /** Its first child that is a place, but for a core. */
  readonly firstPlace: Uint32Array;
  /** By place, then node: the next such child of the same node; `none` after the last. */
  readonly nextSibling: Uint32Array;
  /** The place where a node stands. */
  readonly seeds: Uint32Array;
  /** Places and nodes that are in no other. */
  readonly roots: Uint32Array;
}

export const none = 0xffffffff;

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
  const zooms = new Uint8Array(most);
  const events = new Uint32Array(most);
  const inside = new Uint32Array(most);
  const extent = new Uint16Array(most);
  const core = new Uint32Array(most);
  const firstNode = new Uint32Array(most).fill(none);
  const firstPlace = new Uint32Array(most).fill(none);
  const nextSibling = new Uint32Array(count + most).fill(none);
  const seeds = new Uint32Array(most);
  /** By place: what stands there by now, itself or the last node it made; its events; its reach. */
  const standing = new Uint32Array(count);
  const weight = new Uint32Array(count);
  const extents = extentsOf(count);
  /** By place: whether it has joined another one. */
  const gone = new Uint8Array(count);
  for (let place = 0; place < count; place++) {
    standing[place] = place;
    weight[place] = first[place + 1]! - first[place]!;
  }
  let nodes = 0;
  const withItself = (item: number) => (item < count ? 0 : inside[item - count]! + 1);

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
        if (standing[seed]! < count + before) begin(seed);
        const node = standing[seed]! - count;
        const child = standing[member]!;
        const siblings = child < count ? firstPlace : firstNode;
        nextSibling[child] = siblings[node]!;
        siblings[node] = child;
        inside[node]! += withItself(child);
        weight[seed]! += weight[member]!;
        let away = x[slot]! - x[taker]!;
        away -= Math.round(away);
        extents.include(seed, member, away, y[slot]! - y[taker]!);
        gone[member] = 1;
      }
      for (let node = before; node < nodes; node++) {
        if (core[node]! >= count) {
          nextSibling[core[node]!] = firstNode[node]!;
          firstNode[node] = core[node]!;
        }
        zooms[node] = zoom;
        events[node] = weight[seeds[node]!]!;
        extent[node] = extents.packed(seeds[node]!, zoom);
      }
    },
    grown(left: Uint32Array): Growth {
      const roots = left.map((seed) => standing[seed]!);
      const children = { core, firstNode, firstPlace, nextSibling };
      return { nodes, zoom: zooms, extent, events, inside, ...children, seeds, roots };
    },
  };

  function begin(seed: number): void {
    const node = nodes++;
    seeds[node] = seed;
    core[node] = standing[seed]!;
    inside[node] = withItself(standing[seed]!);
    standing[seed] = count + node;
  }

  function weightsOf(ids: Uint32Array): Uint32Array {
    const weights = new Uint32Array(ids.length);
    for (let slot = 0; slot < ids.length; slot++) weights[slot] = weight[ids[slot]!]!;
    return weights;
  }
}
