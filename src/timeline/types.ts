/** What the timeline is drawn from. */
import type { Evidence, GlyphShape, Status } from '../model/event';

/** One event's bar. Times in milliseconds UTC, half-open. */
export interface Bar {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  /** The date is approximate or known coarsely at that side: drawn with a soft end. */
  readonly startSoft: boolean;
  readonly endSoft: boolean;
  readonly category: number;
  readonly status: Status;
  readonly evidence?: Evidence;
  /** Short: the title. */
  readonly label: string;
  /** The date in words. */
  readonly date: string;
}

/** Stacked counts over `[from, to)` in equal bins, row-major by bin. */
export interface Bins {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly categories: number;
  readonly values: Uint32Array;
}

export interface TimelineCategory {
  readonly label: string;
  readonly color: string;
  readonly shape: GlyphShape;
}

/** A place or length along the axis as an attribute of SVG: the pixels themselves where the width is
 * known, a share of the width on a page that is drawn before anyone opens it. */
export type Along = (pixels: number) => number | string;

/** `Along` where the width is known. */
export const inPixels: Along = (pixels) => pixels;

/** `Along` where the drawing is to fill what room there is.
 * @param width Pixels of the layout. */
export function inShares(width: number): Along {
  return (pixels) => `${Number(((pixels / width) * 100).toFixed(2))}%`;
}
