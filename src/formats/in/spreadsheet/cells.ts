/** Cells of a workbook → the text of a table's cell. */
import type { CellValue } from 'hucre';

const day = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/** Dates without a zone, since workbooks know none; numbers with the 15 digits that Excel keeps. */
export function cellTextOf(value: CellValue, from1904: boolean): string {
  if (value === null) return '';
  if (value instanceof Date) return dateText(value.getTime(), from1904);
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return String(value);
}

/** Days since the beginning of the workbook's time → a date, with a time of day where it has one. */
export function dateOfSerial(serial: number, from1904: boolean): string {
  // Excel counts a 29 February 1900, so days before it are one off.
  const days = !from1904 && serial >= 1 && serial < 60 ? serial + 1 : serial;
  return dateText((from1904 ? epoch1904 : epoch1900) + days * day, from1904);
}

function dateText(time: number, from1904: boolean): string {
  if (Number.isNaN(time)) return '';
  // Binary fractions of a day miss whole seconds by a little.
  const rounded = Math.round(time / 1000) * 1000;
  const text = new Date(rounded).toISOString();
  const clock = text.slice(-13, -5);
  // Less than a day is a time of day.
  const first = from1904 ? epoch1904 : epoch1900;
  if (rounded >= first && rounded < first + day) return clock;
  return clock === '00:00:00' ? text.slice(0, -14) : text.slice(0, -5);
}
