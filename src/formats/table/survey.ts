/** What a whole table tells that no single row does: how its dates are written, which of two
 * coordinates comes first, what the signs in numbers mean. */
import type { FormatOptions } from '../format';
import { mostCategories } from '../../model/read/categories';
import { readClock } from './clock';
import { DateColumnSurvey, type ColumnDates, type Seen } from './date-survey';
import { SeenTexts } from './seen-texts';
import { readAngle, readHemisphere, readPair, type MeaningOfO } from './angles';
import { countryCode, countryOfCode } from './countries';
import { columnWords, figurePattern } from './fields';
import { countryOfIso } from './iso-3166';
import { listIn, listSignOf, type ListSign } from './lists';
import { isEmptyText, isSentinel } from './nothing';
import { readNumber, signEvidence, type SignEvidence } from './numbers';
import type { Cell, Mapping } from './roles';

/** The first number of a column for each thing that its signs say. */
export type SignsSeen = Readonly<Partial<Record<SignEvidence, Seen>>>;

export interface Findings {
  /** By column of dates, years or times of day. */
  readonly dates: ReadonlyMap<string, ColumnDates>;
  /** Where in a cell with both coordinates the one is beyond 90, which no latitude is. */
  readonly pair: {
    readonly lngFirst?: Seen;
    readonly latFirst?: Seen;
    /** The order in which positions lie in the countries that their rows name. */
    readonly byCountry?: 'latlng' | 'lnglat';
  };
  /** By column of longitudes whose hemispheres are an O. */
  readonly meaningOfO: ReadonlyMap<string, MeaningOfO>;
  /** By column of amounts or coordinates. */
  readonly signs: ReadonlyMap<string, SignsSeen>;
  /** Categories in the order of their first record; nothing where they are too many to show. */
  readonly categories?: readonly string[];
  /** What stands between several categories in one cell. */
  readonly listSign?: ListSign;
  /** Whether numbers in the column of countries are codes of ISO 3166-1. */
  readonly numericCountries: boolean;
  /** The first id that two records have. */
  readonly repeatedId?: Seen;
  /** Columns with numbers such as −9999, and in how many rows. */
  readonly sentinels: ReadonlyMap<string, number>;
  readonly rows: number;
}

/** Positions that are looked up in the country of their row. */
const mostLookedUp = 200;
/** Different texts of a column that are kept, and how long they may be. */
const mostTexts = 2000;
const longestText = 200;

/** Where letters begin in Unicode. */
const LETTERS = 0x41;

export class Survey {
  readonly #columns: readonly string[];
  readonly #mapping: Mapping;
  readonly #dates: ReadonlyMap<string, DateColumnSurvey>;
  readonly #times: DateColumnSurvey | undefined;
  readonly #pair: { lngFirst?: Seen; latFirst?: Seen } = {};
  readonly #inside: FormatOptions['inside'];
  readonly #lookedUp = { latlng: 0, lnglat: 0, all: 0 };
  readonly #hemispheres = new Map<string, Set<string>>();
  readonly #signs = new Map<string, Partial<Record<SignEvidence, Seen>>>();
  readonly #amounts: readonly string[];
  /** Whether a longitude was seen that has one. */
  #point = false;
  #comma = false;
  /** As their cells have them. */
  readonly #categories = new Set<string>();
  readonly #numbered = { same: 0, all: 0 };
  #ids = new SeenTexts();
  readonly #sentinels = new Map<string, number>();
  #repeatedId: Seen | undefined;
  #rows = 0;

