/**
 * `YYYY-MM-DD` and what is shorter: years, months, days, seasons, centuries (`19`) and decades
 * (`198`), with `?`, `~`, `%` beside any part and `X` for any digit.
 */
import { dayLength, dayNumber, daysInMonth } from '../time/calendar';
import {
  EdtfError,
  localBounds,
  qualified,
  startOf,
  type OnClockChange,
  type EdtfPart,
} from './piece';
import { isSeason, seasonPiece } from './season';
import type { TimePrecision } from '../event';
import { t } from '../../words/reading';

const part = '([?~%]?)([\\dX]{2})([?~%]?)';
const date = new RegExp(`^([?~%]?)(-?)([\\dX]{4})([?~%]?)(?:-${part}(?:-${part})?)?$`);
const centuryOrDecadePattern = /^([?~%]?)(-?)(\d{2,3})([?~%]?)$/;
const forms = () => t('date.expectedDate');

/** Throws `EdtfError`. A date with `X` spans from the first to the last day it may mean. A day that
 * the zone's clocks skip whole spans both its readings, with soft ends. */
export function dayPiece(text: string, zone: string, onChange?: OnClockChange): EdtfPart {
  const short = centuryOrDecadePattern.exec(text);
  const match = date.exec(short ? `${short[2]}${short[3]!.padEnd(4, 'X')}` : text);
  if (!match) throw new EdtfError(text, t('date.notEdtf'), forms());
  const [, , sign, year, , , month, , , day] = match as unknown as string[];
  if (sign && Number(short?.[3] ?? year) === 0) {
    throw new EdtfError(text, t('date.negativeYearZero'), t('date.expectedYearZero'));
  }
  const years = valuesOf(year!).map((value) => (sign ? -value : value));
  if (sign) years.reverse();
  const marks = short ? [short[1], short[4]] : [1, 4, 5, 7, 8, 10].map((at) => match[at]);
  const unspecified = !short && /X/.test(text);
  const soft = qualified(...marks) || unspecified;
  const possible = sign ? years.filter((value) => value < 0) : years;
  const firstYear = possible[0]!;
  const lastYear = possible[possible.length - 1]!;
  const known = precisionOf(year!, month, day);

  if (month && !month.includes('X') && isSeason(Number(month))) {
    if (day) throw new EdtfError(text, t('date.seasonWithDay'), t('date.expectedSeason'));
    const season = seasonPiece(firstYear, lastYear, Number(month), zone);
    return { ...season, precision: known ?? 'season', soft };
  }
  if (!month) {
    const precision = known ?? 'year';
    const latestStart = startOf(dayNumber(lastYear, 1, 1), zone);
    const [from, to] = [dayNumber(firstYear, 1, 1), dayNumber(lastYear + 1, 1, 1)];
    return { start: startOf(from, zone), end: startOf(to, zone), latestStart, precision, soft };
  }
  const months = valuesOf(month).filter((value) => value >= 1 && value <= 12);
  if (months.length === 0) {
    throw new EdtfError(text, t('date.badMonth', { month }), t('date.expectedMonthOrSeason'));
  }
  if (!day) {
    const [first, last] = [months[0]!, months[months.length - 1]!];
    return {
      start: startOf(dayNumber(firstYear, first, 1), zone),
      end: startOf(dayNumber(lastYear, last + 1, 1), zone),
      latestStart: startOf(dayNumber(lastYear, last, 1), zone),
      precision: known ?? 'month',
      soft,
    };
  }
  const days = valuesOf(day).filter((value) => value >= 1 && value <= 31);
  const first = firstDay(possible, months, days);
  const last = firstDay([...possible].reverse(), [...months].reverse(), [...days].reverse());
  if (first === undefined || last === undefined) {
    throw new EdtfError(text, t('date.badDay', { day }), dayHint(possible, months));
  }
  const [start, end] = [startOf(first, zone), startOf(last + 1, zone)];
  const precision = known ?? 'day';
  if (end > start) return { start, end, latestStart: startOf(last, zone), precision, soft };
  // Samoa went from 29 to 31 December 2011.
  const written = text.replace(/[?~%]/g, '');
  const bounds = localBounds(first * dayLength, last * dayLength + dayLength - 1, written, zone);
  if (bounds.change) onChange?.(bounds.change);
  return { start: bounds.start, end: bounds.end, latestStart: start, precision, soft: true };
}

/** Where digits are missing, what is known whole; nothing where every digit is there. */
function precisionOf(year: string, month?: string, day?: string): TimePrecision | undefined {
  const missing = year.indexOf('X');
  if (missing >= 0) return (['longer', 'longer', 'century', 'decade'] as const)[missing];
  if (month?.includes('X')) return 'year';
  return day?.includes('X') ? 'month' : undefined;
}

/** Every number a pattern of digits and `X` may mean, in ascending order. */
function valuesOf(pattern: string): number[] {
  if (!pattern.includes('X')) return [Number(pattern)];
  let values = [0];
  for (const sign of pattern) {
    const digits = sign === 'X' ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [Number(sign)];
    values = values.flatMap((value) => digits.map((digit) => value * 10 + digit));
  }
  return values;
}

/** The day number of the first combination that is in the calendar, in the order given. */
function firstDay(years: number[], months: number[], days: number[]): number | undefined {
  for (const year of years) {
    for (const month of months) {
      for (const day of days) {
        if (day <= daysInMonth(year, month)) return dayNumber(year, month, day);
      }
    }
  }
  return undefined;
}

function dayHint(years: number[], months: number[]): string {
  const longest = Math.max(
    ...months.map((month) =>
      Math.max(...years.slice(0, 8).map((year) => daysInMonth(year, month))),
    ),
  );
  return `a day 01 to ${longest}`;
}
