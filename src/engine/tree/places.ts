/** Rows → distinct places, in an order that has neighbours near each other. */
import { cellsAcross } from './levels';
import { mercatorX, mercatorY } from '../base/mercator';
import { sortedBy } from '../base/radix';

export interface Places {
  readonly count: number;
  /** Rows by place, within a place by number. */
  readonly rows: Uint32Array;
  /** Where in `rows` a place begins; one more at the end. */
  readonly first: Uint32Array;
  /** Mercator, 0 … 1, of each place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The cell of `orderZoom` that each is in, as `Grid.cell`; rising. */
  readonly cell: Float64Array;
}

/** The level whose cells order the places: the last at which a million scattered places are still
 * mostly alone. */
export const orderZoom = 12;

/** Rows of cells in a band, as a power of two. Rows of the table are put into bands before they are
 * sorted, since those of a band fit into a near cache. */
const bandBits = 8;

/**
 * Rows at one position are one place; 180° and −180° are one meridian. Places are numbered by the
 * cells of `orderZoom`, row by row from the north-west, within a cell by longitude, then latitude.
 */
export function distinctPlaces(lng: Float64Array, lat: Float64Array): Places {
  const count = lng.length;
  const across = cellsAcross(orderZoom);
  const { bands, rows: banded, keys, xy } = inBands(lng, lat, across);
  const east = (row: number) => (lng[row] === 180 ? -180 : lng[row]!);
  const compare = (a: number, b: number) => east(a) - east(b) || lat[a]! - lat[b]! || a - b;
  const rows = new Uint32Array(count);
  const first = new Uint32Array(count + 1);
  const cell = new Float64Array(count);
  const placeX = new Float64Array(count);
  const placeY = new Float64Array(count);
  let places = 0;
  for (let band = 0; band + 1 < bands.length; band++) {
    const start = bands[band]!;
    const size = bands[band + 1]! - start;
    const { order, keys: cells } = sortedBy(keys.subarray(start, start + size));
    for (let from = 0, to = 0; from < size; from = to) {
      do to++;
      while (to < size && cells[to] === cells[from]);
      if (to - from > 1)
        sortRun(order, from, to, (a, b) => compare(banded[start + a]!, banded[start + b]!));
      for (let at = from; at < to; at++) {
        const here = start + order[at]!;
        const row = banded[here]!;
        const before = rows[start + at - 1]!;
        rows[start + at] = row;
        if (at > from && lat[row] === lat[before] && east(row) === east(before)) continue;
        first[places] = start + at;
        cell[places] = cells[at]!;
        placeX[places] = xy[2 * here]!;
        placeY[places++] = xy[2 * here + 1]!;
      }
    }
  }
  first[places] = count;
  return {
    count: places,
    rows,
    first: first.subarray(0, places + 1),
    x: placeX.subarray(0, places),
    y: placeY.subarray(0, places),
    cell: cell.subarray(0, places),
  };
}

/** Rows by band, within a band by number: with the cell and the Mercator position of each. */
function inBands(lng: Float64Array, lat: Float64Array, across: number) {
  const count = lng.length;
  const north = new Float64Array(count);
  const rowOf = (y: number) => Math.min(across - 1, Math.floor(y * across));
  /** Where each begins; one more at the end. */
  const bands = new Uint32Array((across >>> bandBits) + 1);
  for (let row = 0; row < count; row++) {
    const y = mercatorY(lat[row]!);
    north[row] = y;
    bands[(rowOf(y) >>> bandBits) + 1]!++;
  }
  for (let band = 1; band < bands.length; band++) bands[band]! += bands[band - 1]!;
  const next = bands.slice();
  const rows = new Uint32Array(count);
  const keys = new Uint32Array(count);
  const xy = new Float64Array(2 * count);
  for (let row = 0; row < count; row++) {
    const x = lng[row] === 180 ? 0 : mercatorX(lng[row]!);
    const y = north[row]!;
    const line = rowOf(y);
    const at = next[line >>> bandBits]!++;
    rows[at] = row;
    keys[at] = line * across + Math.min(across - 1, Math.floor(x * across));
    xy[2 * at] = x;
    xy[2 * at + 1] = y;
  }
  return { bands, rows, keys, xy };
}

/** Most runs are of a few rows. */
function sortRun(
  rows: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  if (to - from > 24) {
    rows.subarray(from, to).sort(compare);
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const row = rows[at]!;
    let hole = at;
    while (hole > from && compare(rows[hole - 1]!, row) > 0) {
      rows[hole] = rows[hole - 1]!;
      hole--;
    }
    rows[hole] = row;
  }
}
