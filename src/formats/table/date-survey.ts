/** What all cells of a column tell of its dates and times, which no single one does. */
import { isMidnight, digitClockOf, type Clock, type DigitClock } from './clock';
import { epochIn, pairIn } from './date-forms';
import { readDecade, splitEra } from './date-words';
import { readTableDate } from './dates';
import { isSentinel } from './nothing';
import { OrderSurvey } from './order-survey';
import type { DateWays, EpochUnit } from './table-date';

/** Where something was first seen. */
export interface Seen {
  readonly record: number;
  readonly text: string;
}

/** Each where it was first seen; nothing where it was not. */
export interface ColumnDates {
  /** Which orders of day, month and year its dates leave. */
  readonly orders: OrderSurvey;
  /** `2017-06`, which is no range of years, and `1939-45`, which is no month. */
  readonly pairs: ReadonlyMap<NonNullable<DateWays['pairs']>, Seen>;
  /** Numbers that count from 1970. */
  readonly epochs: ReadonlyMap<EpochUnit, Seen>;
  /** A year of one or two digits beside others that show that it can be one. */
  readonly shortYear?: Seen;
  /** Whether years of one to three digits are years as they stand. */
  readonly shortYears: boolean;
  /** A decade that can be no century. */
  readonly decade?: Seen;
  /** One that could be: `1900s`. */
  readonly roundDecade?: Seen;
  /** Whether there are times of day, and all are midnight. */
  readonly midnight: boolean;
  /** Whether every date is 1 January, of more than one year. */
  readonly newYear: boolean;
  /** What digits alone are, where they can't all be hours, and one that lacks its zeros. */
  readonly digits?: DigitClock;
  readonly shortClock?: Seen;
}

const isoPattern = /^\d{4}-\d{2}-\d{2}(?:$|[T ])/;
/** Texts of a column that are remembered, so that each is looked at once. */
const mostKnown = 5000;
/** To look at a date, not to read it. */
const anyWay: DateWays = { order: 'day-first', century: 2000, pairs: 'months', decades: true };

export class DateColumnSurvey implements ColumnDates {
  readonly orders = new OrderSurvey();
  readonly pairs = new Map<NonNullable<DateWays['pairs']>, Seen>();
  readonly epochs = new Map<EpochUnit, Seen>();
  decade: Seen | undefined;
  roundDecade: Seen | undefined;
  readonly #column: string;
  #short: Seen | undefined;
  readonly #known = new Set<string>();
  #signed = false;
  #threeDigits = false;
  #fourDigits = false;
  /** Units in which some number, plausible or not, has a time of day other than midnight. */
  readonly #oddNumbers = new Set<EpochUnit>();
  #clock = false;
  #late = false;
  /** Years of which 1 January was seen, two at most; nothing once there was another date. */
  #newYears: Set<number> | undefined = new Set();
  #digits: DigitClock | undefined;
  #shortClock: Seen | undefined;
  #beyondHours = false;

  constructor(column: string) {
    this.#column = column;
  }

