/** The state of looking → the questions a screen needs. Pure. */
import type { StoryQuestion } from '../story/story-index';
import type { Question } from '../engine/types';
import { binsFor } from './bins';
import { always } from './stretch';
import { type Range } from '../model/time/calendar';

/** The values a `View` holds that a question depends on. */
export interface ViewState {
  readonly window: Range;
  readonly focus: Range;
  /** `null` where there is no axis: nothing is counted over time then. */
  readonly span: Range | null;
  readonly box: readonly [number, number, number, number];
  readonly zoom: number;
  /** Bit mask. */
  readonly categories: number;
  /** All categories of the story as a mask. */
  readonly allCategories: number;
  readonly rows: number;
  /** Events without a place are counted. */
  readonly unplaced: boolean;
  /** IANA. */
  readonly zone: string;
  /** Events of the story: few enough are drawn one by one wherever they are. */
  readonly events: number;
}

/** At most so many events are drawn as bars of their own. */
export const barLimit = 400;
const trackBins = 240;
const overviewBins = 200;

/**
 * Up to three questions, replied to together:
 * 0. *here*: the window in the view, with the track's histogram and the list's page;
 * 1. *wide*: the whole world, with the overview's histogram and the events to draw as bars;
 * 2. *facets*, only where something is off: the window in the view with all categories, and with the
 *    events without a place.
 */
export function questionsFor(looking: ViewState): StoryQuestion[] {
  const { window, focus, span, box, zone, zoom, categories, allCategories } = looking;
  const view: Question['view'] = { bbox: [...box], zoom };
  const only = looking.unplaced ? undefined : { unplaced: 'none' as const };
  const here: StoryQuestion = {
    window: [...window],
    view,
    categories,
    ...only,
    ...(span && { bins: counted(focus, zone, trackBins) }),
    page: { offset: 0, limit: looking.rows },
  };
  const wide: StoryQuestion = {
    window: wideWindow(looking),
    categories,
    ...only,
    ...(span && { bins: counted(span, zone, overviewBins) }),
    page: { offset: 0, limit: barLimit + 1 },
  };
  if (categories === allCategories && !only) return [here, wide];
  return [here, wide, { window: [...window], view, categories: allCategories }];
}

function counted(range: Range, zone: string, most: number): Question['bins'] {
  const { from, to, length } = binsFor(range, zone, most);
  return { from, to, count: Math.round((to - from) / length) };
}

/** A small story is asked for whole, so that what lies far from the window can be named too. */
function wideWindow({ events, window, focus }: ViewState): [number, number] {
  if (events <= barLimit) return [...always];
  return [Math.min(window[0], focus[0]), Math.max(window[1], focus[1])];
}
