/**
 * The proleptic Gregorian calendar as plain arithmetic, in any year. Years are astronomical: 0 is
 * 1 BC. Months and days count from 1. A day number counts days since 1970-01-01.
 */

/** Milliseconds of a day of 24 hours. */
export const dayLength = 86_400_000;

/** The greatest instant a `Date` can hold, and with a minus the least. */
export const lastInstant = 8.64e15;

/** Milliseconds since 1970 UTC, half-open. */
export type Range = readonly [from: number, to: number];

/** The day number of a date. `month` may lie outside 1–12 and then carries into the years. */
export function dayNumber(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const within = month - 1 - Math.floor((month - 1) / 12) * 12;
  // Counting years from March puts the leap day last, so that months have a regular pattern.
  const shifted = within < 2 ? carried - 1 : carried;
  const sinceMarch = (within + 10) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((153 * sinceMarch + 2) / 5) + day - 1 - 719_468;
}

/** The date of a day number. */
export function dateOfDay(number: number): { year: number; month: number; day: number } {
  const sinceEpoch = number + 719_468;
  const era = Math.floor(sinceEpoch / 146_097);
  const ofEra = sinceEpoch - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const sinceMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * sinceMarch + 2) / 5) + 1;
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
