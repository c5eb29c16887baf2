/** A row of a table without a known layout → what a story says of an event. */
import type { Geometry } from 'geojson';
import type { Members } from '../../model/read/members';
import { isSafeAddress } from '../../model/safe-address';
import { countryCode, countryOfCode } from './countries';
import { figurePattern } from './fields';
import type { Amounts } from './amounts';
import { countryOfIso } from './iso-3166';
import { listIn, type ListSign } from './lists';
import { isEmptyText, standsForNothing } from './nothing';
import type { FormatOptions } from '../format';
import { wordsIn } from '../shared/plain-text';
import type { Findings } from './survey';
import type { Cell, Mapping, Roles } from './roles';
import type { PlaceNameCells } from './place-names';
import { RowProblems } from './row-problems';
import type { TitleCells } from './titles';
import type { WhenCells } from './when';
import type { WhereCells } from './where';
import { t } from '../../words/reading';

/** What a row says. */
export interface Interpreted {
  readonly id?: string;
  /** `null` where the row has none, nothing where it can't be read. */
  readonly geometry?: Geometry | null;
  /** In the story's model; nothing else refers to it. */
  readonly properties: Record<string, unknown>;
  /** Columns whose text stands in `properties` or `id` as it came. */
  readonly carried: readonly string[];
  readonly problems: RowProblems;
}

export interface Own {
  /** It has a date. */
  readonly dated?: boolean;
  /** It has a geometry, or none on purpose: its cells are not looked at for a position. */
  readonly placed?: boolean;
  /** It may be placed by its name though it is `placed`. */
  readonly named?: boolean;
}

/** Fields that are taken over as they stand. */
const plain = ['summary', 'status', 'evidence', 'sensitive', 'note'] as const;
/** Fields that may hold the date as it is. */
const dates = ['when', 'start', 'year'] as const;
/** Unknown names of countries of which it is said. */
const mostCountries = 50;

/** What reads the cells of a table that several rows, or the whole of it, tell of. */
export interface RowCells {
  readonly titles: TitleCells;
  readonly when: WhenCells;
  readonly where: WhereCells;
  readonly amounts: Amounts;
  /** Where places are looked up by their names. */
  readonly places?: PlaceNameCells;
}

export class RowInterpreter {
  readonly titles: TitleCells;
  readonly when: WhenCells;
  readonly where: WhereCells;
  readonly amounts: Amounts;
  readonly #columns: FieldColumns;
  readonly #unknownCountries = new Set<string>();
  /** Those of `plain` that have a column. */
  readonly #plain: readonly (readonly [field: (typeof plain)[number], column: string])[];
  /** Columns. */
  readonly #dates: readonly string[];
  readonly #hasWhere: boolean;
  /** Where places are looked up by their names. */
  readonly #places: PlaceNameCells | undefined;
  /** Columns of numbers. */
  readonly #measures: readonly { column: string; measure: string; bound: string }[];

  /** Cells with several categories, of which the first was taken. */
  lists: { count: number; text: string; record: number } | undefined;
  readonly #listSign: ListSign | undefined;
  readonly #numericCountries: boolean;
  readonly #inside: FormatOptions['inside'];

