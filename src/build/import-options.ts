/** `NAME.import.json` beside a file to import: the options of `datelines import`, by the same names. */
import { formatIds } from '../formats';
import type { ImportOptions } from '../formats/import/import-stream';
import { isField } from '../formats/table/fields';
import { encodings } from '../formats/text/decode';
import { isZone } from '../model/time/zone';

/** Options, and names of files that go with the one that is imported. */
export interface FileImportOptions {
  readonly options: Omit<ImportOptions, 'companions'>;
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
    if (!/^\d{4}$/.test(String(value))) throw new Error('a year of four digits such as 2000');
    return { century: Number(value) };
  },
  decimal: (value) => ({ decimal: oneOf(decimalSigns, value) }),
  zone: (value) => ({ timeZone: zone(value) }),
  'time-zone': (value) => ({ timeZone: zone(value) }),
  crs: (value) => ({ crs: text(value) }),
  sheet: (value) => ({ sheet: text(value) }),
  geocode: (value) => ({ geocode: oneOf(geocodings, value) }),
  map: (value) => ({ map: mapping(value) }),
  with: (value) => ({ beside: texts(value).map(plainName) }),
};

/** Throws an `Error` with the file's name, the option, what came and what was expected. */
export function readImportOptions(name: string, json: string): FileImportOptions {
  let all: unknown;
  try {
    all = JSON.parse(json);
  } catch (error) {
    throw new Error(`${name} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  if (typeof all !== 'object' || all === null || Array.isArray(all))
    throw new Error(`${name} is ${shown(all)}, expected an object`);
  let read: ReturnType<Row> = {};
  for (const [option, value] of Object.entries(all)) {
    const row = Object.hasOwn(rows, option) ? rows[option] : undefined;
    if (!row)
      throw new Error(`${name}: "${option}" came, expected one of ${Object.keys(rows).join(', ')}`);
    try {
      read = { ...read, ...row(value) };
    } catch (error) {
      throw new Error(
        `${name}: ${option} is ${shown(value)}, expected ${(error as Error).message}`,
        { cause: error },
      );
    }
  }
  const { beside: companions = [], ...options } = read;
  return { options, companions };
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new Error('text');
  return value;
}

function zone(value: unknown): string {
  if (typeof value !== 'string' || !isZone(value)) throw new Error('a name such as Europe/Kyiv');
  return value;
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  if (!list.every((each): each is string => typeof each === 'string' && each !== ''))
    throw new Error('a text or a list of texts');
  return list;
}

/** Nothing outside of the folder is read. */
function plainName(name: string): string {
  if (/[\\/]/.test(name)) throw new Error('names of files of the same folder');
  return name;
}

function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word {
  if (!(words as readonly unknown[]).includes(value)) throw new Error(`one of ${words.join(', ')}`);
  return value as Word;
}

/** `{"when": "Date of event"}`, or `FIELD=COLUMN` as on the command line. */
function mapping(value: unknown): ReadonlyMap<string, string> {
  const expected = 'an object from fields to columns, such as {"when": "Date"}';
  const pairs = isPlain(value)
    ? Object.entries(value)
    : texts(value).map((pair) => pair.split(/=([\s\S]*)/).slice(0, 2));
  const known = new Map<string, string>();
  for (const [field, column] of pairs) {
    if (typeof column !== 'string') throw new Error(expected);
    if (!isField(field!)) throw new Error(`${expected}; there is no field "${field}"`);
    known.set(field!, column);
  }
  return known;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 80);
}
