/** What a cell of dates says, and what has to be known to read it. */
import { printTimestamp } from '../../model/edtf';
import { printClock, type Clock } from './clock';

/** Which comes first in `3/4/2025`, and in `17/3/4` where the century is stated. */
export type DayOrder = 'day-first' | 'month-first' | 'year-first';

/** What the user states of a file's dates, or a whole column tells; a date that can mean two is a
 * fault where nothing decides. */
export interface DateWays {
  readonly order?: DayOrder;
  /** Dates of the column, or file, contradict each other in it. */
  readonly mixed?: boolean;
  /** The first of the hundred years that years of two digits lie in. */
  readonly century?: number;
  /** Whether `2008-09` is a month or years from 2008 to 2009. */
  readonly pairs?: 'months' | 'ranges';
  /** Whether years of one to three digits are years as they stand. */
  readonly shortYears?: boolean;
  /** Whether `1900s` is a decade as `1910s` is. */
  readonly decades?: boolean;
  /** Whether the column has numbers that count from 1970, so that odd ones do so too. */
  readonly epoch?: EpochUnit;
}

export type EpochUnit = 'seconds' | 'milliseconds';

export interface TableDate {
  /** Astronomical; `NaN` where there is none. */
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly clock?: Clock;
  /** The EDTF text itself, where the parts can't say it. */
  readonly edtf?: string;
  /** Of an `edtf`: its first and last date, either may be `..`. */
  readonly sides?: readonly [first: string, last: string];
  /** Where it came as a number that counts from 1970. */
  readonly epoch?: { readonly unit: EpochUnit; readonly ms: number };
}

export type DateFault =
  'bad-date' | 'impossible-date' | 'ambiguous-date' | 'two-digit-year' | 'date-zone';

export type DateReading =
  { readonly date: TableDate } | { readonly fault: DateFault; readonly expected: string };

export function printTableDate({ year, month, day, clock, edtf, epoch }: TableDate): string {
  if (edtf !== undefined) return edtf;
  if (epoch && clock) return printTimestamp(epoch.ms, epoch.ms % 1000 === 0 ? 1000 : 1);
  if (month === undefined) return printTableYear(year);
  const date = `${printTableYear(year)}-${pad(month)}${day ? `-${pad(day)}` : ''}`;
  return clock && day ? `${date}${printClock(clock)}` : date;
}

/** `0079`, `-0489`, `Y-11999`. */
export function printTableYear(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

/** The first and the last date of what it says, the same where there is one. */
export function sidesOf(date: TableDate): readonly [first: string, last: string] {
  if (date.sides) return date.sides;
  const text = printTableDate(date);
  return [text, text];
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
