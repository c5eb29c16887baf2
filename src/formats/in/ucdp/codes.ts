/** Codes of UCDP GED (Codebook version 23.1, Högbladh 2023; the variable's entry is named at each).
 * The words are this project's own. */
import type { PlacePrecision } from '../../../model/event';

/** `type_of_violence` → label. */
export const violence: ReadonlyMap<string, string> = new Map([
  ['1', 'State-based conflict'],
  ['2', 'Non-state conflict'],
  ['3', 'One-sided violence'],
]);

/** `date_prec` → what is known of the day. 1 is the day itself. */
export const datePrecision: ReadonlyMap<string, string> = new Map([
  ['1', ''],
  ['2', 'The date is known to within two to six days.'],
  ['3', 'The date is known to the week.'],
  ['4', 'The date is known to the month, or to within 8 to 30 days.'],
  ['5', 'The date is known to more than a month, at most a year.'],
]);

export interface WherePrecision {
  readonly precision: PlacePrecision;
  /** Metres. */
  readonly radius?: number;
  readonly note: string;
}

/** `where_prec` → how the position is to be taken. Even 1 is the point of a named place, such as a
 * town, not a doorstep. 5 is a line or an area that no unit of administration bounds; 7 lies over
 * water or in the air, outside of any country. */
export const wherePrecision: ReadonlyMap<string, WherePrecision> = new Map([
  ['1', { precision: 'settlement', note: '' }],
  [
    '2',
    {
      precision: 'district',
      radius: 25_000,
      note: 'The place lies within about 25 km of the position.',
    },
  ],
  [
    '3',
    {
      precision: 'district',
      note: 'The place is known to the second-order administrative unit only.',
    },
  ],
  [
    '4',
    {
      precision: 'region',
      note: 'The place is known to the first-order administrative unit only.',
    },
  ],
  ['5', { precision: 'region', note: 'The place is a line or an area of unclear extent.' }],
  ['6', { precision: 'country', note: 'The place is known to the country only.' }],
  ['7', { precision: 'region', note: 'The place lies in international waters or airspace.' }],
]);

/** Regions of `where_prec` that are no part of one country. */
export const outsideCountries = '7';

/** `event_clarity` 2: only figures that sum up several events are known. */
export const aggregate = '2';
export const aggregateNote = 'The record was split off from figures that sum up several events.';

/** `number_of_sources`: not recorded. */
export const notRecorded = '-1';

/** `source_date` where none is known: the first date of the database that UCDP uses. */
export const noSourceDate = '1753-01-01';
