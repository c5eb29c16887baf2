/** Which bins a histogram counts in. Pure. */
import { startOfDay } from '../model/time/zone';
import { dayLength, type Range } from '../model/time/calendar';

const minute = 60_000;
const hour = 60 * minute;
const day = dayLength;

/** Lengths a bin may have, up to a month; beyond it whole weeks. */
const lengths = [
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  4 * day,
  7 * day,
  14 * day,
  28 * day,
];

/**
 * Equal bins that cover a range, `most` of them at most. Their length is one that days and weeks
 * divide into, and they are counted from one fixed midnight of the zone: so they stay where they
 * are while the range moves, and daily events do not fall now six, now seven to a bin.
 */
export function binsFor([from, to]: Range, zone: string, most: number) {
  const length = lengthFor((to - from) / (most - 1));
  const midnight = startOfDay(0, zone);
  const first = midnight + Math.floor((from - midnight) / length) * length;
  return { from: first, to: first + Math.ceil((to - first) / length) * length, length };
}

function lengthFor(least: number): number {
  const usual = lengths.find((length) => length >= least);
  let length = usual ?? 28 * day;
  while (length < least) length *= 2;
  return length;
}
