/** When a feature happened: JSON-FG's `time` for the bounds, `properties.when` (EDTF) for what the
 * author knows of them. */
import { lastInstant } from '../time/calendar';
import { drawnYears, drawnRange, clampToDrawnYears } from '../time/drawn-years';
import { EdtfError, parseEdtf, printTimestamp, type ClockChange } from '../edtf';
import type { TimeSpan } from '../event';
import { shown, type Reporter } from './problems';
import { isObject, member, type Members } from './members';
import { changeBetween } from '../time/zone';
import { t } from '../../words/reading';

/**
 * The span of a feature, or nothing where an error was reported. `time` gives the bounds where it
 * is there, else `when`; `when` then still gives precision and soft ends, unless the two do not
 * even touch. A date that cannot be read is an error even where the other could stand in for it.
 *
 * Two kinds of date are kept with a warning, the same in every format. `date-not-drawn`: it lies
 * beyond the years that a timeline draws, and is held at their edge (`drawn.ts`). `skipped-time` and
 * `ambiguous-time`: the clocks of the zone skip it, or show it twice; the span then holds both
 * readings and has soft ends.
 */
export function readTime(
  feature: Members,
  properties: Members,
  zone: string,
  report: Reporter,
): { time: TimeSpan; when?: string } | undefined {
  const before = report.errors;
  const time = readJsonFgTime(member(feature, 'time'), zone, report);
  const when = readWhen(member(properties, 'when'), zone, report);
  if (report.errors > before) return undefined;
  if (time === undefined && when === undefined) {
    report.error('time', member(feature, 'time'), 'missing-date', t('record.missingDate'));
    return undefined;
  }
  if (time === undefined) {
    const { text, span } = when!;
    return { time: held('properties.when', text, span, zone, report), when: text };
  }
  const came = member(feature, 'time');
  if (when === undefined) return { time: held('time', came, time, zone, report) };
  if (time.start >= when.span.end || when.span.start >= time.end) {
    report.warn(
      'properties.when',
      when.text,
      'time-against-when',
      t('record.timeAgainstWhen', { value: shown(when.text) }),
    );
    return { time: held('time', came, time, zone, report), when: when.text };
  }
  return { time: held('time', came, refine(time, when.span), zone, report), when: when.text };
}

/** The span as it can be drawn; what had to change is a warning.
 * @param value What stood in the field. */
function held(
  field: 'time' | 'properties.when',
  value: unknown,
  span: TimeSpan,
  zone: string,
  report: Reporter,
): TimeSpan {
  const written = field === 'time' ? writtenTime(value) : (value as string);
  const kept = clampToDrawnYears(span, written, zone);
  if (kept === span) return span;
  const { from, to } = drawnRange(zone);
  const how = kept.end <= from ? 'before' : kept.start >= to ? 'after' : 'beyond';
  const { first, last } = drawnYears;
  report.warn(
    field,
    value,
    'date-not-drawn',
    t('record.dateNotDrawn', { field, written: shown(written), how, first, last }),
  );
  return kept;
}

/** The dates of a JSON-FG `time` as one text. */
function writtenTime(time: unknown): string {
  const { interval, timestamp, date } = time as Members;
  return Array.isArray(interval) ? interval.join('/') : String(timestamp ?? date);
}

/** The bounds of one with the knowledge of the other. */
function refine(time: TimeSpan, when: TimeSpan): TimeSpan {
  const startUnknown = time.startOpen && when.startUnknown;
  const endUnknown = time.endOpen && when.endUnknown;
  return {
    start: time.start,
    end: time.end,
    startPrecision: when.startPrecision,
    endPrecision: when.endPrecision,
    startSoft: when.startSoft,
    endSoft: when.endSoft,
    startOpen: time.startOpen && !startUnknown,
    endOpen: time.endOpen && !endUnknown,
    startUnknown,
    endUnknown,
  };
}

function readWhen(
  value: unknown,
  zone: string,
  report: Reporter,
): { text: string; span: TimeSpan } | undefined {
  if (value === undefined) return undefined;
  const field = 'properties.when';
  if (typeof value !== 'string') {
    report.error(
      field,
      value,
      'bad-date',
      t('problem.expected', { field, value: shown(value), expected: t('expected.edtf') }),
    );
    return undefined;
  }
  const span = read(value, field, zone, report);
  return span && { text: value, span };
}

/** Unknown members mean nothing; `interval` wins over `timestamp`, and that over `date`. */
function readJsonFgTime(value: unknown, zone: string, report: Reporter): TimeSpan | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value)) {
    const expected = t('expected.jsonFgTime');
    report.error(
      'time',
      value,
      'bad-time',
      t('problem.expected', { field: 'time', value: shown(value), expected }),
    );
    return undefined;
  }
  const interval = member(value, 'interval');
  if (interval !== undefined) return readInterval(interval, zone, report);
  const timestamp = member(value, 'timestamp');
  if (timestamp !== undefined) return readInstant(timestamp, 'time.timestamp', zone, report)?.span;
  const date = member(value, 'date');
  return date === undefined ? undefined : readDay(date, 'time.date', zone, report);
}

