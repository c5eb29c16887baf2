/** Dates known to lie within a stretch → EDTF. */
import { dateOfDay, dayNumber } from '../../model/time/calendar';
import type { FormatOptions } from '../format';
import { printTableDate, readTableDate, type DayOrder } from '../table/dates';
import { standsForNothing } from '../table/nothing';
import type { DateWays, TableDate } from '../table/table-date';
import type { RowProblems } from '../table/row-problems';
import { t } from '../../words/reading';

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** How dates of a file are read: the order of day and month is as the user or the file itself tells,
 * else as the codebook says, and none where there is no telling. */
export function dateWaysOf(
  { dayOrder, mixedDays, century }: FormatOptions,
  codebook?: DayOrder,
): DateWays {
  return { order: mixedDays ? undefined : (dayOrder ?? codebook), mixed: mixedDays, century };
}

/** The day in a cell, whatever the time of day beside it; nothing where there is none or it can't be
 * read, which is a problem. So is a date that can mean two days where no order is known. */
export function readDay(
  field: string,
  text: string,
  problems: RowProblems,
  ways: DateWays,
): Day | undefined {
  if (standsForNothing(text)) {
    problems.error(field, text, 'missing-date', t('expected.date'));
    return undefined;
  }
  const reading = readTableDate(text, ways);
  if ('fault' in reading) {
    problems.error(field, text, reading.fault, reading.expected);
    return undefined;
  }
  const { year, month, day } = reading.date;
  warnOfEpoch(field, text, reading.date, problems);
  if (month !== undefined && day !== undefined) return { year, month, day };
  problems.error(field, text, 'bad-date', t('expected.wholeDate'));
  return undefined;
}

/** A number that counts from 1970 is read as the date it is, and that is said. */
export function warnOfEpoch(
  field: string,
  text: string,
  date: TableDate,
  problems: RowProblems,
): void {
  if (!date.epoch) return;
  const values = { unit: date.epoch.unit, date: printTableDate(date) };
  problems.warn(field, text, 'epoch', t('table.expectedDateNotEpoch', values));
}

/** `2024-03-05`. */
export function printDay({ year, month, day }: Day): string {
  return printTableDate({ year, month, day });
}

/** The event lies on one of these days, both inclusive; `uncertain` where it is not known to fill
 * them. */
export function daysBetween(first: Day, last: Day, uncertain: boolean): string {
  const mark = uncertain ? '?' : '';
  const [from, to] = [printDay(first), printDay(last)];
  return from === to ? `${from}${mark}` : `${from}${mark}/${to}${mark}`;
}

/** The days around one: `around(day, 3)` is the week in whose middle it lies. */
export function daysAround({ year, month, day }: Day, days: number): string {
  const middle = dayNumber(year, month, day);
  return daysBetween(dateOfDay(middle - days), dateOfDay(middle + days), true);
}

/** Whether a day comes before another. */
export function isBefore(first: Day, second: Day): boolean {
  return numberOf(first) < numberOf(second);
}

export function numberOf({ year, month, day }: Day): number {
  return dayNumber(year, month, day);
}
