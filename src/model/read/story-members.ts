/** What stands beside `features`: title, language, zone and the like. */
import { readCategories, type DeclaredCategory } from './categories';
import { EdtfError, parseEdtf } from '../edtf';
import type { Source, Text, TimeSpan } from '../event';
import { checkObject } from './object-rules';
import { readText, shown, type Reporter } from './problems';
import { isObject, member, type Members } from './members';
import { isWgs84 } from './reference-system';
import { readStorySources } from './sources';
import { isText } from '../text';
import { isZone } from '../time/zone';
import { t } from '../../words/reading';

export interface StoryMembers {
  readonly title: Text;
  readonly description?: Text;
  readonly language: string;
  readonly asOf?: TimeSpan;
  readonly timeZone: string;
  readonly categories: readonly DeclaredCategory[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly license?: Text;
  readonly credit?: Text;
  readonly basemap?: string;
}

/** Nothing where this is no story at all, which is then reported as an error. */
export function readStoryMembers(
  root: unknown,
  report: Reporter,
): { members: StoryMembers; features: readonly unknown[] } | undefined {
  if (!isObject(root) || member(root, 'type') !== 'FeatureCollection') {
    const type = isObject(root) ? member(root, 'type') : root;
    const message =
      isObject(root) && type !== undefined
        ? t('story.wrongType', { type: shown(type) })
        : t('story.notFeatureCollection', { value: shown(root) });
    report.error('type', type, 'not-a-feature-collection', message);
    return undefined;
  }
  const features = member(root, 'features');
  if (!Array.isArray(features)) {
    const came = features === undefined ? t('value.missing') : shown(features);
    const message = t('problem.expected', {
      field: 'features',
      value: came,
      expected: t('expected.features'),
    });
    report.error('features', features, 'missing-features', message);
    return undefined;
  }
  const title = member(root, 'title');
  if (!isText(title)) {
    const came = title === undefined ? t('value.missing') : shown(title);
    const message = t('problem.expected', {
      field: 'title',
      value: came,
      expected: t('expected.storyTitle'),
    });
    report.error('title', title, 'missing-title', message);
    return undefined;
  }
  if (!isWgs84(member(root, 'crs'))) {
    const message = t('story.otherCrs');
    report.error('crs', member(root, 'crs'), 'foreign-crs', message);
    return undefined;
  }
  checkObject(root, 'FeatureCollection', '', report);
  if (features.length === 0) {
    report.warn('features', features, 'no-features', t('story.noFeatures'));
  }
  const timeZone = readTimeZone(root, report);
  const members = {
    title,
    description: readText(root, 'description', 'description', report),
    language: readLanguage(root, report),
    asOf: readAsOf(root, timeZone, report),
    timeZone,
    categories: readCategories(root, report),
    sources: readStorySources(root, report),
    license: readText(root, 'license', 'license', report),
    credit: readText(root, 'credit', 'credit', report),
    basemap: readBasemap(root, report),
  };
  return { members, features };
}

function readTimeZone(root: Members, report: Reporter): string {
  const value = member(root, 'timeZone');
  if (value === undefined || isZone(value)) return value ?? 'UTC';
  const message = t('story.badTimeZone', { value: shown(value) });
  report.warn('timeZone', value, 'unknown-time-zone', message);
  return 'UTC';
}

function readLanguage(root: Members, report: Reporter): string {
  const value = member(root, 'language');
  if (value === undefined) return 'en';
  try {
    if (typeof value === 'string') return Intl.getCanonicalLocales(value)[0] ?? 'en';
  } catch {
    // Reported below.
  }
  const message = t('story.badLanguage', { value: shown(value) });
  report.warn('language', value, 'bad-language', message);
  return 'en';
}

function readBasemap(root: Members, report: Reporter): string | undefined {
  const value = member(root, 'basemap');
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  const message = t('story.badBasemap', { value: shown(value) });
  report.warn('basemap', value, 'bad-basemap', message);
  return undefined;
}

function readAsOf(root: Members, zone: string, report: Reporter): TimeSpan | undefined {
  const value = member(root, 'asOf');
  if (value === undefined) return undefined;
  let why = t('problem.expected', {
    field: 'asOf',
    value: shown(value),
    expected: t('expected.dayOrTimestamp'),
  });
  try {
    if (typeof value === 'string' && /^-?\d{4}-\d{2}-\d{2}(T.*)?$/.test(value)) {
      return parseEdtf(value, zone);
    }
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    why = `asOf: ${error.message}.`;
  }
  report.warn('asOf', value, 'bad-as-of', why);
  return undefined;
}
