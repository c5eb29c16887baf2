/** Instants as EDTF text, as addresses and files write them. */
import { toLocal, type LocalTime } from '../time/zone';

/** The local day of an instant, `YYYY-MM-DD`. Years of more than four digits have no such form:
 * only the year is given (`Y12345`). */
export function printDate(ms: number, zone: string): string {
  return dateOf(toLocal(ms, zone));
}

/** Milliseconds of the unit that a time of day is written to: a minute, a second or one of them. */
export type ClockUnit = 60_000 | 1000 | 1;

/** The largest unit that an instant is a whole number of. */
export function unitOf(ms: number): ClockUnit {
  if (ms % 60_000 === 0) return 60_000;
  return ms % 1000 === 0 ? 1000 : 1;
}

/** An instant in UTC to a unit, the largest that holds it where none is given:
 * `2025-12-17T10:30Z`, `2025-12-17T10:30:15Z`, `2025-12-17T10:30:15.250Z`. Years of more than four
 * digits stand alone (`Y12345`). */
export function printTimestamp(ms: number, unit: ClockUnit = unitOf(ms)): string {
  const text = printClockTime(ms, 'UTC', unit);
  return text.startsWith('Y') ? text : `${text}Z`;
}

/** An instant that is drawn, in UTC; by the zone's clock where only that one shows a year that can be
 * written with a day. Both mean the same where texts without an offset are read in the zone. */
export function printInstant(ms: number, zone: string, unit?: ClockUnit): string {
  const text = printTimestamp(ms, unit);
  return text.startsWith('Y') ? printClockTime(ms, zone, unit) : text;
}

/** What the clock of a zone shows, without an offset. */
export function printClockTime(ms: number, zone: string, unit?: ClockUnit): string {
  const time = toLocal(ms, zone);
  const date = dateOf(time);
  if (date.startsWith('Y')) return date;
  const finest = unit ?? unitOf(time.second * 1000 + time.millisecond);
  let clock = `${pad(time.hour, 2)}:${pad(time.minute, 2)}`;
  if (finest < 60_000) clock += `:${pad(time.second, 2)}`;
  if (finest < 1000) clock += `.${pad(time.millisecond, 3)}`;
  return `${date}T${clock}`;
}

function dateOf({ year, month, day }: LocalTime): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
