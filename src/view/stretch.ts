/** How windows of time move: what an axis shows of one, and the axis that holds one. Pure. */
import { drawnRange } from '../model/time/drawn-years';
import { lastInstant, type Range } from '../model/time/calendar';
import { knownBounds, wholeDays, type TimeColumns } from '../story/story-span';

/** Holds every event: what is asked about where there is no window to choose. */
export const always: Range = [-lastInstant - 1, lastInstant + 1];

/** How many events no axis shows. */
export interface Outside {
  /** Over before the drawn years, and beginning after them. */
  readonly before: number;
  readonly after: number;
  /** Without any known bound: they are in every window. */
  readonly undated: number;
}

export function outsideOf({ start, end }: TimeColumns, zone: string): Outside {
  const { from, to } = drawnRange(zone);
  let [before, after, undated] = [0, 0, 0];
  for (let row = 0; row < start.length; row++) {
    if (end[row]! <= from) before++;
    else if (start[row]! >= to) after++;
    else if (start[row]! <= -lastInstant && end[row]! >= lastInstant) undated++;
  }
  return { before, after, undated };
}

/** How far windows go: the span, and beyond it on a side where events lie that are not drawn. */
export function windowReach(span: Range, { before, after }: Outside, zone: string): Range {
  const range = drawnRange(zone);
  return [before > 0 ? range.before : span[0], after > 0 ? range.after : span[1]];
}

/** A range with some air on both sides, to look at it in its surroundings.
 * @param share Of the range, on either side. */
export function withAir([from, to]: Range, share = 0.13): Range {
  const air = Math.round((to - from) * share);
  return [from - air, to + air];
}

/** The track's domain after the window moved: still, if it holds the window at a useful size. */
export function focusFor(focus: Range, window: Range): Range {
  const length = focus[1] - focus[0];
  const wanted = window[1] - window[0];
  if (wanted > length || wanted < length / 60) return withAir(window);
  if (window[0] >= focus[0] && window[1] <= focus[1]) return focus;
  const room = (length - wanted) / 2;
  return [Math.round(window[0] - room), Math.round(window[0] - room + length)];
}

/** The part of a window that an axis shows, the span standing for what lies beyond the drawn years;
 * `null` for none of it. */
export function onAxis(window: Range, span: Range, zone: string): Range | null {
  const { from, to } = drawnRange(zone);
  const shown: Range = [
    window[0] < from ? span[0] : window[0],
    window[1] > to ? span[1] : window[1],
  ];
  return shown[1] > shown[0] && window[0] < to && window[1] > from ? shown : null;
}

/** The part of a range that lies within the drawn years; `null` for none of it. */
export function onDrawn([first, last]: Range, zone: string): Range | null {
  const { from, to } = drawnRange(zone);
  const part: Range = [Math.max(first, from), Math.min(last, to)];
  return part[1] > part[0] ? part : null;
}

/** The window moved just far enough to hold an event; widened only for one longer than it. */
export function windowHolding(window: Range, time: { start: number; end: number }, zone: string) {
  const bounds = knownBounds(time);
  if (!bounds || (bounds[0] < window[1] && bounds[1] > window[0])) return window;
  const length = window[1] - window[0];
  const [from, to] = wholeDays(bounds, zone);
  if (to - from >= length) return [from, to] as const;
  return from < window[0] ? ([from, from + length] as const) : ([to - length, to] as const);
}
