/**
 * Arithmetic in IANA time zones, with nothing but `Intl`. Instants are milliseconds since 1970 UTC
 * within what a `Date` holds (±8.64e15; beyond it they are clamped). Dates are proleptic Gregorian.
 *
 * In this arithmetic a local time that the clocks skip is taken as far after the change as it lies
 * in the gap (the later of the two readings); one that occurs twice is its first occurrence. This is
 * what `Temporal` calls "compatible". A time that somebody wrote is read by `readingsOf` instead,
 * which gives both readings. `NaN` gives `NaN`.
 */
import { dayLength, lastInstant, dateOfDay, dayNumber, daysInMonth } from './calendar';

/** What a clock on the wall shows. `month` and `day` count from 1, `hour` is 0–23. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Whether the platform knows this zone by name; offsets such as `+02:00` are no names. */
export function isZone(name: unknown): name is string {
  if (typeof name !== 'string' || !/^[A-Za-z]/.test(name)) return false;
  try {
    formatter(name);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds that local time is ahead of UTC at an instant (negative in the west). Throws a
 * `RangeError` for an unknown zone. */
export function offsetAt(ms: number, zone: string): number {
  if (isUtc(zone) || Number.isNaN(ms)) return 0;
  const instant = clamp(ms);
  const day = Math.floor(instant / dayLength);
  const known = offsetsByDay(zone);
  let offset = known.get(day);
  if (offset === undefined) {
    offset = measure(day * dayLength, zone);
    if (offset !== measure(day * dayLength + dayLength - 1, zone)) offset = NaN;
    if (known.size >= rememberedDays) known.clear();
    known.set(day, offset);
  }
  // NaN marks a day in which the clocks change.
  return Number.isNaN(offset) ? measure(instant, zone) : offset;
}

/** The instant at which a clock in the zone shows this. Out-of-range parts carry over, as in
 * `Date.UTC`, but years 0 to 99 mean what they say. */
export function fromLocal(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond: number,
  zone: string,
): number {
  const time = hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond;
  return instantOf(dayNumber(year, month, day) * dayLength + time, zone);
}

/** What a clock in the zone shows at an instant. */
export function toLocal(ms: number, zone: string): LocalTime {
  const wall = clamp(ms) + offsetAt(ms, zone);
  const number = Math.floor(wall / dayLength);
  const rest = wall - number * dayLength;
  return {
    ...dateOfDay(number),
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    millisecond: Math.floor(rest % 1000),
  };
}

/** The first instant of a day, given by its number (see `calendar.ts`). */
export function midnight(number: number, zone: string): number {
  return instantOf(number * dayLength, zone);
}

/** The first instant of the local day that holds this one. */
export function startOfDay(ms: number, zone: string): number {
  return midnight(Math.floor((clamp(ms) + offsetAt(ms, zone)) / dayLength), zone);
}

/** The first instant of the local month that holds this one. */
export function startOfMonth(ms: number, zone: string): number {
  const { year, month } = toLocal(ms, zone);
  return midnight(dayNumber(year, month, 1), zone);
}

/** The first instant of the local year that holds this one. */
export function startOfYear(ms: number, zone: string): number {
  return midnight(dayNumber(toLocal(ms, zone).year, 1, 1), zone);
}

/** The same time by the clock, `count` days later; a day may have 23 or 25 hours. */
export function addDays(ms: number, count: number, zone: string): number {
  return instantOf(clamp(ms) + offsetAt(ms, zone) + count * dayLength, zone);
}

/** The same time by the clock, `count` months later; the 31st becomes the month's last day. */
export function addMonths(ms: number, count: number, zone: string): number {
  const from = toLocal(ms, zone);
  const months = from.year * 12 + from.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  const day = Math.min(from.day, daysInMonth(year, month));
  const { hour, minute, second, millisecond } = from;
  return fromLocal(year, month, day, hour, minute, second, millisecond, zone);
}

/** The same time by the clock, `count` years later; 29 February becomes the 28th where needed. */
export function addYears(ms: number, count: number, zone: string): number {
  return addMonths(ms, count * 12, zone);
}

/** What a local time means in a zone: one instant; two where the clocks show it twice; none where
 * they skip it, and then what it would be by the clock before and by the clock after the change. */
export interface Readings {
  readonly kind: 'once' | 'twice' | 'skipped';
  /** The earlier and the later reading, milliseconds UTC; the same where there is one. */
  readonly first: number;
  readonly last: number;
}

/** @param wall The local time as milliseconds that read so in UTC. */
export function readingsOf(wall: number, zone: string): Readings {
  const [before, after] = candidates(wall, zone);
  const real = [before, after].filter((ms) => ms + offsetAt(ms, zone) === wall);
  if (real.length === 1 || before === after)
    return { kind: 'once', first: clamp(real[0] ?? before), last: clamp(real[0] ?? before) };
  return {
    kind: real.length === 2 ? 'twice' : 'skipped',
    first: clamp(Math.min(before, after)),
    last: clamp(Math.max(before, after)),
  };
}

/** The change of clocks between two instants, as the clocks show it before and after: milliseconds
 * that read so in UTC. */
export function changeBetween(first: number, last: number, zone: string): [number, number] {
  let [from, to] = [first, last];
  const before = offsetAt(from, zone);
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetAt(middle, zone) === before) from = middle;
    else to = middle;
  }
  return [to + before, to + offsetAt(to, zone)];
}

const rememberedDays = 20_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function instantOf(wall: number, zone: string): number {
  if (isUtc(zone)) return clamp(wall);
  const [before, after] = candidates(wall, zone);
  const real = [before, after].filter((ms) => ms + offsetAt(ms, zone) === wall);
  return clamp(real.length > 0 ? Math.min(...real) : Math.max(before, after));
}

/** A local time by the clock of the day before it and by that of the day after. */
function candidates(wall: number, zone: string): [number, number] {
  return [wall - offsetAt(wall - dayLength, zone), wall - offsetAt(wall + dayLength, zone)];
}

function measure(ms: number, zone: string): number {
  const instant = clamp(ms);
  let [year, month, day, time] = [0, 1, 1, 0];
  let beforeChrist = false;
  for (const { type, value } of formatter(zone).formatToParts(instant)) {
    if (type === 'era') beforeChrist = value.startsWith('B');
    else if (type === 'year') year = Number(value);
    else if (type === 'month') month = Number(value);
    else if (type === 'day') day = Number(value);
    else if (type === 'hour') time += Number(value) * 3600;
    else if (type === 'minute') time += Number(value) * 60;
    else if (type === 'second') time += Number(value);
  }
  const wall = dayNumber(beforeChrist ? 1 - year : year, month, day) * dayLength + time * 1000;
  return wall - Math.floor(instant / 1000) * 1000;
}

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, found);
  }
  return found;
}

function offsetsByDay(zone: string): Map<number, number> {
  let found = offsets.get(zone);
  if (!found) offsets.set(zone, (found = new Map()));
  return found;
}

function isUtc(zone: string): boolean {
  return zone === 'UTC' || zone === 'Etc/UTC';
}

function clamp(ms: number): number {
  return Math.max(-lastInstant, Math.min(lastInstant, ms));
}
