/** iCalendar (RFC 5545) with the events that lie ahead. */
import { dayLength, lastInstant } from '../../model/time/calendar';
import type { Event, Status, Text, TimeSpan } from '../../model/event';
import { isObject } from '../../model/read/members';
import { isSafeAddress } from '../../model/safe-address';
import { textInLanguage } from '../../model/text';
import { calendarProduct } from '../shared/calendar-product';
import { hostOf } from '../shared/headline';
import { categoryLabelOf } from './category';
import { notShown, type Losses, type OutFormat, type StoryToWrite, type OutRecord } from './format';
import { calendarBounds, isCoarse, utc, type CalendarBounds } from './spans';
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
    yield lines(['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${calendarProduct}`]);
    const title = textInLanguage(story.title, language, story.language);
    yield lines([`X-WR-CALNAME:${escaped(title)}`]);
    if (story.timeZone !== 'UTC') yield lines([`X-WR-TIMEZONE:${escaped(story.timeZone)}`]);
    noteStoryMembers(out, ['title', 'timeZone'], noPlace(), losses);
    if (unfitPattern.test(title)) losses.noteStory('title', title, t('out.controlCharacters'));
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
  const text = (value: Text | undefined) => textInLanguage(value, language, story.language);
  const bounds = calendarBounds(time, story.timeZone);
  const dates = datesOf(bounds, time);
  if (!dates) {
    losses.note(record, 'record', undefined, t('out.longYearsLeftOut'));
    return;
  }
  const texts: Readonly<Record<string, string>> = {
    id,
    'properties.title': text(event.title),
    'properties.summary': text(event.summary),
    'properties.where': text(where.name),
    'properties.category': text(categoryLabelOf(event, record.feature, story)),
  };
  noteLosses(event, bounds, texts, record, losses);
  const point = geometry?.type === 'Point' ? geometry.coordinates : undefined;
  const url = sources.find((source) => source.url !== undefined)?.url;
  const stamp = basic(
    utc(Math.min(Math.max(story.asOf?.start ?? time.start, 0), 253402300799000))!,
  );
  yield lines(
    [
      'BEGIN:VEVENT',
      `UID:${escaped(`${id}@${story.id.replace(/@/g, '-')}`)}`,
      `DTSTAMP:${stamp}`,
      ...dates,
      `SUMMARY:${escaped(texts['properties.title']!)}`,
      texts['properties.summary'] && `DESCRIPTION:${escaped(texts['properties.summary'])}`,
      texts['properties.where'] && `LOCATION:${escaped(texts['properties.where'])}`,
      point && `GEO:${decimal(point[1]!)};${decimal(point[0]!)}`,
      texts['properties.category'] && `CATEGORIES:${escaped(texts['properties.category'])}`,
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

function noteLosses(
  event: Event,
  bounds: CalendarBounds,
  texts: Readonly<Record<string, string>>,
  record: OutRecord,
  losses: Losses,
): void {
  const { time, status, geometry } = event;
  const properties = propertiesOf(record.feature);
  const lose = (field: string, lost: unknown, value: unknown, message: string) => {
    if (lost) losses.note(record, field, value, message);
  };
  noteMembers(record, held, noPlace(), losses);
  noteLanguages(record, ['title', 'summary', 'where.name'], losses);
  const when = event.when ?? timeOf(record.feature);
  lose(
    'properties.when',
    isCoarse(time, bounds),
    when,
    t('out.softDateAsDays'),
  );
  lose('properties.when', time.end >= lastInstant, when, t('out.unknownEnd'));
  const { first, last } = bounds;
  const units = [first, last].map((bound) => bound && 'instant' in bound ? bound : undefined);
  lose('properties.when', units.some((bound) => bound?.unit === 1), when, t('out.fractions'));
  const zero = units.some((bound) => bound?.unit === 1000 && bound.instant % 60_000 === 0);
  lose('properties.when', zero, when, t('out.zeroSeconds'));
  const mixed = first && last && 'day' in first !== 'day' in last;
  lose('properties.when', mixed, when, t('out.dayBesideTime'));
  const point = isPlainPoint(geometry);
  lose(
    'geometry',
    geometry !== null && !point,
    geometry,
    t('out.pointsOnly'),
  );
  const place = others(properties.where, ['name']);
  lose('properties.where', place, place, t('out.placeNameOnly'));
  const { sources } = properties;
  const more = Array.isArray(sources) && sources.length > 0 && !isAddress(sources);
  lose('properties.sources', more, sources, t('out.sourceAddressOnly'));
  const planned = status === 'scheduled' || status === 'cancelled';
  const shows = status === 'postponed' ? t('out.showsTentative') : t('out.showsConfirmed');
  lose('properties.status', !planned, status, shows);
  for (const [field, text] of Object.entries(texts))
    lose(field, unfitPattern.test(text), text, t('out.controlCharacters'));
} // prettier-ignore

/** One source, of which there is an address and nothing else. */
function isAddress([source, ...more]: readonly unknown[]): boolean {
  if (more.length > 0 || !isObject(source) || !isSafeAddress(source.url)) return false;
  return source.title === hostOf(source.url) && others(source, ['title', 'url']) === undefined;
}

/** Both days or both times. The end of days is exclusive; a single instant has none. */
function datesOf({ first, last, cut }: CalendarBounds, time: TimeSpan): string[] | undefined {
  if (!first || cut) return undefined;
  if ('day' in first && (!last || 'day' in last)) return wholeDays(first.day, last?.day);
  const from = 'day' in first ? time.start : first.instant;
  const to = last && ('day' in last ? time.end : last.instant);
  const [start, end] = [utc(from), to === undefined || to === from ? '' : utc(to)];
  if (start === undefined || end === undefined) return undefined;
  return [`DTSTART:${basic(start)}`, ...(end ? [`DTEND:${basic(end)}`] : [])];
}

function wholeDays(first: string, last: string | undefined): string[] | undefined {
  const day = (text: string) => text.replace(/-/g, '');
  const start = `DTSTART;VALUE=DATE:${day(first)}`;
  if (last === undefined) return [start];
  const next = utc(Date.parse(`${last}T00:00:00Z`) + dayLength)?.slice(0, 10);
  if (next === undefined) return undefined;
  return [start, `DTEND;VALUE=DATE:${day(next)}`];
}

/** Without an exponent. */
function decimal(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 17 });
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
