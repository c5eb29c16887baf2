/** Dates of TimelineJS, year, month, day and time apart → EDTF. */
import { daysInMonth } from '../../../model/time/calendar';
import { EdtfError, parseEdtf } from '../../../model/edtf';
import { printClock, type Clock } from '../../table/clock';
import type { RowProblems } from '../../table/row-problems';
import { t } from '../../../words/reading';

/** As the file has them; a part that is empty is not known. */
export interface DateParts {
  /** What problems are named by: a column or member. */
  readonly fields: { readonly year: string; readonly month: string; readonly day: string };
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly clock?: Clock;
}

/** Nothing where it can't be read, which is an error. */
export function slideEdtf(date: DateParts, problems: RowProblems): string | undefined {
  const { fields } = date;
  // Spreadsheets put commas into years.
  const yearText = date.year.replace(/[\s,]/g, '');
  if (yearText === '') {
    problems.error(fields.year, date.year, 'missing-date', t('timelinejs.expectedYear'));
    return undefined;
  }
  if (!/^-?\d{1,12}$/.test(yearText) || Number(yearText) === 0) {
    problems.error(fields.year, date.year, 'bad-date', t('timelinejs.expectedYearForm'));
    return undefined;
  }
  // The year before 1 is -1 there, and 0 in EDTF.
  const year = Number(yearText) < 0 ? Number(yearText) + 1 : Number(yearText);
  const month = part(date.month, fields.month, 12, 'timelinejs.expectedMonth', problems);
  const most = month === undefined ? 31 : daysInMonth(year, month);
  const day = part(date.day, fields.day, most, 'timelinejs.expectedDay', problems);
  if (problems.failed) return undefined;
  if (Math.abs(year) > 9999) return `Y${year}`;
  if (day !== undefined && month === undefined) {
    problems.error(fields.month, date.month, 'bad-date', t('timelinejs.expectedMonthOfDay'));
    return undefined;
  }
  const text = [printYear(year), month && pad(month), day && pad(day)].filter(Boolean).join('-');
  return day && date.clock ? text + printClock(date.clock) : text;
}

/** Both inclusive. An end that is coarser than its start is one somewhere in that month or year. */
export function intervalOf(
  from: string,
  to: string,
  field: string,
  problems: RowProblems,
): string | undefined {
  if (from === to) return from;
  for (const last of [to, withUnknownParts(to)]) {
    try {
      parseEdtf(`${from}/${last}`);
      return `${from}/${last}`;
    } catch (error) {
      if (!(error instanceof EdtfError)) throw error;
    }
  }
  problems.error(field, to, 'end-before-start', t('expected.endAfter', { from }));
  return undefined;
}

function part(
  text: string,
  field: string,
  most: number,
  expected: 'timelinejs.expectedMonth' | 'timelinejs.expectedDay',
  problems: RowProblems,
): number | undefined {
  if (text === '') return undefined;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= most) return value;
  problems.error(field, text, 'impossible-date', t(expected, { most }));
  return undefined;
}

function printYear(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function withUnknownParts(date: string): string {
  if (/^-?\d{4}$/.test(date)) return `${date}-XX-XX`;
  return /^-?\d{4}-\d{2}$/.test(date) ? `${date}-XX` : date;
}
