/** schema.org Event as JSON-LD, for search engines and calendars of others. */
import type { Event, Place, Status } from '../../model/event';
import { plain } from '../../model/text';
import type { Losses, OutFormat, Outgoing } from './format';
import { daysOf, ownBounds, utc } from './spans';

export const jsonLdOut: OutFormat = {
  id: 'json-ld',
  label: 'schema.org (JSON-LD)',
  about: 'For web pages and search engines: title, dates, place and status of each event.',
  extension: '.jsonld',
  mediaType: 'application/ld+json',
  *write(out, losses) {
    for (const name of Object.keys(out.root))
      if (!/^(?:type|features|title|description|language|bbox)$/.test(name))
        losses.noteStory(name, 'schema.org has no word for it.');
    yield '{"@context":"https://schema.org",\n"@graph":[';
    let first = true;
    for (const { event } of out.records) {
      const entry = event && eventOf(event, out, losses);
      if (!event) losses.note('record', 'Records that can’t be shown were left out.');
      if (!entry) continue;
      yield `${first ? '' : ','}\n${JSON.stringify(entry)}`;
      first = false;
    }
    yield '\n]}\n';
  },
};

const STATUS: Partial<Record<Status, string>> = {
  scheduled: 'EventScheduled',
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  cancelled: 'EventCancelled',
};

function eventOf(event: Event, { story, language }: Outgoing, losses: Losses): object | undefined {
  const text = (value: Event['summary']) => plain(value, language, story.language) || undefined;
  const { time, status } = event;
  const days = daysOf(time, story.timeZone);
  const { start, end } = ownBounds(time, story.timeZone);
  const startDate = days ? days.first : utc(start);
  const endDate = days ? days.last : utc(end);
  if (startDate === undefined && endDate === undefined) {
    losses.note('time', 'Events without a date of four digits were left out.');
    return undefined;
  }
  noteLosses(event, losses);
  const category = story.categories[event.category];
  return {
    '@type': 'Event',
    identifier: event.id,
    name: text(event.title),
    description: text(event.summary),
    startDate,
    endDate: endDate === startDate ? undefined : endDate,
    eventStatus: STATUS[status] && `https://schema.org/${STATUS[status]}`,
    location: locationOf(event, text(event.where.name)),
    keywords: category && text(category.label),
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

function noteLosses(event: Event, losses: Losses): void {
  const lose = (field: string, lost: boolean, message: string) => {
    if (lost) losses.note(field, message);
  };
  const { time, geometry, where } = event;
  const coarse = !/^(?:millisecond|second|minute|hour|day)$/.test(time.startPrecision);
  const soft = coarse || time.startSoft || time.endSoft;
  lose('properties.when', soft, 'An approximate date shows as its first and last day.');
  lose(
    'geometry',
    geometry !== null && geometry.type !== 'Point',
    'Lines and areas were left out.',
  );
  lose('properties.where', isCoarse(where), 'How exactly a place is known was left out.');
  for (const name of ['places', 'claims', 'figures', 'actors', 'links', 'media'] as const)
    lose(`properties.${name}`, event[name].length > 0, 'schema.org has no neutral word for it.');
  lose('properties.evidence', event.evidence !== undefined, 'schema.org has no word for it.');
  lose('properties.sensitive', event.sensitive !== undefined, 'schema.org has no word for it.');
}

function isCoarse({ precision, radius, regions }: Place): boolean {
  return (
    (precision !== undefined && precision !== 'point') ||
    radius !== undefined ||
    regions !== undefined
  );
}
