/** What one date of an EDTF text comes to, before an interval or a set makes a span of it. */
import { DAY } from './calendar';
import type { TimePrecision } from './event';
import { midnight } from './zone';

/** A text that is no EDTF. The message says what came and what was expected. */
export class EdtfError extends Error {
  constructor(
    /** The part that could not be read. */
    readonly text: string,
    what: string,
    /** What would have been right. */
    readonly expected: string,
  ) {
    const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text;
    super(`"${shown}" ${what}; expected ${expected}`);
    this.name = 'EdtfError';
  }
}

/** One date. Milliseconds, half-open, and not yet held within what a `Date` can say. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The last moment at which it may begin: of `2004-XX`, the first of December. */
  readonly latestStart: number;
  readonly precision: TimePrecision;
  readonly soft: boolean;
  /** A season whose hemisphere is not said; `order` compares it with others of its kind. */
  readonly season?: { readonly order: number };
}

/** The first millisecond of a day in a zone; plain multiplication far outside a `Date`'s years. */
export function startOf(number: number, zone: string): number {
  return Math.abs(number) < 1e8 - 2 ? midnight(number, zone) : number * DAY;
}

/** Whether any of these is one of EDTF's `?`, `~`, `%`. */
export function qualified(...marks: (string | undefined)[]): boolean {
  return marks.some(Boolean);
}
