/** Dates as tables write them → EDTF. What can mean two days is never decided here. */
import { daysInMonth } from '../../model/time/calendar';
import { EdtfError, parseEdtf } from '../../model/edtf';
import { printClock, readClock, type Clock } from './clock';
import { monthNamed } from './months';
import { t } from '../../words/reading';

export type DayOrder = 'day-first' | 'month-first';

export interface TableDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly clock?: Clock;
  /** The EDTF text itself, where the cell has one that says more than the parts. */
  readonly edtf?: string;
}

export type DateFault = 'bad-date' | 'impossible-date' | 'ambiguous-date' | 'two-digit-year';

export type DateReading =
  { readonly date: TableDate } | { readonly fault: DateFault; readonly expected: string };

const clockPattern = '(?:(?:[T,]|\\s){1,3}(\\d.{0,30}))?';
const yearFirstPattern = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2})${clockPattern})?$`);
const compactPattern = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z?))?$/;
const yearLastPattern = new RegExp(
  `^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${clockPattern}$`,
);
const weekday = '(?:\\p{L}{2,12}\\.?,?\\s{1,3})?';
const dayNameYear = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]{1,3}(?:of\\s|de\\s)?(\\p{L}{3,12})\\.?[\\s,-]{1,3}(?:de\\s)?(\\d{4})(?:\\s?(?:р|г)\\.?)?${clockPattern}$`,
  'u',
);
const nameDayYear = new RegExp(
  `^${weekday}(\\p{L}{3,12})\\.?[\\s-]{1,3}(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]{1,3}(\\d{4})${clockPattern}$`,
  'u',
);
const nameYearPattern = /^(\p{L}{3,12})\.?[\s,-]{1,3}(\d{4})$/u;
/** An interval of EDTF with a month on one side at least. */
const intervalPattern = /^-?\d{4}-\d{2}[^/]*\/[^/]*$|^[^/]*\/-?\d{4}-\d{2}[^/]*$/;
const yearPattern = /^\d{4}$/;
const forms = () => t('table.expectedDateForm');

/** `order` says which comes first in `3/4/2025`; left out, such a date is a fault. */
export function readTableDate(text: string, order?: DayOrder): DateReading {
  const trimmed = text.trim();
  if (trimmed.length > 80) return { fault: 'bad-date', expected: forms() };
  if (yearPattern.test(trimmed)) return { date: { year: Number(trimmed) } };
  if (intervalPattern.test(trimmed)) return readEdtf(trimmed);
  const yearFirst = yearFirstPattern.exec(trimmed);
  if (yearFirst) return whole(yearFirst[1]!, yearFirst[3]!, yearFirst[4], yearFirst[5]);
  const compact = compactPattern.exec(trimmed);
  if (compact) {
    const [, year, month, day, hour, minute, second, zone] = compact;
    const clock = hour && `${hour}:${minute}${second ? `:${second}` : ''}${zone}`;
    return whole(year!, month!, day, clock);
  }
  const yearLast = yearLastPattern.exec(trimmed);
  if (yearLast) return inOrder(yearLast, order);
  const named = readNamed(trimmed);
  return named ?? readEdtf(trimmed);
}

/** What a text such as `15/3/2025` says of the order of days and months in its column. */
export function orderIn(text: string): DayOrder | undefined {
  const match = yearLastPattern.exec(text.trim());
  if (!match || match[4]!.length !== 4) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'day-first';
  return second > 12 && second <= 31 && first >= 1 && first <= 12 ? 'month-first' : undefined;
}

export function printTableDate({ year, month, day, clock, edtf }: TableDate): string {
  if (edtf !== undefined) return edtf;
  const parts = [pad(year, 4), month && pad(month, 2), month && day && pad(day, 2)];
  const date = parts.filter(Boolean).join('-');
  return clock && day ? `${date}${printClock(clock)}` : date;
}

function inOrder(match: RegExpExecArray, order: DayOrder | undefined): DateReading {
  const [, first, , second, year, clock] = match as unknown as string[];
  if (year!.length === 2) {
    return {
      fault: 'two-digit-year',
      expected: t('table.expectedFullYear'),
    };
  }
  const says = order ?? orderIn(match[0]);
  if (says === undefined && Number(first) <= 12 && first !== second) {
    return {
      fault: 'ambiguous-date',
      expected: t('table.expectedDayOrder'),
    };
  }
  return says === 'month-first'
    ? whole(year!, first!, second, clock)
    : whole(year!, second!, first, clock);
}

function readNamed(text: string): DateReading | undefined {
  const dayFirst = dayNameYear.exec(text);
  if (dayFirst) return withName(dayFirst[3]!, dayFirst[2]!, dayFirst[1], dayFirst[4]);
  const nameFirst = nameDayYear.exec(text);
  if (nameFirst) return withName(nameFirst[3]!, nameFirst[1]!, nameFirst[2], nameFirst[4]);
  const month = nameYearPattern.exec(text);
  return month ? withName(month[2]!, month[1]!) : undefined;
}

function withName(year: string, name: string, day?: string, clock?: string): DateReading {
  const month = monthNamed(name);
  if (month === undefined) return { fault: 'bad-date', expected: forms() };
  return whole(year, String(month), day, clock);
}

/** EDTF, but not its bare centuries and decades: a cell with `19` is no date. */
function readEdtf(text: string): DateReading {
  if (!/\d{4}|^[YX\d?~%-]+X/.test(text) || !/^[-\dTZX?~%/.:,+YES[\]{} ]+$/.test(text))
    return { fault: 'bad-date', expected: forms() };
  try {
    parseEdtf(text);
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    return { fault: 'bad-date', expected: forms() };
  }
  return { date: { year: Number(/\d{4}/.exec(text)?.[0] ?? 0), edtf: text } };
}

function whole(
  yearText: string,
  monthText: string,
  dayText?: string,
  clockText?: string,
): DateReading {
  const [year, month] = [Number(yearText), Number(monthText)];
  if (month < 1 || month > 12) {
    return { fault: 'impossible-date', expected: t('table.expectedMonth', { month }) };
  }
  if (dayText === undefined) return { date: { year, month } };
  const day = Number(dayText);
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) {
    return {
      fault: 'impossible-date',
      expected: t('table.expectedDayOfMonth', { days, day }),
    };
  }
  if (clockText === undefined) return { date: { year, month, day } };
  const clock = readClock(clockText);
  if (!clock) return { fault: 'bad-date', expected: t('table.expectedClockAfterDate') };
  return { date: { year, month, day, clock } };
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
