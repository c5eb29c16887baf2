/** Rows → distinct places, in an order that has neighbours near each other. */
import { cellsAcross } from './levels';
import { mercatorX, mercatorY } from './mercator';
import { sortedBy } from './radix';

export interface Places {
  readonly count: number;
  /** Rows by place, within a place by number. */
  readonly rows: Uint32Array;
  /** Where in `rows` a place begins; one more at the end. */
  readonly first: Uint32Array;
  /** Mercator, 0 … 1, of each place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The level whose cells order the places: the last at which a million scattered places are still
 * mostly alone. */
export const orderZoom = 12;

/**
 * Rows at one position are one place; 180° and −180° are one meridian. Places are numbered by the
 * cells of `orderZoom`, row by row from the north-west, within a cell by longitude, then latitude.
 */
export function distinctPlaces(lng: Float64Array, lat: Float64Array): Places {
  const count = lng.length;
  // Side by side, since both are needed at once, of rows far from each other.
  const xy = new Float64Array(2 * count);
  const keys = new Uint32Array(count);
  const across = cellsAcross(orderZoom);
  for (let row = 0; row < count; row++) {
    const x = lng[row] === 180 ? 0 : mercatorX(lng[row]!);
    const y = mercatorY(lat[row]!);
    xy[2 * row] = x;
    xy[2 * row + 1] = y;
    const column = Math.min(across - 1, Math.floor(x * across));
    keys[row] = Math.min(across - 1, Math.floor(y * across)) * across + column;
  }
  const east = (row: number) => (lng[row] === 180 ? -180 : lng[row]!);
  const compare = (a: number, b: number) => east(a) - east(b) || lat[a]! - lat[b]! || a - b;
  const { order: rows, keys: cells } = sortedBy(keys);
  const first = new Uint32Array(count + 1);
  const placeX = new Float64Array(count);
  const placeY = new Float64Array(count);
  let places = 0;
  for (let from = 0, to = 0; from < count; from = to) {
    do to++;
    while (to < count && cells[to] === cells[from]);
    if (to - from > 1) sortRun(rows, from, to, compare);
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const before = rows[at - 1]!;
      if (at > from && lat[row] === lat[before] && east(row) === east(before)) continue;
      first[places] = at;
      placeX[places] = xy[2 * row]!;
      placeY[places++] = xy[2 * row + 1]!;
    }
  }
  first[places] = count;
  return {
    count: places,
    rows,
    first: first.subarray(0, places + 1),
    x: placeX.subarray(0, places),
    y: placeY.subarray(0, places),
  };
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
