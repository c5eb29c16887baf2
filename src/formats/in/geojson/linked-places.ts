/**
 * `when` of Linked Places (LPF 1.3) and GeoJSON-T → EDTF. A timespan has a start and an end, each
 * `{in}`, `{earliest}`, `{latest}` or both of the last; an absent end means the extent of the start.
 */
import { EdtfError, parseEdtf } from '../../../model/edtf';
import { shown } from '../../../model/read/problems';
import { isObject, member, type Members } from '../../../model/read/members';
import type { RowProblems } from '../../table/row-problems';
import { t } from '../../../words/reading';

/** The `when` of a feature, or those of the parts of its geometry; nothing where there is none of
 * this kind. */
export function linkedPlacesWhen(feature: Members): readonly Members[] {
  const properties = member(feature, 'properties');
  const own = [member(feature, 'when'), isObject(properties) && member(properties, 'when')];
  const geometry = member(feature, 'geometry');
  const parts = isObject(geometry) ? member(geometry, 'geometries') : undefined;
  const inside = [geometry, ...(Array.isArray(parts) ? (parts as unknown[]) : [])].map(
    (part) => isObject(part) && member(part, 'when'),
  );
  const told = own.filter(isWhen);
  return told.length > 0 ? told : inside.filter(isWhen);
}

/** The outermost bounds of all timespans; nothing where they say none. What can't be read is an
 * error of the record. */
export function edtfOfWhen(whens: readonly Members[], problems: RowProblems): string | undefined {
  const spans = whens.flatMap((when) => {
    const list = member(when, 'timespans');
    const mark = /^(less-certain|uncertain)$/.test(String(member(when, 'certainty'))) ? '?' : '';
    if (!Array.isArray(list)) return [];
    return (list as unknown[]).flatMap((span) => spanOf(span, mark, problems) ?? []);
  });
  if (spans.length === 0 || problems.failed) return undefined;
  const first = spans.reduce((least, span) => (span.start < least.start ? span : least));
  const last = spans.reduce((most, span) => (span.end > most.end ? span : most));
  const when = first.from === last.to ? first.from : `${first.from}/${last.to}`;
  try {
    parseEdtf(when);
    return when;
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    problems.error('when', when, 'end-before-start', t('geojson.expectedEnd'));
    return undefined;
  }
}

interface Span {
  /** EDTF of its first and last date. */
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

function spanOf(value: unknown, mark: string, problems: RowProblems): Span | undefined {
  if (!isObject(value)) {
    problems.error('when.timespans', value, 'bad-date', t('geojson.expectedTimespan'));
    return undefined;
  }
  const starts = boundsOf(value, 'start', problems);
  const ends = boundsOf(value, 'end', problems);
  const from = starts[0] ?? ends[0];
  const to = ends[ends.length - 1] ?? starts[starts.length - 1];
  if (from === undefined || to === undefined || problems.failed) return undefined;
  // A bound that may lie anywhere between two dates is not sharp.
  const softStart = mark || (starts.length > 1 ? '~' : '');
  const softEnd = mark || (ends.length > 1 ? '~' : '');
  return {
    from: from + softStart,
    to: to + (from === to && starts.length < 2 ? softStart : softEnd),
    start: parseEdtf(from).start,
    end: parseEdtf(to).end,
  };
}

/** The dates of a bound, the earliest first. */
function boundsOf(span: Members, name: 'start' | 'end', problems: RowProblems): string[] {
  const bound = member(span, name);
  if (bound === undefined) return [];
  if (!isObject(bound)) {
    const expected = t('geojson.expectedBound');
    problems.error(`when.timespans.${name}`, bound, 'bad-date', expected);
    return [];
  }
  return ['in', 'earliest', 'latest'].flatMap((kind) => {
    const date = member(bound, kind);
    if (date === undefined || date === '') return [];
    const field = `when.timespans.${name}.${kind}`;
    if (typeof date === 'string' && isDate(date)) return [date];
    problems.error(
      field,
      date,
      'bad-date',
      t('geojson.expectedBoundDate', { value: shown(typeof date) }),
    );
    return [];
  });
}

function isDate(text: string): boolean {
  if (!/^-?\d{4}/.test(text)) return false;
  try {
    parseEdtf(text);
    return !text.includes('/');
  } catch {
    return false;
  }
}

function isWhen(value: unknown): value is Members {
  return isObject(value) && Array.isArray(member(value, 'timespans'));
}
