/** Where the events of marks happened, as far as the story was asked for it. Pure. */
import type { Mark } from '../../engine/types';
import type { EventTable, StoryQuestion } from '../../story/story-index';
import type { Picture } from '../../view/view.svelte';

/** What is known of a mark's events. */
export interface MarkPlace {
  /** An event at the place that most of those looked at share. */
  readonly row: number;
  /** The answer all of whose events at the mark are at that place; `null` where they are not. */
  readonly whole: Picture | null;
}

/** By the key of a mark, which stays where it is in other windows. */
export type MarkPlaces = ReadonlyMap<string, MarkPlace>;

export const nothingKnown: MarkPlaces = new Map();

/** Marks that are asked for at once, the largest first. */
const mostMarks = 40;
/** Events of each that are looked at. */
const mostRows = 200;
/** Marks that are remembered. */
const mostKnown = 500;

/** The key of a mark of several events. */
export function clusterKey({ lng, lat }: Pick<Mark, 'lng' | 'lat'>): string {
  return `cluster ${lng} ${lat}`;
}

/** The marks to ask for: none where the list has all events of the answer. */
export function unknownMarks({ here }: Picture): Mark[] {
  const { page, total, marks } = here;
  if (!page || page.length >= total) return [];
  return marks
    .filter(({ event }) => event === undefined)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostMarks);
}

/** Asks for the events that a mark stands for: those of a view no larger than its own point. */
export function questionAt({ lng, lat }: Mark, { questions: [here] }: Picture): StoryQuestion {
  return {
    window: [...here!.window],
    view: { bbox: [lng, lat, lng, lat], zoom: here!.view!.zoom },
    categories: here!.categories,
    unplaced: 'none',
    page: { offset: 0, limit: mostRows },
  };
}

/** Where most of some events are, the first of equals; `null` where there is none.
 * @param count Events of the mark. */
export function placeOfMost(
  rows: Iterable<number>,
  count: number,
  { lng, lat }: Pick<EventTable, 'lng' | 'lat'>,
  picture: Picture,
): MarkPlace | null {
  const tally = new Map<string, { row: number; count: number }>();
  let most: { row: number; count: number } | null = null;
  for (const row of rows) {
    const key = `${lng[row]} ${lat[row]}`;
    const here = tally.get(key) ?? { row, count: 0 };
    here.count++;
    tally.set(key, here);
    if (here.count > (most?.count ?? 0)) most = here;
  }
  return most && { row: most.row, whole: most.count === count ? picture : null };
}

/** What is known with what was found, those found last at the end. */
export function withFound(
  known: MarkPlaces,
  found: Iterable<readonly [string, MarkPlace]>,
): MarkPlaces {
  const places = new Map(known);
  for (const [key, place] of found) {
    places.delete(key);
    places.set(key, place);
  }
  for (const key of places.keys()) {
    if (places.size <= mostKnown) break;
    places.delete(key);
  }
  return places;
}
