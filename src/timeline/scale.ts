/** Time ↔ pixel, and the focus: zoom, pan and clamp. Times are milliseconds UTC, half-open. */
import type { Range } from './types';

/** Nothing closer than a quarter of an hour across the whole track. */
export const closestFocus = 15 * 60_000;

/** Pixels from the left of a track `width` wide that shows `focus`. */
export function toPixel(ms: number, focus: Range, width: number): number {
  return ((ms - focus[0]) / (focus[1] - focus[0])) * width;
}

/** The moment at `x` pixels from the left. */
export function toTime(x: number, focus: Range, width: number): number {
  return focus[0] + (x / Math.max(1, width)) * (focus[1] - focus[0]);
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
  const least = Math.min(closestFocus, span[1] - span[0]);
  const zoomed = Math.min(Math.max(length * factor, least), span[1] - span[0]);
  const share = (about - focus[0]) / length;
  const start = Math.round(about - share * zoomed);
  return clampRange([start, start + Math.round(zoomed)], span);
}

/** `focus` moved by a share of its own length. */
export function pan(focus: Range, share: number, span: Range): Range {
  const by = Math.round((focus[1] - focus[0]) * share);
  return clampRange([focus[0] + by, focus[1] + by], span);
}

/** The focus as it is if it shows the whole window, else one that shows it with room around. */
export function focusAround(window: Range, focus: Range, span: Range): Range {
  if (window[0] >= focus[0] && window[1] <= focus[1]) return focus;
  const room = Math.round((window[1] - window[0]) * 0.12);
  return clampRange([window[0] - room, window[1] + room], span);
}

/** The focus in which the moments under two fingers lie where the fingers are now. */
export function pinch(
  times: readonly [number, number],
  fingers: readonly [number, number],
  width: number,
  span: Range,
): Range | null {
  const apart = fingers[1] - fingers[0];
  if (Math.abs(apart) < 8 || Math.abs(times[1] - times[0]) < 1) return null;
  const perPixel = Math.abs((times[1] - times[0]) / apart);
  const least = Math.min(closestFocus, span[1] - span[0]);
  const length = Math.min(Math.max(perPixel * width, least), span[1] - span[0]);
  const middle = (times[0] + times[1]) / 2;
  const start = Math.round(middle - (((fingers[0] + fingers[1]) / 2) * length) / width);
  return clampRange([start, start + Math.round(length)], span);
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
  return zoomAbout(focus, toTime(x, focus, width), factor, span);
}

/** Equal to the millisecond. */
export function sameRange(a: Range, b: Range): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
