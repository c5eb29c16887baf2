/** iCalendar (RFC 5545) with the events that lie ahead. */
import { dayLength, lastInstant } from '../../model/time/calendar';
import type { Event, Status } from '../../model/event';
import { textInLanguage } from '../../model/text';
import { notShown, type Losses, type OutFormat, type StoryToWrite, type OutRecord } from './format';
import { daysOf, utc } from './spans';
import {
  noteLanguages,
  noteMembers,
  noteStoryMembers,
  others,
  propertiesOf,
  timeOf,
} from './unheld';
import { t } from '../../words/reading';

export const icsOut: OutFormat = {
  id: 'ics',
  get label() {
    return t('format.ics');
  },
  get about() {
    return t('out.icsUse');
  },
  extension: '.ics',
  mediaType: 'text/calendar;charset=utf-8',
  *write(out, losses) {
    const { story, language } = out;
    yield lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Datelines//Datelines//EN']);
    yield lines([`X-WR-CALNAME:${escaped(textInLanguage(story.title, language, story.language))}`]);
    noteStoryMembers(out, ['title'], noPlace(), losses);
    for (const record of out.records) {
      const { event, feature } = record;
      if (!event) losses.note(record, 'record', feature, notShown());
      else if (!isAhead(event, out)) losses.note(record, 'record', undefined, notAhead());
      else yield* entry(event, record, out, losses);
    }
    yield lines(['END:VCALENDAR']);
  },
};

const noPlace = () => t('out.notInCalendars');
const notAhead = () => t('out.upcomingOnly');

const ahead: readonly Status[] = ['scheduled', 'postponed', 'rescheduled', 'cancelled'];

/** Planned, put off or called off, or after what the story reports up to. */
function isAhead({ status, time }: Event, { story }: StoryToWrite): boolean {
  if (time.start <= -lastInstant) return false;
  return ahead.includes(status) || (story.asOf !== undefined && time.start >= story.asOf.end);
}

function* entry(
  event: Event,
  record: OutRecord,
  { story, language }: StoryToWrite,
  losses: Losses,
): Generator<string> {
  const { id, time, status, where, geometry, sources } = event;
  const text = (value: Event['summary']) =>
    escaped(textInLanguage(value, language, story.language));
  const days = daysOf(time, story.timeZone);
  const inDays = () => (days ? wholeDays(days.first!, days.last) : instants(time.start, time.end));
  const bounds = time.written === undefined ? inDays() : undefined;
  if (!bounds) {
    losses.note(record, 'record', undefined, t('out.beyondYear9999'));
    return;
  }
  noteLosses(event, record, losses);
  const point = geometry?.type === 'Point' ? geometry.coordinates : undefined;
  const url = sources.find((source) => source.url !== undefined)?.url;
  const category = event.categoryLabel ?? story.categories[event.category]?.label;
  const stamp = basic(
    utc(Math.min(Math.max(story.asOf?.start ?? time.start, 0), 253402300799000))!,
  );
  yield lines(
    [
      'BEGIN:VEVENT',
      `UID:${escaped(`${id}@${story.id}`)}`,
      `DTSTAMP:${stamp}`,
      ...bounds,
      `SUMMARY:${text(event.title)}`,
      event.summary && `DESCRIPTION:${text(event.summary)}`,
      where.name && `LOCATION:${text(where.name)}`,
      point && `GEO:${point[1]};${point[0]}`,
      category && `CATEGORIES:${text(category)}`,
      `STATUS:${status === 'cancelled' ? 'CANCELLED' : status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED'}`,
      url && `URL:${url}`,
      'END:VEVENT',
    ].filter((line) => line !== undefined && line !== '') as string[],
  );
}

const held = ['title', 'summary', 'category', 'when', 'where', 'status', 'sources'];
/** Signs that a line of a calendar can't have. */
// eslint-disable-next-line no-control-regex
const unfitPattern = /[\u0000-\u0009\u000b-\u001f\u007f\p{Surrogate}]/u;

// eslint-disable-next-line no-control-regex
const unfitButEndsPattern = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f\p{Surrogate}]/gu;

function noteLosses(event: Event, record: OutRecord, losses: Losses): void {
  const { time, status, geometry, sources } = event;
  const properties = propertiesOf(record.feature);
  const lose = (field: string, lost: unknown, value: unknown, message: string) => {
    if (lost) losses.note(record, field, value, message);
  };
  noteMembers(record, held, noPlace(), losses);
  noteLanguages(record, ['title', 'summary', 'where.name'], losses);
  const coarse = !/^(?:millisecond|second|minute|hour|day)$/.test(time.startPrecision);
  const when = event.when ?? timeOf(record.feature);
  lose(
    'properties.when',
    coarse || time.startSoft || time.endSoft,
    when,
    t('out.softDateAsDays'),
  );
  lose('properties.when', time.end >= lastInstant, when, t('out.unknownEnd'));
  const fine = time.start % 1000 !== 0 || (time.end < lastInstant && time.end % 1000 !== 0);
  lose('properties.when', fine, when, t('out.fractions'));
  const point = geometry?.type === 'Point' && geometry.coordinates.length === 2;
  lose(
    'geometry',
    geometry !== null && !point,
    geometry,
    t('out.pointsOnly'),
  );
  const place = others(properties.where, ['name']);
  lose('properties.where', place, place, t('out.placeNameOnly'));
  lose('properties.sources', sources.length > 0, sources, t('out.sourceAddressOnly'));
  lose(
    'properties.status',
    /^(?:happened|ongoing|rescheduled)$/.test(status) && properties.status !== undefined,
    status,
    t('out.showsConfirmed'),
  );
  for (const name of ['title', 'summary', 'where'] as const)
    lose(
      `properties.${name}`,
      unfitPattern.test(String(typeof event[name] === 'string' ? event[name] : Object.values(event[name] ?? {}).join(''))),
      event[name],
      t('out.controlCharacters'),
    );
} // prettier-ignore

/** The end of a calendar's event is exclusive. */
function wholeDays(first: string, last: string | undefined): string[] | undefined {
  const day = (text: string) => text.replace(/-/g, '');
  const start = `DTSTART;VALUE=DATE:${day(first)}`;
  if (last === undefined) return [start];
  const next = utc(Date.parse(`${last}T00:00:00Z`) + dayLength)?.slice(0, 10);
  if (next === undefined) return undefined;
  return [start, `DTEND;VALUE=DATE:${day(next)}`];
}

function instants(start: number, end: number): string[] | undefined {
  const [from, to] = [utc(start), end < lastInstant ? utc(end) : ''];
  if (from === undefined || to === undefined || from.startsWith('-')) return undefined;
  return [`DTSTART:${basic(from)}`, ...(to ? [`DTEND:${basic(to)}`] : [])];
}

/** `20251217T103000Z`. */
function basic(timestamp: string): string {
  return timestamp.replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function escaped(text: string): string {
  const plainText = text.replace(unfitButEndsPattern, ' ');
  return plainText.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** Lines of at most 75 bytes, the rest on further ones that begin with a space (§3.1). */
function lines(texts: readonly string[]): string {
  return texts.map((text) => `${folded(text)}\r\n`).join('');
}

const encoder = new TextEncoder();

function folded(text: string): string {
  let result = '';
  let bytes = 0;
  for (const sign of text) {
    const size = encoder.encode(sign).length;
    if (bytes + size > 75) {
      result += '\r\n ';
      bytes = 1;
    }
    result += sign;
    bytes += size;
  }
  return result;
}
