/** What to say where times of day have no zone. */
import type { Problem } from '../../model/event';
import { note } from '../table/header';

export function zoneNote(field: string, count: number, whose: string): Problem {
  const message = `${count} records have a time of day in ${field}, and ${whose} doesn't say in which zone. They are read in the story's time zone, and shown as they stand where that is left as it is.`;
  return note(field, 'zone-not-stated', message, count);
}
