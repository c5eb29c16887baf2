/** schema.org Event as JSON-LD, for search engines and calendars of others. */
import { lastInstant } from '../../model/time/calendar';
import { isEdtf, printTimestamp } from '../../model/edtf';
import type { Event, Status } from '../../model/event';
import { isObject } from '../../model/read/members';
import { isSafeAddress } from '../../model/safe-address';
import { textInLanguage } from '../../model/text';
import { categoryLabelOf } from './category';
import { notShown, type Losses, type OutFormat, type StoryToWrite, type OutRecord } from './format';
import { calendarBounds, isCoarse, type CalendarBound, type CalendarBounds } from './spans'; // prettier-ignore
import {
  isPlainPoint,
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
  const bounds = calendarBounds(time, story.timeZone);
  const [startDate, endDate] = [printed(bounds.first), printed(bounds.last)];
  if (startDate === undefined && endDate === undefined) {
    losses.note(record, 'record', undefined, undated());
    return undefined;
  }
  noteLosses(event, bounds, record, losses);
  const category = categoryLabelOf(event, record.feature, story);
  return {
    '@type': 'Event',
    identifier: event.id,
    name: text(event.title),
    description: text(event.summary),
    startDate,
    endDate: endDate === startDate ? undefined : endDate,
    eventStatus: statusWords[status] && `https://schema.org/${statusWords[status]}`,
    location: locationOf(event, text(event.where.name)),
    keywords: category && [text(category)],
    citation: event.sources.map((source) => ({
      '@type': 'CreativeWork',
      name: text(source.title),
      publisher: source.publisher && { '@type': 'Organization', name: text(source.publisher) },
      url: source.url,
      datePublished: source.published,
    })),
  };
}

function printed(bound: CalendarBound | undefined): string | undefined {
  if (!bound) return undefined;
  return 'day' in bound ? bound.day : printTimestamp(bound.instant, bound.unit);
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

function noteLosses(event: Event, bounds: CalendarBounds, record: OutRecord, losses: Losses): void {
  const { time, geometry, status } = event;
  const properties = propertiesOf(record.feature);
  const lose = (field: string, lost: unknown, value: unknown, message: string) => {
    if (lost) losses.note(record, field, value, message);
  };
  noteMembers(record, held, noWord(), losses);
  noteLanguages(record, ['title', 'summary', 'where.name'], losses);
  const when = event.when ?? timeOf(record.feature);
  lose('properties.when', isCoarse(time, bounds), when, t('out.softDateAsRange'));
  lose('properties.when', bounds.cut, when, t('out.longYears'));
  lose('properties.when', time.startUnknown, when, t('out.unknownStart'));
  lose('properties.when', time.end >= lastInstant, when, t('out.unknownEnd'));
  const point = isPlainPoint(geometry);
  lose('geometry', geometry !== null && !point, geometry, t('out.pointsOnly'));
  const place = others(properties.where, ['name', 'country']);
  lose('properties.where', place, place, t('out.precision'));
  lose('properties.status', status === 'ongoing', status, noWord());
  const { sources } = properties;
  const rest = (Array.isArray(sources) ? (sources as unknown[]) : []).filter(
    (source) => !isHeldSource(source),
  );
  lose('properties.sources', rest.length > 0, rest, t('out.sourceMembers'));
}

/** Ids say nothing outside the story. */
function isHeldSource(source: unknown): boolean {
  if (!isObject(source)) return false;
  return Object.entries(source).every(([name, value]) => {
    if (typeof value !== 'string') return false;
    if (name === 'published') return isEdtf(value);
    return name === 'url' ? isSafeAddress(value) : name === 'title' || name === 'publisher';
  });
}
