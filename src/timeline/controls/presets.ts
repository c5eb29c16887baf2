/** Windows of a day, a week, a month, a year or everything, beside or around the present one. */
import { floor, isOn, offset, step, type Step } from '../../view/steps';
import { clampRange } from '../scale/scale';
import type { Range } from '../../model/time/calendar';

/** `all`: as far as there are events. */
export type PresetLength = 'day' | 'week' | 'month' | 'year' | 'all';

export interface Preset {
  readonly length: PresetLength;
  readonly range: Range;
  /** The present window is one of this length. */
  readonly pressed: boolean;
}

const choices = ['day', 'week', 'month', 'year'] as const;

/** Those shorter than the span, then everything, which goes as far as there are events (`reach`). */
export function presetsFor(window: Range, span: Range, zone: string, reach = span): Preset[] {
  const fitting = choices
    .map((unit) => step(unit))
    .filter(({ length }) => length < span[1] - span[0]);
  const all = window[0] <= reach[0] && window[1] >= reach[1];
  return [
    ...fitting.map((by) => ({
      length: by.unit as PresetLength,
      range: presetRange(window, span, by, zone),
      pressed: !all && isOf(window, by, zone),
    })),
    { length: 'all', range: reach, pressed: all },
  ];
}

/**
 * The window of one `by`: the first day of a longer window, seven days around the middle, the
 * calendar month or year that holds the middle; moved to lie within `span`.
 */
export function presetRange(window: Range, span: Range, by: Step, zone: string): Range {
  const day = step('day');
  const shorter = by.length <= window[1] - window[0];
  const middle = window[0] + (window[1] - window[0]) / 2;
  const about = shorter ? window[0] : middle;
  const start =
    by.unit === 'week'
      ? offset(floor(about, day, zone), day, shorter ? 0 : -3, zone)
      : floor(about, by.unit === 'day' ? day : by, zone);
  const end = offset(start, by, 1, zone);
  if (start < span[0]) {
    const first = isOn(span[0], day, zone)
      ? span[0]
      : offset(floor(span[0], day, zone), day, 1, zone);
    return clampRange([first, offset(first, by, 1, zone)], span);
  }
  if (end > span[1]) {
    const last = floor(span[1], day, zone);
    return clampRange([offset(last, by, -1, zone), last], span);
  }
  return [start, end];
}

function isOf(window: Range, by: Step, zone: string): boolean {
  return (
    isOn(window[0], step('day'), zone) &&
    (offset(window[0], by, 1, zone) === window[1] || offset(window[1], by, -1, zone) === window[0])
  );
}
