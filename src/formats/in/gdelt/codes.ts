/** The event files of GDELT (Event Codebook V2.0 of 19 February 2015, and V1.03 of 25 August 2013):
 * columns in their order, since the files have none, and codes. */
import type { PlacePrecision } from '../../../model/event';

const actorColumns =
  'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code'.split(
    ' ',
  );
const placeColumns = 'Type Fullname CountryCode ADM1Code ADM2Code Lat Long FeatureID'.split(' ');
const actors = ['Actor1', 'Actor2'].flatMap((actor) => actorColumns.map((part) => actor + part));
const places = (parts: readonly string[]) =>
  ['Actor1Geo', 'Actor2Geo', 'ActionGeo'].flatMap((place) =>
    parts.map((part) => `${place}_${part}`),
  );
const beginning = ['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate', ...actors];
const middle =
  'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone'.split(
    ' ',
  );

/** 61 columns of version 2. */
export const gdeltColumns: readonly string[] = [
  ...beginning,
  ...middle,
  ...places(placeColumns),
  'DATEADDED',
  'SOURCEURL',
];

/** 58 columns of the daily files of version 1, whose places have no second-order unit. */
export const columnsV1: readonly string[] = [
  ...beginning,
  ...middle,
  ...places(placeColumns.filter((part) => part !== 'ADM2Code')),
  'DATEADDED',
  'SOURCEURL',
];

/** `EventRootCode`: the twenty roots of CAMEO (CAMEO codebook 1.1b3, chapter 2). */
export const roots: ReadonlyMap<string, string> = new Map([
  ['01', 'Public statement'],
  ['02', 'Appeal'],
  ['03', 'Intent to cooperate'],
  ['04', 'Consultation'],
  ['05', 'Diplomatic cooperation'],
  ['06', 'Material cooperation'],
  ['07', 'Aid'],
  ['08', 'Yielding'],
  ['09', 'Investigation'],
  ['10', 'Demand'],
  ['11', 'Disapproval'],
  ['12', 'Rejection'],
  ['13', 'Threat'],
  ['14', 'Protest'],
  ['15', 'Show of force'],
  ['16', 'Reduced relations'],
  ['17', 'Coercion'],
  ['18', 'Assault'],
  ['19', 'Fighting'],
  ['20', 'Mass violence'],
]);

/** `ActionGeo_Type`: 1 a country, 2 a state of the US, 3 a city of the US, 4 another city, 5 another
 * state. The position of an area is its middle. 0 is no place. */
export const placeTypes: ReadonlyMap<string, PlacePrecision> = new Map([
  ['1', 'country'],
  ['2', 'region'],
  ['3', 'settlement'],
  ['4', 'settlement'],
  ['5', 'region'],
]);
