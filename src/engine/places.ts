/** Rows → distinct places, in an order that has neighbours near each other. */
import { cellsAcross } from './levels';
import { mercatorX, mercatorY } from './mercator';
import { orderOf } from './radix';

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
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const keys = new Uint32Array(count);
  const across = cellsAcross(orderZoom);
  for (let row = 0; row < count; row++) {
    x[row] = lng[row] === 180 ? 0 : mercatorX(lng[row]!);
    y[row] = mercatorY(lat[row]!);
    const column = Math.min(across - 1, Math.floor(x[row]! * across));
    keys[row] = Math.min(across - 1, Math.floor(y[row]! * across)) * across + column;
  }
  const rows = orderOf(keys);
  const east = (row: number) => (lng[row] === 180 ? -180 : lng[row]!);
  const compare = (a: number, b: number) => east(a) - east(b) || lat[a]! - lat[b]! || a - b;
  for (let from = 0, to = 0; from < count; from = to) {
    const key = keys[rows[from]!]!;
    do to++;
    while (to < count && keys[rows[to]!] === key);
    sortRun(rows, from, to, compare);
  }
  const first = new Uint32Array(count + 1);
  let places = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at]!;
    const before = rows[at - 1]!;
    if (at > 0 && lat[row] === lat[before] && east(row) === east(before)) continue;
    first[places++] = at;
  }
  first[places] = count;
  const placeX = new Float64Array(places);
  const placeY = new Float64Array(places);
  for (let place = 0; place < places; place++) {
    const row = rows[first[place]!]!;
    placeX[place] = x[row]!;
    placeY[place] = y[row]!;
  }
  return { count: places, rows, first: first.slice(0, places + 1), x: placeX, y: placeY };
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
