/** Replies → what map and timeline are drawn from. Pure: numbers come from the replies alone. */
import { distance } from '@turf/distance';
import type { Reply } from '../engine/desk';
import type { Mark, Question } from '../engine/types';
import type { MapMark, Offscreen } from '../map/types';
import type { Story } from '../model/event';
import { plain } from '../model/text';
import { entryOf, isPlanned, isStruck, type Wording } from '../panel/entry';
import type { Bar, Bins } from '../timeline/types';
import { barLimit } from '../view/question';
import type { Range } from '../view/stretch';
import type { Picture } from '../view/view.svelte';

/** Bars that a main track can hold. */
const barsOnTrack = 150;
const landmarkLimit = 12;

type Positions = { readonly lng: Float64Array; readonly lat: Float64Array };

/** A mark in words. A cluster is named by count, window and the nearest event's place. */
export function mapMarks(
  picture: Picture,
  story: Story,
  positions: Positions,
  window: Range,
  wording: Wording,
): MapMark[] {
  const rows = picture.here.page ?? new Uint32Array();
  return picture.here.marks.map((mark) =>
    mark.event === undefined
      ? clusterMark(mark, nearestPlace(mark, rows, story, positions, wording), window, wording)
      : loneMark(mark, mark.event, story, wording),
  );
}

/** The mark of the events without a place, which stands beside the map. */
export function unplacedMark(picture: Picture, window: Range, wording: Wording): MapMark | null {
  const mark = picture.here.unplaced;
  if (!mark) return null;
  return { ...clusterMark(mark, 'without a place', window, wording), key: 'unplaced' };
}

function loneMark(mark: Mark, row: number, story: Story, wording: Wording): MapMark {
  const event = story.events[row]!;
  const entry = entryOf(event, row, wording);
  const planned = isPlanned(event);
  return {
    ...shared(mark),
    key: `event ${row}`,
    event: row,
    category: event.category,
    hollow: planned,
    struck: isStruck(event),
    name: [entry.title, planned ? `planned ${entry.date}` : entry.date, entry.place]
      .filter(Boolean)
      .join(', '),
    label: entry.title,
    date: planned ? `planned ${entry.date}` : entry.date,
  };
}

function clusterMark(mark: Mark, place: string, window: Range, { words }: Wording): MapMark {
  return {
    ...shared(mark),
    key: `cluster ${mark.lng} ${mark.lat}`,
    hollow: false,
    struck: false,
    name: [words.events(mark.count), words.window(...window), place].filter(Boolean).join(', '),
    label: '',
    date: '',
  };
}

function shared({ lng, lat, count, byCategory }: Mark) {
  return { lng, lat, count, byCategory };
}

function nearestPlace(
  mark: Mark,
  rows: Uint32Array,
  story: Story,
  { lng, lat }: Positions,
  { language }: Wording,
): string {
  let nearest = Infinity;
  let place = '';
  // Degrees shrink with latitude; for the nearest of a few that is near enough.
  const squeeze = Math.cos((mark.lat * Math.PI) / 180);
  for (const row of rows) {
    const away = Math.hypot((lng[row]! - mark.lng) * squeeze, lat[row]! - mark.lat);
    const name = away < nearest ? plain(story.events[row]!.where.name, language) : '';
    if (!name) continue;
    nearest = away;
    place = name;
  }
  return place && (nearest < 1e-6 ? place : `near ${place}`);
}

/** Bars of a story small enough to be drawn event by event; `null` where it is not. */
export function barsOf(picture: Picture, story: Story, wording: Wording): Bar[] | null {
  const rows = picture.wide.page ?? new Uint32Array();
  if (rows.length > barLimit) return null;
  return Array.from(rows, (row) => {
    const event = story.events[row]!;
    const { time } = event;
    const entry = entryOf(event, row, wording);
    return {
      row,
      start: time.start,
      end: time.end,
      startSoft: time.startSoft || time.startUnknown,
      endSoft: time.endSoft || time.endUnknown,
      category: event.category,
      status: event.status,
      label: entry.title,
      date: entry.date,
    };
  });
}

/** Bars that cross `[from, to)`. */
export function within(bars: readonly Bar[], [from, to]: Range): Bar[] {
  return bars.filter((bar) => bar.start < to && bar.end > from);
}

/** Events of the window that the view leaves out: those of the whole world less those of here. */
export function offscreenOf(
  picture: Picture,
  bars: readonly Bar[] | null,
  window: Range,
  positions: Positions,
): Omit<Offscreen, 'distance'>[] {
  const { page, total } = picture.here;
  if (!bars || !page || page.length < total) return [];
  const here = new Set(page);
  return within(bars, window)
    .filter(({ row }) => !here.has(row) && !Number.isNaN(positions.lng[row]!))
    .map((bar) => {
      const hollow = ['scheduled', 'postponed', 'rescheduled'].includes(bar.status);
      return {
        row: bar.row,
        lng: positions.lng[bar.row]!,
        lat: positions.lat[bar.row]!,
        category: bar.category,
        hollow,
        label: bar.label,
        date: hollow ? `planned ${bar.date}` : bar.date,
      };
    });
}

/** Bars of their own while they fit a screen; `null` where counts are drawn instead. */
export function fewBars(bars: readonly Bar[]): readonly Bar[] | null {
  return bars.length <= barsOnTrack ? bars : null;
}

/** Events far from the main track, to be named in the overview; those that have most room. */
export function landmarksOf(bars: readonly Bar[], [from, to]: Range): Bar[] {
  return bars.filter((bar) => bar.end <= from || bar.start >= to).slice(0, landmarkLimit);
}

/** A reply's histogram with the span it was asked for. */
export function binsOf(question: Question | undefined, reply: Reply): Bins | null {
  if (!question?.bins || !reply.bins) return null;
  const { from, to, count } = question.bins;
  return { from, to, count, categories: reply.bins.length / count, values: reply.bins };
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
  add(all(picture.here), (category) => ((shown >>> category) & 1) === 1);
  add(all(picture.facets), (category) => ((shown >>> category) & 1) === 0);
  return counts;
}
