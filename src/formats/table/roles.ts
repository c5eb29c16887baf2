/** Which column of a table is what: as the user says, else by its name and what stands in it. */
import { FormatError } from '../format';
import type { Cell, Mapping } from './cell';
import { readClock, readZonedClock } from './clock';
import {
  angleColumns,
  candidates,
  countryColumn,
  dateColumn,
  fineColumns,
  isDateText,
  positionColumn,
  projectedPair,
  type ColumnCandidate,
  type FoundByContent,
} from './contents';
import { countryCode, countryOfCode } from './countries';
import { isOpenEnd } from './date-words';
import { looksLikeDate } from './dates';
import { fields, isField, columnWords, type Field } from './fields';
import { monthNamed } from './months';
import { axisOf, readHemisphere, readPair } from './angles';
import { isEmptyText, standsForNothing } from './nothing';
import { fieldsOfHashtags } from './hxl';
import { readNumber } from './numbers';
import { readWkt } from './wkt';
import { t } from '../../words/reading';

export type { Cell, Mapping } from './cell';

export interface Roles {
  readonly mapping: Mapping;
  /** Whether the table was written from a story, so that its columns are named as the fields. */
  readonly own: boolean;
  /** Fields of which the user did not say the column. */
  readonly guessed: ReadonlySet<string>;
  /** Pairs of columns that look like coordinates too and were left alone: `LATITUDE, LONGITUDE`. */
  readonly otherPairs: readonly string[];
  /** Fields whose columns were found by what stands in them. */
  readonly byContent: ReadonlyMap<string, FoundByContent>;
  /** Columns that look like coordinates in another reference system. */
  readonly projected?: { readonly x: string; readonly y: string };
  /** What is looked for in vain, and the columns that come nearest. */
  readonly missing: readonly {
    readonly what: 'date' | 'position';
    readonly nearest: readonly ColumnCandidate[];
  }[];
}

/** Throws a `FormatError` where `given` names a field or a column that does not exist. */
export function rolesOf(
  columns: readonly string[],
  sample: readonly Cell[],
  given: Mapping = new Map(),
  hashtags: ReadonlyMap<string, string> = new Map(),
): Roles {
  checkGiven(columns, given);
  const own = ownNames.every((name) => columns.includes(name));
  const named = own ? columns.filter(isField).map((name) => [name, name] as const) : [];
  const mapping = new Map([...named, ...[...given].filter(([, column]) => column !== '')]);
  /** Fields that are to have no column. */
  const refused = new Set([...given].flatMap(([field, column]) => (column === '' ? [field] : [])));
  const guessed = new Set<string>();
  const used = new Set(mapping.values());
  const labelled = labelsIn(columns, sample);
  const addressed = new Set(labelled.values());
  const find = (name: string, anything = false): string[] => {
    const field = fields.find((candidate) => candidate.name === name)!;
    const names = columns.map((column) => labelled.get(column) ?? column);
    const words = names.map(columnWords);
    // What is nested is known by its own name where none is by its whole one.
    const leaves = names.map((name) => columnWords(name.slice(name.lastIndexOf('.') + 1)));
    const found = [words, leaves].flatMap((names) =>
      field.columns.flatMap((pattern) => columns.filter((_, at) => pattern.test(names[at]!))),
    );
    const free = [...new Set(found)].filter(
      (column) => !used.has(column) && (name === 'id' || !addressed.has(column)),
    );
    if (anything) return free;
    const fitting = free.filter((column) => fits(name, column, sample));
    // What is named beyond doubt is taken even where much in it is wrong: then that is said.
    const named = sure.includes(name) ? free.filter((column) => isSure(field, column)) : [];
    return [...new Set([...fitting, ...named])];
  };
  const guess = (name: string, column = find(name)[0]): void => {
    if (mapping.has(name) || refused.has(name) || column === undefined) return;
    mapping.set(name, column);
    guessed.add(name);
    used.add(column);
  };
  const has = (...names: string[]) => names.some((name) => mapping.has(name));

  // The first thing that has a label is what a row is about.
  const [item] = labelled;
  if (item && !has('title')) {
    guess('title', item[0]);
    if (!has('url') && sample.some((cell) => /^https?:/i.test(cell(item[1]))))
      guess('url', item[1]);
  }
  for (const [field, column] of fieldsOfHashtags(hashtags))
    if (!used.has(column)) guess(field, column);
  const otherPairs = guessPlace(guess, find, has);
  guessTime(guess, find, has);
  const byContent = new Map<string, FoundByContent>();
  const free = () => columns.filter((column) => !used.has(column));
  const take = (field: string, found: FoundByContent | undefined): void => {
    if (!found || mapping.has(field)) return;
    guess(field, found.column);
    byContent.set(field, found);
  };
  const places = ['lat', 'lng', 'latlng', 'lnglat', 'pair', 'wkt'];
  const dated = has('when', 'start', 'end', 'year', 'time');
  if (!own && !dated) take('when', dateColumn(free(), sample));
  const projected = projectedPair(columns, sample);
  if (!own && !has(...places)) {
    take('pair', positionColumn(free(), sample));
    const [lat, lng] = (has('pair') ? undefined : angleColumns(free(), sample)) ?? [];
    take('lat', lat);
    take('lng', lng);
  }
  for (const name of ['id', 'title', 'category', 'where.name', 'where.country', 'url', 'source'])
    guess(name);
  // Numbers and names in another language are said, row by row.
  if (!has('where.country')) guess('where.country', find('where.country', true)[0]);
  if (!own && !has('where.country')) take('where.country', countryColumn(free(), sample));
  // Only where places have to be found by their names.
  if (!has('lat', 'lng', 'pair', 'latlng', 'lnglat', 'wkt')) guess('where.region');
  guess('summary');
  guess('where.radius');
  const missing: { what: 'date' | 'position'; nearest: readonly ColumnCandidate[] }[] = [];
  if (!has('when', 'start', 'end', 'year'))
    missing.push({ what: 'date', nearest: candidates(free(), sample, isDateText).slice(0, 3) });
  const nearest = has(...places) || projected ? [] : fineColumns(free(), sample).slice(0, 4);
  if (nearest.length > 0) missing.push({ what: 'position', nearest });
  return { mapping, guessed, otherPairs, own, byContent, projected, missing };
}

