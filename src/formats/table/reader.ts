/** A row of a table without a known layout → what a story says of an event. */
import type { Members } from '../../model/read/members';
import { isSafeAddress } from '../../model/safe-address';
import { countryCode } from './countries';
import { figurePattern } from './fields';
import { readNumber, standsForNothing } from './numbers';
import type { Cell, Mapping, Roles } from './roles';
import { RowProblems } from './row-problems';
import type { Findings } from './survey';
import type { TitleCells } from './titles';
import type { WhenCells } from './when';
import { readPoint, type PointGeometry } from './where';
import { t } from '../../words/reading';

/** What a row says. */
export interface Interpreted {
  readonly id?: string;
  /** `null` where the row has none, nothing where it can't be read. */
  readonly geometry?: PointGeometry | null;
  /** In the story's model; nothing else refers to it. */
  readonly properties: Record<string, unknown>;
  /** Columns whose text stands in `properties` or `id` as it came. */
  readonly carried: ReadonlySet<string>;
  readonly problems: RowProblems;
}

export interface Own {
  /** It has a date. */
  readonly dated?: boolean;
  /** It has a geometry, or none on purpose. */
  readonly placed?: boolean;
}

/** Fields that are taken over as they stand. */
const plain = ['summary', 'category', 'status', 'evidence', 'sensitive', 'note'] as const;
/** Fields that may hold the date as it is. */
const dates = ['when', 'start', 'year'] as const;
/** Unknown names of countries of which it is said. */
const mostCountries = 50;

export class RowInterpreter {
  readonly titles: TitleCells;
  readonly when: WhenCells;
  readonly #roles: Roles;
  readonly #findings: Findings;
  readonly #unknownCountries = new Set<string>();
  /** Those of `plain` and `dates` that have a column. */
  readonly #plain: readonly (typeof plain)[number][];
  readonly #dates: readonly string[];
  readonly #hasWhere: boolean;
  /** Columns of numbers. */
  readonly #measures: readonly { column: string; measure: string; bound: string }[];

