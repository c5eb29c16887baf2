/** Checks the columns of a packed story, whatever wrote them. */
import { lastInstant } from '../../model/time/calendar';
import type { PackedColumns } from './layout';
import { t } from '../../words/reading';

/**
 * Throws an `Error` that names the first row with a position beyond ±180 or ±90 degrees (or with
 * one coordinate alone), a time that is none or beyond what a `Date` holds, a start that is not
 * before its end or is before the row above's, or a category that there is not.
 */
export function checkPackedColumns(columns: PackedColumns, categories: number): void {
  const { lng, lat, start, end, category } = columns;
  const last = lastInstant;
  let before = -last;
  for (let row = 0; row < lng.length; row++) {
    const x = lng[row]!;
    const y = lat[row]!;
    const from = start[row]!;
    const to = end[row]!;
    const isPlace = x >= -180 && x <= 180 && y >= -90 && y <= 90;
    // NaN is the one number that is not itself.
    const isNone = x !== x && y !== y;
    const isTime = from >= before && from < to && to <= last;
    if (!(isPlace || isNone) || !isTime || category[row]! >= categories)
      refuseRow(columns, row, before, categories);
    before = from;
  }
}

/** The words for a row that is refused: apart, so that the loop over a million rows stays small. */
function refuseRow(
  { lng, lat, start, end, category }: PackedColumns,
  row: number,
  before: number,
  categories: number,
): never {
  const [x, y, from, to] = [lng[row]!, lat[row]!, start[row]!, end[row]!];
  if (!(Number.isNaN(x) && Number.isNaN(y)) && !(Math.abs(x) <= 180 && Math.abs(y) <= 90))
    throw new Error(t('packed.rowPosition', { row, x, y }));
  if (!(from >= -lastInstant && from < to && to <= lastInstant))
    throw new Error(t('packed.rowTimes', { row, from, to, lastInstant }));
  if (from < before) throw new Error(t('packed.rowOrder', { row, from, before }));
  throw new Error(t('packed.rowCategory', { row, category: category[row]!, last: categories - 1 }));
}
