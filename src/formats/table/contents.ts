/** What the columns of a table have, by their cells: where no name tells what a column is, what stands
 * in it may. */
import type { Cell } from './cell';
import { axisOf, readHemisphere, readPair } from './angles';
import { countryCode } from './countries';
import { epochIn } from './date-forms';
import { readTableDate } from './dates';
import { columnWords } from './fields';
import { standsForNothing } from './nothing';
import { readNumber } from './numbers';
import { readWkt } from './wkt';

/** A column, and how many of its filled cells are what is looked for. */
export interface ColumnCandidate {
  readonly column: string;
  readonly fitting: number;
  readonly filled: number;
}

/** What a column was taken for by its cells. */
export interface FoundByContent extends ColumnCandidate {
  readonly kind: 'date' | 'position' | 'country' | 'latitude' | 'longitude';
  /** Columns that could be it too. */
  readonly others: readonly string[];
}

/** So many of its filled cells make a column what they are. */
const nearlyAll = 0.9;
/** Filled in so many rows. */
const oftenFilled = 0.3;
/** Rows after which a column is given up where hardly any cell fits. */
const glance = 100;

/** Columns in which some cells fit, those with the most first. */
export function candidates(
  columns: readonly string[],
  sample: readonly Cell[],
  fits: (text: string) => boolean,
): ColumnCandidate[] {
  const found: ColumnCandidate[] = [];
  for (const column of columns) {
    let [filled, fitting] = [0, 0];
    for (const cell of sample) {
      const text = cell(column);
      if (standsForNothing(text)) continue;
      filled++;
      if (fits(text)) fitting++;
      if (filled === glance && fitting === 0) break;
    }
    if (fitting > 0) found.push({ column, fitting, filled });
  }
  return found.sort((one, two) => two.fitting / two.filled - one.fitting / one.filled);
}

/** Columns that have nearly nothing else, the best first. */
function wholly(
  columns: readonly string[],
  sample: readonly Cell[],
  fits: (text: string) => boolean,
): ColumnCandidate[] {
  return candidates(columns, sample, fits).filter(
    ({ fitting, filled }) => fitting >= filled * nearlyAll && filled >= sample.length * oftenFilled,
  );
}

const yearFirst = /^(?:1[5-9]|20|21)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** Whether a cell is a date that is none but a date: a bare number may be anything. */
export function isDateText(text: string): boolean {
  if (text.length > 60) return false;
  if (readNumber(text) !== undefined) return yearFirst.test(text);
  const reading = readTableDate(text, { order: 'day-first' });
  return (
    'date' in reading || reading.fault === 'two-digit-year' || reading.fault === 'ambiguous-date'
  );
}

/** Of records, not of what they are about. */
const ofRecords =
  /\b(?:creat|updat|modif|insert|upload|enter|import|publish|report|access|retriev|download|add|record|edit|birth|dob|version|release|expir|verif|check|collect)/;

/** What a column of numbers that count from 1970 is called. */
const dateWord = /\b(?:date|time|datetime|timestamp|day|when|ts|epoch|datum|fecha|data)\b/;

/** The column of dates: fuller ones and those that are not of the record itself go first. */
export function dateColumn(
  columns: readonly string[],
  sample: readonly Cell[],
): FoundByContent | undefined {
  const rank = ({ column, filled }: ColumnCandidate) =>
    (ofRecords.test(columnWords(column)) ? 0 : 1) + filled / sample.length / 2;
  const dated = wholly(columns, sample, isDateText);
  const named = columns.filter((column) => dateWord.test(columnWords(column)));
  const found =
    dated.length > 0 ? dated : wholly(named, sample, (text) => epochIn(text) !== undefined);
  const [best, ...others] = found.sort((one, two) => rank(two) - rank(one));
  return best && { ...best, kind: 'date', others: others.map(({ column }) => column) };
}

/** The column of whole positions: pairs of numbers, or well-known text. */
export function positionColumn(
  columns: readonly string[],
  sample: readonly Cell[],
): FoundByContent | undefined {
  const [best, ...others] = wholly(columns, sample, isWholePosition);
  return best && { ...best, kind: 'position', others: others.map(({ column }) => column) };
}

