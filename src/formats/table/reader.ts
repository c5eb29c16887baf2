/** A row of a table without a known layout → what a story says of an event. */
import type { Members } from '../../model/read/problems';
import { isSafeAddress } from '../../model/read/link-address';
import { countryCode } from './countries';
import { FIGURE } from './fields';
import { readNumber, standsForNothing } from './numbers';
import type { Cell, Roles } from './roles';
import { RowProblems } from './row-problems';
import type { Findings } from './survey';
import type { TitleCells } from './titles';
import type { WhenCells } from './when';
import { readPoint, type PointGeometry } from './where';

/** What a row says. */
export interface Interpreted {
  readonly id?: string;
  /** `null` where the row has none, nothing where it can't be read. */
  readonly geometry?: PointGeometry | null;
  /** In the story's model. */
  readonly properties: Members;
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
const PLAIN = ['summary', 'category', 'status', 'evidence', 'sensitive', 'note'] as const;
/** Fields that may hold the date as it is. */
const DATES = ['when', 'start', 'year'] as const;
/** Unknown names of countries of which it is said. */
const MOST_COUNTRIES = 50;

export class RowInterpreter {
  readonly titles: TitleCells;
  readonly when: WhenCells;
  readonly #roles: Roles;
  readonly #findings: Findings;
  readonly #unknownCountries = new Set<string>();

  constructor(roles: Roles, findings: Findings, titles: TitleCells, when: WhenCells) {
    this.#roles = roles;
    this.#findings = findings;
    this.titles = titles;
    this.when = when;
  }

  /** `own` says what the record has of its own, outside its cells. */
  read(cell: Cell, record: number, own: Own = {}): Interpreted {
    const { mapping } = this.#roles;
    const problems = new RowProblems(record);
    const carried = new Set<string>();
    const properties: Record<string, unknown> = {};
    const text = (field: string): string | undefined => {
      const column = mapping.get(field);
      const found = column === undefined ? '' : cell(column);
      return found === '' ? undefined : found;
    };
    const take = (field: string): string | undefined => {
      const found = text(field);
      if (found !== undefined) carried.add(mapping.get(field)!);
      return found;
    };

    // Only what is there is put in, so that the object stays a plain one.
    const put = (name: string, value: unknown) => {
      if (value !== undefined) properties[name] = value;
    };
    put('title', take('title') ?? this.titles.compose(cell, problems));
    const when = own.dated ? undefined : this.when.read(cell, problems);
    put('when', when);
    for (const field of DATES)
      if (when !== undefined && text(field) === when) carried.add(mapping.get(field)!);
    for (const field of PLAIN) put(field, take(field));
    const geometry = own.placed ? null : readPoint(cell, mapping, this.#findings, problems);
    if (geometry && text('lng') === String(geometry.coordinates[0]))
      carried.add(mapping.get('lng')!);
    if (geometry && text('lat') === String(geometry.coordinates[1]))
      carried.add(mapping.get('lat')!);
    put('where', this.#where(text, take, problems));
    put('sources', this.#sources(text, take));
    const actor = take('actors');
    if (actor !== undefined)
      put(
        'actors',
        namesIn(actor).map((name) => ({ name })),
      );
    put('figures', this.#figures(cell, carried, problems));
    const id = take('id');
    return { id, geometry, properties, carried, problems };
  }

  #where(text: Text, take: Text, problems: RowProblems): Members | undefined {
    const given = text('where.country');
    const country = given === undefined ? undefined : countryCode(given);
    if (given !== undefined && country === given) take('where.country');
    if (given !== undefined && country === undefined && !standsForNothing(given)) {
      const known = this.#unknownCountries;
      if (!known.has(given) && known.size < MOST_COUNTRIES) {
        known.add(given);
        const field = this.#roles.mapping.get('where.country')!;
        problems.warn(
          field,
          given,
          'unknown-country',
          'a country by its code or English name; the text was kept',
        );
      }
    }
    const radius = text('where.radius');
    if (radius !== undefined && String(readNumber(radius)) === radius) take('where.radius');
    const where = {
      name: take('where.name'),
      precision: take('where.precision'),
      radius: radius === undefined ? undefined : (readNumber(radius) ?? radius),
      country,
      regions: take('where.regions')?.split(/[\s,;|]+/),
    };
    return Object.values(where).some((value) => value !== undefined) ? where : undefined;
  }

  /** One source a link; each has a name of its own, or all share one. */
  #sources(text: Text, take: Text): Members[] | undefined {
    const given = text('source');
    const names = given === undefined ? [] : namesIn(given);
    const address = text('url') ?? '';
    const links = address.split(/[\s;,|]+(?=https?:\/\/)/i).filter(isSafeAddress);
    if (given !== undefined) take('source');
    if (links.join(' ') === address) take('url');
    if (links.length === 0) return names.length > 0 ? names.map((title) => ({ title })) : undefined;
    const paired = names.length === links.length;
    return links.map((url, at) => ({
      title: (paired ? names[at] : given) ?? new URL(url).hostname,
      url,
    }));
  }

  #figures(cell: Cell, carried: Set<string>, problems: RowProblems): Members[] | undefined {
    const figures = new Map<string, Record<string, unknown>>();
    for (const [field, column] of this.#roles.mapping) {
      const match = FIGURE.exec(field);
      if (!match || standsForNothing(cell(column))) continue;
      const [, measure, bound = 'best'] = match as unknown as string[];
      const value = readNumber(cell(column));
      if (value === undefined) {
        problems.warn(column, cell(column), 'bad-number', 'a number; the text was kept');
        continue;
      }
      if (String(value) === cell(column)) carried.add(column);
      const figure = figures.get(measure!) ?? { measure };
      figure[bound!] = value;
      figures.set(measure!, figure);
    }
    return figures.size > 0 ? [...figures.values()] : undefined;
  }
}

/** `A; B` → both. */
function namesIn(text: string): string[] {
  return text.split(/;\s*/).filter((name) => name.trim() !== '');
}

type Text = (field: string) => string | undefined;
