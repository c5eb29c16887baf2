/** The map's notes on disputed areas. */
import { t, type AreaId } from '../words/areas';

/** The note on an area of the table of worldviews, in the language of this thread: who administers it,
 * who claims it, and on what ground. */
export function areaNote(area: string): string {
  // A test holds the catalogue to the table.
  return t(area as AreaId);
}