  constructor(
    columns: readonly string[],
    mapping: Mapping,
    { inside }: Pick<FormatOptions, 'inside'> = {},
  ) {
    this.#columns = columns;
    this.#mapping = mapping;
    this.#inside = inside;
    this.#amounts = [...mapping].flatMap(([field, column]) =>
      figurePattern.test(field) || field === 'where.radius' ? [column] : [],
    );
    const dates = ['when', 'start', 'end', 'year'].flatMap((field) => mapping.get(field) ?? []);
    this.#dates = new Map(dates.map((column) => [column, new DateColumnSurvey(column)]));
    const time = mapping.get('time');
    this.#times = time === undefined ? undefined : new DateColumnSurvey(time);
  }

  add(cell: Cell, record: number): void {
    this.#rows++;
    for (const [column, dates] of this.#dates) dates.add(cell(column), record);
    const time = this.#mapping.get('time');
    if (time !== undefined) this.#times!.addTime(cell(time), readClock(cell(time)), record);
    const pair = this.#mapping.get('pair');
    if (pair !== undefined) this.#addPair(cell(pair), record, cell);
    const lng = this.#mapping.get('lng');
    if (lng !== undefined) this.#addLongitude(lng, cell(lng), record);
    for (const column of this.#amounts) {
      const text = cell(column);
      const evidence = text.length < 3 ? undefined : signEvidence(text);
      if (evidence) this.#addSign(column, evidence, { record, text });
    }
    const category = this.#mapping.get('category');
    if (category !== undefined && this.#categories.size < mostTexts) {
      const text = cell(category);
      if (text !== '' && text.length <= longestText && !this.#categories.has(text))
        this.#categories.add(text);
    }
    const country = this.#mapping.get('where.country');
    if (country !== undefined && this.#inside) this.#addCountry(cell(country), cell);
    const id = this.#mapping.get('id');
    if (id !== undefined && !this.#repeatedId) this.#addId(cell(id), record);
    for (const column of this.#columns) {
      const text = cell(column);
      if (text.length > 2 && text.length < 14 && text.includes('99') && isSentinel(text))
        this.#sentinels.set(column, (this.#sentinels.get(column) ?? 0) + 1);
    }
  }

  /** After the last row. */
  findings(): Findings {
    this.#ids = new SeenTexts();
    const time = this.#mapping.get('time');
    return {
      dates: new Map([
        ...this.#dates,
        ...(time === undefined ? [] : [[time, this.#times!] as const]),
      ]),
      pair: { ...this.#pair, byCountry: this.#orderByCountry() },
      meaningOfO: new Map(
        [...this.#hemispheres].flatMap(([column, letters]) => {
          const meaning = meaningOfO(letters);
          return meaning ? [[column, meaning] as const] : [];
        }),
      ),
      signs: this.#signs,
      ...this.#categoryLists(),
      numericCountries: this.#areNumericCountries(),
      repeatedId: this.#repeatedId,
      sentinels: this.#sentinels,
      rows: this.#rows,
    };
  }

  #addPair(text: string, record: number, cell: Cell): void {
    const pair = readPair(text);
    if (!pair) return;
    const [first, second] = pair.parts;
    this.#addHemisphere(this.#mapping.get('pair')!, first, second);
    if (pair.order) return;
    const seen = { record, text };
    const [one, two] = [readAngle(first, 'lng'), readAngle(second, 'lng')];
    if (one === undefined || two === undefined) return;
    if (Math.abs(one) > 90) this.#pair.lngFirst ??= seen;
    if (Math.abs(two) > 90) this.#pair.latFirst ??= seen;
    const named = this.#mapping.get('where.country');
    if (named === undefined || !this.#inside || this.#lookedUp.all >= mostLookedUp) return;
    const country = countryCode(cell(named)) ?? countryOfCode(cell(named));
    if (country === undefined) return;
    const [latFirst, lngFirst] = [this.#inside(country, two, one), this.#inside(country, one, two)];
    if (latFirst === undefined || lngFirst === undefined) return;
    this.#lookedUp.all++;
    if (latFirst && !lngFirst) this.#lookedUp.latlng++;
    if (lngFirst && !latFirst) this.#lookedUp.lnglat++;
  }

  /** Most positions lie in their country in one order, and hardly any in the other. */
  #orderByCountry(): 'latlng' | 'lnglat' | undefined {
    const { latlng, lnglat, all } = this.#lookedUp;
    if (latlng > all / 2 && lnglat <= all / 10) return 'latlng';
    return lnglat > all / 2 && latlng <= all / 10 ? 'lnglat' : undefined;
  }

  #addLongitude(column: string, text: string, record: number): void {
    if (!this.#point && text.includes('.')) {
      this.#point = true;
      this.#addSign(column, 'point', { record, text });
    }
    if (!this.#comma && text.includes(',')) {
      this.#comma = true;
      this.#addSign(column, 'comma', { record, text });
    }
    this.#addHemisphere(column, text);
  }

  #categoryLists(): Pick<Findings, 'categories' | 'listSign'> {
    const listSign = listSignOf(this.#categories);
    const firsts = new Set<string>();
    for (const text of this.#categories) {
      const [first] = listIn(text, listSign);
      if (first !== undefined && !isEmptyText(first)) firsts.add(first);
      if (firsts.size > mostCategories) return { listSign };
    }
    return { listSign, categories: [...firsts] };
  }

  /** Other lists of countries have numbers too: the position of the row tells which it is. */
  #addCountry(text: string, cell: Cell): void {
    const code = this.#numbered.all < mostLookedUp ? countryOfIso(text) : undefined;
    const [lng, lat] = ['lng', 'lat'].map((field) => this.#mapping.get(field));
    if (code === undefined || lng === undefined || lat === undefined) return;
    const [x, y] = [readAngle(cell(lng), 'lng'), readAngle(cell(lat), 'lat')];
    if (x === undefined || y === undefined) return;
    const found = this.#inside!(code, x, y);
    if (found === undefined) return;
    this.#numbered.all++;
    if (found) this.#numbered.same++;
  }

  #areNumericCountries(): boolean {
    const words = columnWords(this.#mapping.get('where.country') ?? '');
    if (/\b(?:iso|m ?49|numeric|un)/.test(words)) return true;
    const { same, all } = this.#numbered;
    return all > 0 && same >= all * 0.8;
  }

  #addSign(column: string, evidence: SignEvidence, seen: Seen): void {
    const signs = this.#signs.get(column) ?? {};
    signs[evidence] ??= seen;
    this.#signs.set(column, signs);
  }

  #addHemisphere(column: string, ...parts: readonly string[]): void {
    for (const part of parts) {
      // Most are bare numbers.
      const [first, last] = [part.charCodeAt(0), part.charCodeAt(part.length - 1)];
      if (!(first >= LETTERS || last >= LETTERS) || readNumber(part) !== undefined) continue;
      const hemisphere = readHemisphere(part)?.hemisphere;
      if (hemisphere === undefined) continue;
      const letters = this.#hemispheres.get(column) ?? new Set();
      this.#hemispheres.set(column, letters.add(hemisphere));
    }
  }

  #addId(text: string, record: number): void {
    if (isEmptyText(text)) return;
    if (this.#ids.add(text, record) === undefined) return;
    this.#repeatedId = { record, text };
    this.#ids = new SeenTexts();
  }
}

/** Beside an E an O is the west, beside a W the east. */
function meaningOfO(letters: ReadonlySet<string>): MeaningOfO | undefined {
  if (!letters.has('O') || letters.has('E') === letters.has('W')) return undefined;
  return letters.has('E') ? 'west' : 'east';
}
