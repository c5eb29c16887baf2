/** Numbers as tables write them. */

export { standsForNothing } from './nothing';

const plainPattern = /^[+-]?(?:\d{1,20}(?:[.,]\d{0,20})?|[.,]\d{1,20})(?:e[+-]?\d{1,3})?$/i;
const [UNICODE_MINUS, EN_DASH] = [0x2212, 0x2013];

/** A decimal number with a point or a comma, without thousands separators. Nothing where it is none. */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  const first = trimmed.charCodeAt(0);
  if (first === UNICODE_MINUS || first === EN_DASH) return readNumber(`-${trimmed.slice(1)}`);
  if (!plainPattern.test(trimmed)) return undefined;
  const value = Number(trimmed.includes(',') ? trimmed.replace(',', '.') : trimmed);
  return Number.isFinite(value) ? value : undefined;
}

/** The sign before the fraction of a number. The other one may stand between its thousands. */
export type DecimalSign = '.' | ',';

/** What the signs of a number say: which one is the decimal sign, or, in `53,537` and `1.234`, that
 * the sign it has can be either. Nothing where it has none, or is no number. */
export type SignEvidence = 'point' | 'comma' | 'either-point' | 'either-comma';

const spaced = /^[+-]?\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?=$|[.,]\d)/;
const grouped = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})$/;
const longest = 40;

export function signEvidence(text: string): SignEvidence | undefined {
  if (text.length > longest || !/[.,]/.test(text)) return undefined;
  const number = unspaced(text);
  const [points, commas] = [number.split('.').length - 1, number.split(',').length - 1];
  if (points > 0 && commas > 0) {
    const sign = number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ',';
    return readAmount(number, sign) === undefined ? undefined : surely(sign);
  }
  const sign = points > 0 ? '.' : ',';
  if (points + commas > 1) {
    const other = sign === '.' ? ',' : '.';
    return readAmount(number, other) === undefined ? undefined : surely(other);
  }
  if (readAmount(number, sign) === undefined) return undefined;
  if (!/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(number) || number !== text.trim()) return surely(sign);
  return sign === '.' ? 'either-point' : 'either-comma';
}

/** A number with this decimal sign, with or without signs between its thousands: `1,234.5`,
 * `12,34,567`, `1 234`, `1'234`. Nothing where it is none. */
export function readAmount(text: string, decimal: DecimalSign): number | undefined {
  if (text.length > longest) return undefined;
  const trimmed = unspaced(text);
  // What remains is written with a point, or is none.
  const pointed =
    decimal === '.' ? trimmed : trimmed.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
  const at = pointed.search(/[.e]/i);
  const whole = at < 0 ? pointed : pointed.slice(0, at);
  if (!whole.includes(',')) return pointed.includes(',') ? undefined : readNumber(pointed);
  if (!grouped.test(whole)) return undefined;
  const rest = at < 0 ? '' : pointed.slice(at);
  return rest.includes(',') ? undefined : readNumber(whole.replace(/,/g, '') + rest);
}

/** Without spaces and apostrophes between thousands. */
function unspaced(text: string): string {
  const trimmed = text.trim().replace(/^[\u2212\u2013]/, '-');
  const match = spaced.exec(trimmed);
  if (!match) return trimmed;
  return match[0].replace(/[^\d+-]/g, '') + trimmed.slice(match[0].length);
}

function surely(sign: DecimalSign): SignEvidence {
  return sign === '.' ? 'point' : 'comma';
}

const counted =
  /kill|dead|death|died|fatal|injur|wound|missing|victim|casualt|affected|displaced|evacuat|arrest|detain|captur|surviv|people|person|civilian|soldier|child|women|drone|missile|rocket|shell|aircraft|plane|tank|vehicle|house|building|homeless|refugee|hostage|kidnap|abduct|participant|protester|attack|strike|incident|event|case|ships?\b|count|number/i;
const measured =
  /\b(?:tons?|tonnes|kg|km|m|weight|area|usd|eur|dollars?|cost|damage|per|rate|average|mean|percent|share|ratio|magnitude|speed)\b/i;

/** Whether what is measured comes in whole numbers. */
export function isCount(measure: string): boolean {
  return counted.test(measure) && !measured.test(measure.replace(/_/g, ' '));
}
