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
import { coarser, gridOf, type Grid } from './grid';
import { join } from './join';
import { bottomZoom } from './levels';
import { orderZoom, type Places } from './places';

export interface Growth {
  /** Nodes that joined others, in the order in which they were made: children before parents. */
  readonly nodes: number;
  /** The level at which a node was made. */
  readonly zoom: Uint8Array;
  /** How far a node reaches from where it stands, as `Tree.extent`. */
  readonly extent: Uint16Array;
  /** Events in a node. */
  readonly events: Uint32Array;
  /** A node's first child; places are 0 … `places.count` − 1, nodes follow. */
  readonly firstChild: Uint32Array;
  /** By place, then node: the next child of the same node; `none` after the last. */
  readonly nextSibling: Uint32Array;
  /** Places and nodes that are in no other. */
  readonly roots: Uint32Array;
}

export const none = 0xffffffff;

/** @param onprogress called with the share done, 0 … 1. */
export function grow(places: Places, onprogress: (done: number) => void): Growth {
  const { count, x, y, first } = places;
  const forest = startForest(places);
  const gone = new Uint8Array(count);
  const weight = new Uint32Array(count);
  const all = new Uint32Array(count);
  for (let place = 0; place < count; place++) {
    all[place] = place;
    weight[place] = first[place + 1]! - first[place]!;
  }

  const joinLevel = (grid: Grid) => {
    const { ids, zoom } = grid;
    const weights = new Uint32Array(ids.length);
    for (let slot = 0; slot < ids.length; slot++) weights[slot] = weight[ids[slot]!]!;
    const takers = join(grid, weights);
    for (let slot = 0; slot < ids.length; slot++) {
      const taker = takers[slot]!;
      if (taker === slot) continue;
      const seed = ids[taker]!;
      const member = ids[slot]!;
      forest.add(seed, member, zoom);
      weight[seed]! += weight[member]!;
      gone[member] = 1;
    }
  };

  let grid = gridOf(all, x, y, orderZoom);
  onprogress(0.1);
  for (const { zoom, ids } of inCompany(grid).reverse()) {
    joinLevel(gridOf(withoutGone(ids, gone), x, y, zoom));
  }
  for (let zoom = orderZoom - 1; zoom >= 0; zoom--) {
    onprogress(1 - 0.7 * ((zoom + 1) / orderZoom));
    grid = coarser(grid, gone);
    joinLevel(grid);
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

function startForest({ count, first, x, y }: Places) {
  // Each node takes one place at least out of the level.
  const most = Math.max(0, count - 1);
  const zooms = new Uint8Array(most);
  const events = new Uint32Array(most);
  const extents = extentsOf(most);
  const firstChild = new Uint32Array(most);
  const lastChild = new Uint32Array(most);
  const nextSibling = new Uint32Array(count + most).fill(none);
  /** Seed → what it stands for by now: itself, or the last node it made. */
  const standing = new Uint32Array(count);
  for (let place = 0; place < count; place++) standing[place] = place;
  let nodes = 0;
  const eventsOf = (item: number) =>
    item < count ? first[item + 1]! - first[item]! : events[item - count]!;
  return {
    add(seed: number, member: number, zoom: number) {
      let node = standing[seed]! - count;
      if (node < 0 || zooms[node] !== zoom) {
        node = nodes++;
        zooms[node] = zoom;
        // The seed comes first, since the node stands where it does.
        firstChild[node] = standing[seed]!;
        lastChild[node] = standing[seed]!;
        events[node] = eventsOf(standing[seed]!);
        if (standing[seed]! >= count) extents.include(node, standing[seed]! - count, 0, 0);
        standing[seed] = node + count;
      }
      const child = standing[member]!;
      nextSibling[lastChild[node]!] = child;
      lastChild[node] = child;
      events[node]! += eventsOf(child);
      let away = x[member]! - x[seed]!;
      away -= Math.round(away);
      extents.include(node, child - count, away, y[member]! - y[seed]!);
    },
    grown(seeds: Uint32Array): Growth {
      const roots = seeds.map((seed) => standing[seed]!);
      const extent = extents.packed(nodes, zooms);
      return { nodes, zoom: zooms, extent, events, firstChild, nextSibling, roots };
    },
  };
}
