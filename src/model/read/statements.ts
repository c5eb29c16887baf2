/** What a record says beyond where and when: who took part, who says so, how many, what follows. */
import type { Actor, Claim, Figure, Link, LinkRelation, Source, Stance } from '../event';
import { none, readList, readText, readWord, shown, type Reporter } from './problems';
import { isObject, member, type Members } from './members';
import { knownSource, readSourceDate } from './sources';
import { t } from '../../words/reading';

const stances: readonly Stance[] = ['asserts', 'acknowledges', 'denies', 'disputes'];
const relations: readonly LinkRelation[] = ['follows', 'part-of', 'responds-to'];

export function readActors(properties: Members, report: Reporter): readonly Actor[] {
  return readEntries(
    properties,
    'actors',
    'bad-actor',
    () => t('expected.actor'),
    report,
    (value, at) => {
      const name = readText(value, 'name', `${at}.name`, report);
      if (name === undefined) return missing(value, at, 'name', 'bad-actor', report);
      return { name, role: readText(value, 'role', `${at}.role`, report) };
    },
  );
}

/** A claim without a stance of the list is taken as `asserts`. */
export function readClaims(
  properties: Members,
  known: ReadonlyMap<string, Source>,
  report: Reporter,
): readonly Claim[] {
  return readEntries(
    properties,
    'claims',
    'bad-claim',
    () => t('expected.assessment'),
    report,
    (value, at) => {
      const by = readText(value, 'by', `${at}.by`, report);
      if (by === undefined) return missing(value, at, 'by', 'bad-claim', report);
      const text = readText(value, 'text', `${at}.text`, report);
      if (text === undefined) return missing(value, at, 'text', 'bad-claim', report);
      const stance = readWord(value, 'stance', `${at}.stance`, stances, 'unknown-stance', report);
      const source = member(value, 'source');
      return {
        by,
        stance: stance ?? 'asserts',
        text,
        source:
          source === undefined
            ? undefined
            : knownSource(String(source), `${at}.source`, known, report),
        on: readSourceDate(value, 'on', `${at}.on`, report),
      };
    },
  );
}

/** Ranges out of order are kept as they came, with a warning: real reports have them. */
export function readFigures(properties: Members, report: Reporter): readonly Figure[] {
  return readEntries(
    properties,
    'figures',
    'bad-figure',
    () => t('expected.measure'),
    report,
    (value, at) => {
      const measure = member(value, 'measure');
      if (typeof measure !== 'string' || measure.trim() === '') {
        return missing(value, at, 'measure', 'bad-figure', report);
      }
      const min = readNumber(value, 'min', `${at}.min`, report);
      const max = readNumber(value, 'max', `${at}.max`, report);
      const best = readNumber(value, 'best', `${at}.best`, report);
      if (isAbove(min, best) || isAbove(best, max) || isAbove(min, max)) {
        const numbers = [min, best, max].filter((number) => number !== undefined);
        const message = t('problem.expected', {
          field: at,
          value: numbers.join(', '),
          expected: t('expected.ascending'),
        });
        report.warn(at, value, 'figure-order', message);
      }
      return { measure, min, max, best, by: readText(value, 'by', `${at}.by`, report) };
    },
  );
}

function isAbove(lower: number | undefined, upper: number | undefined): boolean {
  return lower !== undefined && upper !== undefined && lower > upper;
}

/** Whether the linked event exists is for `check.ts`. */
export function readLinks(properties: Members, report: Reporter): readonly Link[] {
  return readEntries(
    properties,
    'links',
    'bad-link',
    () => t('expected.link'),
    report,
    (value, at) => {
      const event = member(value, 'event');
      if (typeof event !== 'string' && typeof event !== 'number') {
        return missing(value, at, 'event', 'bad-link', report);
      }
      const rel = member(value, 'rel');
      if (rel === undefined) return missing(value, at, 'rel', 'bad-link', report);
      const known = readWord(value, 'rel', `${at}.rel`, relations, 'unknown-relation', report);
      return known && { rel: known, event: String(event) };
    },
  );
}

/** What `read` makes of the objects of an optional list of properties, each with its path; what is
 * no object is noted. */
function readEntries<Entry>(
  properties: Members,
  name: string,
  code: string,
  expected: () => string,
  report: Reporter,
  read: (value: Members, at: string) => Entry | undefined,
): readonly Entry[] {
  if (member(properties, name) === undefined) return none;
  const path = `properties.${name}`;
  const list = readList(properties, name, path, report);
  if (list.length === 0) return none;
  for (let index = 0; index < list.length; index++) {
    const value = list[index];
    if (isObject(value)) continue;
    const at = `${path}[${index}]`;
    const message = t('problem.expected', { field: at, value: shown(value), expected: expected() });
    report.warn(at, value, code, message);
  }
  const entries: Entry[] = [];
  for (let index = 0; index < list.length; index++) {
    const value = list[index];
    const entry = isObject(value) ? read(value, `${path}[${index}]`) : undefined;
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}

function missing(
  owner: Members,
  path: string,
  name: string,
  code: string,
  report: Reporter,
): undefined {
  const value = member(owner, name);
  const came = value === undefined ? t('value.missing') : shown(value);
  report.warn(`${path}.${name}`, value, code, t('statement.badNumber', { path, name, came }));
  return undefined;
}

/** Unknown is not zero: absent and `null` stay absent. */
function readNumber(
  owner: Members,
  name: string,
  path: string,
  report: Reporter,
): number | undefined {
  const value = member(owner, name);
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value;
  const message = t('problem.expected', {
    field: path,
    value: shown(value),
    expected: t('expected.numberOrNone'),
  });
  report.warn(path, value, 'bad-number', message);
  return undefined;
}
