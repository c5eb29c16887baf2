/** schema.org Event as JSON-LD, for search engines and calendars of others. */
import type { Event, Status } from '../../model/event';
import { isObject } from '../../model/read/members';
import { textInLanguage } from '../../model/text';
import { notShown, type Losses, type OutFormat, type StoryToWrite, type OutRecord } from './format';
import { daysOf, ownBounds, utc } from './spans';
import {
  noteLanguages,
  noteMembers,
  noteStoryMembers,
  others,
  propertiesOf,
  timeOf,
} from './unheld';
import { t } from '../../words/reading';

export const jsonLdOut: OutFormat = {
  id: 'json-ld',
  get label() {
    return t('format.jsonLd');
  },
  get about() {
    return t('out.jsonLdUse');
  },
  extension: '.jsonld',
  mediaType: 'application/ld+json',
  *write(out, losses) {
    noteStoryMembers(out, [], t('out.eventsOnly'), losses);
    yield '{"@context":"https://schema.org",\n"@graph":[';
    let first = true;
    for (const record of out.records) {
      const { event, feature } = record;
      const entry = event && eventOf(event, record, out, losses);
      if (!event) losses.note(record, 'record', feature, notShown());
      if (!entry) continue;
      yield `${first ? '' : ','}\n${JSON.stringify(entry)}`;
      first = false;
    }
    yield '\n]}\n';
  },
};

const statusWords: Partial<Record<Status, string>> = {
  scheduled: 'EventScheduled',
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  cancelled: 'EventCancelled',
};

function eventOf(
  event: Event,
  record: OutRecord,
  { story, language }: StoryToWrite,
  losses: Losses,
): object | undefined {
  const text = (value: Event['summary']) =>
    textInLanguage(value, language, story.language) || undefined;
  const { time, status } = event;
  const days = daysOf(time, story.timeZone);
  const { start, end } = ownBounds(time, story.timeZone);
  const startDate = days ? days.first : utc(start);
  const endDate = days ? days.last : utc(end);
  if (startDate === undefined && endDate === undefined) {
    losses.note(record, 'record', undefined, undated());
    return undefined;
  }
  noteLosses(event, record, losses);
  const category = event.categoryLabel ?? story.categories[event.category]?.label;
  return {
    '@type': 'Event',
    identifier: event.id,
    name: text(event.title),
    description: text(event.summary),
    startDate,
    endDate: endDate === startDate ? undefined : endDate,
    eventStatus: statusWords[status] && `https://schema.org/${statusWords[status]}`,
    location: locationOf(event, text(event.where.name)),
    keywords: category && text(category),
    citation: event.sources.map((source) => ({
      '@type': 'CreativeWork',
      name: text(source.title),
      publisher: source.publisher && { '@type': 'Organization', name: text(source.publisher) },
      url: source.url,
      datePublished: source.published,
    })),
  };
}

function locationOf({ geometry, where }: Event, name: string | undefined): object | undefined {
  const [lng, lat] = geometry?.type === 'Point' ? geometry.coordinates : [];
  if (name === undefined && lng === undefined && !where.country) return undefined;
  return {
    '@type': 'Place',
    name,
    address: where.country && { '@type': 'PostalAddress', addressCountry: where.country },
    geo:
      lng === undefined ? undefined : { '@type': 'GeoCoordinates', latitude: lat, longitude: lng },
  };
}

const noWord = () => t('out.notInSchemaOrg');
const undated = () => t('out.fourDigitYearsOnly');
const held = ['title', 'summary', 'category', 'when', 'where', 'status', 'sources'];

function noteLosses(event: Event, record: OutRecord, losses: Losses): void {
  const { time, geometry, status } = event;
  const properties = propertiesOf(record.feature);
  const lose = (field: string, lost: unknown, value: unknown, message: string) => {
    if (lost) losses.note(record, field, value, message);
  };
  noteMembers(record, held, noWord(), losses);
  noteLanguages(record, ['title', 'summary', 'where.name'], losses);
  const coarse = !/^(?:millisecond|second|minute|hour|day)$/.test(time.startPrecision);
  const soft = coarse || time.startSoft || time.endSoft;
  const when = event.when ?? timeOf(record.feature);
  lose('properties.when', soft, when, t('out.softDateAsRange'));
  const point = geometry?.type === 'Point' && geometry.coordinates.length === 2;
  lose('geometry', geometry !== null && !point, geometry, t('out.pointsOnly'));
  const place = others(properties.where, ['name', 'country']);
  lose('properties.where', place, place, t('out.precision'));
  lose(
    'properties.status',
    statusWords[status] === undefined && properties.status !== undefined,
    status,
    noWord(),
  );
  const { sources } = properties;
  const rest = (Array.isArray(sources) ? (sources as unknown[]) : []).filter(
    (source) => !isHeldSource(source),
  );
  lose('properties.sources', rest.length > 0, rest, t('out.sourceMembers'));
}

/** Ids say nothing outside the story. */
function isHeldSource(source: unknown): boolean {
  if (!isObject(source)) return false;
  return Object.entries(source).every(
    ([name, value]) =>
      /^(?:title|publisher|url|published)$/.test(name) && typeof value === 'string',
  );
}
