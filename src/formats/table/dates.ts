/** Dates as tables write them → EDTF. What can mean two days is never decided here. */
import { dateForms } from './date-forms';
import { readPhrase } from './date-phrases';
import { isOpenEnd } from './date-words';
import type { DateReading, DateWays } from './table-date';
import { t } from '../../words/reading';

export { orderIn } from './order-survey';
export { printTableDate, type DateFault, type DateReading, type DayOrder, type TableDate } from './table-date'; // prettier-ignore

/** `ways` says what the user or the column tells; a date that can mean two without is a fault. */
export function readTableDate(text: string, ways: DateWays = {}): DateReading {
  const trimmed = text.trim();
  if (trimmed.length > 80) return { fault: 'bad-date', expected: dateForms() };
  const read = readPhrase(trimmed, ways);
  if (read) return read;
  // Hard spaces and dashes of all kinds come from word processors.
  const plain = trimmed.replace(/[\s\u2007\u202f]+/g, ' ').replace(/^\u2212/, '-').replace(/[\u2010-\u2012]/g, '-'); // prettier-ignore
  const again = plain === trimmed ? undefined : readPhrase(plain, ways);
  if (again) return again;
  return { fault: 'bad-date', expected: expectedOf(trimmed) };
}

/** The days of spreadsheets from 1954 to 2064. */
const serialPattern = /^[2-5]\d{4}(?:[.,]\d{1,15})?$/;

function expectedOf(text: string): string {
  if (isOpenEnd(text)) return t('table.expectedStartBeside');
  return serialPattern.test(text) ? t('table.expectedNotSerial') : dateForms();
}

/** Whether a text is a date, or one that lacks only what the user or its column may tell. */
export function looksLikeDate(text: string): boolean {
  const reading = readTableDate(text, { order: 'day-first', pairs: 'months', decades: true });
  return 'date' in reading || reading.fault !== 'bad-date' || isOpenEnd(text);
}
