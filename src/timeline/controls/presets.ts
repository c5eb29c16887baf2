/** Windows of a usual length, from minutes to centuries, or of everything, beside or around the
 * present one. */
import { floor, isOn, offset, step, type Step } from '../../view/steps';
import { clampRange } from '../scale/scale';
import { dayLength, type Range } from '../../model/time/calendar';

const choices = {
  minute: step('minute'),
  minute5: step('minute', 5),
  minute15: step('minute', 15),
  hour: step('hour'),
  day: step('day'),
  week: step('week'),
  month: step('month'),
  year: step('year'),
  year10: step('year', 10),
  year100: step('year', 100),
};

/** `all`: as far as there are events. */
export type PresetLength = keyof typeof choices | 'all';

export interface Preset {
  readonly length: PresetLength;
  readonly range: Range;
  /** The present window is one of this length. */
  readonly pressed: boolean;
}

/** How many are offered beside everything. */
const most = 4;
/** How many minutes or hours of a story may be offered one by one: no hours of a month. */
const mostOfClock = 200;

/** The longest that are shorter than the span, then everything, which goes as far as there are events
 * (`reach`). */
export function presetsFor(window: Range, span: Range, zone: string, reach = span): Preset[] {
  const whole = span[1] - span[0];
  const fitting = (Object.keys(choices) as (keyof typeof choices)[]).filter((name) => {
    const { length } = choices[name];
    return length < whole && (length >= dayLength || whole <= length * mostOfClock);
  });
  const all = window[0] <= reach[0] && window[1] >= reach[1];
  return [
    ...fitting.slice(-most).map((name) => ({
      length: name,
      range: presetRange(window, span, choices[name], zone),
      pressed: !all && isOf(window, choices[name], zone),
    })),
    { length: 'all', range: reach, pressed: all },
  ];
}

/**
 * The window of a preset, moved to the nearest event where none happens in it.
 *
 * @param nearest The moment nearest to another at which an event happens.
 */
export function rangeWithEvents(
  { length, range }: Preset,
  span: Range,
  zone: string,
  nearest: (ms: number) => number | null,
): Range {
  const at = nearest((range[0] + range[1]) / 2);
  if (length === 'all' || at === null || (at >= range[0] && at < range[1])) return range;
  return presetRange([at, at], span, choices[length], zone);
}

/**
 * The window of one `by`: the first day, hour or minutes of a longer window, seven days around the
 * middle, the calendar month, year, decade or century that holds the middle; moved to lie within
 * `span`.
 */
export function presetRange(window: Range, span: Range, by: Step, zone: string): Range {
  const day = step('day');
  const shorter = by.length <= window[1] - window[0];
  const isClock = by.length < dayLength;
  const middle = window[0] + (window[1] - window[0]) / 2;
  const about = shorter ? window[0] : middle;
  const start =
    by.unit === 'week'
      ? offset(floor(about, day, zone), day, shorter ? 0 : -3, zone)
      : floor(about, by, zone);
  const end = offset(start, by, 1, zone);
  if (start < span[0]) {
    const first =
      isClock || isOn(span[0], day, zone)
        ? span[0]
        : offset(floor(span[0], day, zone), day, 1, zone);
    return clampRange([first, offset(first, by, 1, zone)], span);
  }
  if (end > span[1]) {
    const last = isClock ? span[1] : floor(span[1], day, zone);
    return clampRange([offset(last, by, -1, zone), last], span);
  }
  return [start, end];
}

function isOf(window: Range, by: Step, zone: string): boolean {
  return (
    isOn(window[0], step(by.length < dayLength ? 'minute' : 'day'), zone) &&
    (offset(window[0], by, 1, zone) === window[1] || offset(window[1], by, -1, zone) === window[0])
  );
}
