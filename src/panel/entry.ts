/** An event → the words a list or an article shows of it. Pure. */
import type { Event, Evidence, Status } from '../model/event';
import { isHollow, isStruck } from '../model/status';
import { textInLanguage } from '../model/text';
import type { Words } from '../view/dates-in-words';
import { t } from '../words/page';

/** A short remark beside an event's date: how far it is known, and how finely. */
export interface Badge {
  readonly text: string;
  /** `sure` where it is borne out, `open` where it is not, `withdrawn` where it no longer stands. */
  readonly tone: 'sure' | 'open' | 'withdrawn' | 'plain';
}

/** Why an entry has no details: they could not be read, or take long. */
export type DetailsState = 'failed' | 'late';

export interface ListEntry {
  readonly row: number;
  readonly title: string;
  /** With what became of it, where that changes what the date means: "postponed, was 12 Mar". */
  readonly date: string;
  /** The same where no badge stands beside it: "planned 12 Mar", "12 Mar, retracted". */
  readonly dateAlone: string;
  /** `''` where the event has no place. */
  readonly place: string;
  readonly category: number;
  /** Has not happened. */
  readonly hollow: boolean;
  readonly struck: boolean;
  readonly badges: readonly Badge[];
  /** There are no details, or none yet: the title is the category's name, the date no more than its
   * bounds. */
  readonly bare: boolean;
}

/** How an entry is worded: the language, the zone's words and the year that goes without saying. */
export interface Wording {
  readonly language: string;
  readonly words: Words;
  readonly year: number;
}

export function entryOf(event: Event, row: number, { language, words, year }: Wording): ListEntry {
  const date = dateInWords(event, words.when(event.time, year));
  return {
    row,
    title: textInLanguage(event.title, language),
    date,
    dateAlone: dateAlone(event, date),
    place: textInLanguage(event.where.name, language),
    category: event.category,
    hollow: isHollow(event.status),
    struck: isStruck(event),
    badges: badgesOf(event),
    bare: false,
  };
}

/** What columns alone say of an event.
 * @param why Why there is no more; left out while the details are on their way. */
export function bareEntry(
  row: number,
  { start, end, category }: { start: number; end: number; category: number },
  label: string,
  { words, year }: Wording,
  why?: DetailsState,
): ListEntry {
  const date = words.bounds(start, end, year);
  return {
    row,
    title: label,
    date,
    dateAlone: date,
    place: '',
    category,
    hollow: false,
    struck: false,
    badges: why ? [{ text: t(`entry.${why}`), tone: 'plain' }] : [],
    bare: true,
  };
}

/** The date of an event that was put off, moved or called off is one that it had, or has now. */
function dateInWords(event: Event, date: string): string {
  const { status } = event;
  return saidWithDate(status) && isDated(event) ? t(`entry.${status}`, { date }) : date;
}

function dateAlone(event: Event, date: string): string {
  const { status, evidence } = event;
  let alone = date;
  if (status === 'scheduled') alone = t('entry.planned', { date });
  else if (saidWithDate(status) && !isDated(event)) alone = t(`status.${status}`);
  return evidence === 'retracted' ? t('entry.retracted', { date: alone }) : alone;
}

function saidWithDate(status: Status): status is 'postponed' | 'rescheduled' | 'cancelled' {
  return status === 'postponed' || status === 'rescheduled' || status === 'cancelled';
}

/** Whether the words of its date are a date. */
function isDated({ time }: Event): boolean {
  const openStart = time.startOpen || time.startUnknown;
  return !(openStart && (time.endOpen || time.endUnknown));
}

const tones: Readonly<Record<Evidence, Badge['tone']>> = {
  claimed: 'open',
  corroborated: 'sure',
  verified: 'sure',
  disputed: 'open',
  retracted: 'withdrawn',
};

/** The remarks on an event, what it is first, then how finely its date and place are known. */
export function badgesOf(event: Event): Badge[] {
  const { time, where, geometry } = event;
  const badges: Badge[] = [];
  const add = (text: string, tone: Badge['tone'] = 'plain') => badges.push({ text, tone });
  // What stands with the date is not said twice.
  if (event.status !== 'happened' && !(saidWithDate(event.status) && isDated(event)))
    add(t(`status.${event.status}`));
  if (event.evidence) add(t(`evidence.${event.evidence}`), tones[event.evidence]);
  if (time.startSoft || time.endSoft) add(t('badge.approximate'));
  if (time.written !== undefined) add(t('badge.offTimeline'));
  const { precision } = where;
  if (precision === 'district' || precision === 'region' || precision === 'country')
    add(t(`precision.${precision}`));
  if (!geometry && !where.regions?.length && !where.country)
    add(t(where.name ? 'badge.unmapped' : 'badge.unplaced'));
  return badges;
}

/** "2–5 killed", "82 drones", "at least 3 injured". */
export function figureText(
  figure: Event['figures'][number],
  words: Words,
): { amount: string; measure: string } {
  const { measure, min, max, best } = figure;
  const say = (value: number) => words.number(value);
  const range = rangeText(min, max, say);
  if (best === undefined || (best === min && best === max))
    return { amount: range || t('figure.none'), measure };
  const amount = range
    ? t('figure.withBest', { range, best: say(best) })
    : t('figure.about', { best: say(best) });
  return { amount, measure };
}

function rangeText(
  min: number | undefined,
  max: number | undefined,
  say: (value: number) => string,
): string {
  if (min === undefined) return max === undefined ? '' : t('figure.atMost', { max: say(max) });
  if (max === undefined) return t('figure.atLeast', { min: say(min) });
  return min === max ? say(min) : `${say(min)}–${say(max)}`;
}
