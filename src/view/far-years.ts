/** Years that no clock reaches, as EDTF writes them (`Y-17000002`), in words. Pure. */
import { t } from '../words/page';

const farYear = /^([?~%]?)Y(-?)(\d+)(?:E(\d+))?(?:S\d+)?([?~%]?)$/;

/**
 * A date beyond the years that a timeline draws, in words: "17,000,003 BC", "since 40,001 BC". What
 * is not made of single dates, or has more digits than a number holds, stays as it is written.
 *
 * @param locale BCP 47.
 */
export function farYearsInWords(text: string, locale: string): string {
  const sides = text.split('/');
  const [first = '', last = ''] = sides.map((side) => sideInWords(side, locale));
  if (sides.length !== 2) return sides.length === 1 ? first : text;
  if (sides[0] === '..') return t('date.until', { date: last });
  if (sides[1] === '..') return t('date.since', { date: first });
  return t('date.fromTo', { first: first || '?', last: last || '?' });
}

function sideInWords(text: string, locale: string): string {
  const match = farYear.exec(text);
  if (!match) return text;
  const [, before, minus, digits, exponent = '0', after] = match as unknown as string[];
  const year = Number(digits) * 10 ** Number(exponent);
  // Astronomical years have a year 0, which is 1 BC.
  const counted = minus ? year + 1 : year;
  if (!Number.isSafeInteger(counted)) return text;
  const model = Date.UTC(minus ? -5000 : 5000, 0, 1);
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    era: 'short',
  }).formatToParts(model);
  const written = new Intl.NumberFormat(locale).format(counted);
  const words = parts.map(({ type, value }) => (type === 'year' ? written : value)).join('');
  return before || after || /S\d+/.test(text) ? t('date.circa', { date: words }) : words;
}
