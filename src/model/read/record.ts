/** One feature → one event, or the errors for which it cannot be shown. */
import { readCategory } from './categories';
import type { Event, Evidence, Source, Status } from '../event';
import { readGeometry } from './geometry';
import { readPlaces, readWhere } from './place';
import { checkObject } from './object-rules';
import { readText, readWord, shown, type Reporter } from './problems';
import { isObject, member, type Members } from './members';
import { readMedia, readSources, readWarning } from './sources';
import { readActors, readClaims, readFigures, readLinks } from './statements';
import { isText } from '../text';
import { readTime } from './time';
import { t } from '../../words/reading';

const statuses: readonly Status[] = [
  'happened',
  'ongoing',
  'scheduled',
  'postponed',
  'rescheduled',
  'cancelled',
];
const evidenceWords: readonly Evidence[] = [
  'claimed',
  'corroborated',
  'verified',
  'disputed',
  'retracted',
];

/** What a record needs to know of its story. */
export interface RecordContext {
  readonly timeZone: string;
  readonly sources: ReadonlyMap<string, Source>;
  /** Ids of the declared categories; empty where the story declares none. */
  readonly categories: ReadonlySet<string>;
}

/** An event whose category is still the id it came with. */
export type Draft = Omit<Event, 'category'> & { readonly category: string | undefined };

/** Every error of the record is reported, not only the first. */
export function readRecord(
  feature: unknown,
  id: string,
  record: number,
  setting: RecordContext,
  report: Reporter,
): Draft | undefined {
  const before = report.errors;
  if (!isObject(feature) || member(feature, 'type') !== 'Feature') {
    const message = isObject(feature)
      ? t('record.wrongType', { type: shown(member(feature, 'type')) })
      : t('record.notFeature', { value: shown(feature) });
    report.error(
      'type',
      isObject(feature) ? member(feature, 'type') : feature,
      'not-a-feature',
      message,
    );
    return undefined;
  }
  checkObject(feature, 'Feature', '', report);
  checkId(feature, report);
  const properties = member(feature, 'properties') ?? {};
  if (!isObject(properties)) {
    const message = t('problem.expected', {
      field: 'properties',
      value: shown(properties),
      expected: t('expected.object'),
    });
    report.error('properties', properties, 'bad-properties', message);
    return undefined;
  }
  const title = member(properties, 'title');
  if (!isText(title)) {
    const came = title === undefined ? t('value.missing') : shown(title);
    const message = t('problem.expected', {
      field: 'properties.title',
      value: came,
      expected: t('expected.recordTitle'),
    });
    report.error('properties.title', title, 'missing-title', message);
  }
  const when = readTime(feature, properties, setting.timeZone, report);
  const geometry = readGeometry(member(feature, 'geometry'), 'geometry', report);
  const elsewhere = member(feature, 'place');
  if (geometry === null && isObject(elsewhere)) {
    const message = t('record.placeNotRead');
    report.warn('place', member(elsewhere, 'type'), 'place-not-read', message);
  }
  const status = readWord(
    properties,
    'status',
    'properties.status',
    statuses,
    'unknown-status',
    report,
  );
  const summary = readText(properties, 'summary', 'properties.summary', report);
  const category = readCategory(properties, setting.categories, report);
  const where = readWhere(properties, report);
  const places = readPlaces(properties, report);
  const evidence = readWord(
    properties,
    'evidence',
    'properties.evidence',
    evidenceWords,
    'unknown-evidence',
    report,
  );
  const actors = readActors(properties, report);
  const claims = readClaims(properties, setting.sources, report);
  const figures = readFigures(properties, report);
  const sources = readSources(properties, setting.sources, report);
  const links = readLinks(properties, report);
  const media = readMedia(properties, report);
  const sensitive = readWarning(properties, 'properties.sensitive', report);
  const note = readText(properties, 'note', 'properties.note', report);
  if (report.errors > before || !when || geometry === undefined || !isText(title)) return undefined;
  return {
    id,
    title,
    time: when.time,
    when: when.when,
    geometry,
    record,
    summary,
    category,
    where,
    places,
    status: status ?? 'happened',
    evidence,
    actors,
    claims,
    figures,
    sources,
    links,
    media,
    sensitive,
    note,
  };
}

/** RFC 7946 §3.2 has text or a number; what can't be either is no id of another kind. */
function checkId(feature: Members, report: Reporter): void {
  const id = member(feature, 'id');
  if (id === undefined || typeof id === 'string' || typeof id === 'number') return;
  report.error(
    'id',
    id,
    'bad-id',
    t('problem.expected', { field: 'id', value: shown(id), expected: t('expected.recordId') }),
  );
}

/** The id of a feature as text; nothing where it has none that can be used. */
export function idOf(feature: unknown): string | undefined {
  const id = isObject(feature) ? member(feature, 'id') : undefined;
  if (typeof id === 'number' && Number.isFinite(id)) return String(id);
  return typeof id === 'string' && id.trim() !== '' ? id : undefined;
}
