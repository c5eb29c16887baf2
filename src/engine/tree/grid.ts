/** Nodes of a level in rows of square cells, so that whoever is near stands in three short runs.
 * Loops are written out here and in the users: this is where building the index spends its time. */
import { cellsAcross } from './levels';
import { orderZoom, type Places } from './places';
import { sortOrder } from '../base/radix';

/** What stands on a level, by slot; slots run by row of cells, then column. */
export interface Standing {
  readonly zoom: number;
  readonly across: number;
  /** What stands there: a place, or a node, which follow the places in number. */
  readonly standing: Uint32Array;
  /** Its events; 0 once it has joined another one. */
  readonly weight: Uint32Array;
  /** Mercator, 0 … 1. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** `row × across + column` of the cell. */
  readonly cell: Float64Array;
}

export interface Grid extends Standing {
  /** The first slot that is not before the cell to the north-west. */
  readonly above: Uint32Array;
  /** The first slot that is not before the cell to the south-west. */
  readonly below: Uint32Array;
}

/** All places, at the level that orders them. Slots are places. */
export function allStanding({ count, first, x, y, cell }: Places): Standing {
  const standing = new Uint32Array(count);
  const weight = new Uint32Array(count);
  for (let place = 0; place < count; place++) {
    standing[place] = place;
    weight[place] = first[place + 1]! - first[place]!;
  }
  return { zoom: orderZoom, across: cellsAcross(orderZoom), standing, weight, x, y, cell };
}

/** Lays out some of all places' slots, but for those that have joined others, for a deeper level;
 * within a cell they keep their order. `from` has the slot among all by that in the grid. */
export function gridOf(slots: Uint32Array, all: Standing, zoom: number) {
  const across = cellsAcross(zoom);
  const kept = new Uint32Array(slots.length);
  const columns = new Uint32Array(slots.length);
  const rows = new Uint32Array(slots.length);
  let count = 0;
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!;
    if (all.weight[slot] === 0) continue;
    kept[count] = slot;
    columns[count] = Math.min(across - 1, all.x[slot]! * across);
    rows[count++] = Math.min(across - 1, all.y[slot]! * across);
  }
  const order = sortOrder(columns.subarray(0, count), rows.subarray(0, count));
  const from = new Uint32Array(count);
  const grid = within(roomFor(count), count, zoom);
  for (let slot = 0; slot < count; slot++) {
    const at = order[slot]!;
    const among = kept[at]!;
    from[slot] = among;
    grid.standing[slot] = all.standing[among]!;
    grid.weight[slot] = all.weight[among]!;
    grid.x[slot] = all.x[among]!;
    grid.y[slot] = all.y[among]!;
    grid.cell[slot] = rows[at]! * across + columns[at]!;
  }
  findNeighbours(grid);
  return { grid, from };
}

/** Notes among all places what has become of those that were laid out. */
export function putBack({ standing, weight }: Grid, from: Uint32Array, all: Standing): void {
  for (let slot = 0; slot < from.length; slot++) {
    all.standing[from[slot]!] = standing[slot]!;
    all.weight[from[slot]!] = weight[slot]!;
  }
}

/** Makes the grid of the level above of one after the other, without those that have joined others.
 * A grid is overwritten by the next but one, which has no more nodes. */
export function coarsening(): (grid: Standing) => Grid {
  const rooms: Room[] = [];
  return (grid) => {
    const zoom = grid.zoom - 1;
    let left = 0;
    for (let slot = 0; slot < grid.weight.length; slot++) left += +(grid.weight[slot]! > 0);
    const next = within((rooms[zoom & 1] ??= roomFor(left)), left, zoom);
    putTogether(grid, next);
    findNeighbours(next);
    return next;
  };
}

/** Two rows become one; where four cells become one, those of the upper row come first. Sums of
 * comparisons where nobody can foretell which way a branch would go. */
function putTogether({ standing, weight, x, y, cell, across }: Standing, next: Grid): void {
  const count = cell.length;
  let made = 0;
  for (let from = 0; from < count;) {
    const row = 2 * Math.floor(cell[from]! / across / 2);
    const upper = row * across;
    const lower = upper + across;
    const after = lower + across;
    let middle = from;
    while (middle < count && cell[middle]! < lower) middle++;
    let end = middle;
    while (end < count && cell[end]! < after) end++;
    const base = (row / 2) * next.across;
    let a = from;
    let b = middle;
    while (a < middle && b < end) {
      const columnA = (cell[a]! - upper) >>> 1;
      const columnB = (cell[b]! - lower) >>> 1;
      const second = (columnB - columnA) >> 31;
      const slot = a + ((b - a) & second);
      a += 1 + second;
      b -= second;
      next.standing[made] = standing[slot]!;
      next.weight[made] = weight[slot]!;
      next.x[made] = x[slot]!;
      next.y[made] = y[slot]!;
      next.cell[made] = base + columnA + ((columnB - columnA) & second);
      made += +(weight[slot]! > 0);
    }
    const line = a < middle ? upper : lower;
    const last = a < middle ? middle : end;
    for (let slot = a < middle ? a : b; slot < last; slot++) {
      next.standing[made] = standing[slot]!;
      next.weight[made] = weight[slot]!;
      next.x[made] = x[slot]!;
      next.y[made] = y[slot]!;
      next.cell[made] = base + ((cell[slot]! - line) >>> 1);
      made += +(weight[slot]! > 0);
    }
    from = end;
  }
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

/** Room for the nodes of a level. */
type Room = Omit<Grid, 'zoom' | 'across'>;

function roomFor(count: number): Room {
  return {
    standing: new Uint32Array(count),
    weight: new Uint32Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
    cell: new Float64Array(count),
    above: new Uint32Array(count),
    below: new Uint32Array(count),
  };
}

function within({ standing, weight, x, y, cell, above, below }: Room, count: number, zoom: number) {
  return {
    zoom,
    across: cellsAcross(zoom),
    standing: standing.subarray(0, count),
    weight: weight.subarray(0, count),
    x: x.subarray(0, count),
    y: y.subarray(0, count),
    cell: cell.subarray(0, count),
    above: above.subarray(0, count),
    below: below.subarray(0, count),
  };
}

/** Either a slot is done or the pointer goes on: sums of comparisons instead of branches. */
function findNeighbours({ across, cell, above, below }: Grid): void {
  const count = cell.length;
  for (let slot = 0, up = 0; slot < count;) {
    const goesOn = +(cell[up]! < cell[slot]! - across - 1);
    above[slot] = up;
    up += goesOn;
    slot += 1 - goesOn;
  }
  let slot = 0;
  for (let down = 0; slot < count && down < count;) {
    const goesOn = +(cell[down]! < cell[slot]! + across - 1);
    below[slot] = down;
    down += goesOn;
    slot += 1 - goesOn;
  }
  below.fill(count, slot);
}
