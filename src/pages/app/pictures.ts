/** Replies → what map and timeline are drawn from. Pure: numbers come from the replies alone. */
import { distance } from '@turf/distance';
import type { StoryQuestion, Reply } from '../../story/story-index';
import type { Mark } from '../../engine/types';
import { sizeScale } from '../../map/over/mark-look';
import type { MapMark, Offscreen } from '../../map/types';
import type { Event } from '../../model/event';
import { drawnRange } from '../../model/time/drawn-years';
import { isHollow, isStruck } from '../../model/status';
import { textInLanguage } from '../../model/text';
import type { Wording } from '../../panel/entry';
import type { Bar, Bins } from '../../timeline/types';
import { barLimit } from '../../view/question';
import { always } from '../../view/stretch';
import { type Range } from '../../model/time/calendar';
import type { Picture } from '../../view/view.svelte';
import { worldSize } from '../../world/mercator';
import { t } from '../../words/page';
import { clusterKey, type MarkPlaces } from './mark-places';
import { entryAt, type DisplayContext } from './setting';

/** Bars that a main track can hold. */
const barsOnTrack = 150;
const landmarkLimit = 12;

/** A mark in words. One of several events is named by place, count, categories and window. */
export function mapMarks(
  picture: Picture,
  setting: DisplayContext,
  places?: MarkPlaces,
): MapMark[] {
  const { marks } = picture.here;
  const placeOf = placeNamer(picture, setting, places);
  const dates = windowInWords(picture, setting);
  const sizeOf = sizeScale(marks.reduce((most, { count }) => Math.max(most, count), 0));
  return marks.map((mark) => {
    const size = sizeOf(mark.count);
    return mark.event === undefined
      ? clusterMark(mark, size, placeOf(mark), dates, setting)
      : loneMark(mark, size, mark.event, setting);
  });
}

/** The mark of the events without a place, which stands beside the map. */
export function unplacedMark(picture: Picture, setting: DisplayContext): MapMark | null {
  const mark = picture.here.unplaced;
  if (!mark) return null;
  const dates = windowInWords(picture, setting);
  const place = { name: t('map.unplaced', { count: mark.count }), label: '' };
  return { ...clusterMark(mark, 0, place, dates, setting), key: 'unplaced' };
}

/** `''` where there is no axis, and so no window. */
function windowInWords({ questions }: Picture, { words }: Wording): string {
  const [here] = questions;
  return here?.bins ? words.window(...here.window) : '';
}

function loneMark(mark: Mark, size: number, row: number, setting: DisplayContext): MapMark {
  const entry = entryAt(row, setting);
  return {
    ...shared(mark, size),
    key: `event ${row}`,
    event: row,
    category: entry.category,
    hollow: entry.hollow,
    struck: entry.struck,
    name: [entry.title, entry.dateAlone, entry.place].filter(Boolean).join(', '),
    label: entry.bare ? '' : entry.title,
    date: entry.bare ? '' : entry.dateAlone,
  };
}

function clusterMark(
  mark: Mark,
  size: number,
  { name, label }: { name: string; label: string },
  dates: string,
  setting: DisplayContext,
): MapMark {
  return {
    ...shared(mark, size),
    key: clusterKey(mark),
    hollow: false,
    struck: false,
    name: [name, mixInWords(mark, setting), dates].filter(Boolean).join(', '),
    label,
    date: '',
  };
}

function shared({ lng, lat, count, byCategory }: Mark, size: number) {
  return { lng, lat, count, byCategory, size };
}

/** Categories that a mark's name says the counts of. */
const mostInMix = 4;

/** "14 events: 9 Strikes, 5 Talks". */
function mixInWords({ count, byCategory }: Mark, setting: DisplayContext): string {
  const events = setting.words.events(count);
  const mix = categoriesInWords(byCategory, setting);
  return mix ? t('map.mix', { events, mix }) : events;
}

/** "9 Strikes, 5 Talks"; `''` where there is one category for all. */
export function categoriesInWords(
  byCategory: readonly number[],
  { words, glyphs }: DisplayContext,
): string {
  const present = glyphs.flatMap(({ label }, number) =>
    byCategory[number] ? [{ label, count: byCategory[number] }] : [],
  );
  if (glyphs.length < 2 || present.length === 0) return '';
  if (present.length === 1) return present[0]!.label;
  const rest = present.sort((a, b) => b.count - a.count).splice(mostInMix);
  const parts = present.map(({ label, count }) =>
    t('map.mixPart', { number: words.number(count), category: label }),
  );
  const others = rest.reduce((sum, each) => sum + each.count, 0);
  if (others) parts.push(t('map.mixOthers', { number: words.number(others) }));
  return parts.join(', ');
}

