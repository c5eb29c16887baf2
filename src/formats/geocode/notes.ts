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
  const unused = unusedChoiceNotes(geocoding.unusedChoices);
  if (!summary)
    return geocoding.isRequested
      ? [...unused, note('where.name', 'geocode-not-used', t('geocode.notUsed', { label }))]
      : unused;
  const { placed, proposed, asked, unknown, chosen = 0, declined = 0 } = summary;
  const notes = [
    ...unused,
    note('where.name', 'places-by-name', t('geocode.counts', { placed, proposed, asked, unknown })),
  ];
  if (chosen + declined > 0)
    notes.push(
      note('where.name', 'places-chosen', t('geocode.chosenCounts', { chosen, declined })),
    );
  if (geocoding.overflow)
    notes.push(note('where.name', 'too-many-names', t('geocode.tooManyNames', { mostNames })));
  if (geocoding.failure !== undefined)
    notes.push(
      note('where.name', 'gazetteer-not-read', t('geocode.failed', { reason: geocoding.failure })),
    );
  return notes;
}

/** Of names that something was chosen for, and that no record is looked up by. */
export function unusedChoiceNotes(keys: Iterable<string>): Problem[] {
  return [...keys].map((key) =>
    note('where.name', 'place-choice-not-used', t('geocode.unusedChoice', { key })),
  );
}
