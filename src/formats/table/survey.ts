/** What a whole table tells that no single row does: the order of days and months, which of two
 * coordinates comes first, whether a time of day is ever anything but midnight. */
import { mostCategories } from '../../model/read/categories';
import { isMidnight, readClock } from './clock';
import { orderIn, readTableDate, type DayOrder } from './dates';
import { SeenTexts } from './seen-texts';
import { isSentinel, readAngle, readPair } from './numbers';
import type { Cell, Mapping } from './roles';

/** Where something was first seen. */
export interface Seen {
  readonly record: number;
  readonly text: string;
}

export interface OrderEvidence {
  readonly dayFirst?: Seen;
  readonly monthFirst?: Seen;
}

export interface Findings {
  /** By column of dates. */
  readonly orders: ReadonlyMap<string, OrderEvidence>;
  /** Columns whose times of day are all midnight. */
  readonly midnight: ReadonlySet<string>;
  /** Where in a cell with both coordinates the one is beyond 90, which no latitude is. */
  readonly pair: { readonly lngFirst?: Seen; readonly latFirst?: Seen };
  /** Categories in the order of their first record; nothing where they are too many to show. */
  readonly categories?: readonly string[];
  /** The first id that two records have. */
  readonly repeatedId?: Seen;
  /** Columns with numbers such as −9999, and in how many rows. */
  readonly sentinels: ReadonlyMap<string, number>;
  readonly rows: number;
}

export class Survey {
  readonly #columns: readonly string[];
  readonly #dates: readonly string[];
  readonly #mapping: Mapping;
  readonly #orders = new Map<string, { dayFirst?: Seen; monthFirst?: Seen }>();
  readonly #clocks = new Map<string, { some: boolean; late: boolean }>();
  readonly #pair: { lngFirst?: Seen; latFirst?: Seen } = {};
  readonly #categories = new Set<string>();
  #ids = new SeenTexts();
  readonly #sentinels = new Map<string, number>();
  #repeatedId: Seen | undefined;
  #rows = 0;

  constructor(columns: readonly string[], mapping: Mapping) {
    this.#columns = columns;
    this.#mapping = mapping;
    this.#dates = ['when', 'start', 'end'].flatMap((field) => mapping.get(field) ?? []);
  }

  add(cell: Cell, record: number): void {
    this.#rows++;
    for (const column of this.#dates) this.#addDate(column, cell(column), record);
    const time = this.#mapping.get('time');
    if (time !== undefined) this.#addClock(time, readClock(cell(time)));
    const pair = this.#mapping.get('pair');
    if (pair !== undefined) this.#addPair(cell(pair), record);
    const category = this.#mapping.get('category');
    if (category !== undefined && this.#categories.size <= mostCategories) {
      const text = cell(category);
      if (text !== '') this.#categories.add(text);
    }
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
    const midnight = [...this.#clocks].filter(([, { some, late }]) => some && !late);
    return {
      orders: this.#orders,
      midnight: new Set(midnight.map(([column]) => column)),
      pair: this.#pair,
      categories: this.#categories.size <= mostCategories ? [...this.#categories] : undefined,
      repeatedId: this.#repeatedId,
      sentinels: this.#sentinels,
      rows: this.#rows,
    };
  }

  #addDate(column: string, text: string, record: number): void {
    if (text === '' || text.length > 60) return;
    const order = orderIn(text);
    if (order) {
      const known = this.#orders.get(column) ?? {};
      if (order === 'day-first') known.dayFirst ??= { record, text };
      else known.monthFirst ??= { record, text };
      this.#orders.set(column, known);
    }
    // Only a text with a colon has a time of day; either order will do to find it.
    if (!text.includes(':') || this.#clocks.get(column)?.late) return;
    const reading = readTableDate(text, order ?? 'day-first');
    if ('date' in reading) this.#addClock(column, reading.date.clock);
  }

  #addClock(column: string, clock: ReturnType<typeof readClock>): void {
    if (!clock) return;
    const known = this.#clocks.get(column) ?? { some: false, late: false };
    known.some = true;
    known.late ||= !isMidnight(clock);
    this.#clocks.set(column, known);
  }

  #addPair(text: string, record: number): void {
    const pair = readPair(text);
    if (!pair || pair.wkt) return;
    const [first, second] = pair.parts;
    const seen = { record, text };
    if (Math.abs(readAngle(first, 'lng') ?? 0) > 90) this.#pair.lngFirst ??= seen;
    if (Math.abs(readAngle(second, 'lng') ?? 0) > 90) this.#pair.latFirst ??= seen;
  }

  #addId(text: string, record: number): void {
    if (text === '') return;
    if (this.#ids.add(text, record) === undefined) return;
    this.#repeatedId = { record, text };
    this.#ids = new SeenTexts();
  }
}

/** The order that a column's dates tell, else that of all columns together; nothing where they
 * tell none or contradict each other. */
export function surveyedOrder(column: string, { orders }: Findings): DayOrder | undefined {
  return (
    single([orders.get(column) ?? {}]) ??
    (orders.has(column) ? undefined : single([...orders.values()]))
  );
}

function single(evidence: readonly OrderEvidence[]): DayOrder | undefined {
  const day = evidence.some(({ dayFirst }) => dayFirst);
  const month = evidence.some(({ monthFirst }) => monthFirst);
  if (day === month) return undefined;
  return day ? 'day-first' : 'month-first';
}
