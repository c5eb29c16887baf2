/** Times of XML formats → EDTF. */
import { EdtfError, parseEdtf } from '../../model/edtf';
import { printTableDate, readTableDate } from '../table/dates';
import type { RowProblems } from '../table/row-problems';
import { t } from '../../words/reading';

/** Nothing where it can't be read, which is an error. */
export function timeFrom(text: string, field: string, problems: RowProblems): string | undefined {
  const reading = readTableDate(text);
  if ('date' in reading) return printTableDate(reading.date);
  problems.error(field, text, reading.fault, reading.expected);
  return undefined;
}

/** A side that is empty is open. */
export function spanFrom(
  begin: string,
  end: string,
  field: string,
  problems: RowProblems,
): string | undefined {
  const [from, to] = [begin, end].map((text) =>
    text === '' ? '..' : timeFrom(text, field, problems),
  );
  if (from === undefined || to === undefined) return undefined;
  if (from === to) return from;
  try {
    parseEdtf(`${from}/${to}`);
    return `${from}/${to}`;
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    const expected = t('xml.expectedEnd');
    problems.error(field, `${begin}/${end}`, 'end-before-start', expected);
    return undefined;
  }
}

/** From the first to the last of times in any order; nothing for none. */
export function stretchOf(
  texts: readonly string[],
  field: string,
  problems: RowProblems,
): string | undefined {
  let first: { when: string; start: number } | undefined;
  let last: { when: string; end: number } | undefined;
  for (const text of texts) {
    const when = timeFrom(text, field, problems);
    if (when === undefined) return undefined;
    const { start, end } = parseEdtf(when);
    if (!first || start < first.start) first = { when, start };
    if (!last || end > last.end) last = { when, end };
  }
  if (!first || !last || first.when === last.when) return first?.when;
  return `${first.when}/${last.when}`;
}
