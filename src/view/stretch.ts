/** Which stretch of time a story opens on. Pure. */
import type { Event, TimePrecision } from '../model/event';
import { addDays, startOfDay } from '../model/zone';

/** Milliseconds, half-open. */
export type Range = readonly [number, number];

const never = 8.64e15;
const day = 86_400_000;

/** An event's bounds where they are known; an open or unknown side falls back to the other one. */
export function knownBounds(time: { start: number; end: number }): Range | null {
  const { start, end } = time;
  if (start > -never && end < never) return [start, end];
  if (start > -never) return [start, start + 1];
  if (end < never) return [end - 1, end];
  return null;
}

/** From the first known start to the last known end, in whole local days from a day up. */
export function spanOf(events: readonly Event[], zone: string): Range {
  let from = Infinity;
  let to = -Infinity;
  for (const { time } of events) {
    const bounds = knownBounds(time);
    if (!bounds) continue;
    from = Math.min(from, bounds[0]);
    to = Math.max(to, bounds[1]);
  }
  if (from === Infinity) return [0, day];
  return wholeDays([from, to], zone);
}

/** A stretch this small a share of the whole would be a few pixels wide on it. */
const squeezed = 1 / 8;

/**
 * The densest stretch: while the widest gap between starts leaves one side squeezed to less than an
 * eighth of the whole, and that side holds at least two thirds of all, only that side is kept. So a
 * week of dispatches opens on the week, not on the years since the event they recall.
 *
 * Dates known to the month or less say little about where it is dense and are left out, if there
 * are finer ones enough.
 */
export function densestStretch(events: readonly Event[], zone: string): Range {
  const fine = events.filter(({ time }) => isFine(time.startPrecision));
  const bounds = (fine.length * 2 >= events.length ? fine : events)
    .map((event) => knownBounds(event.time))
    .filter((range) => range !== null)
    .sort((a, b) => a[0] - b[0]);
  if (bounds.length === 0) return spanOf(events, zone);
  let first = 0;
  let last = bounds.length - 1;
  while (last > first) {
    const extent = bounds[last]![0] - bounds[first]![0];
    let gap = first + 1;
    for (let i = first + 2; i <= last; i++)
      if (bounds[i]![0] - bounds[i - 1]![0] > bounds[gap]![0] - bounds[gap - 1]![0]) gap = i;
    const left = gap - first >= last - gap + 1;
    const [from, to] = left ? [first, gap - 1] : [gap, last];
    const kept = bounds[to]![0] - bounds[from]![0];
    if (kept >= extent * squeezed || (to - from + 1) * 3 < bounds.length * 2) break;
    [first, last] = [from, to];
  }
  const from = bounds[first]![0];
  const lastStart = bounds[last]![0];
  const extent = Math.max(day, lastStart - from);
  let to = lastStart + 1;
  // An event longer than the stretch does not widen it.
  for (const [start, end] of bounds.slice(first, last + 1))
    if (end - start <= extent) to = Math.max(to, end);
  return wholeDays([from, to], zone);
}

function isFine(precision: TimePrecision): boolean {
  return ['millisecond', 'second', 'minute', 'hour', 'day'].includes(precision);
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
