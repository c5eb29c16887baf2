/** Columns and codes of the Missing Migrants Project (its "Data collection guidelines", August 2020,
 * section 4 "Variables"). */
import type { Evidence } from '../../../model/event';

export type Column =
  | 'id'
  | 'date'
  | 'place'
  | 'coordinates'
  | 'country'
  | 'region'
  | 'cause'
  | 'source'
  | 'url'
  | 'quality';

/** Names of columns: those of the tables to 2019, then those since. */
export const migrantColumns: Readonly<Record<Column, readonly string[]>> = {
  id: ['Web ID', 'Main ID'],
  date: ['Reported Date', 'Incident Date', 'Incident date'],
  place: ['Location Description', 'Location of Incident', 'Location of death'],
  coordinates: ['Location Coordinates', 'Coordinates'],
  country: ['Country of Incident'],
  region: ['Region of Incident'],
  cause: ['Cause of Death'],
  source: ['Information Source'],
  url: ['URL'],
  quality: ['Source Quality'],
};

/** Counts; what is missing is a least number by its definition. */
export const migrantFigures: readonly {
  readonly measure: string;
  readonly bound: 'min' | 'best';
  readonly names: readonly string[];
}[] = [
  { measure: 'dead', bound: 'best', names: ['Number Dead', 'Number of Dead'] },
  { measure: 'missing', bound: 'min', names: ['Minimum Estimated Number of Missing'] },
  {
    measure: 'dead and missing',
    bound: 'min',
    names: ['Total Dead and Missing', 'Total Number of Dead and Missing'],
  },
  { measure: 'survivors', bound: 'best', names: ['Number of Survivors'] },
];

/** `Source Quality`: 1 one media source, 2 uncorroborated eyewitnesses or a survey, 3 several media
 * reports, 4 an organisation with direct knowledge, 5 officials such as coroners, or several
 * organisations. None says that the project itself verified it. */
export const evidence: ReadonlyMap<string, Evidence> = new Map([
  ['1', 'claimed'],
  ['2', 'claimed'],
  ['3', 'corroborated'],
  ['4', 'corroborated'],
  ['5', 'corroborated'],
]);

/** Columns of which no other table has three. */
export const migrantTelling: readonly string[] = [
  'Region of Incident', 'Minimum Estimated Number of Missing', 'Source Quality', 'Number Dead', 'Number of Dead',
  'Number of Survivors', 'Total Dead and Missing', 'Total Number of Dead and Missing', 'Region of Origin', 'Country of Origin',
  'Migration Route', 'Migration route', 'Cause of Death', 'UNSD Geographical Grouping', 'Web ID', 'Main ID', 'Incident Type',
]; // prettier-ignore