function isWholePosition(text: string): boolean {
  if (readWkt(text)) return true;
  const pair = readPair(text);
  if (!pair) return false;
  const [one, two] = pair.parts.map((part) => readHemisphere(part));
  if (!one || !two || Math.abs(one.size) > 360 || Math.abs(two.size) > 360) return false;
  // Two whole numbers may be anything: a range, a score.
  return pair.order !== undefined || pair.parts.some((part) => /[.,]\d{2}/.test(part));
}

/** Latitudes and longitudes that their letters or their size tell. */
export function angleColumns(
  columns: readonly string[],
  sample: readonly Cell[],
): [lat: FoundByContent, lng: FoundByContent] | undefined {
  const lettered = (axis: 'lat' | 'lng') =>
    wholly(columns, sample, (text) => {
      const hemisphere = readHemisphere(text)?.hemisphere;
      return hemisphere !== undefined && axisOf(hemisphere) === axis;
    })[0];
  const [lat, lng] = [lettered('lat'), lettered('lng')];
  if (lat && lng) return asAngles(lat, lng);
  const fine = fineColumns(columns, sample);
  if (fine.length !== 2) return undefined;
  const wide = fine.filter(({ column }) =>
    sample.some((cell) => Math.abs(readNumber(cell(column)) ?? 0) > 90),
  );
  const narrow = fine.find((candidate) => !wide.includes(candidate));
  return wide.length === 1 && narrow ? asAngles(narrow, wide[0]!) : undefined;
}

function asAngles(
  lat: ColumnCandidate,
  lng: ColumnCandidate,
): [lat: FoundByContent, lng: FoundByContent] {
  return [
    { ...lat, kind: 'latitude', others: [] },
    { ...lng, kind: 'longitude', others: [] },
  ];
}

/** Columns with numbers of three decimals or more that may be degrees. */
export function fineColumns(
  columns: readonly string[],
  sample: readonly Cell[],
): ColumnCandidate[] {
  return wholly(
    columns,
    sample,
    (text) => /[.,]\d{3}/.test(text) && Math.abs(readNumber(text) ?? Infinity) <= 360,
  );
}

/** Countries of what took part are not where it happened. */
const ofActors =
  /\b(?:side|actor|attacker|defender|by|origin|nation|citizen|perpetrator|victim|source|from|team|force|belligerent|sender|maker|manufacturer|owner|flag|target|ally|language|publisher|author)/;

/** The only column of countries. */
export function countryColumn(
  columns: readonly string[],
  sample: readonly Cell[],
): FoundByContent | undefined {
  // Codes of two letters may be those of anything.
  const found = wholly(
    columns,
    sample,
    (text) => text.length > 2 && countryCode(text) !== undefined,
  );
  const [only] = found;
  if (!only || found.length > 1 || ofActors.test(columnWords(only.column))) return undefined;
  return { ...only, kind: 'country', others: [] };
}

const eastward =
  /^(?:x|point x|coord x|x ?coord(?:inate)?|easting|east|e|rechtswert|utm ?(?:x|e|easting)|lng|lon|long|longitude)$/;
const northward =
  /^(?:y|point y|coord y|y ?coord(?:inate)?|northing|north|n|hochwert|utm ?(?:y|n|northing)|lat|latitude)$/;

/** Two columns that are named as coordinates and have numbers beyond all degrees. */
export function projectedPair(
  columns: readonly string[],
  sample: readonly Cell[],
): { readonly x: string; readonly y: string } | undefined {
  const beyond = wholly(columns, sample, (text) => Math.abs(readNumber(text) ?? 0) > 360);
  const named = (pattern: RegExp) =>
    beyond.find(({ column }) => pattern.test(columnWords(column)))?.column;
  const [x, y] = [named(eastward), named(northward)];
  return x !== undefined && y !== undefined ? { x, y } : undefined;
}
