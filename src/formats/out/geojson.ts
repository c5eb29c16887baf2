/** GeoJSON that says it is JSON-FG: the story itself, every member as it came, with `time` added
 * where only `when` was. */
import { isObject, member, type Members } from '../../model/read/members';
import type { OutFormat, StoryToWrite, OutRecord } from './format';
import { jsonFgTime } from './spans';
import { t } from '../../words/reading';

const core = 'http://www.opengis.net/spec/json-fg-1/1.0/conf/core';

export const geojsonOut: OutFormat = {
  id: 'geojson',
  get label() {
    return t('format.geojson');
  },
  get about() {
    return t('out.geojsonUse');
  },
  extension: '.geojson',
  mediaType: 'application/geo+json',
  *write(out) {
    yield* collection(out, { conformsTo: conforming(out.root) }, (record) => withTime(record, out));
  },
};

/** A collection with the story's own members, `more` put over them, and one feature for each record. */
export function* collection(
  { root, records }: StoryToWrite,
  more: Members,
  featureOf: (record: OutRecord) => unknown,
): Generator<string> {
  const own = Object.entries(root).filter(([name]) => name !== 'type' && name !== 'features');
  const members = new Map([...own, ...Object.entries(more)]);
  yield '{"type":"FeatureCollection"';
  for (const [name, value] of members) {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) yield `,\n${JSON.stringify(name)}:${text}`;
  }
  yield ',\n"features":[';
  let first = true;
  for (const record of records) {
    yield `${first ? '' : ','}\n${JSON.stringify(featureOf(record))}`;
    first = false;
  }
  yield '\n]}\n';
}

/** The record's feature, with a `time` made from what is known where it has none. */
export function withTime({ feature, event }: OutRecord, { story }: StoryToWrite): unknown {
  if (!event || !isObject(feature) || member(feature, 'time') !== undefined) return feature;
  const time = jsonFgTime(event.time, story.timeZone);
  if (!time) return feature;
  const entries = Object.entries(feature).filter(([name]) => name !== 'time');
  return Object.fromEntries([...entries, ['time', time]]);
}

function conforming(root: Members): unknown {
  const given = member(root, 'conformsTo');
  // Whatever else stands there is the story's own.
  if (given !== undefined && !Array.isArray(given)) return given;
  const list = (given as readonly unknown[] | undefined) ?? [];
  return list.includes(core) ? list : [...list, core];
}
