/** Times of day as tables write them. */
import { dayLength, dayNumber } from '../../model/time/calendar';
import { isZone, readingsOf } from '../../model/time/zone';
import { t } from '../../words/reading';

export interface Clock {
  /** 0 to 23; 24 only as the end of a day. */
  readonly hour: number;
  /** Nothing where only the hour is given. */
  readonly minute?: number;
  /** With a fraction as it came; nothing where only the minute is given. */
  readonly second?: number;
  /** `Z` or an offset such as `+02:00`; nothing where the time has none. */
  readonly zone?: string;
}

/** A time of day that may name its zone, whose offset only a day tells. */
export interface ZonedClock extends Clock {
  /** IANA; there is no `zone` then. */
  readonly zoneName?: string;
}

/** `expected` says what would have been right. */
export type ClockReading =
  { readonly clock: ZonedClock } | { readonly expected: string; readonly zone?: string };

/** What digits alone mean in a column: the hour, `415` for 04:15, or `41530` for 04:15:30. */
export type DigitClock = 'hours' | 'minutes' | 'seconds';

const colonsPattern =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s{0,3}(?:([ap])\.?(?:m\.?)?(?![a-z]))?/i;
const halfDayPattern = /^(\d{1,2})\s{0,3}([ap])\.?m\.?$/i;
const hoursPattern = /^()(\d{1,2})\s?(?:h|hrs?|uhr|год|ч)\.?(?:\s?(\d{2}))?$/i;
const dottedPattern = /^()(\d{1,2})[.:](\d{2})\s?(?:uhr|hrs?)$/i;
const digitsPattern = /^(\d{1,2})$|^(\d{1,2})(\d{2})(?:\s?(?:hrs?|h|z|utc|gmt))?$/i;
const utcPattern = /^(?:z|utc?|gmt|zulu)$/i;
const offsetPattern = /^(?:utc|gmt)?\s?([+\-−]\d{1,2})(?::?(\d{2}))?$/i;
const zoneNamePattern = /^[a-z]+(?:\/[a-z0-9_+-]+){1,2}$/i;

/**
 * `9:30`, `09:30:15.5`, `9:30 PM`, `9 PM`, `9h`, `9h30`, and as digits only `9` (the hour), `930`
 * and `0930`; with `Z` or an offset after colons. Nothing where it is no time of day, or names a
 * zone.
 */
export function readClock(text: string, digits?: DigitClock): Clock | undefined {
  const reading = readZonedClock(text, digits);
  return 'clock' in reading && reading.clock.zoneName === undefined ? reading.clock : undefined;
}

/** The same; after colons there may be the IANA name of a zone, too. */
export function readZonedClock(text: string, digits: DigitClock = 'hours'): ClockReading {
  const trimmed = text.trim();
  if (trimmed.length > 80) return noClock();
  const padded = digits === 'hours' ? undefined : digitsOf(trimmed, digits);
  if (padded) return padded;
  const colons = colonsPattern.exec(trimmed);
  if (colons) {
    const [matched, hour, minute, second, fraction, half] = colons;
    const whole = second === undefined ? undefined : Number(`${second}.${fraction ?? 0}`);
    const clock = sound(hourOf(hour!, half), Number(minute), whole);
    const rest = trimmed.slice(matched.length).trim();
    return clock ? withZone(clock, rest) : noClock();
  }
  const half = halfDayPattern.exec(trimmed);
  if (half) return readingFrom(sound(hourOf(half[1]!, half[2])));
  const found =
    hoursPattern.exec(trimmed) ?? dottedPattern.exec(trimmed) ?? digitsPattern.exec(trimmed);
  if (!found) return noClock();
  const [, whole, hour = whole, minute] = found;
  const zone = /(?:z|utc|gmt)$/i.test(trimmed) ? 'Z' : undefined;
  return readingFrom(
    sound(Number(hour), minute === undefined ? undefined : Number(minute), undefined, zone),
  );
}

/** Whether digits alone can only be hours and minutes, or hours, minutes and seconds; short ones in
 * the same column lack their zeros then. */
export function digitClockOf(text: string): DigitClock | undefined {
  const digits = /^(\d{3,6})(?:\.0{1,6})?$/.exec(text)?.[1];
  if (!digits) return undefined;
  const kind = digits.length > 4 ? 'seconds' : 'minutes';
  return 'clock' in (digitsOf(digits, kind) ?? noClock()) ? kind : undefined;
}

