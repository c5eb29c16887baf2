/** The dates of an address: EDTF texts ↔ windows. Apart, since most addresses have none. Pure. */
import { dayLength, dayNumber } from '../model/time/calendar';
import { drawnYears, clampWindow } from '../model/time/drawn-years';
import { parseEdtf } from '../model/edtf';
import type { Range } from '../model/time/calendar';
import { t } from '../words/page';

/** The window that `from` and `to` mean in a zone; the side not given is that of `reach`. A time with
 * two readings counts with the wider one, and what lies beyond the drawn years is held at their edge.
 * `null` where none is given, where the end comes before the start, and where there is no axis. */
export function windowOf(
  { from, to }: { from?: string; to?: string },
  zone: string,
  reach: Range | null,
): Range | null {
  if (reach === null || (from === undefined && to === undefined)) return null;
  const start = from === undefined ? reach[0] : parseEdtf(from, zone).start;
  const end = to === undefined ? reach[1] : parseEdtf(to, zone).end;
  return clampWindow([start, end], zone);
}

/** A date or timestamp with both bounds known, as it is written; of the years that are drawn, or of
 * the one next to them, which stands for all beyond. Throws an `Error` that says what was expected. */
export function readWindowBound(written: string): string {
  // The plus of an offset, written as it is, arrives as a space.
  const text = written.replace(/(T[\d:.,]+) (?=\d\d(:?\d\d)?$)/, '$1+');
  const { start, end, startOpen, endOpen, startUnknown, endUnknown } = parseEdtf(text);
  if (startOpen || endOpen || startUnknown || endUnknown) throw new Error(t('address.bounds'));
  const { first, last } = drawnYears;
  if (start < yearStart(first - 1) || end > yearStart(last + 2))
    throw new Error(t('address.years', { first: String(first), last: String(last) }));
  return text;
}

function yearStart(year: number): number {
  return dayNumber(year, 1, 1) * dayLength;
}
