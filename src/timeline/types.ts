/** What the timeline is drawn from: plain values, no D3 in sight. */
import type { GlyphShape, Status } from '../model/event';

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
