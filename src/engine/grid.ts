/** Nodes of a level in rows of square cells, so that whoever is near stands in three short runs.
 * Loops are written out here and in the users: this is where building the index spends its time. */
import { cellsAcross } from './levels';
import { orderZoom, type Places } from './places';
import { orderOf } from './radix';

/** Nodes by slot; slots run by row of cells, then column. */
export interface Grid {
  readonly zoom: number;
  readonly across: number;
  /** The place where a node stands. */
  readonly ids: Uint32Array;
  /** What stands there: a place, or a node, which follow the places in number. */
  readonly standing: Uint32Array;
  /** Its events. */
  readonly weight: Uint32Array;
  /** 1 once it has joined another one. */
  readonly gone: Uint8Array;
  /** Mercator, 0 … 1. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** `row × across + column` of the cell. */
  readonly cell: Float64Array;
  /** The first slot that is not before the cell to the north-west. */
  readonly above: Uint32Array;
  /** The first slot that is not before the cell to the south-west. */
  readonly below: Uint32Array;
}

/** All places, at the level that orders them. Slots are places. */
export function gridOfPlaces({ count, first, x, y, cell }: Places): Grid {
  const ids = new Uint32Array(count);
  const weight = new Uint32Array(count);
  for (let place = 0; place < count; place++) {
    ids[place] = place;
    weight[place] = first[place + 1]! - first[place]!;
  }
  const gone = new Uint8Array(count);
  const across = cellsAcross(orderZoom);
  const standing = ids.slice();
  return withNeighbours({ zoom: orderZoom, across, ids, standing, weight, gone, x, y, cell });
}

/** Lays out some of the slots of the grid of all places for a deeper level; within a cell they keep
 * their order. */
export function gridOf(slots: Uint32Array, all: Grid, zoom: number): Grid {
  const count = slots.length;
  const across = cellsAcross(zoom);
  const columns = new Uint32Array(count);
  const rows = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    columns[i] = Math.min(across - 1, all.x[slots[i]!]! * across);
    rows[i] = Math.min(across - 1, all.y[slots[i]!]! * across);
  }
  const order = orderOf(columns, rows);
  const grid = emptyGrid(count, zoom);
  for (let slot = 0; slot < count; slot++) {
    const at = order[slot]!;
    const from = slots[at]!;
    grid.ids[slot] = from;
    grid.standing[slot] = all.standing[from]!;
    grid.weight[slot] = all.weight[from]!;
    grid.x[slot] = all.x[from]!;
    grid.y[slot] = all.y[from]!;
    grid.cell[slot] = rows[at]! * across + columns[at]!;
  }
  return withNeighbours(grid);
}

/** Notes in the grid of all places what has become of those that were laid out. */
export function putBack({ ids, standing, weight, gone }: Grid, all: Grid): void {
  for (let slot = 0; slot < ids.length; slot++) {
    const place = ids[slot]!;
    all.standing[place] = standing[slot]!;
    all.weight[place] = weight[slot]!;
    all.gone[place] = gone[slot]!;
  }
}

/** The grid of the level above without those that are gone. Two rows become one; where four cells
 * become one, those of the upper row come first. */
export function coarser(grid: Grid): Grid {
  const { ids, standing, weight, gone, x, y, cell, across } = grid;
  const count = ids.length;
  let left = 0;
  for (let slot = 0; slot < count; slot++) left += 1 - gone[slot]!;
  const next = emptyGrid(left, grid.zoom - 1);
  let made = 0;
  for (let from = 0; from < count;) {
    const row = 2 * Math.floor(cell[from]! / across / 2);
    const upper = row * across;
    const lower = upper + across;
    const after = lower + across;
    let b = from;
    while (b < count && cell[b]! < lower) b++;
    const middle = b;
    const base = (row / 2) * next.across;
    let a = from;
    for (;;) {
      const columnA = a < middle ? (cell[a]! - upper) >>> 1 : across;
      const columnB = b < count && cell[b]! < after ? (cell[b]! - lower) >>> 1 : across;
      if (columnA === across && columnB === across) break;
      const slot = columnA <= columnB ? a++ : b++;
      if (gone[slot]) continue;
      next.ids[made] = ids[slot]!;
      next.standing[made] = standing[slot]!;
      next.weight[made] = weight[slot]!;
      next.x[made] = x[slot]!;
      next.y[made] = y[slot]!;
      next.cell[made] = base + Math.min(columnA, columnB);
      made++;
    }
    from = b;
  }
  return withNeighbours(next);
}

/** The first slot at or after a cell. */
export function slotAt({ cell }: Grid, wanted: number): number {
  let low = 0;
  let high = cell.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cell[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function emptyGrid(count: number, zoom: number): Omit<Grid, 'above' | 'below'> {
  return {
    zoom,
    across: cellsAcross(zoom),
    ids: new Uint32Array(count),
    standing: new Uint32Array(count),
    weight: new Uint32Array(count),
    gone: new Uint8Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
    cell: new Float64Array(count),
  };
}

function withNeighbours(grid: Omit<Grid, 'above' | 'below'>): Grid {
  const { across, cell } = grid;
  const count = cell.length;
  const above = new Uint32Array(count);
  const below = new Uint32Array(count);
  let up = 0;
  let down = 0;
  for (let slot = 0; slot < count; slot++) {
    const here = cell[slot]!;
    while (cell[up]! < here - across - 1) up++;
    while (down < count && cell[down]! < here + across - 1) down++;
    above[slot] = up;
    below[slot] = down;
  }
  return { ...grid, above, below };
}
