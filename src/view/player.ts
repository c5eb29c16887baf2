/** Headless play: from one window to the next. Pure. */
import type { Range } from '../model/time/calendar';

/** Cumulative play keeps the window's start. `step` in milliseconds, `null`: the window's own
 * length. `speed` in steps a second. */
export interface Playback {
  readonly step: number | null;
  readonly speed: number;
  readonly cumulative: boolean;
}

/** The window after one step, `null` where the last one has been shown. */
export function nextWindow(window: Range, playback: Playback, span: Range): Range | null {
  const [from, to] = window;
  if (to >= span[1]) return null;
  const step = playback.step ?? to - from;
  if (playback.cumulative) return [from, Math.min(span[1], Math.max(span[0], to) + step)];
  // From beyond the axis to its beginning at once.
  const start = Math.max(from + step, span[0]);
  return [start, start + to - from];
}

/** Where pressing Play starts: here, or at the beginning of `focus` when the end was reached. */
export function firstWindow(window: Range, playback: Playback, span: Range, focus: Range): Range {
  if (window[1] < span[1]) return window;
  const from = Math.max(span[0], focus[0]);
  const length = playback.cumulative
    ? Math.min(playback.step ?? window[1] - window[0], window[1] - window[0])
    : window[1] - window[0];
  return from + length < span[1] ? [from, from + length] : [span[0], span[0] + length];
}
