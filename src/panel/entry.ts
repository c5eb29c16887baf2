/** An event → the words a list or an article shows of it. Pure. */
import type { Event, Evidence, PlacePrecision, Status } from '../model/event';
import { textInLanguage } from '../model/text';
import type { Words } from '../view/dates-in-words';

/** A short remark beside an event's date: how far it is known, and how finely. */
export interface Badge {
  readonly text: string;
  readonly tone: 'claim' | 'plain';
}

export interface ListEntry {
  readonly row: number;
  readonly title: string;
  readonly date: string;
  /** `''` where the event has no place. */
  readonly place: string;
  readonly category: number;
  readonly planned: boolean;
  readonly struck: boolean;
  readonly badges: readonly Badge[];
  /** Details have not come yet, or could not be had: the title is the category's name, the date
   * says no more than its bounds. */
  readonly bare: boolean;
}

/** How an entry is worded: the language, the zone's words and the year that goes without saying. */
export interface Wording {
  readonly language: string;
  readonly words: Words;
  readonly year: number;
}

const statusWords: Partial<Record<Status, string>> = {
  ongoing: 'Ongoing',
  scheduled: 'Planned',
  postponed: 'Postponed',
  rescheduled: 'Rescheduled',
  cancelled: 'Cancelled',
};

const evidenceWords: Record<Evidence, string> = {
  claimed: 'Claimed',
  corroborated: 'Corroborated',
  verified: 'Verified',
  disputed: 'Disputed',
  retracted: 'Retracted',
};

const precisionWords: Partial<Record<PlacePrecision, string>> = {
  district: 'Place: district',
  region: 'Place: region',
  country: 'Place: country',
};

/** Planned, so drawn hollow and dashed. */
export function isPlanned(event: Event): boolean {
  return (
    event.status === 'scheduled' || event.status === 'postponed' || event.status === 'rescheduled'
  );
}

/** Did not happen or was taken back, so drawn struck through. */
export function isStruck(event: Event): boolean {
  return event.status === 'cancelled' || event.evidence === 'retracted';
}

export function entryOf(event: Event, row: number, { language, words, year }: Wording): ListEntry {
  return {
    row,
    title: textInLanguage(event.title, language),
    date: words.when(event.time, year),
    place: textInLanguage(event.where.name, language),
    category: event.category,
    planned: isPlanned(event),
    struck: isStruck(event),
    badges: badgesOf(event),
    bare: false,
  };
}

/** What columns alone say of an event.
 * @param remark Why there is no more, such as "Details could not be read". */
export function bareEntry(
  row: number,
  { start, end, category }: { start: number; end: number; category: number },
  label: string,
  { words, year }: Wording,
  remark?: string,
): ListEntry {
  return {
    row,
    title: label,
    date: words.bounds(start, end, year),
    place: '',
    category,
    planned: false,
    struck: false,
    badges: remark === undefined ? [] : [{ text: remark, tone: 'plain' }],
    bare: true,
  };
}

/** The remarks on an event, what it is first, then how finely its date and place are known. */
export function badgesOf(event: Event): Badge[] {
  const { time, where, geometry } = event;
  const badges: Badge[] = [];
  const plainBadge = (text: string | undefined) => text && badges.push({ text, tone: 'plain' });
  plainBadge(statusWords[event.status]);
  if (event.evidence) badges.push({ text: evidenceWords[event.evidence], tone: 'claim' });
  if (time.startSoft || time.endSoft) plainBadge('Date approximate');
  if (time.written !== undefined) plainBadge('Not on the timeline');
  plainBadge(where.precision && precisionWords[where.precision]);
  if (!geometry && !where.regions?.length && !where.country) plainBadge('No place given');
  return badges;
}

/** "2–5 killed", "82 drones", "at least 3 injured". */
export function figureText(
  figure: Event['figures'][number],
  words: Words,
): { amount: string; measure: string } {
  const { min, max, best } = figure;
  const say = (value: number) => words.number(value);
  const range =
    min !== undefined && max !== undefined
      ? min === max
        ? say(min)
        : `${say(min)}–${say(max)}`
      : min !== undefined
        ? `at least ${say(min)}`
        : max !== undefined
          ? `at most ${say(max)}`
          : '';
  const middle =
    best === undefined || (best === min && best === max)
      ? ''
      : range
        ? `, best estimate ${say(best)}`
        : `about ${say(best)}`;
  return { amount: `${range}${middle}` || 'number not given', measure: figure.measure };
}
