/**
 * Years of more than four digits (`Y170000002`, `Y17E7`) and years of which only some digits are
 * significant (`1950S2`: some year from 1900 to 1999, estimated at 1950).
 */
import { dayNumber } from '../time/calendar';
import { EdtfError, qualified, startOf, type EdtfPart } from './piece';
import type { TimePrecision } from '../event';
import { t } from '../../words/reading';

const longPattern = /^([?~%]?)Y(-?)(\d+)(?:E(\d+))?(?:S(\d+))?([?~%]?)$/;
const significantPattern = /^([?~%]?)(-?)(\d{4})()S(\d+)([?~%]?)$/;
/** Far outside what a `Date` holds; beyond it years are told apart no more. */
const farthest = 1e9;

export function isLongYear(text: string): boolean {
  return /^[?~%]?Y|\dS/.test(text);
}

/** Throws `EdtfError`. */
export function yearPiece(text: string, zone: string): EdtfPart {
  const long = longPattern.exec(text);
  const match = long ?? significantPattern.exec(text);
  if (!match) {
    throw new EdtfError(text, t('date.notYear'), t('date.expectedYear'));
  }
  const [, before, sign, digits, exponent, significant, after] = match as unknown as string[];
  const value = Number(digits) * 10 ** Number(exponent ?? 0);
  if (long && (digits!.startsWith('0') || value <= 9999)) {
    throw new EdtfError(text, t('date.shortYearWithY'), t('date.expectedYearDigits'));
  }
  if (sign && value === 0) {
    throw new EdtfError(text, t('date.negativeYearZero'), t('date.expectedYearZero'));
  }
  if (significant !== undefined && Number(significant) === 0) {
    throw new EdtfError(text, t('date.noSignificantDigits'), t('date.expectedSignificantDigits'));
  }
  const length = digits!.length + Number(exponent ?? 0);
  const free = significant === undefined ? 0 : Math.max(0, length - Number(significant));
  const [least, greatest] = range(value, free);
  const [first, last] = sign ? [-greatest, -least] : [least, greatest];
  return {
    start: startOf(dayNumber(first, 1, 1), zone),
    end: startOf(dayNumber(last + 1, 1, 1), zone),
    latestStart: startOf(dayNumber(last, 1, 1), zone),
    precision: (['year', 'decade', 'century'] as TimePrecision[])[free] ?? 'longer',
    soft: qualified(before, after) || free > 0,
  };
}

/** The years that share all but the last `free` digits with `value`. */
function range(value: number, free: number): [number, number] {
  if (value >= farthest) return [farthest, farthest];
  const step = 10 ** Math.min(free, 10);
  const least = Math.floor(value / step) * step;
  return [least, Math.min(farthest, least + step - 1)];
}
