/**
 * Dates, counts and lengths in words, in the reader's language and the story's zone. Pure.
 *
 * Bounds are half-open milliseconds; words are inclusive: `[14 Dec 00:00, 21 Dec 00:00)` is
 * "14–20 December 2025". Formatting is Intl's (CLDR), so any language a browser knows works;
 * the few phrases around the dates are messages (`words/en.ts`). Years before 1 are written with their era.
 * A bound beyond the drawn years is written as what it stands for ("before 10000 BC"). What is no
 * moment, such as `NaN`, is a date that is not known.
 */
import { dayLength, lastInstant } from '../model/time/calendar';
import { drawnRange } from '../model/time/drawn-years';
import type { TimePrecision, TimeSpan } from '../model/event';
import { startOfDay, toLocal } from '../model/time/zone';
import { localeOf } from '../words/messages';
import { t } from '../words/page';
import { farYearsInWords } from './far-years';

export interface Words {
  /** BCP 47. */
  readonly language: string;
  /** IANA. */
  readonly zone: string;
  number(value: number): string;
  /** Three digits at most: "1.2K". */
  short(value: number): string;
  /** "6 events". */
  events(count: number): string;
  /** "14–20 December 2025"; with times of day where a bound is not a local midnight. */
  window(from: number, to: number): string;
  /** "14 December 2025", with the time of day unless it is a local midnight. */
  instant(ms: number): string;
  /** The last day or minute before an exclusive end. */
  lastInstant(ms: number): string;
  /** "14 Dec". */
  day(ms: number): string;
  /** "40 minutes", "7 days", "18 months", "52 years". */
  length(from: number, to: number): string;
  /** "c. 17 Dec", "14–15 Dec", "Dec 2025"; the year only where it is not `year`. */
  when(time: TimeSpan, year?: number): string;
  /** The same of bare bounds: in days where both are local midnights, in minutes else. */
  bounds(start: number, end: number, year?: number): string;
  /** "8,500 km", two significant digits from 100 km up. */
  distance(metres: number): string;
}

export function wordsFor(language: string, zone: string): Words {
  const locale = localeOf(language);
  const formats = new Map<string, Intl.DateTimeFormat>();
  const format = (options: Intl.DateTimeFormatOptions) => {
    const key = JSON.stringify(options);
    let made = formats.get(key);
    if (!made) {
      made = new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options });
      formats.set(key, made);
    }
    return made;
  };
  /** One moment, with the era where the year alone would say another one. */
  const write = (options: Intl.DateTimeFormatOptions, ms: number) => {
    if (!(Math.abs(ms) <= lastInstant)) return t('date.unknown');
    return format(toLocal(ms, zone).year > 0 ? options : withEra(options)).format(ms);
  };
  const range = (from: number, last: number, options: Intl.DateTimeFormatOptions) => {
    const first = write(options, from);
    // Of what reads the same no range is made, which takes a hundred times as long.
    if (from === last || first === write(options, last)) return first;
    if (!(Math.abs(from) <= lastInstant && from <= last && last <= lastInstant))
      return t('date.unknown');
    const made = format(toLocal(from, zone).year > 0 ? options : withEra(options));
    return evenSpaces(made.formatRange(from, last));
  };
  const drawn = drawnRange(zone);
  const isBefore = (ms: number) => ms < drawn.from;
  const isAfter = (ms: number) => ms > drawn.to;
  const beforeAll = t('date.before', { year: write({ year: 'numeric' }, drawn.from) });
  const afterAll = t('date.after', { year: write({ year: 'numeric' }, drawn.to - 1) });
  /** A span of which a side lies beyond the drawn years. */
  const beyond = (start: number, end: number, inside: Intl.DateTimeFormatOptions) => {
    if (end <= drawn.from) return beforeAll;
    if (start >= drawn.to) return afterAll;
    const first = isBefore(start) ? beforeAll : write(inside, start);
    return t('date.fromTo', { first, last: isAfter(end) ? afterAll : write(inside, end - 1) });
  };
  const integer = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  const significant = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const midnight = (ms: number) => startOfDay(ms, zone) === ms;
  const instantOptions = (ms: number) => (midnight(ms) ? long : { ...long, ...clock });
  const unitOf = (unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  const unit = (count: number, name: string) => unitOf(name).format(count);

  const words: Words = {
    language,
    zone,
    number: (value) => integer.format(value),
    short: (value) => (value < 1000 ? integer.format(value) : compact.format(value)),
    events: (count) => t('events.count', { count }),
    window: remembered((from: number, to: number) => {
      // Asked about where there is no axis: no window at all.
      if (!(Math.abs(from) <= lastInstant && Math.abs(to) <= lastInstant)) return t('date.unknown');
      if (to <= from) return write({ ...long, ...clock }, from);
      if (isBefore(from) || isAfter(to)) return beyond(from, to, long);
      return midnight(from) && midnight(to)
        ? range(from, to - 1, long)
        : range(from, to, { ...long, ...clock });
    }),
    instant: (ms) =>
      isBefore(ms) ? beforeAll : isAfter(ms) ? afterAll : write(instantOptions(ms), ms),
    lastInstant: (ms) => {
      if (ms <= drawn.from) return beforeAll;
      if (isAfter(ms)) return afterAll;
      return midnight(ms) ? write(long, ms - 1) : write({ ...long, ...clock }, ms - 60_000);
    },
    day: (ms) => write({ day: 'numeric', month: 'short' }, ms),
    length: remembered((from: number, to: number) => {
      const span = to - from;
      if (!Number.isFinite(span)) return t('date.unknown');
      if (isBefore(from) || isAfter(to)) return '';
      // Whole local days stay whole over a change of clocks, so days are rounded.
      const days = Math.round(span / dayLength);
      if (span >= 24 * month) return unit(Math.round(span / (12 * month)), 'year');
      if (days >= 60) return unit(Math.round(span / month), 'month');
      if (span >= 2 * dayLength || (midnight(from) && midnight(to))) return unit(days, 'day');
      if (span < 7_200_000) return unit(Math.max(1, Math.round(span / 60_000)), 'minute');
      return unit(Math.round(span / 3_600_000), 'hour');
    }),
    when: remembered((time: TimeSpan, year?: number) => {
      if (time.written !== undefined) return farYearsInWords(time.written, locale);
      const openStart = time.startOpen || time.startUnknown || time.start <= -lastInstant;
      const openEnd = time.endOpen || time.endUnknown || time.end >= lastInstant;
      const first = (ms: number) => withYear(ms, time.startPrecision);
      const last = (ms: number) => withYear(lastOf(ms), time.endPrecision);
      const lastOf = (ms: number) => ms - 1;
      const withYear = (ms: number, precision: TimePrecision) => {
        const options = fine[precision];
        const plain = year !== undefined && toLocal(ms, zone).year === year && 'month' in options;
        return write(plain && 'day' in options ? without(options, 'year') : options, ms);
      };
      const soft = (is: boolean, text: string) => (is ? t('date.circa', { date: text }) : text);
      if (openStart && openEnd) return t('date.unknown');
      if ((!openStart && isBefore(time.start)) || (!openEnd && isAfter(time.end)))
        return beyond(time.start, time.end, fine[coarser(time.startPrecision, time.endPrecision)]);
      if (openStart)
        return t(time.startUnknown ? 'date.untilUnknownStart' : 'date.until', {
          date: soft(time.endSoft, last(time.end)),
        });
      if (openEnd)
        return t(time.endUnknown ? 'date.sinceUnknownEnd' : 'date.since', {
          date: soft(time.startSoft, first(time.start)),
        });
      const options = fine[coarser(time.startPrecision, time.endPrecision)];
      const inYear =
        year !== undefined &&
        'day' in options &&
        toLocal(time.start, zone).year === year &&
        toLocal(time.end - 1, zone).year === year;
      const shown = inYear ? without(options, 'year') : options;
      const oneSided = time.startSoft !== time.endSoft;
      if (oneSided)
        return t('date.fromTo', {
          first: soft(time.startSoft, first(time.start)),
          last: soft(time.endSoft, last(time.end)),
        });
      return soft(time.startSoft, closed(range(time.start, lastOf(time.end), shown)));
    }),
    bounds: remembered((start: number, end: number, year?: number) =>
      words.when(timeOfBounds(start, end, zone), year),
    ),
    distance(metres) {
      const kilometres = metres / 1000;
      const shown =
        kilometres >= 100 ? significant.format(kilometres) : integer.format(Math.round(kilometres));
      return t('length.kilometres', { number: shown });
    },
  };
  return words;
}