  add(text: string, record: number): void {
    if (text === '' || text.length > 80 || this.#known.has(text)) return;
    if (this.#known.size < mostKnown) this.#known.add(text);
    const seen = { record, text };
    const iso = isoPattern.test(text);
    if (iso) this.#add(this.pairs, 'months', seen);
    else this.#addForm(text, seen);
    const mayHaveClock = text.includes(':') || (text.length > 8 && !(iso && text.length === 10));
    const timed = mayHaveClock && !this.#late;
    const newYear = this.#newYears !== undefined;
    if (iso && newYear && text.slice(5, 10) !== '01-01') this.#newYears = undefined;
    if (!timed && !(newYear && this.#newYears)) return;
    const reading = readTableDate(text, anyWay);
    if (!('date' in reading)) return;
    const { year, month, day, clock, edtf } = reading.date;
    if (clock) this.#addClock(clock);
    const isNewYear = month === 1 && day === 1;
    if (edtf !== undefined || (month !== undefined && !isNewYear)) this.#newYears = undefined;
    else if (isNewYear && this.#newYears && this.#newYears.size < 2) this.#newYears.add(year);
  }

  /** A cell of a column with times of day only. */
  addTime(text: string, clock: Clock | undefined, record: number): void {
    if (clock) this.#addClock(clock);
    const digits = digitClockOf(text);
    if (digits === 'seconds' || (digits && !this.#digits)) this.#digits = digits;
    if (!/^\d{1,2}(?:\.0{1,6})?$/.test(text)) return;
    this.#shortClock ??= { record, text };
    this.#beyondHours ||= Number(text) > 24 && Number(text) < 60;
  }

  get midnight(): boolean {
    const odd = [...this.epochs.keys()].some((unit) => this.#oddNumbers.has(unit));
    return this.#clock && !this.#late && !odd;
  }

  get newYear(): boolean {
    return (this.#newYears?.size ?? 0) > 1 && !this.#late;
  }

  get shortYears(): boolean {
    return this.#signed || (this.#threeDigits && this.#fourDigits);
  }

  get shortYear(): Seen | undefined {
    return this.shortYears || this.#threeDigits ? this.#short : undefined;
  }

  get digits(): DigitClock | undefined {
    return this.#digits ?? (this.#beyondHours ? 'minutes' : undefined);
  }

  get shortClock(): Seen | undefined {
    return this.digits ? this.#shortClock : undefined;
  }

  #addForm(text: string, seen: Seen): void {
    const first = text.charCodeAt(0);
    const digit = first >= ZERO && first <= NINE;
    if (digit && text.length < 5) {
      if (text.length === 4) this.#fourDigits = true;
      else if (/^\d{3}$/.test(text)) this.#threeDigits = true;
      else if (/^[1-9]\d?$/.test(text)) this.#short ??= seen;
    }
    if (digit || first === MINUS) {
      this.orders.add(text, this.#column, seen.record);
      const pair = pairIn(text);
      if (pair) this.#add(this.pairs, pair, seen);
      const epoch = epochIn(text);
      if (epoch) this.#add(this.epochs, epoch.unit, seen);
      else if (text.length > 8 && Number.isFinite(Number(text))) {
        // Beside numbers that count from 1970 it is one, too.
        if (Number(text) % 86_400 !== 0) this.#oddNumbers.add('seconds');
        if (Number(text) % 86_400_000 !== 0) this.#oddNumbers.add('milliseconds');
      }
      const decade = readDecade(text);
      if (decade?.endsWith('00')) this.roundDecade ??= seen;
      else if (decade !== undefined) this.decade ??= seen;
    }
    // -99 and -999 often stand for nothing.
    const signed = /^-\d{2,6}(?:-|$)/.test(text) && !isSentinel(text);
    this.#signed ||= signed || splitEra(text) !== undefined;
  }

  #addClock(clock: Clock): void {
    this.#clock = true;
    this.#late ||= !isMidnight(clock);
  }

  #add<Key>(to: Map<Key, Seen>, key: Key, seen: Seen): void {
    if (!to.has(key)) to.set(key, seen);
  }
}

const [ZERO, NINE, MINUS] = [0x30, 0x39, 0x2d];

/** What a column's cells tell of how it is read, else those of all columns of dates together;
 * nothing of what they contradict each other in. */
export function columnWays(
  column: string,
  dates: ReadonlyMap<string, ColumnDates>,
): Omit<DateWays, 'century'> {
  const own = dates.get(column);
  if (!own) return {};
  const { order, conflict } = surveyedOrders(column, dates);
  const others = [...dates.values()].map(({ pairs }) => pairs);
  return {
    order,
    mixed: conflict !== undefined,
    pairs: onlyOf(own.pairs.size > 0 ? [own.pairs] : others),
    shortYears: own.shortYears,
    decades: own.decade !== undefined,
    epoch: onlyOf([own.epochs]),
  };
}

/** What a column's dates tell of their order, else what all columns together do. */
export function surveyedOrders(
  column: string,
  dates: ReadonlyMap<string, ColumnDates>,
): OrderSurvey {
  const own = dates.get(column)?.orders;
  if (own && (own.order !== undefined || own.conflict)) return own;
  const together = new OrderSurvey();
  for (const { orders } of dates.values()) together.include(orders);
  return together;
}

function onlyOf<Key>(maps: readonly ReadonlyMap<Key, Seen>[]): Key | undefined {
  const keys = new Set(maps.flatMap((map) => [...map.keys()]));
  return keys.size === 1 ? [...keys][0] : undefined;
}
