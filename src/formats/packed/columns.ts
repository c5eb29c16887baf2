/** Checks the columns of a packed story, whatever wrote them. */
import { LAST_INSTANT } from '../../model/calendar';
import type { PackedColumns } from './layout';

/**
 * Throws an `Error` that names the first row with a position beyond ±180 or ±90 degrees (or with
 * one coordinate alone), a time that is none or beyond what a `Date` holds, a start that is not
 * before its end or is before the row above's, or a category that there is not.
 */
export function checkColumns(
  { lng, lat, start, end, category }: PackedColumns,
  categories: number,
): void {
  let before = -LAST_INSTANT;
  for (let row = 0; row < lng.length; row++) {
    const [x, y, from, to] = [lng[row]!, lat[row]!, start[row]!, end[row]!];
    const inRange = x >= -180 && x <= 180 && y >= -90 && y <= 90;
    if (!inRange && !(Number.isNaN(x) && Number.isNaN(y)))
      refuse(row, `the position ${x}, ${y}`, '-180 … 180, -90 … 90, or NaN for both');
    if (!(from >= -LAST_INSTANT && from < to && to <= LAST_INSTANT))
      refuse(row, `start ${from} and end ${to}`, `start < end, both within ±${LAST_INSTANT}`);
    if (from < before) refuse(row, `start ${from}`, `${before} or more, as the row before it`);
    before = from;
    if (category[row]! >= categories)
      refuse(row, `category ${category[row]}`, `0 … ${categories - 1}`);
  }
}

function refuse(row: number, came: string, expected: string): never {
  throw new Error(`packed story: row ${row} has ${came}, expected ${expected}`);
}
