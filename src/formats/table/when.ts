/** The cells of a row that say when → EDTF: one class, since all its columns make one date. */
import { daysInMonth } from '../../model/time/calendar';
import { isEdtf, parseEdtf } from '../../model/edtf';
import type { FormatOptions } from '../format';
import { clockOn, readZonedClock, type Clock } from './clock';
import { fullYear } from './date-forms';
import { allYears } from './date-notes';
import { columnWays } from './date-survey';
import { isOpenEnd } from './date-words';
import { readTableDate } from './dates';
import { monthNamed } from './months';
import { isSentinel, standsForNothing } from './nothing';
import type { Cell, Mapping, Roles } from './roles';
import type { RowProblems } from './row-problems';
import type { Findings } from './survey';
import { printTableDate, sidesOf, type DateWays, type TableDate } from './table-date';
import { t } from '../../words/reading';

/** Texts of dates that are remembered. */
const mostKnown = 20_000;
/** What spreadsheets and databases put for a date that is not there. */
const zeroDatePattern = /^0{1,4}([-/.]?0{1,4}){2}(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;

type DateField = 'when' | 'start' | 'end' | 'year' | 'time';

/** A column of dates, and how it is read. */
interface DateColumn {
  readonly name: string;
  readonly ways: DateWays;
  /** Times of day are midnight, all of them: they stand for none. */
  readonly midnight: boolean;
  /** Dates are 1 January, all of them: they stand for years. */
  readonly newYear: boolean;
}

export class WhenCells {
  /** Whether a time of day without a zone was read. */
  localTimes = false;
  /** Records that have an end and no start. */
  endsAlone = 0;
  readonly #mapping: Mapping;
  readonly #findings: Findings;
  /** The table was written from a story: its dates are EDTF. */
  readonly #own: boolean;
  readonly #columns: Readonly<Partial<Record<DateField, DateColumn>>>;
  /** Whether one column has the whole date. */
  readonly #single: boolean;
  /** Dates without a time of day, by the text of their cell. */
  readonly #known = new Map<string, string>();

  /** What `options` state goes before what the file tells. */
  constructor({ mapping, own }: Roles, findings: Findings, options: FormatOptions) {
    this.#mapping = mapping;
    this.#findings = findings;
    this.#own = own;
    const columns: Partial<Record<DateField, DateColumn>> = {};
    // What has its end in another column is no range of years: 2008-09 is a month there.
    const spans = mapping.has('start') && mapping.has('end');
    for (const field of ['when', 'start', 'end', 'year', 'time'] as const) {
      const name = mapping.get(field);
      if (name === undefined) continue;
      const found = findings.dates.get(name);
      const told = columnWays(name, findings.dates);
      columns[field] = {
        name,
        ways: {
          ...told,
          pairs: spans && !found?.pairs.size ? 'months' : told.pairs,
          order: options.dayOrder ?? told.order,
          century: options.century,
        },
        midnight: !own && found?.midnight === true,
        newYear: !own && found?.newYear === true && allYears(mapping, findings.dates),
      };
    }
    this.#columns = columns;
    const { when, start, end, time } = columns;
    const clocks = time !== undefined || mapping.has('hour');
    this.#single = !clocks && (end === undefined || (when ?? start) === undefined);
  }

  /** The row's date; nothing where it has none or it can't be read, which is a problem then. */
  read(cell: Cell, problems: RowProblems): string | undefined {
    const { when, start, end } = this.#columns;
    const first = when ?? start;
    const only = first ?? end;
    if (only === undefined) return this.#toLastYear(this.#fromYear(cell, problems), cell, problems);
    // Where one cell says it all, the same text is the same date.
    const text = this.#single ? cell(only.name) : '';
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const read = this.#spanOf(first, end, cell, problems);
    if (this.#single && end === undefined && read !== undefined && !read.includes('T')) {
      if (this.#known.size < mostKnown) this.#known.set(text, read);
    }
    return read;
  }

  #spanOf(
    start: DateColumn | undefined,
    end: DateColumn | undefined,
    cell: Cell,
    problems: RowProblems,
  ): string | undefined {
    const first = start && this.#date(start, cell, problems);
    const other = end !== undefined && end.name !== start?.name;
    const openEnd = other && isOpenEnd(cell(end.name));
    const last = other && !openEnd ? this.#date(end, cell, problems) : undefined;
    if (problems.failed) return undefined;
    if (first && !last && !openEnd) return this.#printed(first);
    if (first) return this.#span(this.#printed(first), first, openEnd ? undefined : last, end!, cell, problems); // prettier-ignore
    const column = (start ?? end)!;
    if (!last) {
      problems.error(column.name, cell(column.name), 'missing-date', t('expected.date'));
      return undefined;
    }
    const printed = this.#printed(last);
    const [, to] = sidesOf({ ...last, edtf: last.edtf ?? printed });
    // An end alone does not say when it began.
    this.endsAlone++;
    return to === '..' ? printed : `../${to}`;
  }

  #date(column: DateColumn, cell: Cell, problems: RowProblems): TableDate | undefined {
    const text = cell(column.name);
    if (standsForNothing(text) || zeroDatePattern.test(text)) return undefined;
    if (isUnknown(text) && !column.ways.shortYears) return undefined;
    if (this.#own && isEdtf(text)) return edtfDate(text);
    if (column.ways.epoch && /^0(?:\.0+)?$/.test(text)) return undefined;
    const reading = readTableDate(text, column.ways);
    if ('fault' in reading) {
      problems.error(column.name, text, reading.fault, reading.expected);
      return undefined;
    }
    let { date } = reading;
    if (column.midnight) date = { ...date, clock: undefined };
    if (column.newYear && date.month === 1 && date.day === 1) date = { year: date.year };
    const isFirst = column === (this.#columns.when ?? this.#columns.start);
    if (date.clock || date.day === undefined || !isFirst) return date;
    const clock = this.#clock(date as Day, cell, problems);
    return clock ? { ...date, clock } : date;
  }

  /** The time of day from a column of its own, or from those of hour, minute and second. */
  #clock(date: Day, cell: Cell, problems: RowProblems): Clock | undefined {
    const { time } = this.#columns;
    if (time === undefined) return this.#fromHour(date, cell, problems);
    const text = cell(time.name);
    if (time.midnight || standsForNothing(text)) return undefined;
    const reading = readZonedClock(text, this.#findings.dates.get(time.name)?.digits);
    if ('expected' in reading) {
      const expected = t('table.dayKept', { expected: reading.expected });
      problems.warn(time.name, text, 'bad-time-of-day', expected);
      return undefined;
    }
    const clock = clockOn(date, reading.clock);
    if (clock) return clock;
    const expected = t('table.expectedOffset', { zone: reading.clock.zoneName ?? '' });
    problems.warn(time.name, text, 'bad-time-of-day', t('table.dayKept', { expected }));
    return undefined;
  }

  #fromHour(date: Day, cell: Cell, problems: RowProblems): Clock | undefined {
    const given = (field: string): [column: string, text: string] | undefined => {
      const column = this.#mapping.get(field);
      if (column === undefined) return undefined;
      const text = wholeNumber(cell(column));
      return standsForNothing(text) || isUnknown(text) ? undefined : [column, text];
    };
    const [hour, minute, second] = [given('hour'), given('minute'), given('second')];
    if (!hour) return undefined;
    const reading = readZonedClock(hour[1]);
    const clock = 'clock' in reading ? clockOn(date, reading.clock) : undefined;
    if (!clock) {
      problems.warn(hour[0], cell(hour[0]), 'bad-time-of-day', t('table.expectedHour'));
      return undefined;
    }
    if (!minute || clock.minute !== undefined) return clock;
    if (!/^\d{1,2}$/.test(minute[1]) || Number(minute[1]) > 59) {
      problems.warn(minute[0], cell(minute[0]), 'bad-time-of-day', t('table.expectedMinute'));
      return clock;
    }
    const exact = { ...clock, minute: Number(minute[1]) };
    if (!second) return exact;
    if (!/^\d{1,2}(?:[.,]\d{1,9})?$/.test(second[1]) || parseFloat(second[1]) >= 60) {
      problems.warn(second[0], cell(second[0]), 'bad-time-of-day', t('table.expectedSecond'));
      return exact;
    }
    return { ...exact, second: Number(second[1].replace(',', '.')) };
  }

  #printed(date: TableDate): string {
    if (date.clock && !date.clock.zone) this.localTimes = true;
    return printTableDate(date);
  }

  /** From the first to the last, or open where there is none. */
  #span(
    printed: string,
    first: TableDate,
    last: TableDate | undefined,
    end: DateColumn,
    cell: Cell,
    problems: RowProblems,
  ): string | undefined {
    const [from] = sidesOf(first);
    const to = last === undefined ? '..' : sidesOf({ ...last, edtf: last.edtf ?? this.#printed(last) })[1]; // prettier-ignore
    if (last && printed === printTableDate(last)) return printed;
    if (from === '..' && to === '..') return printed;
    // An end in a year that is known to the month or day at its start lies somewhere in the rest.
    for (const side of [to, withUnknownParts(to)]) {
      const when = `${from}/${side}`;
      if (isEdtf(when)) return when;
    }
    const reversed = from !== '..' && to !== '..' && parseEdtf(to).end <= parseEdtf(from).start;
    const code = reversed ? 'end-before-start' : 'bad-date';
    const expected = reversed
      ? t('expected.endAfter', { from })
      : t('table.expectedSamePrecision', { from });
    problems.error(end.name, cell(end.name), code, expected);
    return undefined;
  }

  /** Year, month, day, hour, minute and second from columns of their own, as far as each is there. */
  #fromYear(cell: Cell, problems: RowProblems): string | undefined {
    const column = this.#columns.year;
    const text = column === undefined ? '' : wholeNumber(cell(column.name));
    const unknown = standsForNothing(text) || (isUnknown(text) && !column?.ways.shortYears);
    if (column === undefined || unknown) {
      const [field, value] = column === undefined ? ['when', null] : [column.name, ''];
      problems.error(field, value, 'missing-date', t('table.expectedDate'));
      return undefined;
    }
    const year = yearIn(text, column.ways);
    if (year === undefined) return this.#fromYearText(text, column, cell, problems);
    if (typeof year === 'string') {
      problems.error(column.name, cell(column.name), year, t('table.expectedFullYear'));
      return undefined;
    }
    const [months, days] = [this.#mapping.get('month'), this.#mapping.get('day')];
    const monthText = this.#part(months, cell);
    const dayText = this.#part(days, cell);
    if (monthText === undefined && dayText === undefined) return printTableDate({ year });
    if (Math.abs(year) > 9999) {
      problems.error(column.name, cell(column.name), 'bad-date', t('table.expectedLongYear'));
      return undefined;
    }
    const month = monthText === undefined ? undefined : monthOf(monthText);
    if (month !== undefined && (month < 1 || month > 12)) {
      problems.error(months!, cell(months!), 'bad-date', t('table.expectedMonthOrName'));
      return undefined;
    }
    if (dayText === undefined) return printTableDate({ year, month });
    const day = /^\d{1,2}$/.test(dayText) ? Number(dayText) : 0;
    const most = month === undefined ? 31 : daysInMonth(year, month);
    if (day < 1 || day > most) {
      const expected = t('table.expectedDay', { daysInMonth: most });
      problems.error(days!, cell(days!), 'impossible-date', expected);
      return undefined;
    }
    // A day of a month that is not known says nothing that can be drawn.
    if (month === undefined) return printTableDate({ year });
    const clock = this.#clock({ year, month, day }, cell, problems);
    return this.#printed({ year, month, day, clock });
  }

  /** A date to the last year, month and day from columns of their own; the date alone where they say
   * nothing, or nothing that can be read, which is a warning. */
  #toLastYear(start: string | undefined, cell: Cell, problems: RowProblems): string | undefined {
    const column = this.#mapping.get('end.year');
    if (start === undefined || column === undefined) return start;
    const text = wholeNumber(cell(column));
    if (standsForNothing(text) || isUnknown(text)) return start;
    const year = yearIn(text, this.#columns.year?.ways ?? {});
    const monthText = this.#part(this.#mapping.get('end.month'), cell);
    const dayText = this.#part(this.#mapping.get('end.day'), cell);
    const month = monthText === undefined ? undefined : monthOf(monthText);
    const day = month === undefined || dayText === undefined ? undefined : Number(dayText);
    const isDate =
      typeof year === 'number' &&
      (month === undefined || (month >= 1 && month <= 12)) &&
      (day === undefined || (day >= 1 && day <= daysInMonth(year, month!)));
    const end = isDate ? printTableDate({ year, month, day }) : '';
    if (end === start) return start;
    for (const side of isDate ? [end, withUnknownParts(end)] : [])
      if (isEdtf(`${start}/${side}`)) return `${start}/${side}`;
    problems.warn(column, cell(column), 'bad-date', t('table.startKept', { start }));
    return start;
  }

  /** A month or day; nothing where it is not known. */
  #part(column: string | undefined, cell: Cell): string | undefined {
    if (column === undefined) return undefined;
    const text = wholeNumber(cell(column));
    return standsForNothing(text) || /^0{1,2}$|^99$/.test(text) || isUnknown(text)
      ? undefined
      : text;
  }

  /** A column of years may say more than a year: `1860s`, `c. 1850`, `1939-45`. */
  #fromYearText(
    text: string,
    { name, ways }: DateColumn,
    cell: Cell,
    problems: RowProblems,
  ): string | undefined {
    const reading = readTableDate(text, ways);
    if ('fault' in reading) {
      const isDate = reading.fault !== 'bad-date';
      const expected = isDate ? reading.expected : t('table.expectedYear');
      problems.error(name, cell(name), reading.fault, expected);
      return undefined;
    }
    const { date } = reading;
    const month = this.#part(this.#mapping.get('month'), cell);
    const plain = date.edtf === undefined && date.month === undefined;
    if (month === undefined && !Number.isNaN(date.year) && plain) return printTableDate(date);
    if (month === undefined) return this.#printed(date);
    problems.error(name, cell(name), 'bad-date', t('table.expectedYear'));
    return undefined;
  }
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The year in a column of years: signed, short or with its era; a fault where the century is not
 * known, nothing where it is no year alone. */