/** Pixels from a cluster within which it gathers events. */
const reach = 60;

/** A row at each place of a picture's list, with the number of the list's events there. */
export function rowsByPlace({ here }: Picture, { table: { lng, lat } }: DisplayContext) {
  const places = new Map<number, { row: number; count: number }>();
  for (const row of here.page ?? []) {
    const known = places.get(placeKey(lng[row]!, lat[row]!));
    if (known) known.count++;
    else places.set(placeKey(lng[row]!, lat[row]!), { row, count: 1 });
  }
  return ({ lng, lat }: Pick<Mark, 'lng' | 'lat'>) => places.get(placeKey(lng, lat));
}

/** The same for the same place only, as far as positions are not multiples of a root. */
function placeKey(lng: number, lat: number): number {
  return lng * Math.SQRT2 * 1000 + lat;
}

/** Whether a place is a region or a country. */
export function isWide(where: Event['where'] | undefined): boolean {
  return where?.precision === 'region' || where?.precision === 'country';
}

interface NamedPlace {
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
}

/** Names a cluster: by its place, with the count, where all of its events are at one; else by the place
 * of most of them or the nearest that the list knows, a settlement rather than a region.
 *
 * @param places What is known of clusters whose events the list does not have. */
export function placeNamer(picture: Picture, setting: DisplayContext, places?: MarkPlaces) {
  const { details, language } = setting;
  const { lng, lat } = setting.table;
  const zoom = picture.questions[0]!.view?.zoom ?? 0;
  const rowAt = rowsByPlace(picture, setting);
  const [narrow, wide]: NamedPlace[][] = [[], []];
  for (const row of picture.here.page ?? []) {
    const where = details.get(row)?.where;
    const name = textInLanguage(where?.name, language);
    if (!name || Number.isNaN(lng[row]!)) continue;
    (isWide(where) ? wide : narrow)!.push({ name, lng: lng[row]!, lat: lat[row]! });
  }
  const degrees = (reach * 360) / worldSize(zoom);
  return (mark: Mark): { name: string; label: string } => {
    if (rowAt(mark)?.count === mark.count) {
      const place = (nearest(narrow!, mark, 1e-6) ?? nearest(wide!, mark, 1e-6))?.name;
      if (place) return { name: place, label: t('map.placeCount', { place, count: mark.count }) };
    }
    const known = places?.get(clusterKey(mark));
    const where = known && details.get(known.row)?.where;
    const place = textInLanguage(where?.name, language);
    if (place && known!.whole === picture)
      return { name: place, label: t('map.placeCount', { place, count: mark.count }) };
    if (place) {
      const name = isWide(where) ? place : t('entry.near', { place });
      return { name, label: name };
    }
    const close = nearest(narrow!, mark, degrees);
    // Nothing is near a country that it is in.
    const name = close
      ? t('entry.near', { place: close.name })
      : (nearest(wide!, mark, degrees)?.name ?? '');
    return { name, label: name };
  };
}

/** The nearest of some places, within so many degrees at the equator. Degrees shrink with latitude;
 * for the nearest of a few that is near enough. */
function nearest(
  places: readonly NamedPlace[],
  { lng, lat }: Mark,
  degrees: number,
): NamedPlace | undefined {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  let least = (degrees * squeeze) ** 2;
  let found: NamedPlace | undefined;
  for (const place of places) {
    const away = ((place.lng - lng) * squeeze) ** 2 + (place.lat - lat) ** 2;
    if (away >= least) continue;
    least = away;
    found = place;
  }
  return found;
}

/** Bars of events few enough to be drawn one by one; `null` where they are not. Until its details
 * have come a bar is plain and bears no name. */
export function barsOf({ wide }: Picture, setting: DisplayContext): Bar[] | null {
  const rows = wide.page ?? new Uint32Array();
  if (rows.length > barLimit) return null;
  const { table, details } = setting;
  return Array.from(rows, (row) => {
    const event = details.get(row);
    const entry = entryAt(row, setting);
    return {
      row,
      start: table.start[row]!,
      end: table.end[row]!,
      startSoft: event ? event.time.startSoft || event.time.startUnknown : false,
      endSoft: event ? event.time.endSoft || event.time.endUnknown : false,
      category: entry.category,
      status: event?.status ?? 'happened',
      evidence: event?.evidence,
      label: entry.bare ? '' : entry.title,
      date: entry.dateAlone,
    };
  });
}

/** Bars that cross `[from, to)`. */
export function barsWithin(bars: readonly Bar[], [from, to]: Range): Bar[] {
  return bars.filter((bar) => bar.start < to && bar.end > from);
}

/** Bars that cross what a track shows. Events without a known date have none: they are in every window
 * and nowhere on the axis. Nor have those beyond the drawn years. */