function readInterval(value: unknown, zone: string, report: Reporter): TimeSpan | undefined {
  const field = 'time.interval';
  if (!Array.isArray(value) || value.length !== 2) {
    const expected = t('expected.interval');
    report.error(
      field,
      value,
      'bad-time',
      t('problem.expected', { field, value: shown(value), expected }),
    );
    return undefined;
  }
  const before = report.errors;
  const [first, last] = value.map((side: unknown, at) =>
    side === '..' ? undefined : readInstant(side, `${field}[${at}]`, zone, report),
  );
  if (report.errors > before) return undefined;
  if (first && last && first.kind !== last.kind) {
    report.warn(field, value, 'mixed-interval', t('time.mixedInterval', { field }));
  }
  const start = first?.span.start ?? -lastInstant;
  const end = last?.span.end ?? lastInstant;
  if (end <= start) {
    const message = t('time.endBeforeStart', { field, value: shown(value) });
    report.error(field, value, 'end-before-start', message);
    return undefined;
  }
  const precision = (first ?? last)?.span.startPrecision ?? 'longer';
  return {
    start,
    end,
    startPrecision: precision,
    endPrecision: last?.span.endPrecision ?? precision,
    startSoft: false,
    endSoft: false,
    startOpen: first === undefined,
    endOpen: last === undefined,
    startUnknown: false,
    endUnknown: false,
  };
}

type Instant = { kind: 'date' | 'timestamp'; span: TimeSpan };

const dayFormPattern = /^\d{4}-\d{2}-\d{2}$/;
const stampFormPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** A date or timestamp. */
function readInstant(
  value: unknown,
  field: string,
  zone: string,
  report: Reporter,
): Instant | undefined {
  if (field !== 'time.timestamp' && typeof value === 'string' && !value.includes('T')) {
    const span = readDay(value, field, zone, report);
    return span && { kind: 'date', span };
  }
  if (typeof value !== 'string' || !stampFormPattern.test(value)) {
    const message = t('problem.expected', {
      field,
      value: shown(value),
      expected: t(field === 'time.timestamp' ? 'expected.timestamp' : 'expected.dateOrTimestamp'),
    });
    report.error(field, value, 'bad-time', message);
    return undefined;
  }
  const span = read(value, field, zone, report);
  if (span && !value.endsWith('Z')) {
    const values = { field, value: shown(value), zone };
    const message = /[+-]\d{2}:\d{2}$/.test(value)
      ? t('time.readWithOffset', values)
      : t('time.readInZone', values);
    report.warn(field, value, 'time-not-utc', message);
  }
  return span && { kind: 'timestamp', span };
}

function readDay(
  value: unknown,
  field: string,
  zone: string,
  report: Reporter,
): TimeSpan | undefined {
  if (typeof value === 'string' && dayFormPattern.test(value))
    return read(value, field, zone, report);
  const coarser = /^\d{4}(-\d{2})?$/.test(String(value));
  const expected = t(coarser ? 'expected.dayNotCoarser' : 'expected.day');
  report.error(
    field,
    value,
    'bad-time',
    t('problem.expected', { field, value: shown(value), expected }),
  );
  return undefined;
}

/** Spans of days and longer by their text, in the zone that was last read in: many records share
 * their day. */
const known = new Map<string, TimeSpan>();
const mostKnown = 20_000;
let knownZone = '';

function read(text: string, field: string, zone: string, report: Reporter): TimeSpan | undefined {
  if (zone !== knownZone) known.clear();
  knownZone = zone;
  const before = known.get(text);
  if (before) return before;
  let warned = false;
  try {
    const span = parseEdtf(text, zone, (change) => {
      warned = true;
      const code = change.kind === 'twice' ? 'ambiguous-time' : 'skipped-time';
      report.warn(
        field,
        text,
        code,
        t('time.clockChange', { field, text: shown(text), change: inWords(change) }),
      );
    });
    if (!warned && known.size < mostKnown && !text.includes('T')) known.set(text, span);
    return span;
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    report.error(field, text, 'bad-date', `${field}: ${error.message}.`);
    return undefined;
  }
}

/** What the clocks do, and both readings. */
function inWords({ kind, text, zone, first, last }: ClockChange): string {
  const [before, after] = changeBetween(first, last, zone).map((wall) => printTimestamp(wall));
  const [day, clock] = before!.slice(0, -1).split('T') as [string, string];
  const [nextDay, nextClock] = after!.slice(0, -1).split('T') as [string, string];
  const change =
    day === nextDay
      ? t('time.changeInDay', { clock, nextClock, day })
      : t('time.changeOverDays', { day, clock, nextDay, nextClock });
  const values = { text, zone, change, first: printTimestamp(first), last: printTimestamp(last) };
  return kind === 'twice' ? t('time.clocksBack', values) : t('time.clocksForward', values);
}
