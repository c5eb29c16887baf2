/** Linked Places 1.3: GeoJSON whose features say in its own words when, where and what. */
import { lastInstant } from '../../model/time/calendar';
import type { Event } from '../../model/event';
import { isObject, member, type Members } from '../../model/read/members';
import { textInLanguage } from '../../model/text';
import { categoryLabelOf } from './category';
import type { OutFormat, StoryToWrite, OutRecord } from './format';
import { collection, withTime } from './geojson';
import { daysOf, lastWithin, ownBounds, utc } from './spans';
import { t } from '../../words/reading';

const context =
  'https://raw.githubusercontent.com/LinkedPasts/linked-places-format/main/linkedplaces-context-v1.1.jsonld';

export const linkedPlacesOut: OutFormat = {
  id: 'linked-places',
  get label() {
    return t('format.linkedPlaces');
  },
  get about() {
    return t('out.linkedPlacesUse');
  },
  extension: '.lpf.geojson',
  mediaType: 'application/geo+json',
  *write(out, losses) {
    const own = member(out.root, '@context');
    yield* collection(out, { '@context': own ?? context }, (record) => {
      if (!record.event) losses.note(record, 'record', record.feature, undescribed());
      return described(record, out);
    });
  },
};

const undescribed = () => t('out.invalidRecordsUndescribed');

function described(record: OutRecord, out: StoryToWrite): unknown {
  const feature = withTime(record, out);
  const { event } = record;
  if (!event || !isObject(feature)) return feature;
  const { story, language } = out;
  const name = textInLanguage(event.where.name, language, story.language);
  const category = categoryLabelOf(event, feature, story);
  const more: Members = {
    '@id': `#${encodeURIComponent(event.id)}`,
    when: whenOf(event, story.timeZone),
    names: name ? [{ toponym: name, lang: story.language }] : undefined,
    types: category && [{ label: textInLanguage(category, language, story.language) }],
    descriptions: event.summary && [
      { value: textInLanguage(event.summary, language, story.language), lang: language },
    ],
  };
  const given = Object.entries(feature);
  const added = Object.entries(more).filter(
    ([key, value]) => value !== undefined && !Object.hasOwn(feature, key),
  );
  return Object.fromEntries([...given, ...added]);
}

function whenOf({ time }: Event, zone: string): object {
  const days = daysOf(time, zone);
  const { start, end } = ownBounds(time, zone);
  const first = days ? days.first : utc(start);
  const last = days ? days.last : end < lastInstant ? utc(lastWithin(start, end)) : undefined;
  const bound = (date: string | undefined, soft: boolean, kind: 'earliest' | 'latest') =>
    date === undefined ? undefined : { [soft ? kind : 'in']: date };
  const soft = time.startSoft || time.endSoft;
  return {
    timespans: [
      {
        start: bound(first, time.startSoft, 'earliest'),
        end: bound(last, time.endSoft, 'latest'),
      },
    ],
    certainty: soft ? 'less-certain' : 'certain',
  };
}