/** "61 events, 24 February 2022 – 31 December 2025"; without dates where no event has one that can be
 * drawn (`span` is `null`). */
export function storyFacts(
  count: number,
  span: readonly [number, number] | null,
  words: Words,
): string {
  return span ? `${words.events(count)}, ${words.window(...span)}` : words.events(count);
}

function timeOfBounds(start: number, end: number, zone: string): TimeSpan {
  const startOpen = start <= -lastInstant;
  const endOpen = end >= lastInstant;
  const midnight = (ms: number) => startOfDay(ms, zone) === ms;
  const precision = (startOpen || midnight(start)) && (endOpen || midnight(end)) ? 'day' : 'minute';
  return {
    start,
    end,
    startPrecision: precision,
    endPrecision: precision,
    startSoft: false,
    endSoft: false,
    startOpen,
    endOpen,
    startUnknown: false,
    endUnknown: false,
  };
}

/** The same texts are asked for in every frame. */
const mostRemembered = 4000;

function remembered<Of extends unknown[]>(write: (...of: Of) => string): (...of: Of) => string {
  const texts = new Map<string, string>();
  return (...of) => {
    const key = JSON.stringify(of);
    let text = texts.get(key);
    if (text === undefined) {
      if (texts.size >= mostRemembered) texts.clear();
      texts.set(key, (text = write(...of)));
    }
    return text;
  };
}

/** Milliseconds, about. */
const month = 2_629_746_000;

const long: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
const dayMonth: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const minute = { ...dayMonth, ...clock };

/** Browsers differ in the spaces around a dash: thin, no-break or plain. */
function evenSpaces(text: string): string {
  return text.replace(/[\u2009\u202f\u00a0 ]?–[\u2009\u202f\u00a0 ]?/g, ' – ');
}

function withEra(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  return 'year' in options && options.year ? { ...options, era: 'short' } : options;
}

/** "14–15 Dec": no spaces between bare numbers. */
function closed(text: string): string {
  return text.replace(/^(\d+) – (?=\d+\b)/, '$1–');
}

/** How a date known to that precision is written. */
const fine: Record<TimePrecision, Intl.DateTimeFormatOptions> = {
  millisecond: { ...minute, second: '2-digit' },
  second: minute,
  minute,
  hour: minute,
  day: dayMonth,
  month: { month: 'short', year: 'numeric' },
  season: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
  decade: { year: 'numeric' },
  century: { year: 'numeric' },
  longer: { year: 'numeric' },
};

const order = Object.keys(fine) as TimePrecision[];

function coarser(a: TimePrecision, b: TimePrecision): TimePrecision {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

function without(options: Intl.DateTimeFormatOptions, key: keyof Intl.DateTimeFormatOptions) {
  return { ...options, [key]: undefined };
}
