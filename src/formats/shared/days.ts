/** Dates known to lie within a stretch → EDTF. */
import { dateOfDay, dayNumber } from '../../model/time/calendar';
import type { FormatOptions } from '../format';
import { printTableDate, readTableDate, type DayOrder } from '../table/dates';
import { standsForNothing } from '../table/nothing';
import type { RowProblems } from '../table/row-problems';
import { t } from '../../words/reading';

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The order of day and month in a file: as the user or the file itself tells, else as the codebook
 * says. Nothing where there is no telling. */
export function dayOrderOf(
  { dayOrder, mixedDays }: FormatOptions,
  codebook?: DayOrder,
): DayOrder | undefined {
  return mixedDays ? undefined : (dayOrder ?? codebook);
}

/** The day in a cell, whatever the time of day beside it; nothing where there is none or it can't be
 * read, which is a problem. So is a date that can mean two days where there is no `order`. */
export function readDay(
  field: string,
  text: string,
  problems: RowProblems,
  order: DayOrder | undefined,
): Day | undefined {
  if (standsForNothing(text)) {
    problems.error(field, text, 'missing-date', t('expected.date'));
    return undefined;
  }
  const reading = readTableDate(text, order);
  if ('fault' in reading) {
    problems.error(field, text, reading.fault, reading.expected);
    return undefined;
  }
  const { year, month, day } = reading.date;
  if (month !== undefined && day !== undefined) return { year, month, day };
  problems.error(field, text, 'bad-date', t('expected.wholeDate'));
  return undefined;
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