/** The clock of a day with the offset that its zone has then; nothing where the clocks of the zone
 * skip that time or show it twice. */
export function clockOn(
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  { zoneName, ...clock }: ZonedClock,
): Clock | undefined {
  if (zoneName === undefined) return clock;
  const { hour, minute = 0, second = 0 } = clock;
  const midnight = dayNumber(year, month, day) * dayLength;
  const wall = midnight + hour * 3_600_000 + minute * 60_000 + Math.floor(second) * 1000;
  const { kind, first } = readingsOf(wall, zoneName);
  const ahead = (wall - first) / 60_000;
  // Before there were zones, towns had offsets to the second.
  if (kind !== 'once' || !Number.isInteger(ahead)) return undefined;
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  const offset = `${ahead < 0 ? '-' : '+'}${pad(hours)}:${pad(minutes)}`;
  return { ...clock, zone: ahead === 0 ? 'Z' : offset };
}

/** Whether it is midnight to the second, which often stands for a time that is not known. */
export function isMidnight({ hour, minute = 0, second = 0 }: Clock): boolean {
  return hour === 0 && minute === 0 && second === 0;
}

/** As EDTF writes it after a day: `T09:30:15Z`. */
export function printClock({ hour, minute, second, zone = '' }: Clock): string {
  let text = `T${pad(hour)}`;
  if (minute === undefined) return zone ? `${text}:00${zone}` : text;
  text += `:${pad(minute)}`;
  if (second !== undefined) {
    const [whole, fraction] = String(second).split('.');
    text += `:${pad(Number(whole))}${fraction ? `.${fraction}` : ''}`;
  }
  return text + zone;
}

function noClock(): ClockReading {
  return { expected: t('table.expectedClock') };
}

function readingFrom(clock: Clock | undefined): ClockReading {
  return clock ? { clock } : noClock();
}

/** Digits of a column that has hours and minutes, perhaps seconds, without their leading zeros. */
function digitsOf(text: string, digits: DigitClock): ClockReading | undefined {
  const given = /^(\d{1,6})(?:\.0{1,6})?$/.exec(text)?.[1];
  const length = digits === 'seconds' ? 6 : 4;
  if (!given) return undefined;
  if (given.length > length) return noClock();
  const padded = given.padStart(length, '0');
  const [hour, minute, second] = [0, 2, 4].map((at) => Number(padded.slice(at, at + 2)));
  return readingFrom(sound(hour!, minute, digits === 'seconds' ? second : undefined));
}

function withZone(clock: Clock, text: string): ClockReading {
  if (text === '' || /^(?:h|hrs?|hours|uhr)\.?$/i.test(text)) return { clock };
  // `+02:00[Europe/Kyiv]` and `GMT+0200 (CEST)` say both; the offset tells the instant.
  const zone = text
    .replace(/^(\S.{0,20}?)\s{0,3}[[(][^[\]()]{1,60}[\])]$/, '$1')
    .replace(/^[[(](.+)[\])]$/, '$1');
  if (utcPattern.test(zone)) return { clock: { ...clock, zone: 'Z' } };
  const offset = offsetPattern.exec(zone);
  if (offset) return { clock: { ...clock, zone: offsetFrom(offset[1]!, offset[2]) } };
  if (zoneNamePattern.test(zone) && isZone(zone)) return { clock: { ...clock, zoneName: zone } };
  if (!/^[a-z][a-z/_ ]{0,40}$/i.test(zone)) return noClock();
  const abbreviation = /^[A-Z]{2,5}$/.test(zone);
  const expected = abbreviation
    ? t('table.expectedZoneNotAbbreviation', { zone })
    : t('table.expectedZoneName', { zone });
  return { expected, zone };
}

function offsetFrom(hours: string, minutes = '00'): string {
  const offset = `${hours.startsWith('+') ? '+' : '-'}${hours.slice(1).padStart(2, '0')}:${minutes}`;
  return /^[+-]00:00$/.test(offset) ? 'Z' : offset;
}

function sound(hour: number, minute?: number, second?: number, zone?: string): Clock | undefined {
  const late = hour === 24 && !minute && !second;
  if (!(hour <= 23 || late) || (minute ?? 0) > 59 || (second ?? 0) >= 60) return undefined;
  return { hour, minute, second, zone };
}

function hourOf(text: string, half: string | undefined): number {
  const hour = Number(text);
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
