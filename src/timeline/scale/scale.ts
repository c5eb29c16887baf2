/** Time ↔ pixel, and the focus: zoom, pan and clamp. Times are milliseconds UTC, half-open. */
import type { Range } from '../../model/time/calendar';
import { linearScale, type LinearScale } from './linear';

/** Nothing closer than two minutes across the whole track. */
export const closestFocus = 2 * 60_000;

/** Milliseconds → pixels from the left, and back by `invert`. Not D3's scale of dates: its steps know
 * UTC and the browser's zone alone, while `steps.ts` counts in the story's. */
export type TimeScale = LinearScale;

/** The scale of a track `width` pixels wide that shows `focus`. */
export function timeScale(focus: Range, width: number): TimeScale {
  return linearScale(focus, [0, Math.max(1, width)]);
}

/** `range` moved, and if need be cut, to lie within `span`. */
export function clampRange(range: Range, span: Range): Range {
  const length = Math.min(range[1] - range[0], span[1] - span[0]);
  const start = Math.min(Math.max(range[0], span[0]), span[1] - length);
  return [start, start + length];
}

/** `focus` with its length multiplied by `factor` while the moment `about` stays where it is. */
export function zoomAbout(focus: Range, about: number, factor: number, span: Range): Range {
  const length = focus[1] - focus[0];
  const zoomed = allowedLength(length * factor, span);
  const start = about - ((about - focus[0]) / length) * zoomed;
  return clampFocus(start, zoomed, span);
}

/** `focus` moved by a share of its own length. */
export function pan(focus: Range, share: number, span: Range): Range {
  const length = focus[1] - focus[0];
  return clampFocus(focus[0] + length * share, length, span);
}

/** `focus` moved so that its middle is at `middle`. */
export function centre(focus: Range, middle: number, span: Range): Range {
  const length = focus[1] - focus[0];
  return clampFocus(middle - length / 2, length, span);
}

/** The focus in which the moments under two fingers lie where the fingers are now; `null` where
 * the fingers are too close to tell. */
export function pinch(
  times: readonly [number, number],
  fingers: readonly [number, number],
  width: number,
  span: Range,
): Range | null {
  const apart = fingers[1] - fingers[0];
  const passed = times[1] - times[0];
  if (Math.abs(apart) < 8 || Math.abs(passed) < 1) return null;
  const length = allowedLength(Math.abs(passed / apart) * width, span);
  const middle = (times[0] + times[1]) / 2;
  const start = middle - (((fingers[0] + fingers[1]) / 2) * length) / width;
  return clampFocus(start, length, span);
}

/** What of a wheel event matters here. */
export interface Wheel {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The focus after a turn of the wheel at `x`; `null` where the page should scroll instead.
 * Sideways (or with Shift) pans. Upright zooms about the pointer; in a frame only with Ctrl, which
 * is also how a browser reports a pinch on a touchpad.
 */
export function wheelFocus(
  wheel: Wheel,
  x: number,
  width: number,
  focus: Range,
  span: Range,
  framed: boolean,
): Range | null {
  const unit = wheel.deltaMode === 1 ? 16 : wheel.deltaMode === 2 ? width : 1;
  const sideways = Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY);
  if (!wheel.ctrlKey && (sideways || wheel.shiftKey)) {
    const delta = (sideways ? wheel.deltaX : wheel.deltaY) * unit;
    return pan(focus, delta / Math.max(1, width), span);
  }
  if (framed && !wheel.ctrlKey) return null;
  const delta = Math.max(-300, Math.min(300, wheel.deltaY * unit));
  const factor = Math.exp(delta * (wheel.ctrlKey ? 0.01 : 0.0025));
  return zoomAbout(focus, timeScale(focus, width).invert(x), factor, span);
}

/** Equal to the millisecond. */
export function sameRange(a: Range, b: Range): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** How much air a focus may show on either side of the span, as a share of its own length. */
const air = 0.15;

function allowedLength(length: number, span: Range): number {
  const most = Math.max((span[1] - span[0]) / (1 - 2 * air), closestFocus);
  return Math.min(Math.max(length, closestFocus), most);
}

function clampFocus(start: number, length: number, span: Range): Range {
  const least = span[0] - length * air;
  const most = Math.max(least, span[1] + length * air - length);
  const first = Math.round(Math.min(Math.max(start, least), most));
  return [first, first + Math.round(length)];
}