/** Columns such as `battleLabel` that name what stands as an address in a column `battle`, as the
 * query service of Wikidata writes them → that column. */
function labelsIn(columns: readonly string[], sample: readonly Cell[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const column of columns) {
    const base = columns.find((name) => name !== column && column === `${name}Label`);
    if (base === undefined) continue;
    const cells = sample.map((cell) => cell(base)).filter((text) => text !== '');
    if (cells.every((text) => /^(?:https?:\/\/|wd:)?\S*[QPL]?\d*$/i.test(text)))
      found.set(column, base);
  }
  return found;
}

/** The columns by which a table that was written from a story is known. */
const ownNames = ['title', 'when', 'lng', 'lat', 'where.name'];

type Guess = (name: string, column?: string) => void;
type Find = (name: string) => string[];
type Has = (...names: string[]) => boolean;

function guessPlace(guess: Guess, find: Find, has: Has): string[] {
  if (has('latlng', 'lnglat', 'pair', 'wkt')) return [];
  const [lats, lngs] = [find('lat'), find('lng')];
  if (!has('lat') && !has('lng') && (lats.length === 0 || lngs.length === 0)) {
    guess('pair');
    return [];
  }
  guess('lat', lats[0]);
  guess('lng', lngs[0]);
  const others = Math.min(lats.length, lngs.length);
  return Array.from({ length: others }, (_, at) => `${lngs[at]}, ${lats[at]}`).slice(1);
}

function guessTime(guess: Guess, find: Find, has: Has): void {
  if (!has('when', 'start', 'end', 'year')) {
    const [start, end] = [find('start')[0], find('end')[0]];
    if (start !== undefined && end !== undefined) {
      guess('start', start);
      guess('end', end);
    } else {
      guess('when');
    }
    if (!has('when', 'start')) guess('start');
  }
  if (has('start') && !has('end')) guess('end');
  if (has('when', 'start')) guess('time');
  if (has('when', 'start')) {
    if (!has('time')) guessHour(guess, has);
    return;
  }
  guess('year');
  if (!has('year')) {
    guess('end');
    return;
  }
  for (const name of ['month', 'day', 'time', 'end.year']) guess(name);
  if (has('end.year')) for (const name of ['end.month', 'end.day']) guess(name);
  if (!has('time')) guessHour(guess, has);
}

function guessHour(guess: Guess, has: Has): void {
  for (const name of ['hour', 'minute', 'second']) {
    guess(name);
    if (!has(name)) return;
  }
}

/** Fields whose likeliest names leave no doubt. */
const sure = ['lat', 'lng', 'when'];

