/** CDB90, battles from 1600 to 1973 (https://github.com/jrnold/CDB90): two tables that go together by
 * `isqno`. Either is read; the other, given beside it, adds what it knows. */
import type { Members } from '../../../model/read/members';
import { FormatError, type FormatOptions, type TableFormat } from '../../format';
import { UsedCategories } from '../../shared/categories';
import { countOf, keptCells, textCells } from '../../shared/columns';
import { companionRows } from './companion-rows';
import { convertedTo, filledOr } from '../../shared/feature';
import { joinParts } from '../../shared/headline';
import { daysBetween, printDay } from '../../shared/days';
import { dateOfDay, dayNumber } from '../../../model/time/calendar';
import { isMidnight, printClock, type Clock } from '../../table/clock';
import { readTableDate } from '../../table/dates';
import { note } from '../../table/header';
import type { Cell } from '../../table/roles';
import { RowProblems } from '../../table/row-problems';
import { t } from '../../../words/reading';

const battles = ['isqno', 'war', 'name', 'locn', 'campgn'];
const durations = ['isqno', 'datetime_min', 'datetime_max'];
/** Where a battle's own sides give the calendar, nobody converted it before this year. */
const lastJulian = 1752;

/** No battle has a position: they stand on the timeline only. */
export const cdb90: TableFormat = {
  id: 'cdb90',
  get label() {
    return t('format.cdb90');
  },
  fits(columns) {
    return isCdb90(columns) ? 0.97 : 0;
  },
  open(columns, options) {
    if (!isCdb90(columns))
      throw new FormatError(
        t('cdb90.missingColumns', {
          battles: battles.join(', '),
          durations: durations.join(', '),
        }),
      );
    const others = otherTable(columns, options);
    const dated = columns.includes('datetime_min') || others.size > 0;
    const categories = new UsedCategories();
    let [timed, early] = [0, 0];
    return {
      read(own, record) {
        const problems = new RowProblems(record);
        const id = own('isqno');
        const other = others.get(id);
        const cell = textCells((name) => own(name) || (other?.[name] ?? ''));
        const when = timeOf(cell, dated, problems);
        if (when?.includes('T')) timed++;
        if (when !== undefined && Number(when.slice(0, 4)) < lastJulian) early++;
        const name = asName(cell('name'));
        const place = asName(cell('locn'));
        return convertedTo(record, problems, {
          id,
          geometry: null,
          properties: {
            title: name === '' ? `Battle ${id}` : joinParts([name, place], ', '),
            summary: cell('campgn'),
            category: categories.use(cell('war4') || asName(cell('war'))),
            when,
            where: filledOr({ name: place }),
            cdb90: filledOr({
              ...other,
              ...keptCells(columns, own, new Set(['isqno', 'campgn'])),
            }),
          },
        });
      },
      story: () => ({
        categories: categories.members(),
        credit:
          'CDB90 Data Base of Battles, US Army Concepts Analysis Agency; J. B. Arnold (ODC-By 1.0)',
      }),
      notes: () => [
        ...(timed > 0
          ? [note('datetime_min', 'zone-not-stated', t('cdb90.zoneNotStated', { timed }), timed)]
          : []),
        ...(early > 0
          ? [
              note(
                'datetime_min',
                'calendar-not-stated',
                t('cdb90.calendarNotStated', { early, lastJulian: lastJulian }),
                early,
              ),
            ]
          : []),
      ],
    };
  },
};

/** Nobody else calls a column `isqno`; the others say which table it is. */
function isCdb90(columns: readonly string[]): boolean {
  const own = [...battles, ...durations, 'war4'].filter((name) => name !== 'isqno');
  return columns.includes('isqno') && countOf(columns, own) >= 2;
}

/** What the table given beside this one says, by `isqno`. */
function otherTable(columns: readonly string[], { companions }: FormatOptions) {
  const rows = new Map<string, Members>();
  for (const text of companions?.values() ?? [])
    for (const row of companionRows(text)) {
      const { isqno, ...rest } = row;
      if (isqno === undefined) break;
      const added = Object.entries(rest).filter(([name]) => !columns.includes(name));
      if (added.length > 0) rows.set(isqno, { ...rows.get(isqno), ...Object.fromEntries(added) });
    }
  return rows as ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/**
 * From the earliest start to the latest end. Midnight stands for a time that is not known: a start
 * then means that day, an end the day before (a battle of one day ends at the next midnight).
 */
function timeOf(cell: Cell, dated: boolean, problems: RowProblems): string | undefined {
  const [from, to] = ['datetime_min', 'datetime_max'].map((field) =>
    momentOf(field, cell(field), dated, problems),
  );
  if (!from || !to) return undefined;
  const first = from.day;
  const whole = isMidnight(to.clock) && to.day > first;
  const last = whole ? to.day - 1 : to.day;
  const [start, end] = [dateOfDay(first), dateOfDay(last)];
  const clockless = isMidnight(from.clock) || (whole && first === last);
  if (last < first || (first === to.day && minutesOf(to.clock) < minutesOf(from.clock))) {
    const expected = t('cdb90.expectedEnd', { cell: cell('datetime_min') });
    problems.error('datetime_max', cell('datetime_max'), 'end-before-start', expected);
    return undefined;
  }
  if (clockless && (whole || first === last)) return daysBetween(start, end, false);
  const opening = clockless ? printDay(start) : printDay(start) + printed(from.clock);
  const closing = whole ? printDay(end) : printDay(end) + printed(to.clock);
  return opening === closing ? opening : `${opening}/${closing}`;
}

interface Moment {
  /** Its number; see `calendar.ts`. */
  readonly day: number;
  readonly clock: Clock;
}

function momentOf(
  field: string,
  text: string,
  dated: boolean,
  problems: RowProblems,
): Moment | undefined {
  if (text === '') {
    const expected = dated ? t('expected.date') : t('cdb90.expectedDurations');
    problems.error(field, text, 'missing-date', expected);
    return undefined;
  }
  const reading = readTableDate(text);
  if ('fault' in reading) {
    problems.error(field, text, reading.fault, reading.expected);
    return undefined;
  }
  const { year, month, day, clock = { hour: 0, minute: 0 } } = reading.date;
  if (month === undefined || day === undefined) {
    problems.error(field, text, 'bad-date', t('expected.wholeDate'));
    return undefined;
  }
  return { day: dayNumber(year, month, day), clock };
}

function minutesOf({ hour, minute = 0 }: Clock): number {
  return hour * 60 + minute;
}

/** To the minute, which is as fine as the table goes. */
function printed({ hour, minute = 0 }: Clock): string {
  return printClock({ hour, minute });
}

/** `WHITE MOUNTAIN` → "White Mountain". */
function asName(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/\b(?:Of|The|And|In|At)\b(?!^)/g, (word, at: number) =>
      at === 0 ? word : word.toLowerCase(),
    )
    .replace(/\b(?:I|II|III|IV|V|VI|VII|VIII|IX)\b/gi, (number) => number.toUpperCase());
}
