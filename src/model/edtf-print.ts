/** Instants as EDTF text, as addresses and files write them. */
import { toLocal, type LocalTime } from './zone';

/** The local day of an instant, `YYYY-MM-DD`. Years of more than four digits have no such form:
 * only the year is given (`Y12345`). */
export function printDate(ms: number, zone: string): string {
  return dateOf(toLocal(ms, zone));
}

/** An instant in UTC at the least precision that holds it: `2025-12-17T10:30Z`, with seconds
 * where they are not zero, with milliseconds where those are not. */
export function printTimestamp(ms: number): string {
  const time = toLocal(ms, 'UTC');
  const date = dateOf(time);
  if (date.startsWith('Y')) return date;
  let clock = `${pad(time.hour, 2)}:${pad(time.minute, 2)}`;
  if (time.second > 0 || time.millisecond > 0) clock += `:${pad(time.second, 2)}`;
  if (time.millisecond > 0) clock += `.${pad(time.millisecond, 3)}`;
  return `${date}T${clock}Z`;
}

function dateOf({ year, month, day }: LocalTime): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
