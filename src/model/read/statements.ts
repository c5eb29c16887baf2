/** What a record says beyond where and when: who took part, who says so, how many, what follows. */
import type { Actor, Claim, Figure, Link, LinkRelation, Source, Stance } from '../event';
import { none, readList, readText, readWord, shown, type Reporter } from './problems';
import { isObject, member, type Members } from './members';
import { knownSource, readSourceDate } from './sources';
import { t } from '../../words/reading';

const stances: readonly Stance[] = ['asserts', 'acknowledges', 'denies', 'disputes'];
const relations: readonly LinkRelation[] = ['follows', 'part-of', 'responds-to'];

export function readActors(properties: Members, report: Reporter): readonly Actor[] {
  const path = 'properties.actors';
  const list = entries(properties, 'actors', path, 'bad-actor', t('record.badActor'), report);
  if (list.length === 0) return none;
  return list.flatMap(({ value, at }) => {
    const name = readText(value, 'name', `${at}.name`, report);
    if (name === undefined) return missing(value, at, 'name', 'bad-actor', report);
    return [{ name, role: readText(value, 'role', `${at}.role`, report) }];
  });
}

/** A claim without a stance of the list is taken as `asserts`. */
export function readClaims(
  properties: Members,
  known: ReadonlyMap<string, Source>,
  report: Reporter,
): readonly Claim[] {
  const path = 'properties.claims';
  const expected = t('record.objectStanceText');
  const list = entries(properties, 'claims', path, 'bad-claim', expected, report);
  if (list.length === 0) return none;
  return list.flatMap(({ value, at }) => {
    const by = readText(value, 'by', `${at}.by`, report);
    if (by === undefined) return missing(value, at, 'by', 'bad-claim', report);
    const text = readText(value, 'text', `${at}.text`, report);
    if (text === undefined) return missing(value, at, 'text', 'bad-claim', report);
    const stance = readWord(value, 'stance', `${at}.stance`, stances, 'unknown-stance', report);
    const source = member(value, 'source');
    return [
      {
        by,
        stance: stance ?? 'asserts',
        text,
        source:
          source === undefined
            ? undefined
            : knownSource(String(source), `${at}.source`, known, report),
        on: readSourceDate(value, 'on', `${at}.on`, report),
      },
    ];
  });
}

/** Ranges out of order are kept as they came, with a warning: real reports have them. */
export function readFigures(properties: Members, report: Reporter): readonly Figure[] {
  const path = 'properties.figures';
  const expected = t('record.objectMeasure');
  const list = entries(properties, 'figures', path, 'bad-figure', expected, report);
  if (list.length === 0) return none;
  return list.flatMap(({ value, at }) => {
    const measure = member(value, 'measure');
    if (typeof measure !== 'string' || measure.trim() === '') {
      return missing(value, at, 'measure', 'bad-figure', report);
    }
    const min = readNumber(value, 'min', `${at}.min`, report);
    const max = readNumber(value, 'max', `${at}.max`, report);
    const best = readNumber(value, 'best', `${at}.best`, report);
    const inOrder = [min, best, max].filter((number) => number !== undefined);
    if (inOrder.some((number, index) => index > 0 && number < inOrder[index - 1]!)) {
      const message = t('problem.expected', {
        field: at,
        value: inOrder.join(', '),
        expected: t('record.minBestMaxAscending'),
      });
      report.warn(at, value, 'figure-order', message);
    }
    return [{ measure, min, max, best, by: readText(value, 'by', `${at}.by`, report) }];
  });
}

/** Whether the linked event exists is for `check.ts`. */
export function readLinks(properties: Members, report: Reporter): readonly Link[] {
  const path = 'properties.links';
  const expected = t('record.objectRelEvent');
  const list = entries(properties, 'links', path, 'bad-link', expected, report);
  if (list.length === 0) return none;
  return list.flatMap(({ value, at }) => {
    const event = member(value, 'event');
    if (typeof event !== 'string' && typeof event !== 'number') {
      return missing(value, at, 'event', 'bad-link', report);
    }
    const rel = member(value, 'rel');
    if (rel === undefined) return missing(value, at, 'rel', 'bad-link', report);
    const known = readWord(value, 'rel', `${at}.rel`, relations, 'unknown-relation', report);
    return known ? [{ rel: known, event: String(event) }] : [];
  });
}

/** The objects of an optional list with their paths; what is no object is noted. */
function entries(
  owner: Members,
  name: string,
  path: string,
  code: string,
  expected: string,
  report: Reporter,
): readonly { value: Members; at: string }[] {
  const list = readList(owner, name, path, report);
  if (list.length === 0) return none;
  return list.flatMap((value, index) => {
    const at = `${path}[${index}]`;
    if (isObject(value)) return [{ value, at }];
    report.warn(
      at,
      value,
      code,
      t('problem.expected', { field: at, value: shown(value), expected }),
    );
    return [];
  });
}

function missing(
  owner: Members,
  path: string,
  name: string,
  code: string,
  report: Reporter,
): never[] {
  const value = member(owner, name);
  const came = value === undefined ? t('record.missing') : shown(value);
  report.warn(`${path}.${name}`, value, code, t('record.entryLeftOut', { path, name, came }));
  return [];
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
    expected: t('record.numberNothingWhereUnknown'),
  });
  report.warn(path, value, 'bad-number', message);
  return undefined;
}