export function drawnBars(bars: readonly Bar[], focus: Range, zone: string): Bar[] {
  const { from, to } = drawnRange(zone);
  const [first, last] = always;
  return barsWithin(bars, focus).filter(
    ({ start, end }) => start < to && end > from && (start - first > 1 || last - end > 1),
  );
}

/** Events of the window that the view leaves out: those of the whole world less those of here. */
export function offscreenOf(
  picture: Picture,
  bars: readonly Bar[] | null,
  { table: positions, glyphs: categories }: DisplayContext,
): Omit<Offscreen, 'distance'>[] {
  const { page, total } = picture.here;
  if (!bars || !page || page.length < total) return [];
  const here = new Set(page);
  return barsWithin(bars, picture.questions[0]!.window)
    .filter(({ row }) => !here.has(row) && !Number.isNaN(positions.lng[row]!))
    .map((bar) => ({
      row: bar.row,
      lng: positions.lng[bar.row]!,
      lat: positions.lat[bar.row]!,
      category: bar.category,
      hollow: isHollow(bar.status),
      struck: isStruck(bar),
      label: bar.label || categories[bar.category]!.label,
      date: bar.date,
    }));
}

/** Bars of their own while they fit a screen; `null` where counts are drawn instead. */
export function fewBars(bars: readonly Bar[]): readonly Bar[] | null {
  return bars.length <= barsOnTrack ? bars : null;
}

/** Events far from the main track, to be named in the overview; those that have most room. */
export function landmarksOf(bars: readonly Bar[], [from, to]: Range, span: Range): Bar[] {
  return barsWithin(bars, span)
    .filter((bar) => bar.end <= from || bar.start >= to)
    .slice(0, landmarkLimit);
}

/** A reply's histogram with the span it was asked for. */
export function binsOf(question: StoryQuestion | undefined, reply: Reply): Bins | null {
  if (!question?.bins || !reply.bins) return null;
  const { from, to, count } = question.bins;
  return { from, to, count, categories: reply.bins.length / count, values: reply.bins };
}

/** The same counts of the same bins. */
export function sameBins(a: Bins | null, b: Bins | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.values.length === b.values.length &&
    a.values.every((value, at) => value === b.values[at])
  );
}

/** Great-circle metres. */
export function metresBetween(
  a: { readonly lng: number; readonly lat: number },
  b: { readonly lng: number; readonly lat: number },
): number {
  return distance([a.lng, a.lat], [b.lng, b.lat], { units: 'meters' });
}

/** Counts of the view by category, each in words: those shown from `here`, the others as what
 * showing them would add. */
export function categoryCounts(picture: Picture | null, shown: number, count: number): number[] {
  const counts = new Array<number>(count).fill(0);
  if (!picture) return counts;
  const add = (marks: readonly Mark[], wanted: (category: number) => boolean) => {
    for (const mark of marks)
      mark.byCategory.forEach((value, category) => {
        if (wanted(category)) counts[category]! += value;
      });
  };
  const all = ({ marks, unplaced }: Picture['here']) => (unplaced ? [...marks, unplaced] : marks);
  const isLeftOut = picture.questions[0]!.unplaced === 'none';
  add(all(picture.here), (category) => ((shown >>> category) & 1) === 1);
  add(isLeftOut ? picture.facets.marks : all(picture.facets), (category) => {
    return ((shown >>> category) & 1) === 0;
  });
  return counts;
}

/** Events of the window without a place, of the categories shown; counted, or left out. */
export function unplacedCount(picture: Picture, shown: number): number {
  const counts = (picture.here.unplaced ?? picture.facets.unplaced)?.byCategory ?? [];
  return counts.reduce((sum, count, category) => sum + ((shown >>> category) & 1) * count, 0);
}

/** The same for filters, with how they compare: `share` is of the largest, 0 … 1. */
export function comparedCounts(picture: Picture | null, shown: number, setting: DisplayContext) {
  const { glyphs, words } = setting;
  const counts = categoryCounts(picture, shown, glyphs.length);
  const most = Math.max(1, ...counts);
  return glyphs.map((glyph, number) => ({
    ...glyph,
    count: words.number(counts[number]!),
    share: counts[number]! / most,
  }));
}

/** Whether a story has too many events to draw one by one: clusters fill the map, and what stood over
 * it would cover them. */
export function isClustered({ table }: Pick<DisplayContext, 'table'>): boolean {
  return table.start.length > barLimit;
}

/** Returns the last value again where the next one equals it, so that nothing is drawn anew. */
export function steady<T>(same: (a: T, b: T) => boolean): (next: T) => T {
  let last: T | undefined;
  return (next) => (last = last !== undefined && same(last, next) ? last : next);
}
