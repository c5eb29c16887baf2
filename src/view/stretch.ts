/** Which stretch of time a story opens on. Pure. */
import { drawnRange, type DrawnRange } from '../model/time/drawn-years';
import { addDays, startOfDay, toLocal } from '../model/time/zone';

/** Milliseconds, half-open. */
export type Range = readonly [number, number];

const never = 8.64e15;
const day = 86_400_000;

/** Holds every event: what is asked about where there is no window to choose. */
export const always: Range = [-never - 1, never + 1];

/** An event's bounds where they are known; an open or unknown side falls back to the other one. */
export function knownBounds(time: { start: number; end: number }): Range | null {
  const { start, end } = time;
  if (start > -never && end < never) return [start, end];
  if (start > -never) return [start, start + 1];
  if (end < never) return [end - 1, end];
  return null;
}

/** Columns of bounds: milliseconds UTC, `[start, end)` by row. */
export interface Times {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** The bounds that an axis can show, as `knownBounds`; a side beyond what is drawn counts as open.
 * `null` where none is left. */
function drawnBounds(time: { start: number; end: number }, range: DrawnRange): Range | null {
  if (time.start >= range.to || time.end <= range.from) return null;
  return knownBounds({
    start: time.start < range.from ? -never : time.start,
    end: time.end > range.to ? never : time.end,
  });
}

/** From the first known start to the last known end, in whole local days from a day up; what lies
 * beyond the drawn years is left out. `null` where no event has a date that can be drawn: there is
 * no axis then. */
export function spanOf(times: Times, zone: string): Range | null {
  const range = drawnRange(zone);
  let from = Infinity;
  let to = -Infinity;
  for (let row = 0; row < times.start.length; row++) {
    const bounds = boundsAt(times, row, range);
    if (!bounds) continue;
    if (bounds[0] < from) from = bounds[0];
    if (bounds[1] > to) to = bounds[1];
  }
  return from === Infinity ? null : wholeDays([from, to], zone);
}

/** How many events no axis shows. */
export interface Outside {
  /** Over before the drawn years, and beginning after them. */
  readonly before: number;
  readonly after: number;
  /** Without any known bound: they are in every window. */
  readonly undated: number;
}

export function outsideOf({ start, end }: Times, zone: string): Outside {
  const { from, to } = drawnRange(zone);
  let [before, after, undated] = [0, 0, 0];
  for (let row = 0; row < start.length; row++) {
    if (end[row]! <= from) before++;
    else if (start[row]! >= to) after++;
    else if (start[row]! <= -never && end[row]! >= never) undated++;
  }
  return { before, after, undated };
}

/** How far windows go: the span, and beyond it on a side where events lie that are not drawn. */
export function reachOf(span: Range, { before, after }: Outside, zone: string): Range {
  const range = drawnRange(zone);
  return [before > 0 ? range.before : span[0], after > 0 ? range.after : span[1]];
}

/** A stretch this small a share of the whole would be a few pixels wide on it. */
const squeezed = 1 / 8;

/**
 * The densest stretch: while the widest gap between starts leaves one side squeezed to less than an
 * eighth of the whole, and that side holds at least two thirds of all, only that side is kept. So a
 * week of dispatches opens on the week, not on the years since the event they recall.
 *
 * Dates known to the month or less say little about where it is dense and are left out, if there
 * are finer ones enough. Bounds that both begin a month are taken for such dates.
 */
export function densestStretch(times: Times, zone: string): Range | null {
  const range = drawnRange(zone);
  const rows = rowsToWeigh(times, zone);
  const starts = Float64Array.from(rows, (row) => boundsAt(times, row, range)![0]).sort();
  if (starts.length === 0) return spanOf(times, zone);
  let first = 0;
  let last = starts.length - 1;
  while (last > first) {
    const extent = starts[last]! - starts[first]!;
    let gap = first + 1;
    for (let i = first + 2; i <= last; i++)
      if (starts[i]! - starts[i - 1]! > starts[gap]! - starts[gap - 1]!) gap = i;
    const left = gap - first >= last - gap + 1;
    const [from, to] = left ? [first, gap - 1] : [gap, last];
    const kept = starts[to]! - starts[from]!;
    if (kept >= extent * squeezed || (to - from + 1) * 3 < starts.length * 2) break;
    [first, last] = [from, to];
  }
  const from = starts[first]!;
  const lastStart = starts[last]!;
  const extent = Math.max(day, lastStart - from);
  let to = lastStart + 1;
  for (const row of rows) {
    const [start, end] = boundsAt(times, row, range)!;
    // An event longer than the stretch does not widen it.
    if (start >= from && start <= lastStart && end - start <= extent && end > to) to = end;
  }
  return wholeDays([from, to], zone);
}

/** Rows with a known bound; without those known to the month or less, if half are finer. */
function rowsToWeigh(times: Times, zone: string): number[] {
  const range = drawnRange(zone);
  const known: number[] = [];
  const fine: number[] = [];
  for (let row = 0; row < times.start.length; row++) {
    if (!boundsAt(times, row, range)) continue;
    known.push(row);
    if (!isCoarse(times.start[row]!, times.end[row]!, zone)) fine.push(row);
  }
  return fine.length * 2 >= known.length ? fine : known;
}

function isCoarse(start: number, end: number, zone: string): boolean {
  if (end - start < 27 * day) return false;
  return (start <= -never || beginsMonth(start, zone)) && (end >= never || beginsMonth(end, zone));
}

function beginsMonth(ms: number, zone: string): boolean {
  return toLocal(ms, zone).day === 1 && startOfDay(ms, zone) === ms;
}

function boundsAt({ start, end }: Times, row: number, range: DrawnRange): Range | null {
  return drawnBounds({ start: start[row]!, end: end[row]! }, range);
}

/** A range with some air on both sides, to look at it in its surroundings. */
export function withAir([from, to]: Range): Range {
  const air = Math.round((to - from) * 0.13);
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

/** Inside a day the bounds stay as they are; from a day up they are whole local days. */
function wholeDays([from, to]: Range, zone: string): Range {
  const first = startOfDay(from, zone);
  const last = startOfDay(to, zone);
  return [first, last === to ? to : addDays(last, 1, zone)];
}