  constructor(
    roles: Roles,
    cells: RowCells,
    findings: Pick<Findings, 'listSign' | 'numericCountries'>,
    { inside }: Pick<FormatOptions, 'inside'>,
  ) {
    this.#listSign = findings.listSign;
    this.#numericCountries = findings.numericCountries;
    this.#inside = inside;
    this.#columns = columnsOf(roles.mapping);
    this.#measures = [...roles.mapping].flatMap(([field, column]) => {
      const [, measure, bound = 'best'] = figurePattern.exec(field) ?? [];
      return measure === undefined ? [] : [{ column, measure, bound }];
    });
    this.#plain = plain.flatMap((field) => {
      const column = roles.mapping.get(field);
      return column === undefined ? [] : [[field, column] as const];
    });
    this.#dates = dates.flatMap((field) => roles.mapping.get(field) ?? []);
    this.#hasWhere = [...roles.mapping.keys()].some((field) => field.startsWith('where.'));
    this.titles = cells.titles;
    this.when = cells.when;
    this.where = cells.where;
    this.amounts = cells.amounts;
    this.#places = cells.places;
  }

  /** `own` says what the record has of its own, outside its cells. */
  read(cell: Cell, record: number, own: Own = {}): Interpreted {
    const columns = this.#columns;
    const problems = new RowProblems(record);
    const row = new RowFields(cell);
    const properties: Record<string, unknown> = {};
    // Only what is there is put in, so that the object stays a plain one.
    const given = row.take(columns.title);
    const title = given ?? this.titles.compose(cell, problems);
    if (title !== undefined) properties.title = title;
    const when = own.dated ? undefined : this.when.read(cell, problems);
    if (when !== undefined) {
      properties.when = when;
      for (const column of this.#dates) if (cell(column) === when) row.carry(column);
    }
    for (const [field, column] of this.#plain) {
      const text = row.take(column);
      if (text !== undefined) properties[field] = text;
    }
    const category = this.#category(row, record);
    if (category !== undefined) properties.category = category;
    // A title that was made of it would stand there twice.
    if (given === undefined && properties.summary === title) delete properties.summary;
    const geometry = own.placed ? null : this.where.read(cell, problems);
    if (geometry?.type === 'Point') {
      const [lng, lat] = geometry.coordinates;
      if (row.text(columns.lng) === String(lng)) row.carry(columns.lng!);
      if (row.text(columns.lat) === String(lat)) row.carry(columns.lat!);
    }
    const where = this.#hasWhere ? this.#where(row, geometry ?? null, problems) : undefined;
    const named = geometry === null && (own.named ?? !own.placed);
    const found = named ? this.#places?.read(cell, record, problems) : undefined;
    // What the row itself says goes before what its name was found to mean.
    if (where || found) properties.where = { ...found?.where, ...where };
    if (found?.places) properties.places = found.places;
    const sources = sourcesIn(row, columns);
    if (sources) properties.sources = sources;
    const actor = row.take(columns.actors);
    if (actor !== undefined) properties.actors = namesIn(actor).map((name) => ({ name }));
    const figures = this.#figures(row, problems);
    if (figures) properties.figures = figures;
    const id = row.take(columns.id);
    const placed = found?.geometry ?? geometry;
    return { id, geometry: placed, properties, carried: row.carried, problems };
  }

  /** The first of several; the cell stays with the record then. */
  #category(row: RowFields, record: number): string | undefined {
    const column = this.#columns.category;
    const text = row.text(column);
    if (text === undefined) return undefined;
    const isOne = this.#listSign === undefined && !text.startsWith('[');
    const values = isOne ? undefined : listIn(text, this.#listSign);
    const first = values ? values[0] : text;
    if (values && values.length > 1) {
      if (this.lists) this.lists.count++;
      else this.lists = { count: 1, text, record };
    }
    if (first === text) row.carry(column!);
    return first;
  }

  /** A cell with NA may mean Namibia: the row's position tells. */
  #country(text: string, geometry: Geometry | null): string | undefined {
    const code =
      countryCode(text) ??
      countryOfCode(text) ??
      (this.#numericCountries ? countryOfIso(text) : undefined);
    if (code !== 'NA' || text !== 'NA') return code;
    if (geometry?.type !== 'Point' || !this.#inside) return undefined;
    const [lng, lat] = geometry.coordinates as [number, number];
    return this.#inside('NA', lng, lat) ? 'NA' : undefined;
  }

  #where(row: RowFields, geometry: Geometry | null, problems: RowProblems): Members | undefined {
    const columns = this.#columns;
    const given =
      columns.country === undefined ? undefined : row.cell(columns.country) || undefined;
    const country =
      given === undefined
        ? undefined
        : (this.#country(given, geometry) ?? this.#places?.country(given));
    if (given !== undefined && country === given) row.carry(columns.country!);
    if (given !== undefined && country === undefined && !standsForNothing(given)) {
      const known = this.#unknownCountries;
      if (!known.has(given) && known.size < mostCountries) {
        known.add(given);
        const number = countryOfIso(given) !== undefined;
        const expected = number ? t('table.expectedIsoCountry') : t('table.expectedCountry');
        problems.warn(columns.country!, given, 'unknown-country', expected);
      }
    }
    const radius = row.text(columns.radius);
    const metres = radius && this.amounts.read(columns.radius!, radius, problems);
    if (radius !== undefined && String(metres) === radius) row.carry(columns.radius!);
    const name = row.take(columns.name);
    const precision = row.take(columns.precision);
    const regions = row.take(columns.regions)?.split(/[\s,;|]+/);
    const where: Record<string, unknown> = {};
    if (name !== undefined) where.name = name;
    if (precision !== undefined) where.precision = precision;
    if (metres !== undefined) where.radius = metres;
    if (country !== undefined) where.country = country;
    if (regions !== undefined) where.regions = regions;
    for (const filled in where) if (filled) return where;
    return undefined;
  }

  #figures(row: RowFields, problems: RowProblems): Members[] | undefined {
    if (this.#measures.length === 0) return undefined;
    const figures = new Map<string, Record<string, unknown>>();
    for (const { column, measure, bound } of this.#measures) {
      const text = row.cell(column);
      if (text === '') continue;
      const figure = figures.get(measure) ?? { measure };
      if (bound === 'best') {
        Object.assign(figure, this.amounts.readRange(column, text, problems));
      } else {
        const value = this.amounts.read(column, text, problems);
        if (value !== undefined) figure[bound] = value;
      }
      if (String(figure[bound]) === text) row.carry(column);
      if (Object.keys(figure).length > 1) figures.set(measure, figure);
    }
    return figures.size > 0 ? [...figures.values()] : undefined;
  }
}

type FieldColumns = ReturnType<typeof columnsOf>;

/** Columns by their fields, so that no row looks for them. */
function columnsOf(mapping: Mapping) {
  return {
    id: mapping.get('id'),
    title: mapping.get('title'),
    category: mapping.get('category'),
    lng: mapping.get('lng'),
    lat: mapping.get('lat'),
    country: mapping.get('where.country'),
    radius: mapping.get('where.radius'),
    name: mapping.get('where.name'),
    precision: mapping.get('where.precision'),
    regions: mapping.get('where.regions'),
    source: mapping.get('source'),
    url: mapping.get('url'),
    actors: mapping.get('actors'),
  };
}

/** The cells of a row, and which of them stand in the event as they came. */
class RowFields {
  readonly cell: Cell;
  /** Columns. */
  readonly carried: string[] = [];

  constructor(cell: Cell) {
    this.cell = cell;
  }

  /** Nothing where the cell stands for nothing or there is no such column. */
  text(column: string | undefined): string | undefined {
    if (column === undefined) return undefined;
    const text = this.cell(column);
    if (!isEmptyText(text)) return text;
    // An NA says nothing that the event would not say without it.
    if (text !== '') this.carry(column);
    return undefined;
  }

  /** The same, of a cell whose text stands in the event: HTML as its words. */
  take(column: string | undefined): string | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    // A text of nothing but elements says what it is.
    const words = wordsIn(text) || text;
    if (words === text) this.carry(column!);
    return words;
  }

  /** The text of this column stands in the event. */
  carry(column: string): void {
    this.carried.push(column);
  }
}

