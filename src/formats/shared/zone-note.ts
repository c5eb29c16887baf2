/** What to say where times of day have no zone. */
import type { Problem } from '../../model/event';
import { note } from '../table/header';
import { t } from '../../words/reading';

export function zoneNote(field: string, count: number, whose: string): Problem {
  const message = t('import.zoneNotStated', { count, field, whose });
  return note(field, 'zone-not-stated', message, count);
}
