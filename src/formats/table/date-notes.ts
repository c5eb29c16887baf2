/** How a table's dates and times were understood, said so that its user can object. */
import type { Problem } from '../../model/event';
import type { FormatOptions } from '../format';
import { readZonedClock, printClock } from './clock';
import type { ColumnDates } from './date-survey';
import { mixedMessage, orderMessage } from './day-order';
import { printTableDate, readTableDate } from './dates';
import { note } from './header';
import type { Roles } from './roles';
import type { Findings } from './survey';
import { t } from '../../words/reading';

/** Nothing is said of a table that was written from a story: it says what it means. */
export function dateNotes(
  { mapping, own }: Roles,
  { dates }: Findings,
  options: FormatOptions,
): Problem[] {
  const notes: Problem[] = [];
  if (own) return notes;
  for (const field of ['when', 'start', 'end', 'year', 'time']) {
    const column = mapping.get(field);
    const found = column === undefined ? undefined : dates.get(column);
    if (!found || column === undefined) continue;
    const { orders, midnight, newYear } = found;
    if (options.dayOrder === undefined) {
      const { order, sample, conflict } = orders;
      if (order && sample)
        notes.push(note(column, 'day-order', orderMessage(order, sample), sample.text));
      else if (conflict)
        notes.push(note(column, 'mixed-day-order', mixedMessage(column, ...conflict)));
    }
    if (midnight) notes.push(note(column, 'midnight-only', t('table.midnightOnly', { column })));
    if (newYear && allYears(mapping, dates))
      notes.push(note(column, 'new-year-only', t('table.newYearOnly', { column })));
    notes.push(...readingNotes(column, found, options));
  }
  return notes;
}

/** Whether dates that are all 1 January stand for years: they do not where a time of day is known. */
export function allYears(
  mapping: Roles['mapping'],
  dates: ReadonlyMap<string, ColumnDates>,
): boolean {
  const time = mapping.get('time');
  return (time === undefined || dates.get(time)?.midnight === true) && !mapping.has('hour');
}

function readingNotes(
  column: string,
  { epochs, pairs, decade, roundDecade, shortYear, digits, shortClock }: ColumnDates,
  { century }: FormatOptions,
): Problem[] {
  const notes: Problem[] = [];
  for (const [unit, { record, text }] of epochs) {
    const reading = readTableDate(text);
    if (!('date' in reading)) continue;
    const values = { column, unit, text, record, date: printTableDate(reading.date) };
    notes.push(note(column, 'epoch', t('table.epoch', values), text));
  }
  const range = pairs.size === 1 ? pairs.get('ranges') : undefined;
  if (range)
    notes.push(
      note(column, 'year-ranges', t('table.yearRanges', { column, ...range }), range.text),
    );
  if (decade && roundDecade) {
    const message = t('table.decades', { column, ...roundDecade });
    notes.push(note(column, 'decades', message, roundDecade.text));
  }
  if (shortYear && century === undefined)
    notes.push(
      note(column, 'short-years', t('table.shortYears', { column, ...shortYear }), shortYear.text),
    );
  const clock = shortClock && readZonedClock(shortClock.text, digits);
  if (clock && 'clock' in clock) {
    const values = { column, ...shortClock, clock: printClock(clock.clock).slice(1) };
    notes.push(note(column, 'short-times', t('table.shortTimes', values), shortClock.text));
  }
  return notes;
}
