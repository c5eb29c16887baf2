/** `DTSTART`, `DTEND` and `DURATION` of an iCalendar event → EDTF. */
import { dayLength } from '../../../model/time/calendar';
import { EdtfError, parseEdtf, printDate, printTimestamp } from '../../../model/edtf';
import { isZone, readingsOf } from '../../../model/time/zone';
import type { RowProblems } from '../../table/row-problems';
import type { ContentLine } from './content-lines';
import { t } from '../../../words/reading';

/** A day, or a time of day. */
interface CalendarDate {
  readonly edtf: string;
  readonly isDay: boolean;
  /** Milliseconds, UTC; of a time without a zone as if it were UTC. */
  readonly ms: number;
  /** It has neither an offset nor a zone. */
  readonly isFloating: boolean;
}

export interface CalendarSpan {
  readonly when: string;
  readonly isFloating: boolean;
}

/** IANA names by the `TZID` that the file itself gives them. */
export type ZoneNames = ReadonlyMap<string, string>;

/** Nothing where it can't be read, which is a problem. The end of days is exclusive. */
export function spanOf(
  lines: ReadonlyMap<string, ContentLine>,
  zones: ZoneNames,
  problems: RowProblems,
): CalendarSpan | undefined {
  const start = lines.get('DTSTART');
  if (!start) {
    problems.error('DTSTART', '', 'missing-date', t('ics.expectedDate'));
    return undefined;
  }
  const first = dateOf(start, zones, problems);
  const last = first && endOf(first, lines, zones, problems);
  if (!first || !last) return undefined;
  const when = first.edtf === last.edtf ? first.edtf : `${first.edtf}/${last.edtf}`;
  try {
    parseEdtf(when);
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    const field = lines.has('DTEND') ? 'DTEND' : 'DURATION';
    problems.error(field, lines.get(field)?.value ?? '', 'end-before-start', t('xml.expectedEnd'));
    return undefined;
  }
  return { when, isFloating: first.isFloating || last.isFloating };
}

function endOf(
  first: CalendarDate,
  lines: ReadonlyMap<string, ContentLine>,
  zones: ZoneNames,
  problems: RowProblems,
): CalendarDate | undefined {
  const [end, duration] = [lines.get('DTEND'), lines.get('DURATION')];
  if (end) {
    const date = dateOf(end, zones, problems);
    // Some write the same day for an event of one day.
    if (date?.isDay && date.ms > first.ms) return dayAt(date.ms - dayLength);
    return date;
  }
  if (!duration) return first;
  const length = lengthOf(duration.value);
  if (length === undefined) {
    problems.error('DURATION', duration.value, 'bad-date', t('ics.expectedDuration'));
    return undefined;
  }
  if (length === 0) return first;
  if (first.isDay && length % dayLength === 0) return dayAt(first.ms + length - dayLength);
  return instantAt(first.ms + length, first.isFloating);
}

const datePattern = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/;

function dateOf(
  { name, params, value }: ContentLine,
  zones: ZoneNames,
  problems: RowProblems,
): CalendarDate | undefined {
  const text = value.trim();
  const [, year, month, day, hour, minute, second, utc] = datePattern.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  const clock = `${hour}:${minute}:${second}`;
  const ms = Date.parse(`${date}T${hour === undefined ? '00:00:00' : clock}Z`);
  // Days that there are not are counted on by `Date`.
  if (Number.isNaN(ms) || printDate(ms, 'UTC') !== date) {
    problems.error(name, value, 'bad-date', t('ics.expectedDate'));
    return undefined;
  }
  if (hour === undefined) return dayAt(ms);
  const id = params.get('TZID');
  if (utc || id === undefined) return instantAt(ms, !utc);
  const zone = zoneNamed(id, zones);
  if (zone === undefined) {
    problems.error(`${name};TZID`, id, 'date-zone', t('ics.expectedZone'));
    return undefined;
  }
  const { first, last } = readingsOf(ms, zone);
  if (first === last) return instantAt(first, false);
  problems.error(name, `${value} (${zone})`, 'ambiguous-date', t('ics.expectedClock'));
  return undefined;
} // prettier-ignore

/** The name itself, its last parts, or the one that the file's definition of it has. */
function zoneNamed(id: string, zones: ZoneNames): string | undefined {
  const parts = id.split('/');
  const tails = [parts.slice(-2).join('/'), parts.slice(-3).join('/')];
  return [id, zones.get(id), ...tails].find((name) => name !== undefined && isZone(name));
}

function dayAt(ms: number): CalendarDate {
  return { edtf: printDate(ms, 'UTC'), isDay: true, ms, isFloating: false };
}

/** To the minute, where it has no seconds. */
function instantAt(ms: number, isFloating: boolean): CalendarDate {
  const text = printTimestamp(ms);
  return { edtf: isFloating ? text.replace(/Z$/, '') : text, isDay: false, ms, isFloating };
}

/** `PT1H30M`, `P2D`, `P1W` → milliseconds. */
function lengthOf(text: string): number | undefined {
  const found =
    /^\+?P(?:(\d{1,5})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?)$/.exec(
      text.trim(),
    );
  if (!found || /[PT]$/.test(text.trim())) return undefined;
  const [weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return (
    ((weeks! * 7 + days!) * 24 + hours!) * 3_600_000 + minutes! * 60_000 + seconds! * 1000
  );
} // prettier-ignore
