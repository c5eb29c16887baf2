/** The dates of an address: EDTF texts ↔ windows. Apart, since most addresses have none. Pure. */
import { parseEdtf } from '../model/edtf';
import type { Range } from './stretch';

/** The window that `from` and `to` mean in a zone; the side not given is the span's. `null` where
 * none is given or the end comes before the start. */
export function windowOf(
  { from, to }: { from?: string; to?: string },
  zone: string,
  span: Range,
): Range | null {
  if (from === undefined && to === undefined) return null;
  const start = from === undefined ? span[0] : parseEdtf(from, zone).start;
  const end = to === undefined ? span[1] : parseEdtf(to, zone).end;
  return end > start && Math.abs(start) < 8.64e15 && Math.abs(end) < 8.64e15 ? [start, end] : null;
}

/** A date or timestamp with both bounds known, as it is written. Throws an `Error` that says what was
 * expected. */
export function readDate(written: string): string {
  // The plus of an offset, written as it is, arrives as a space.
  const text = written.replace(/(T[\d:.,]+) (?=\d\d(:?\d\d)?$)/, '$1+');
  const { startOpen, endOpen, startUnknown, endUnknown } = parseEdtf(text);
  if (startOpen || endOpen || startUnknown || endUnknown)
    throw new Error('expected a date or timestamp with both bounds known');
  return text;
}