const linkBreak = /[\s;,|]+(?=https?:\/\/)/i;

/** One source a link; each has a name of its own, or all share one. */
function sourcesIn(row: RowFields, { source, url }: FieldColumns): Members[] | undefined {
  const given = row.text(source);
  const address = row.text(url) ?? '';
  if (given === undefined && address === '') return undefined;
  const names = given === undefined ? [] : namesIn(given);
  const links = address === '' ? [] : address.split(linkBreak).filter(isSafeAddress);
  if (given !== undefined) row.carry(source!);
  if (address !== '' && links.join(' ') === address) row.carry(url!);
  if (links.length === 0) return names.length > 0 ? names.map(sourceNamed) : undefined;
  const paired = names.length === links.length;
  return links.map((url, at) => ({
    title: (paired ? names[at] : given) ?? new URL(url).hostname,
    url,
  }));
}

/** A name that is an address is a link. */
function sourceNamed(name: string): Members {
  const isLink = /^https?:\/\/\S+$/i.test(name) && isSafeAddress(name);
  return isLink ? { title: new URL(name).hostname, url: name } : { title: name };
}

/** `A; B` → both. */
function namesIn(text: string): string[] {
  if (!text.includes(';')) return isEmptyText(text.trim()) ? [] : [text];
  return text.split(/;\s*/).filter((name) => !isEmptyText(name.trim()));
}
