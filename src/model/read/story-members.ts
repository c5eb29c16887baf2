/** What stands beside `features`: title, language, zone and the like. */
import { readCategories, type DeclaredCategory } from './categories';
import { EdtfError, parseEdtf } from '../edtf';
import type { Source, Text, TimeSpan } from '../event';
import { checkObject } from './object-rules';
import { isObject, member, readText, shown, type Members, type Reporter } from './problems';
import { isWgs84 } from './reference-system';
import { readStorySources } from './sources';
import { isText } from '../text';
import { isZone } from '../time/zone';

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
    const came = isObject(root) && type !== undefined ? `of type ${shown(type)}` : shown(root);
    const message = `The file is ${came}; expected an object of type "FeatureCollection".`;
    report.error('type', type, 'not-a-feature-collection', message);
    return undefined;
  }
  const features = member(root, 'features');
  if (!Array.isArray(features)) {
    const came = features === undefined ? 'missing' : shown(features);
    const message = `features is ${came}; expected a list of features.`;
    report.error('features', features, 'missing-features', message);
    return undefined;
  }
  const title = member(root, 'title');
  if (!isText(title)) {
    const came = title === undefined ? 'missing' : shown(title);
    const message = `title is ${came}; expected one line that names the story.`;
    report.error('title', title, 'missing-title', message);
    return undefined;
  }
  if (!isWgs84(member(root, 'crs'))) {
    const message =
      'crs names another reference system; expected longitude and latitude in WGS 84.';
    report.error('crs', member(root, 'crs'), 'foreign-crs', message);
    return undefined;
  }
  checkObject(root, 'FeatureCollection', '', report);
  if (features.length === 0) {
    report.warn('features', features, 'no-features', 'The story has no features to show.');
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
  const message = `timeZone is ${shown(value)}; expected an IANA name such as Europe/Kyiv. UTC was used.`;
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
  const message = `language is ${shown(value)}; expected a BCP 47 tag such as en or uk. en was used.`;
  report.warn('language', value, 'bad-language', message);
  return 'en';
}

function readBasemap(root: Members, report: Reporter): string | undefined {
  const value = member(root, 'basemap');
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  const message = `basemap is ${shown(value)}; expected the address of a PMTiles file. It was left out.`;
  report.warn('basemap', value, 'bad-basemap', message);
  return undefined;
}

function readAsOf(root: Members, zone: string, report: Reporter): TimeSpan | undefined {
  const value = member(root, 'asOf');
  if (value === undefined) return undefined;
  let why = `asOf is ${shown(value)}; expected a day or timestamp such as 2025-12-18.`;
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
