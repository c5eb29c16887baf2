/** Who said it: the story's sources by id, and the sources and media of a record. */
import { EdtfError, parseEdtf } from '../edtf';
import type { Media, Source } from '../event';
import { isRelativeAddress } from '../safe-address';
import { none, readLink, readList, readText, shown, type Reporter } from './problems';
import { isObject, member, type Members } from './members';
import { t } from '../../words/reading';

/** The story's `sources`, by id. */
export function readStorySources(story: Members, report: Reporter): Map<string, Source> {
  const sources = new Map<string, Source>();
  const value = member(story, 'sources');
  if (value === undefined) return sources;
  if (!isObject(value)) {
    const message = t('problem.expected', {
      field: 'sources',
      value: shown(value),
      expected: t('expected.sources'),
    });
    report.warn('sources', value, 'bad-sources', message);
    return sources;
  }
  for (const id of Object.keys(value)) {
    const source = readSource(value[id], `sources.${id}`, report);
    if (source) sources.set(id, source);
  }
  return sources;
}

/** A record's sources: ids resolved, objects as they stand; the unknown noted and left out. */
export function readSources(
  properties: Members,
  known: ReadonlyMap<string, Source>,
  report: Reporter,
): readonly Source[] {
  const list = readList(properties, 'sources', 'properties.sources', report);
  if (list.length === 0) return none;
  const sources: Source[] = [];
  list.forEach((value, at) => {
    const path = `properties.sources[${at}]`;
    const source =
      typeof value === 'string'
        ? known.get(knownSource(value, path, known, report) ?? '')
        : readSource(value, path, report);
    if (source) sources.push(source);
  });
  return sources;
}

/** The id where the story has such a source; else it is noted. */
export function knownSource(
  id: string,
  path: string,
  known: ReadonlyMap<string, Source>,
  report: Reporter,
): string | undefined {
  if (known.has(id)) return id;
  const ids = known.size > 0 ? [...known.keys()].slice(0, 8).join(', ') : t('source.noneDeclared');
  const message = t('problem.expected', {
    field: path,
    value: shown(id),
    expected: t('expected.sourceId', { ids }),
  });
  report.warn(path, id, 'unknown-source', message);
  return undefined;
}

/** Pictures, films and the like; one without a usable address is left out. */
export function readMedia(properties: Members, report: Reporter): readonly Media[] {
  const list = readList(properties, 'media', 'properties.media', report);
  if (list.length === 0) return none;
  const media: Media[] = [];
  list.forEach((value, at) => {
    const path = `properties.media[${at}]`;
    const url = isObject(value) ? readMediaAddress(value, `${path}.url`, report) : undefined;
    if (!isObject(value) || url === undefined) {
      if (isObject(value) && member(value, 'url') !== undefined) return;
      const expected = t('expected.media');
      report.warn(
        path,
        value,
        'bad-media',
        t('problem.expected', { field: path, value: shown(value), expected }),
      );
      return;
    }
    const alt = readText(value, 'alt', `${path}.alt`, report);
    if (alt === undefined) {
      const message = t('media.missingAlt', { path });
      report.warn(`${path}.alt`, member(value, 'alt'), 'missing-alt', message);
    }
    const type = member(value, 'type');
    media.push({
      type: typeof type === 'string' && type !== '' ? type : 'link',
      url,
      alt,
      credit: readText(value, 'credit', `${path}.credit`, report),
      sensitive: readWarning(value, `${path}.sensitive`, report),
    });
  });
  return media;
}

/** As any link, or relative to the story's own address. */
function readMediaAddress(owner: Members, path: string, report: Reporter): string | undefined {
  const value = member(owner, 'url');
  return isRelativeAddress(value) ? value : readLink(owner, 'url', path, report);
}

/** `sensitive`: a content warning's text. Whatever else is set there still warns. */
export function readWarning(owner: Members, path: string, report: Reporter): Media['sensitive'] {
  const value = member(owner, 'sensitive');
  if (value === undefined || value === false || value === '') return undefined;
  return readText(owner, 'sensitive', path, report) ?? unsaid();
}

const unsaid = () => t('media.sensitive');

/** A source as a story's table or a record has it; nothing where nothing names it. */
export function readSource(value: unknown, path: string, report: Reporter): Source | undefined {
  if (!isObject(value)) {
    const expected = t('expected.source');
    report.warn(
      path,
      value,
      'bad-source',
      t('problem.expected', { field: path, value: shown(value), expected }),
    );
    return undefined;
  }
  const publisher = readText(value, 'publisher', `${path}.publisher`, report);
  const url = readLink(value, 'url', `${path}.url`, report);
  const title = readText(value, 'title', `${path}.title`, report);
  if (title === undefined) {
    const message = t('source.missingTitle', { path });
    report.warn(`${path}.title`, member(value, 'title'), 'missing-source-title', message);
  }
  const named = title ?? publisher ?? url;
  if (named === undefined) return undefined;
  const language = member(value, 'language');
  return {
    title: named,
    publisher,
    url,
    archiveUrl: readLink(value, 'archiveUrl', `${path}.archiveUrl`, report),
    published: readSourceDate(value, 'published', `${path}.published`, report),
    language: typeof language === 'string' ? language : undefined,
  };
}

/** An optional EDTF date, kept as text; one that cannot be read is noted and left out. */
export function readSourceDate(
  owner: Members,
  name: string,
  path: string,
  report: Reporter,
): string | undefined {
  const value = member(owner, name);
  if (value === undefined || value === '') return undefined;
  try {
    if (typeof value !== 'string')
      throw new EdtfError(shown(value), t('date.notText'), t('expected.edtf'));
    parseEdtf(value);
    return value;
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    report.warn(path, value, 'bad-date', `${path}: ${error.message}.`);
    return undefined;
  }
}
