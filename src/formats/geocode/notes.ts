/** What is said of a file whose places were looked up by their names. */
import type { Problem } from '../../model/event';
import { note } from '../table/header';
import { mostNames, type Geocoding } from './geocoding';
import { t } from '../../words/reading';

/** After the last record; none where nothing was looked up.
 * @param label The format's. */
export function geocodingNotes(geocoding: Geocoding | undefined, label: string): Problem[] {
  const summary = geocoding?.summary();
  if (!geocoding) return [];
  if (!summary)
    return geocoding.isRequested
      ? [note('where.name', 'geocode-not-used', t('geocode.notUsed', { label }))]
      : [];
  const { placed, proposed, asked, unknown } = summary;
  const notes = [
    note('where.name', 'places-by-name', t('geocode.counts', { placed, proposed, asked, unknown })),
  ];
  if (geocoding.overflow)
    notes.push(note('where.name', 'too-many-names', t('geocode.tooManyNames', { mostNames })));
  if (geocoding.failure !== undefined)
    notes.push(
      note('where.name', 'gazetteer-not-read', t('geocode.failed', { reason: geocoding.failure })),
    );
  return notes;
}