function yearIn(text: string, ways: DateWays): number | 'two-digit-year' | undefined {
  if (
    /^\d{1,2}$/.test(text) &&
    (!ways.shortYears || text.startsWith('0') || ways.century !== undefined)
  )
    return text === '0' ? undefined : (fullYear(text.padStart(2, '0'), ways) ?? 'two-digit-year');
  const plain = /^\d{3,4}$/.test(text) || ways.shortYears;
  const reading = readTableDate(text, plain ? { ...ways, shortYears: true } : ways);
  if (!('date' in reading)) return undefined;
  const { year, month, edtf } = reading.date;
  return month === undefined && edtf === undefined ? year : undefined;
}

function monthOf(text: string): number {
  return monthNamed(text) ?? (/^\d{1,2}$/.test(text) ? Number(text) : 0);
}

/** `2.0` → `2`, as numbers come from programs that know one kind of them. */
function wholeNumber(text: string): string {
  return text.includes('.') ? text.replace(/^(-?\d{1,12})\.0{1,9}$/, '$1') : text;
}

function isUnknown(text: string): boolean {
  return text === '-1' || text === '-9' || isSentinel(text);
}

function edtfDate(edtf: string): TableDate {
  const at = edtf.indexOf('/');
  const sides = at < 0 ? undefined : ([edtf.slice(0, at), edtf.slice(at + 1)] as const);
  return { year: NaN, edtf, sides };
}

/** A date that is somewhere in the year or month written. */
function withUnknownParts(date: string): string {
  if (/^-?\d{4}$/.test(date)) return `${date}-XX-XX`;
  return /^-?\d{4}-\d{2}$/.test(date) ? `${date}-XX` : date;
}
