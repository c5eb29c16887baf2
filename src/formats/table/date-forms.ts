/** One day, month or year in figures or with the name of a month: all forms stand together, because a
 * text that fits two of them has to be seen here. What needs more words, or is no single date, is in
 * `date-phrases.ts`. */
import { dateOfDay, dayLength, daysInMonth } from '../../model/time/calendar';
import { clockOn, readZonedClock } from './clock';
import { isWeekday, monthNamed } from './months';
import { printTableYear, type DateReading, type DateWays, type DayOrder } from './table-date';
import { t } from '../../words/reading';

export interface FormWays extends DateWays {
  /** Stands beside the date, or beside the other side of a span. */
  readonly era?: 'before' | 'common';
}

const clockPattern = '(?:(?:[T,]|\\s|(?:at|um|о|в|à)\\s){1,3}(\\d.{0,70}))?';
const signedPattern = new RegExp(`^([+-])(\\d{1,12})(?:-(\\d{2})(?:-(\\d{2})${clockPattern})?)?$`);
const yearFirstPattern = new RegExp(
  `^(\\d{3,4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2})${clockPattern})?$`,
);
const pairPattern = /^(\d{4})([-/\u2013])(\d{1,2})$/;
const compactPattern = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z?))?$/;
const yearLastPattern = new RegExp(
  `^(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{3,4}|\\d{1,2})${clockPattern}$`,
);
const monthYearPattern = /^(\d{1,2})([-/.])(\d{4})$/;
const weekday = '(?:(\\p{L}{2,12})\\.?,?\\s{1,3})?';
const yearGroup = "(['’]?\\d{1,6})(?:\\s?(?:року|года|рік|год|р|г)\\.?)?";
const dayNameYear = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th|er|\\.)?[\\s-]{0,3}(?:of\\s|de\\s)?(\\p{L}{3,12})\\.?[\\s,-]{0,3}(?:de\\s|del\\s)?${yearGroup}${clockPattern}$`,
  'u',
);
const nameDayYear = new RegExp(
  `^${weekday}(\\p{L}{3,12})\\.?[\\s-]{1,3}(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s{0,3}|[\\s-]{1,3})${yearGroup}${clockPattern}$`,
  'u',
);
/** As Unix and Twitter have it: `Wed May 20 14:30:00 +0000 2020`. */
const clockBeforeYear =
  /^(?:(\p{L}{2,12})\.?,?\s)?(\p{L}{3,12})\s{1,2}(\d{1,2})\s(\d{1,2}:\d{2}(?::\d{2})?)(?:\s([+-]\d{4}|[A-Z]{1,5}))?\s(\d{4})$/u;
const nameYearPattern = new RegExp(
  `^(\\p{L}{3,12})\\.?([\\s,-]{1,3})(?:of\\s|de\\s|del\\s)?${yearGroup}$`,
  'u',
);
const yearNamePattern = /^(\d{4})[\s,-]{1,3}(\p{L}{3,12})\.?(?:[\s-]{1,3}(\d{1,2}))?$/u;
const yearPattern = /^\d{1,6}$/;
const epochPattern = /^-?\d{9,13}(?:\.\d{1,9})?$/;

/** Seconds and milliseconds since 1970 that can mean nothing else: from 1973 to 2030 and to 2103.
 * Milliseconds before 1967 are no years either, since the world is younger. */
const plausible = { seconds: [1e8, 1.9e9], milliseconds: [1e11, 4.2e12] } as const;

export const dateForms = () => t('table.expectedDateForm');

/** Nothing where it has none of these forms. */
export function readDateForm(text: string, ways: FormWays): DateReading | undefined {
  // Most dates are years, or begin with one.
  if (yearPattern.test(text)) return yearAlone(text, ways) ?? compactOrEpoch(text, ways);
  const pair = pairPattern.exec(text);
  if (pair && ways.era === undefined) return monthOrRange(pair[1]!, pair[2]!, pair[3]!, ways);
  const yearFirst = yearFirstPattern.exec(text);
  if (yearFirst?.[4]) return whole(yearFirst[1]!, yearFirst[3]!, yearFirst[4], yearFirst[5], ways);
  if (yearFirst) return thenMonth(yearFirst[1]!, yearFirst[3]!, ways);
  const yearLast = yearLastPattern.exec(text);
  if (yearLast) return inOrder(yearLast, ways);
  const monthYear = monthYearPattern.exec(text);
  if (monthYear) return monthThenYear(monthYear[1]!, monthYear[2]!, monthYear[3]!, ways);
  const compact = compactOrEpoch(text, ways);
  if (compact) return compact;
  const signed = signedPattern.exec(text);
  // -1 and -99 may stand for anything.
  const short = signed && signed[2]!.length < 3 && !ways.shortYears;
  if (signed && !short && ways.era === undefined) return withSign(signed);
  return /^[\p{L}\d]/u.test(text) ? named(text, ways) : undefined;
}

/** The orders of day, month and year that a text such as `15/3/2025` can't have; none where it is no
 * such date. */
export function ordersExcludedBy(text: string): readonly DayOrder[] {
  const match = yearLastPattern.exec(text);
  if (!match) return [];
  const [first, second, last] = [match[1], match[3], match[4]].map(Number) as [number, number, number]; // prettier-ignore
  const isDay = (number: number) => number >= 1 && number <= 31;
  const isMonth = (number: number) => number >= 1 && number <= 12;
  const short = match[4]!.length <= 2;
  const possible = {
    'day-first': isDay(first) && isMonth(second),
    'month-first': isMonth(first) && isDay(second),
    'year-first': short && isMonth(second) && isDay(last),
  };
  const orders = Object.keys(possible) as DayOrder[];
  const left = orders.filter((order) => possible[order]);
  // `30-8-17`: with hyphens the year may well stand first, as in ISO 8601.
  const open = match[2] === '-' && possible['year-first'] && left.length > 1;
  if (left.length === 0 || open) return [];
  return orders.filter((order) => !possible[order]);
}

/** Whether a number can only be a month's (`2017-06`) or only the end of a range of years
 * (`1939-45`) after the year that it stands behind. */
export function pairIn(text: string): DateWays['pairs'] {
  const match = pairPattern.exec(text);
  if (!match) return undefined;
  const { month, range } = pairReadings(match[1]!, match[2]!, match[3]!);
  if (month === undefined) return range === undefined ? undefined : 'ranges';
  return range === undefined ? 'months' : undefined;
}

/** The unit of a number that counts from 1970; nothing where it may be something else. */
export function epochIn(text: string): EpochNumber | undefined {
  if (!epochPattern.test(text)) return undefined;
  const value = Number(text);
  const length = text.split('.')[0]!.length;
  if (value >= plausible.seconds[0] && value < plausible.seconds[1])
    return { unit: 'seconds', ms: Math.round(value * 1000) };
  const size = Math.abs(value);
  if (size < plausible.milliseconds[0] || size >= plausible.milliseconds[1]) return undefined;
  // 201706031015 is a day and a time.
  if (length === 12 && isCompactDay(text)) return undefined;
  return { unit: 'milliseconds', ms: Math.round(value) };
}

type EpochNumber = NonNullable<Extract<DateReading, { date: unknown }>['date']['epoch']>;

function isCompactDay(text: string): boolean {
  const [, year, month, day] = compactPattern.exec(text) ?? [];
  if (!year || Number(year) < 1500 || Number(year) > 2199) return false;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

function compactOrEpoch(text: string, ways: FormWays): DateReading | undefined {
  if (ways.era !== undefined) return undefined;
  const epoch = epochIn(text) ?? oddEpoch(text, ways.epoch);
  if (epoch) return fromEpoch(epoch);
  const compact = compactPattern.exec(text);
  if (!compact) return undefined;
  const [, year, month, day, hour, minute, second, zone] = compact;
  const clock = hour && `${hour}:${minute}${second ? `:${second}` : ''}${zone}`;
  return whole(year!, month!, day, clock, ways);
}

/** Beside plausible numbers: those before 1973 and after 2030. */
function oddEpoch(text: string, unit: FormWays['epoch']): EpochNumber | undefined {
  if (unit === undefined || !/^-?\d{9,13}(?:\.\d{1,9})?$/.test(text)) return undefined;
  const value = Number(text);
  const most = unit === 'seconds' ? 4.2e9 : 4.2e12;
  if (Math.abs(value) >= most) return undefined;
  return { unit, ms: Math.round(unit === 'seconds' ? value * 1000 : value) };
}

function fromEpoch(epoch: EpochNumber): DateReading {
  const number = Math.floor(epoch.ms / dayLength);
  const rest = epoch.ms - number * dayLength;
  const clock = {
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: (rest % 60_000) / 1000,
    zone: 'Z',
  };
  return { date: { ...dateOfDay(number), clock, epoch } };
}

function yearAlone(text: string, { era, shortYears }: FormWays): DateReading | undefined {
  const number = Number(text);
  if (era !== undefined) return number === 0 ? yearZero() : { date: { year: inEra(number, era) } };
  if (text.length === 4) return number === 0 ? yearZero() : { date: { year: number } };
  return shortYears && text.length < 4 && !/^0\d?$/.test(text)
    ? { date: { year: number } }
    : undefined;
}

function yearZero(): DateReading {
  return { fault: 'impossible-date', expected: t('table.expectedYearNotZero') };
}

function inEra(year: number, era: FormWays['era']): number {
  return era === 'before' ? 1 - year : year;
}

/** `-2150`, `-0489-09-12T00:00:00Z`, `+2017-06-03`: astronomical years, as ISO 8601 has them. */
function withSign([, sign, digits, month, day, clock]: RegExpExecArray): DateReading {
  const size = Number(digits);
  if (size === 0) return yearZero();
  const year = sign === '-' ? -size : size;
  if (month === undefined) return { date: { year } };
  if (size > 9999) {
    // Only a year can be written then.
    return /^0+$/.test(month + (day ?? ''))
      ? { date: { year } }
      : { fault: 'bad-date', expected: t('table.expectedLongYear') };
  }
  return onDay(year, Number(month), day === undefined ? undefined : Number(day), clock);
}

interface PairReadings {
  readonly month?: DateReading;
  /** The last year. */
  readonly range?: number;
}

function pairReadings(yearText: string, sign: string, text: string): PairReadings {
  const [year, number] = [Number(yearText), Number(text)];
  const unit = text.length === 1 ? 10 : 100;
  const last = year - (year % unit) + number;
  // 1999-00 goes over the turn of the century.
  const turned = year % unit === unit - 1 && number === 0;
  const range = last > year ? last : turned ? year + 1 : undefined;
  if (sign === '\u2013') return range === undefined ? { month: monthOf(year, number) } : { range };
  const isMonth = (number >= 1 && number <= 12) || (number === 0 && text.length === 2);
  // Of the seasons of EDTF the first four are known to many.
  const isSeason = sign === '-' && number >= 21 && number <= (range === undefined ? 41 : 24);
  if (isSeason) {
    const edtf = `${yearText}-${text}`;
    return { month: { date: { year, edtf } }, range };
  }
  return { month: isMonth ? monthOf(year, number) : undefined, range };
}

function monthOf(year: number, month: number): DateReading {
  return onDay(year, month);
}

/** `2014-12` is a month, `1939-45` are years, `2008-09` can be both. */
function monthOrRange(year: string, sign: string, text: string, ways: FormWays): DateReading {
  const { month, range } = pairReadings(year, sign, text);
  if (range !== undefined && (month === undefined || ways.pairs === 'ranges')) {
    const sides = [year, printTableYear(range)] as const;
    return { date: { year: Number(year), edtf: sides.join('/'), sides } };
  }
  if (month === undefined) return onDay(Number(year), Number(text));
  if (range === undefined || ways.pairs === 'months') return month;
  const kind = Number(text) > 12 ? 'season' : 'month';
  const values = { kind, year, number: Number(text), last: range };
  return { fault: 'ambiguous-date', expected: t('table.expectedMonthOrYears', values) };
}

/** `2017.06`; a number such as `1234.56` or `123.4` is none. */
function thenMonth(year: string, month: string, ways: FormWays): DateReading | undefined {
  if (year.length < 4 || Number(month) < 1 || Number(month) > 12) return undefined;
  return whole(year, month, undefined, undefined, ways);
}

/** `12/2014`; a number such as `55.1234` is none. */
function monthThenYear(
  month: string,
  sign: string,
  year: string,
  ways: FormWays,
): DateReading | undefined {
  if (sign === '.' && (Number(month) < 1 || Number(month) > 12)) return undefined;
  return whole(year, month, undefined, undefined, ways);
}

function inOrder(match: RegExpExecArray, ways: FormWays): DateReading {
  const [, first, sign, second, last, clock] = match as unknown as string[];
  const short = last!.length <= 2;
  const says = ways.order === 'year-first' && !short ? undefined : ways.order;
  const order = says ?? (ways.mixed ? onlyOrder(match[0]) : likelyOrder(match[0]));
  // In two orders the same day, if the year is known to stand last.
  const same = first === second && !(short && sign === '-');
  if (order === undefined && !same && canMeanTwo(match)) {
    if (short && ways.century === undefined && ways.era === undefined) return twoDigits();
    return { fault: 'ambiguous-date', expected: t('table.expectedDayOrder') };
  }
  if (order === 'year-first') return whole(first!, second!, last, clock, ways);
  return order === 'month-first'
    ? whole(last!, first!, second, clock, ways)
    : whole(last!, second!, first, clock, ways);
}

/** The order that alone is left. */
function onlyOrder(text: string): DayOrder | undefined {
  const excluded = ordersExcludedBy(text);
  return excluded.length === 2
    ? (['day-first', 'month-first', 'year-first'] as const).find((order) => !excluded.includes(order)) // prettier-ignore
    : undefined;
}

/** The order that is left where the year stands last as a rule. */
function likelyOrder(text: string): DayOrder | undefined {
  const excluded = ordersExcludedBy(text);
  if (excluded.length === 1 && excluded[0] === 'month-first') return 'day-first';
  return onlyOrder(text);
}

function canMeanTwo([, first, sign, second, last]: RegExpExecArray): boolean {
  return Number(first) <= 12 || (sign === '-' && last!.length <= 2 && Number(second) <= 12);
}

function named(text: string, ways: FormWays): DateReading | undefined {
  const dayFirst = dayNameYear.exec(text);
  // "Before 3 March 2022" is another date.
  if (dayFirst && isWeekday(dayFirst[1]))
    return withName(dayFirst[4]!, dayFirst[3]!, dayFirst[2], dayFirst[5], ways);
  const nameFirst = nameDayYear.exec(text);
  if (nameFirst && isWeekday(nameFirst[1]))
    return withName(nameFirst[4]!, nameFirst[2]!, nameFirst[3], nameFirst[5], ways);
  const late = clockBeforeYear.exec(text);
  if (late && isWeekday(late[1])) {
    const [, , name, day, clock, zone = '', year] = late;
    return withName(year!, name!, day, clock! + zone, ways);
  }
  const month = nameYearPattern.exec(text);
  // "June 17" may be a day; "Jun-17" and "June '17" are none.
  const marked = month && (month[3]!.length > 2 || month[2] === '-' || ways.era !== undefined);
  if (marked) return withName(month[3]!, month[1]!, undefined, undefined, ways);
  const yearFirst = yearNamePattern.exec(text);
  return yearFirst
    ? withName(yearFirst[1]!, yearFirst[2]!, yearFirst[3], undefined, ways)
    : undefined;
}

function withName(
  year: string,
  name: string,
  day: string | undefined,
  clock: string | undefined,
  ways: FormWays,
): DateReading | undefined {
  const month = monthNamed(name);
  return month === undefined ? undefined : whole(year, String(month), day, clock, ways);
}

function whole(
  yearText: string,
  month: string,
  day: string | undefined,
  clock: string | undefined,
  ways: FormWays,
): DateReading {
  const year = fullYear(yearText.replace(/^['’]/, ''), ways);
  if (year === undefined) return twoDigits();
  if (year === 0 && ways.era === undefined) return yearZero();
  return onDay(year, Number(month), day === undefined ? undefined : Number(day), clock);
}

function twoDigits(): DateReading {
  return { fault: 'two-digit-year', expected: t('table.expectedFullYear') };
}

/** The year that the century makes of two digits; nothing where none is stated. */
export function fullYear(text: string, { era, century }: FormWays): number | undefined {
  const number = Number(text);
  if (era !== undefined) return inEra(number, era);
  if (text.length > 2) return number;
  if (century === undefined) return undefined;
  return century + ((((number - century) % 100) + 100) % 100);
}

/** 0 stands for a month or day that is not known. */
function onDay(year: number, month: number, day?: number, clockText?: string): DateReading {
  if (Math.abs(year) > 9999) return { fault: 'bad-date', expected: t('table.expectedLongYear') };
  if (month === 0 && (day ?? 0) === 0) return { date: { year } };
  if (month < 1 || month > 12)
    return { fault: 'impossible-date', expected: t('table.expectedMonth', { month }) };
  if (day === undefined || day === 0) return { date: { year, month } };
  const days = daysInMonth(year, month);
  if (day > days)
    return { fault: 'impossible-date', expected: t('table.expectedDayOfMonth', { days, day }) };
  if (clockText === undefined) return { date: { year, month, day } };
  const reading = readZonedClock(clockText);
  if ('expected' in reading) {
    const { expected, zone } = reading;
    if (zone !== undefined) return { fault: 'date-zone', expected };
    return { fault: 'bad-date', expected: t('table.expectedClockAfterDate') };
  }
  const clock = clockOn({ year, month, day }, reading.clock);
  if (clock) return { date: { year, month, day, clock } };
  const expected = t('table.expectedOffset', { zone: reading.clock.zoneName ?? '' });
  return { fault: 'ambiguous-date', expected };
}
