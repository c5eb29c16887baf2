/** What one date of an EDTF text comes to, before an interval or a set makes a span of it. */
import { dayLength } from '../time/calendar';
import type { TimePrecision } from '../event';
import { midnight, readingsOf, type Readings } from '../time/zone';
import { t } from '../../words/reading';

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
    super(t('date.fault', { shown, what, expected }));
    this.name = 'EdtfError';
  }
}

/** One date. Milliseconds, half-open, and not yet held within what a `Date` can say. */
export interface EdtfPart {
  readonly start: number;
  readonly end: number;
  /** The last moment at which it may begin: of `2004-XX`, the first of December. */
  readonly latestStart: number;
  readonly precision: TimePrecision;
  readonly soft: boolean;
  /** A season whose hemisphere is not said; `order` compares it with others of its kind. */
  readonly season?: { readonly order: number };
}

/** A time or a day that the clocks of a zone skip, or show twice. */
export interface ClockChange extends Readings {
  readonly kind: 'twice' | 'skipped';
  /** The date or time as it is written, without marks of uncertainty. */
  readonly text: string;
  readonly zone: string;
}

/** Told of every time that has two readings. */
export type OnClockChange = (change: ClockChange) => void;

/** From the first to the last millisecond that a clock in the zone may show, both as milliseconds
 * that read so in UTC: the instants of all readings, half-open. `change` is there where a side has
 * two. */
export function localBounds(
  first: number,
  last: number,
  text: string,
  zone: string,
): { start: number; end: number; change?: ClockChange } {
  const [opening, closing] = [readingsOf(first, zone), readingsOf(last, zone)];
  const side = [opening, closing].find(({ kind }) => kind !== 'once');
  const change = side && { ...side, kind: side.kind as ClockChange['kind'], text, zone };
  return { start: opening.first, end: closing.last + 1, change };
}

/** The first millisecond of a day in a zone; plain multiplication far outside a `Date`'s years. */
export function startOf(number: number, zone: string): number {
  return Math.abs(number) < 1e8 - 2 ? midnight(number, zone) : number * dayLength;
}

/** Whether any of these is one of EDTF's `?`, `~`, `%`. */
export function qualified(...marks: (string | undefined)[]): boolean {
  return marks.some(Boolean);
}
