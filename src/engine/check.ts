/** The engine's door: columns and questions are checked here, once, and nowhere behind it. */
import { mostEvents } from './buffer';
import type { EventColumns, Question } from './types';

/** Highest number of categories, so that a mask fits 32 bits. */
export const categoryLimit = 32;

/** Throws a `RangeError` that names the column, the row, what came and what was expected. */
export function checkColumns(columns: EventColumns): void {
  const length = columns.lng.length;
  for (const name of ['lat', 'start', 'end', 'category'] as const)
    if (columns[name].length !== length)
      throw new RangeError(
        `column "${name}" has ${columns[name].length} rows when "lng" has ${length}`,
      );
  if (length > mostEvents)
    throw new RangeError(`there are ${length} events, expected ${mostEvents} at most`);
  const refuse = (row: number, name: string, value: number, expected: string): never => {
    throw new RangeError(`row ${row}: ${name} is ${value}, expected ${expected}`);
  };
  const { lng, lat, start, end, category } = columns;
  for (let row = 0; row < length; row++) {
    if (!(lng[row]! >= -180 && lng[row]! <= 180)) refuse(row, 'lng', lng[row]!, '-180 … 180');
    if (!(lat[row]! >= -90 && lat[row]! <= 90)) refuse(row, 'lat', lat[row]!, '-90 … 90');
    if (!Number.isFinite(start[row]!)) refuse(row, 'start', start[row]!, 'finite milliseconds');
    if (!Number.isFinite(end[row]!)) refuse(row, 'end', end[row]!, 'finite milliseconds');
    if (!(end[row]! > start[row]!)) refuse(row, 'end', end[row]!, `more than ${start[row]!}`);
    if (category[row]! >= categoryLimit) refuse(row, 'category', category[row]!, '0 … 31');
  }
}

/** Throws a `RangeError` on a question whose numbers are none. An empty or inverted window is a
 * question like any other. */
export function checkQuestion(question: Question): void {
  const { window, view, bins, page } = question;
  const [from, to] = window;
  const [west, south, east, north] = view.bbox;
  const isNaN = Number.isNaN;
  const inTime = !isNaN(from) && !isNaN(to);
  const inSpace = !isNaN(west) && !isNaN(south) && !isNaN(east) && !isNaN(north);
  if (!inTime || !inSpace || isNaN(view.zoom))
    throw new RangeError(`question has NaN: ${JSON.stringify({ window, view })}`);
  if (bins && !(Number.isInteger(bins.count) && bins.count >= 0 && bins.to > bins.from))
    throw new RangeError(
      `bins are ${JSON.stringify(bins)}, expected from < to and a whole count of 0 or more`,
    );
  if (page && !(page.offset >= 0 && page.limit >= 0))
    throw new RangeError(`page is ${JSON.stringify(page)}, expected offset and limit of 0 or more`);
}
