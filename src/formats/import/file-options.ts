/** `NAME.import.json` beside a file to import: the options of `datelines import`, by the same names. */
import { formatIds } from '..';
import { isZone } from '../../model/time/zone';
import { t } from '../../words/reading';
import { readPlaceChoice, type PlaceChoices } from '../geocode/choice';
import { isField } from '../table/fields';
import { encodings } from '../text/decode';
import type { ImportOptions } from './types';

/** Options, and names of files that go with the one that is imported. */
export interface FileImportOptions {
  readonly options: Pick<
    ImportOptions,
    | 'format'
    | 'title'
    | 'encoding'
    | 'dayOrder'
    | 'century'
    | 'decimal'
    | 'timeZone'
    | 'crs'
    | 'sheet'
    | 'geocode'
    | 'map'
    | 'places'
  >;
  readonly companions: readonly string[];
}

type Kept = FileImportOptions['options'];

/** What is kept of an option, or an `Error` that says what was expected. */
type Row = (value: unknown) => Kept & { readonly beside?: readonly string[] };

/** The short word of each order of day, month and year, and the long one. */
export const dayOrders = {
  dmy: 'day-first',
  mdy: 'month-first',
  ymd: 'year-first',
  'day-first': 'day-first',
  'month-first': 'month-first',
  'year-first': 'year-first',
} as const;
export const decimalSigns = ['.', ','] as const;
export const geocodings = ['off', 'strict', 'propose'] as const;

const rows: Readonly<Record<string, Row>> = {
  format: (value) => ({ format: oneOf(['auto', ...formatIds], value) }),
  title: (value) => ({ title: text(value) }),
  encoding: (value) => ({ encoding: oneOf(encodings, value) }),
  'day-order': (value) => ({
    dayOrder: dayOrders[oneOf(Object.keys(dayOrders) as (keyof typeof dayOrders)[], value)],
  }),
  century: (value) => {
    if (!/^\d{4}$/.test(String(value))) throw new Error(t('options.year'));
    return { century: Number(value) };
  },
  decimal: (value) => ({ decimal: oneOf(decimalSigns, value) }),
  zone: (value) => ({ timeZone: zone(value) }),
  'time-zone': (value) => ({ timeZone: zone(value) }),
  crs: (value) => ({ crs: text(value) }),
  sheet: (value) => ({ sheet: text(value) }),
  geocode: (value) => ({ geocode: oneOf(geocodings, value) }),
  map: (value) => ({ map: mapping(value) }),
  places: (value) => ({ places: placeChoices(value) }),
  with: (value) => ({ beside: texts(value).map(plainName) }),
};

/** Throws an `Error` with the file's name, the option, what came and what was expected. */
export function readImportOptions(name: string, json: string): FileImportOptions {
  let all: unknown;
  try {
    all = JSON.parse(json);
  } catch (error) {
    throw new Error(t('options.noJson', { name, reason: (error as Error).message }), {
      cause: error,
    });
  }
  if (typeof all !== 'object' || all === null || Array.isArray(all))
    throw new Error(t('options.noObject', { name, value: shown(all) }));
  let read: ReturnType<Row> = {};
  for (const [option, value] of Object.entries(all)) {
    const row = Object.hasOwn(rows, option) ? rows[option] : undefined;
    if (!row)
      throw new Error(t('options.unknown', { name, option, known: Object.keys(rows).join(', ') }));
    try {
      read = { ...read, ...row(value) };
    } catch (error) {
      const expected = (error as Error).message;
      throw new Error(t('options.bad', { name, option, value: shown(value), expected }), {
        cause: error,
      });
    }
  }
  const { beside: companions = [], ...options } = read;
  return { options, companions };
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new Error(t('options.text'));
  return value;
}

function zone(value: unknown): string {
  if (typeof value !== 'string' || !isZone(value)) throw new Error(t('options.zone'));
  return value;
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  if (!list.every((each): each is string => typeof each === 'string' && each !== ''))
    throw new Error(t('options.texts'));
  return list;
}

/** Nothing outside of the folder is read. */
function plainName(name: string): string {
  if (/[\\/]/.test(name)) throw new Error(t('options.plainName'));
  return name;
}

function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word {
  if (!(words as readonly unknown[]).includes(value))
    throw new Error(t('options.oneOf', { words: words.join(', ') }));
  return value as Word;
}

/** `{"when": "Date of event"}`, or `FIELD=COLUMN` as on the command line. */
function mapping(value: unknown): ReadonlyMap<string, string> {
  const expected = t('options.map', { example: '{"when": "Date"}' });
  const pairs = isPlain(value)
    ? Object.entries(value)
    : texts(value).map((pair) => pair.split(/=([\s\S]*)/).slice(0, 2));
  const known = new Map<string, string>();
  for (const [field, column] of pairs) {
    if (typeof column !== 'string') throw new Error(expected);
    if (!isField(field!)) throw new Error(t('options.noField', { expected, field: field! }));
    known.set(field!, column);
  }
  return known;
}

/** `{"Springfield": "settlement -89.644,39.802", "Hall": "none"}`. */
function placeChoices(value: unknown): PlaceChoices {
  const expected = () => new Error(t('options.places', { example: '{"Hall": "none"}' }));
  if (!isPlain(value)) throw expected();
  return new Map(
    Object.entries(value).map(([key, text]) => {
      const choice = typeof text === 'string' ? readPlaceChoice(text) : undefined;
      if (choice === undefined) throw expected();
      return [key, choice] as const;
    }),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 80);
}
