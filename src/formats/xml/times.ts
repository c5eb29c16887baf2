/** Times of XML formats → EDTF. */
import { EdtfError, parseEdtf } from '../../model/edtf';
import { warnOfEpoch } from '../shared/days';
import { printTableDate, readTableDate } from '../table/dates';
import type { RowProblems } from '../table/row-problems';
import { isOpenEnd } from '../table/date-words';
import { sidesOf, type DateWays, type TableDate } from '../table/table-date';
import { t } from '../../words/reading';

/** Nothing where it can't be read, which is an error. */
export function timeFrom(
  text: string,
  field: string,
  problems: RowProblems,
  ways?: DateWays,
): string | undefined {
  const date = dateFrom(text, field, problems, ways);
  return date && printTableDate(date);
}

/** These formats have months as `2008-09`. */
function dateFrom(
  text: string,
  field: string,
  problems: RowProblems,
  ways: DateWays = {},
): TableDate | undefined {
  const reading = readTableDate(text, { ...ways, pairs: 'months' });
  if ('fault' in reading) {
    problems.error(field, text, reading.fault, reading.expected);
    return undefined;
  }
  warnOfEpoch(field, text, reading.date, problems);
  return reading.date;
}

/** A side that is empty is open. */
export function spanFrom(
  begin: string,
  end: string,
  field: string,
  problems: RowProblems,
  ways?: DateWays,
): string | undefined {
  const [from, to] = [begin, end].map((text, at) => {
    if (text === '' || (at === 1 && isOpenEnd(text))) return '..';
    const date = dateFrom(text, field, problems, ways);
    return date && sidesOf(date)[at];
  });
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
  ways?: DateWays,
): string | undefined {
  let first: { when: string; start: number } | undefined;
  let last: { when: string; end: number } | undefined;
  for (const text of texts) {
    const when = timeFrom(text, field, problems, ways);
    if (when === undefined) return undefined;
    const { start, end } = parseEdtf(when);
    if (!first || start < first.start) first = { when, start };
    if (!last || end > last.end) last = { when, end };
  }
  if (!first || !last || first.when === last.when) return first?.when;
  return `${first.when}/${last.when}`;
}
