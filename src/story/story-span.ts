/** Which span of time a story covers, and the part of it that it opens on. Pure. */
import { drawnRange, type DrawnRange } from '../model/time/drawn-years';
import { dayLength, lastInstant, type Range } from '../model/time/calendar';
import { addDays, offsetAt, startOfDay, toLocal } from '../model/time/zone';

/** An event's bounds where they are known; an open or unknown side falls back to the other one. */
export function knownBounds(time: { start: number; end: number }): Range | null {
  const { start, end } = time;
  if (start > -lastInstant && end < lastInstant) return [start, end];
  if (start > -lastInstant) return [start, start + 1];
  if (end < lastInstant) return [end - 1, end];
  return null;
}

/** Columns of bounds: milliseconds UTC, `[start, end)` by row. */
export interface TimeColumns {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** The bounds that an axis can show, as `knownBounds`; a side beyond what is drawn counts as open.
 * `null` where none is left. */
function drawnBounds(time: { start: number; end: number }, range: DrawnRange): Range | null {
  if (time.start >= range.to || time.end <= range.from) return null;
  return knownBounds({
    start: time.start < range.from ? -lastInstant : time.start,
    end: time.end > range.to ? lastInstant : time.end,
  });
}

/** From the first known start to the last known end, as `evenBounds`; what lies beyond the drawn years is left out. `null` where no event has a date that can be drawn: there is
 * no axis then. */
export function storySpan(times: TimeColumns, zone: string): Range | null {
  const range = drawnRange(zone);
  let from = Infinity;
  let to = -Infinity;
  for (let row = 0; row < times.start.length; row++) {
    const bounds = boundsAt(times, row, range);
    if (!bounds) continue;
    if (bounds[0] < from) from = bounds[0];
    if (bounds[1] > to) to = bounds[1];
  }
  return from === Infinity ? null : evenBounds([from, to], zone);
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
 *
 * The newest event is never left out.
 *
 * @param asOf The exclusive end of what is reported: what begins later is planned, not new.
 */
export function densestStretch(times: TimeColumns, zone: string, asOf = Infinity): Range | null {
  const range = drawnRange(zone);
  const rows = rowsToWeigh(times, zone);
  const starts = Float64Array.from(rows, (row) => boundsAt(times, row, range)![0]).sort();
  if (starts.length === 0) return storySpan(times, zone);
  let first = 0;
  let last = starts.length - 1;
  while (last > first) {
    const extent = starts[last]! - starts[first]!;
    let gap = first + 1;
    for (let i = first + 2; i <= last; i++)
      if (starts[i]! - starts[i - 1]! > starts[gap]! - starts[gap - 1]!) gap = i;
    const left = gap - first >= last - gap + 1;
    if (left && starts[gap]! < asOf) break;
    const [from, to] = left ? [first, gap - 1] : [gap, last];
    const kept = starts[to]! - starts[from]!;
    if (kept >= extent * squeezed || (to - from + 1) * 3 < starts.length * 2) break;
    [first, last] = [from, to];
  }
  const from = starts[first]!;
  const lastStart = starts[last]!;
  const extent = Math.max(dayLength, lastStart - from);
  let to = lastStart + 1;
  for (const row of rows) {
    const [start, end] = boundsAt(times, row, range)!;
    // An event longer than the stretch does not widen it.
    if (start >= from && start <= lastStart && end - start <= extent && end > to) to = end;
  }
  const newest = newestBounds(times, range, asOf);
  return evenBounds([from, newest && newest[0] >= to ? newest[1] : to], zone);
}

/** The bounds of the event that begins last before `asOf`. */
function newestBounds(times: TimeColumns, range: DrawnRange, asOf: number): Range | null {
  let newest: Range | null = null;
  for (let row = 0; row < times.start.length; row++) {
    const bounds = boundsAt(times, row, range);
    if (bounds && bounds[0] < asOf && (!newest || bounds[0] > newest[0])) newest = bounds;
  }
  return newest;
}

/** Rows with a known bound; without those known to the month or less, if half are finer. */
function rowsToWeigh(times: TimeColumns, zone: string): number[] {
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
  if (end - start < 27 * dayLength) return false;
  return (
    (start <= -lastInstant || beginsMonth(start, zone)) &&
    (end >= lastInstant || beginsMonth(end, zone))
  );
}

function beginsMonth(ms: number, zone: string): boolean {
  return toLocal(ms, zone).day === 1 && startOfDay(ms, zone) === ms;
}

function boundsAt({ start, end }: TimeColumns, row: number, range: DrawnRange): Range | null {
  return drawnBounds({ start: start[row]!, end: end[row]! }, range);
}

const minute = 60_000;
const hour = 60 * minute;

/** Rounded outwards to what adds a thirtieth at most on either side: to local days, hours or minutes.
 * A moment is given its day. */
export function evenBounds([from, to]: Range, zone: string): Range {
  const length = to - from;
  if (length >= 30 * dayLength || length < 2 * minute) return wholeDays([from, to], zone);
  const unit = length >= 30 * hour ? hour : minute;
  const offset = offsetAt(from, zone);
  const clock = (ms: number, round: (value: number) => number) =>
    round((ms + offset) / unit) * unit - offset;
  // An open side is a millisecond long, which stands for a day where it begins or ends with one.
  const [first, last] = wholeDays([from, to], zone);
  return [
    startOfDay(from + 1, zone) > from ? first : clock(from, Math.floor),
    startOfDay(to - 1, zone) === to - 1 ? last : clock(to, Math.ceil),
  ];
}

/** Rounded outwards to whole local days. */
export function wholeDays([from, to]: Range, zone: string): Range {
  const first = startOfDay(from, zone);
  const last = startOfDay(to, zone);
  return [first, last === to ? to : addDays(last, 1, zone)];
}
