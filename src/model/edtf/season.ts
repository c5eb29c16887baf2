/**
 * The seasons of EDTF, written where the month stands (`2001-21`).
 *
 * 25–41 have definite months. 21–24 do not say the hemisphere, so their bounds are the whole span
 * they may cover in either, by the calendar's (meteorological) months: spring and autumn are March
 * to May in one hemisphere and September to November in the other. Summer and winter are June to
 * August in one; in the other they straddle the new year, and custom differs on whether "winter
 * 2001" begins or ends in 2001: from January of the year to February of the next.
 */
import { dayNumber } from '../time/calendar';
import { startOf, type EdtfPart } from './piece';

/** Code → first month, month after the last, latest first month; January of the year is 1. */
const months: Readonly<Record<number, readonly [number, number, number]>> = {
  21: [3, 12, 9], // spring
  22: [1, 15, 12], // summer
  23: [3, 12, 9], // autumn
  24: [1, 15, 12], // winter
  25: [3, 6, 3], // northern spring, summer, autumn, winter
  26: [6, 9, 6],
  27: [9, 12, 9],
  28: [12, 15, 12],
  29: [9, 12, 9], // southern spring, summer, autumn, winter
  30: [12, 15, 12],
  31: [3, 6, 3],
  32: [6, 9, 6],
  33: [1, 4, 1], // quarters
  34: [4, 7, 4],
  35: [7, 10, 7],
  36: [10, 13, 10],
  37: [1, 5, 1], // quadrimesters
  38: [5, 9, 5],
  39: [9, 13, 9],
  40: [1, 7, 1], // semesters
  41: [7, 13, 7],
};

export function isSeason(code: number): boolean {
  return code >= 21 && code <= 41;
}

/** A season of a year, or of some year from `firstYear` to `lastYear`. */
export function seasonPiece(
  firstYear: number,
  lastYear: number,
  code: number,
  zone: string,
): Omit<EdtfPart, 'soft'> {
  const [from, to, latest] = months[code]!;
  return {
    start: startOf(dayNumber(firstYear, from, 1), zone),
    end: startOf(dayNumber(lastYear, to, 1), zone),
    latestStart: startOf(dayNumber(lastYear, latest, 1), zone),
    precision: 'season',
    season: code <= 24 && firstYear === lastYear ? { order: firstYear * 4 + code } : undefined,
  };
}