function isSure({ columns }: Field, column: string): boolean {
  return columns[0]?.test(columnWords(column)) ?? false;
}

/** Fields whose texts may be words such as "Unknown". */
const texts: ReadonlySet<string> = new Set([
  'title',
  'summary',
  'category',
  'where.name',
  'source',
]);

/** Whether what stands in a column can be what the field needs, in most of its cells. */
function fits(field: string, column: string, sample: readonly Cell[]): boolean {
  // 1415 below "time" is a time of day, not a year.
  const words = columnWords(column);
  const isTime =
    field === 'when'
      ? /^(?:time|hora|heure)$/.test(words)
      : /^(?:start|end)$/.test(field) && /(?:^| )time$/.test(words) && !/date/.test(words);
  const test = isTime ? isDateNotNumber : tests[field];
  const isNothing = texts.has(field) ? isEmptyText : standsForNothing;
  const cells = sample.map((cell) => cell(column)).filter((text) => !isNothing(text));
  if (cells.length === 0) return !test;
  if (field === 'id') return new Set(cells).size === cells.length;
  if (!test) return true;
  return cells.filter(test).length >= cells.length * 0.6;
}

const isClock = (text: string) => {
  const reading = readZonedClock(text);
  // Of 56 and 41530 the column tells more.
  return 'clock' in reading || reading.zone !== undefined || isDigitClock(text);
};
const isDigitClock = (text: string) =>
  (['minutes', 'seconds'] as const).some((digits) => 'clock' in readZonedClock(text, digits));
const isSixtieth = (text: string) => /^[0-5]?\d(?:[.,]\d{1,9})?$/.test(text);
const isDateNotNumber = (text: string) => text.length > 6 && looksLikeDate(text);
const isDateOrYear = (text: string) => /^\d{3}$/.test(text) || looksLikeDate(text);
const isWords = (text: string) => /\p{L}{2}/u.test(text);

const isYear = (text: string) => /^[+-]?\d{1,12}(?:\.0+)?$/.test(text) || looksLikeDate(text);
const isMonth = (text: string) =>
  /^(0?\d|1[0-2]|99|-9)(?:\.0+)?$/.test(text) || monthNamed(text) !== undefined;
const isDay = (text: string) => /^(0?\d|[12]\d|3[01]|99|-9)(?:\.0+)?$/.test(text);

const tests: Readonly<Record<string, (text: string) => boolean>> = {
  when: looksLikeDate,
  start: isDateOrYear,
  end: (text) => isDateOrYear(text) || isOpenEnd(text),
  time: isClock,
  year: isYear,
  month: isMonth,
  day: isDay,
  'end.year': isYear,
  'end.month': isMonth,
  'end.day': isDay,
  hour: (text) => /^\d{1,2}\.0+$/.test(text) || readClock(text) !== undefined,
  minute: isSixtieth,
  second: isSixtieth,
  lat: (text) => isAngle(text, 'lat', 90),
  lng: (text) => isAngle(text, 'lng', 360),
  pair: isPosition,
  wkt: (text) => readWkt(text) !== undefined,
  title: (text) => readNumber(text) === undefined,
  summary: isWords,
  category: (text) => text.length <= 80,
  'where.name': isWords,
  'where.radius': (text) => (readNumber(text) ?? -1) >= 0,
  'where.country': (text) => (countryCode(text) ?? countryOfCode(text)) !== undefined,
  'where.region': isWords,
  url: (text) => /^https?:\/\//i.test(text),
  source: (text) => !/^-?[\d.,]+$/.test(text),
};

function isPosition(text: string): boolean {
  if (readWkt(text)) return true;
  const parts = readPair(text)?.parts ?? [];
  return parts.length === 2 && parts.every((part) => isAngle(part, undefined, 360));
}

function isAngle(text: string, axis: 'lng' | 'lat' | undefined, most: number): boolean {
  const { size = Infinity, hemisphere } = readHemisphere(text) ?? {};
  const fits = hemisphere === undefined || axis === undefined || axisOf(hemisphere) === axis;
  return fits && Math.abs(size) <= most;
}

function checkGiven(columns: readonly string[], given: Mapping): void {
  for (const [field, column] of given) {
    if (!isField(field)) {
      const names = fields.map(({ name }) => name).join(', ');
      throw new FormatError(t('table.unknownField', { field, names }));
    }
    if (column !== '' && !columns.includes(column)) {
      const names = columns.slice(0, 60).join(', ');
      throw new FormatError(t('table.unknownColumn', { column, field, names }));
    }
  }
}
