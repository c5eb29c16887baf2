/** iCalendar (RFC 5545) with the events that lie ahead. */
import { LAST_INSTANT } from '../../model/calendar';
import type { Event, Status } from '../../model/event';
import { plain } from '../../model/text';
import type { Losses, OutFormat, Outgoing } from './format';
import { daysOf, utc } from './spans';

export const icsOut: OutFormat = {
  id: 'ics',
  label: 'Calendar (ICS)',
  about: 'For calendars: the events that lie ahead, whole days or times.',
  extension: '.ics',
  mediaType: 'text/calendar;charset=utf-8',
  *write(out, losses) {
    const { story, language } = out;
    yield lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Datelines//Datelines//EN']);
    yield lines([`X-WR-CALNAME:${escaped(plain(story.title, language, story.language))}`]);
    for (const { event } of out.records) {
      if (!event) losses.note('record', 'Records that can’t be shown were left out.');
      else if (!isAhead(event, out))
        losses.note('record', 'Events that do not lie ahead were left out.');
      else yield* entry(event, out, losses);
    }
    yield lines(['END:VCALENDAR']);
  },
};

const AHEAD: readonly Status[] = ['scheduled', 'postponed', 'rescheduled', 'cancelled'];

/** Planned, put off or called off, or after what the story reports up to. */
function isAhead({ status, time }: Event, { story }: Outgoing): boolean {
  if (time.start <= -LAST_INSTANT) return false;
  return AHEAD.includes(status) || (story.asOf !== undefined && time.start >= story.asOf.end);
}

function* entry(event: Event, { story, language }: Outgoing, losses: Losses): Generator<string> {
  const { id, time, status, where, geometry, sources } = event;
  const text = (value: Event['summary']) => escaped(plain(value, language, story.language));
  const days = daysOf(time, story.timeZone);
  const inDays = () => (days ? wholeDays(days.first!, days.last) : instants(time.start, time.end));
  const bounds = time.written === undefined ? inDays() : undefined;
  if (!bounds) {
    losses.note('time', 'Dates beyond the year 9999 were left out.');
    return;
  }
  const coarse = !/^(?:millisecond|second|minute|hour|day)$/.test(time.startPrecision);
  if (coarse || time.startSoft || time.endSoft)
    losses.note('properties.when', 'An approximate date shows as the days it may be.');
  losses.note(
    'properties',
    'A calendar holds title, summary, dates, place, status, category and one source.',
  );
  const point = geometry?.type === 'Point' ? geometry.coordinates : undefined;
  const url = sources.find((source) => source.url !== undefined)?.url;
  const category = story.categories[event.category];
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
      category && `CATEGORIES:${text(category.label)}`,
      `STATUS:${status === 'cancelled' ? 'CANCELLED' : status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED'}`,
      url && `URL:${url}`,
      'END:VEVENT',
    ].filter((line) => line !== undefined && line !== '') as string[],
  );
}

/** The end of a calendar's event is exclusive. */
function wholeDays(first: string, last: string | undefined): string[] | undefined {
  const day = (text: string) => text.replace(/-/g, '');
  const start = `DTSTART;VALUE=DATE:${day(first)}`;
  if (last === undefined) return [start];
  const next = utc(Date.parse(`${last}T00:00:00Z`) + 86_400_000)?.slice(0, 10);
  if (next === undefined) return undefined;
  return [start, `DTEND;VALUE=DATE:${day(next)}`];
}

function instants(start: number, end: number): string[] | undefined {
  const [from, to] = [utc(start), end < LAST_INSTANT ? utc(end) : ''];
  if (from === undefined || to === undefined || from.startsWith('-')) return undefined;
  return [`DTSTART:${basic(from)}`, ...(to ? [`DTEND:${basic(to)}`] : [])];
}

/** `20251217T103000Z`. */
function basic(timestamp: string): string {
  return timestamp.replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex
  const plainText = text.replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]/g, ' ');
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
