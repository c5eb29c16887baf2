/**
 * Keys and pointers on the window's two handles and its body → the new window. Pure; `null` means
 * that nothing changes, so nothing is said.
 */
import {
  ceil,
  finer,
  floor,
  isOn,
  keyStep,
  moveOnGrid,
  nearest,
  offset,
  step,
  type Step,
} from '../../view/steps';
import { sameRange } from '../scale/scale';
import type { Range } from '../../model/time/calendar';

export type HandlePart = 'start' | 'end' | 'body';

/** Where a window moves. */
export interface WindowBounds {
  readonly span: Range;
  /** How far keys bring the ends: the span, or beyond it where events lie that are not drawn. What is
   * between the two is one stop. The span, where it is left out. */
  readonly reach?: Range;
  readonly focus: Range;
  /** IANA. */
  readonly zone: string;
}

/** What a drag began with: a part of the window, or the empty track (`new`). */
export interface Grab {
  readonly part: HandlePart | 'new';
  /** The moment under the pointer. */
  readonly at: number;
  /** The window then. */
  readonly window: Range;
}

const pageSteps = 7;

/** Whether a key moves a slider at all; others are left to the page. */
export function isSliderKey(key: string): boolean {
  return directions.has(key) || key === 'Home' || key === 'End';
}

/** The window after `key` on `part`; Shift moves by the next finer step. */
export function keyMove(
  part: HandlePart,
  key: string,
  shift: boolean,
  window: Range,
  field: WindowBounds,
): Range | null {
  if (!isSliderKey(key)) return null;
  const by = shift ? finer(keyStep(field.focus)) : keyStep(field.focus);
  const times = directions.get(key);
  const from = part === 'end' ? window[1] : window[0];
  const { span } = field;
  // The body keeps its length, so it stays where there is an axis.
  const reach = part === 'body' ? span : (field.reach ?? span);
  const target =
    times === undefined
      ? reach[key === 'Home' ? 0 : 1]
      : stopped(from, moveOnGrid(from, by, times, field.zone), span, reach);
  return settle(part, target, by, window, field, reach);
}

/** Where a step from `from` to `target` ends: at the span's edge, from there at the reach's, and from
 * beyond it at the span's again. */
function stopped(from: number, target: number, span: Range, reach: Range): number {
  if (target < span[0]) return target < from && from <= span[0] ? reach[0] : span[0];
  if (target > span[1]) return target > from && from >= span[1] ? reach[1] : span[1];
  return target;
}

/**
 * The window while a drag that began with `grab` is over `pointer` (ms), snapped to `by`; the
 * grabbed window itself where nothing moved. What is dragged stays in the focus: whoever drags on
 * moves the focus along.
 */
export function dragMove(grab: Grab, pointer: number, by: Step, field: WindowBounds): Range {
  const { part, at, window } = grab;
  if (pointer === at) return window;
  if (part === 'new') return drawn(grab, pointer, by, field);
  const target = (part === 'end' ? window[1] : window[0]) + pointer - at;
  const length = part === 'body' ? window[1] - window[0] : 0;
  const snapped = nearest(insideFocus(target, length, field), by, field.zone);
  return settle(part, stepInside(snapped, length, by, field), by, window, field) ?? window;
}

/** How far each slider goes, for `aria-valuemin` and `aria-valuemax`; milliseconds. */
export function limits(part: HandlePart, window: Range, field: WindowBounds): Range {
  const least = leastLength(keyStep(field.focus));
  const { span, reach = span, zone } = field;
  if (part === 'start') return [reach[0], Math.max(window[0], offset(window[1], least, -1, zone))];
  if (part === 'end') return [Math.min(window[1], offset(window[0], least, 1, zone)), reach[1]];
  return [span[0], Math.max(span[0], span[1] - (window[1] - window[0]))];
}

const directions = new Map([
  ['ArrowRight', 1],
  ['ArrowUp', 1],
  ['ArrowLeft', -1],
  ['ArrowDown', -1],
  ['PageUp', pageSteps],
  ['PageDown', -pageSteps],
]);

/** One minute, hour, day, month or year: what a handle keeps from the other. */
function leastLength(by: Step): Step {
  return by.unit === 'week' ? step('day') : step(by.unit);
}

function settle(
  part: HandlePart,
  target: number,
  by: Step,
  window: Range,
  field: WindowBounds,
  reach = field.span,
): Range | null {
  const { zone } = field;
  const least = leastLength(by);
  const inSpan = Math.min(Math.max(target, reach[0]), reach[1]);
  let moved: Range;
  if (part === 'start') {
    const most = Math.max(offset(window[1], least, -1, zone), reach[0]);
    moved = [inSpan < window[0] ? inSpan : Math.max(window[0], Math.min(inSpan, most)), window[1]];
  } else if (part === 'end') {
    const most = Math.min(offset(window[0], least, 1, zone), reach[1]);
    moved = [window[0], inSpan > window[1] ? inSpan : Math.min(window[1], Math.max(inSpan, most))];
  } else moved = shifted(window, target, by, field);
  return sameRange(moved, window) ? null : moved;
}

/** The window with its start at `target`, as long as before by the calendar, within the span. */
function shifted(window: Range, target: number, by: Step, { span, zone }: WindowBounds): Range {
  if (window[1] - window[0] >= span[1] - span[0]) return window;
  const [unit, times] = lengthOf(window, by, zone);
  const endOf = (start: number) => offset(start, unit, times, zone);
  const start = Math.max(target, span[0]);
  if (endOf(start) <= span[1]) return [start, endOf(start)];
  // A window that ends with the span keeps the calendar length, counted back from the end.
  return [Math.max(span[0], offset(span[1], unit, -times, zone)), span[1]];
}

/** A window's length in the largest unit that says it exactly: months are kept as months only
 * where they are moved by months. */
function lengthOf(window: Range, by: Step, zone: string): [Step, number] {
  const coarse = by.unit === 'month' || by.unit === 'year';
  const month = step('month');
  if (coarse && isOn(window[0], month, zone) && isOn(window[1], month, zone))
    return [month, Math.round((window[1] - window[0]) / month.length)];
  const day = step('day');
  if (isOn(window[0], day, zone) && isOn(window[1], day, zone))
    return [day, Math.round((window[1] - window[0]) / day.length)];
  return [{ unit: 'minute', count: 1, length: window[1] - window[0] }, 1];
}

function drawn(grab: Grab, pointer: number, by: Step, { span, zone }: WindowBounds): Range {
  const from = Math.max(span[0], floor(Math.min(grab.at, pointer), by, zone));
  const to = Math.min(span[1], ceil(Math.max(grab.at, pointer), by, zone));
  return to > from ? [from, to] : grab.window;
}

/** A start of something `length` long, moved so that all of it shows; left where it can't. */
function insideFocus(start: number, length: number, { focus }: WindowBounds): number {
  if (length > focus[1] - focus[0]) return start;
  return Math.min(Math.max(start, focus[0]), focus[1] - length);
}

/** Snapping may have gone over the focus' edge again: one step back then. */
function stepInside(
  snapped: number,
  length: number,
  by: Step,
  { focus, zone }: WindowBounds,
): number {
  if (length + by.length > focus[1] - focus[0]) return snapped;
  if (snapped < focus[0]) return offset(snapped, by, 1, zone);
  if (snapped + length > focus[1]) return offset(snapped, by, -1, zone);
  return snapped;
}