  constructor(roles: Roles, findings: Findings, titles: TitleCells, when: WhenCells) {
    this.#roles = roles;
    this.#measures = [...roles.mapping].flatMap(([field, column]) => {
      const [, measure, bound = 'best'] = figurePattern.exec(field) ?? [];
      return measure === undefined ? [] : [{ column, measure, bound }];
    });
    this.#plain = plain.filter((field) => roles.mapping.has(field));
    this.#dates = dates.filter((field) => roles.mapping.has(field));
    this.#hasWhere = [...roles.mapping.keys()].some((field) => field.startsWith('where.'));
    this.#findings = findings;
    this.titles = titles;
    this.when = when;
  }

  /** `own` says what the record has of its own, outside its cells. */
  read(cell: Cell, record: number, own: Own = {}): Interpreted {
    const { mapping } = this.#roles;
    const problems = new RowProblems(record);
    const row = new RowFields(cell, mapping);
    const properties: Record<string, unknown> = {};
    // Only what is there is put in, so that the object stays a plain one.
    const title = row.take('title') ?? this.titles.compose(cell, problems);
    if (title !== undefined) properties.title = title;
    const when = own.dated ? undefined : this.when.read(cell, problems);
    if (when !== undefined) {
      properties.when = when;
      for (const field of this.#dates) if (row.text(field) === when) row.take(field);
    }
    for (const field of this.#plain) {
      const text = row.take(field);
      if (text !== undefined) properties[field] = text;
    }
    const geometry = own.placed ? null : readPoint(cell, mapping, this.#findings, problems);
    if (geometry) {
      const [lng, lat] = geometry.coordinates;
      if (row.text('lng') === String(lng)) row.take('lng');
      if (row.text('lat') === String(lat)) row.take('lat');
    }
    const where = this.#hasWhere ? this.#where(row, problems) : undefined;
    if (where) properties.where = where;
    const sources = sourcesIn(row);
    if (sources) properties.sources = sources;
    const actor = row.take('actors');
    if (actor !== undefined) properties.actors = namesIn(actor).map((name) => ({ name }));
    const figures = this.#figures(cell, row.carried, problems);
    if (figures) properties.figures = figures;
    const id = row.take('id');
    return { id, geometry, properties, carried: row.carried, problems };
  }

  #where(row: RowFields, problems: RowProblems): Members | undefined {
    const given = row.text('where.country');
    const country = given === undefined ? undefined : countryCode(given);
    if (given !== undefined && country === given) row.take('where.country');
    if (given !== undefined && country === undefined && !standsForNothing(given)) {
      const known = this.#unknownCountries;
      if (!known.has(given) && known.size < mostCountries) {
        known.add(given);
        const field = this.#roles.mapping.get('where.country')!;
        problems.warn(field, given, 'unknown-country', t('table.expectedCountry'));
      }
    }
    const radius = row.text('where.radius');
    if (radius !== undefined && String(readNumber(radius)) === radius) row.take('where.radius');
    const name = row.take('where.name');
    const precision = row.take('where.precision');
    const regions = row.take('where.regions')?.split(/[\s,;|]+/);
    const where: Record<string, unknown> = {};
    if (name !== undefined) where.name = name;
    if (precision !== undefined) where.precision = precision;
    if (radius !== undefined) where.radius = readNumber(radius) ?? radius;
    if (country !== undefined) where.country = country;
    if (regions !== undefined) where.regions = regions;
    for (const filled in where) if (filled) return where;
    return undefined;
  }

  #figures(cell: Cell, carried: Set<string>, problems: RowProblems): Members[] | undefined {
    if (this.#measures.length === 0) return undefined;
    const figures = new Map<string, Record<string, unknown>>();
    for (const { column, measure, bound } of this.#measures) {
      const text = cell(column);
      if (standsForNothing(text)) continue;
      const value = readNumber(text);
      if (value === undefined) {
        problems.warn(column, text, 'bad-number', t('expected.number'));
        continue;
      }
      if (String(value) === text) carried.add(column);
      const figure = figures.get(measure) ?? { measure };
      figure[bound] = value;
      figures.set(measure, figure);
    }
    return figures.size > 0 ? [...figures.values()] : undefined;
  }
}

/** The cells of a row by their fields, and which of them stand in the event as they came. */
class RowFields {
  /** Columns. */
  readonly carried = new Set<string>();
  readonly #cell: Cell;
  readonly #mapping: Mapping;

  constructor(cell: Cell, mapping: Mapping) {
    this.#cell = cell;
    this.#mapping = mapping;
  }

  /** Nothing where the cell is empty or no column has the field. */
  text(field: string): string | undefined {
    const column = this.#mapping.get(field);
    return column === undefined ? undefined : this.#cell(column) || undefined;
  }

  /** The same, of a cell whose text stands in the event. */
  take(field: string): string | undefined {
    const column = this.#mapping.get(field);
    if (column === undefined) return undefined;
    const text = this.#cell(column);
    if (text === '') return undefined;
    this.carried.add(column);
    return text;
  }
}

const linkBreak = /[\s;,|]+(?=https?:\/\/)/i;

/** One source a link; each has a name of its own, or all share one. */
function sourcesIn(row: RowFields): Members[] | undefined {
  const given = row.text('source');
  const address = row.text('url') ?? '';
  if (given === undefined && address === '') return undefined;
  const names = given === undefined ? [] : namesIn(given);
  const links = address === '' ? [] : address.split(linkBreak).filter(isSafeAddress);
  if (given !== undefined) row.take('source');
  if (links.join(' ') === address) row.take('url');
  if (links.length === 0) return names.length > 0 ? names.map((title) => ({ title })) : undefined;
  const paired = names.length === links.length;
  return links.map((url, at) => ({
    title: (paired ? names[at] : given) ?? new URL(url).hostname,
    url,
  }));
}

/** `A; B` → both. */
function namesIn(text: string): string[] {
  if (!text.includes(';')) return text.trim() === '' ? [] : [text];
  return text.split(/;\s*/).filter((name) => name.trim() !== '');
}
