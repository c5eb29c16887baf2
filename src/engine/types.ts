/** The engine's nouns. Imports nothing. */

/** One row an event; all columns have the same length. */
export interface EventColumns {
  /** Degrees, WGS 84, −180 … 180. */
  lng: Float64Array;
  /** Degrees, WGS 84, −90 … 90. */
  lat: Float64Array;
  /** Milliseconds since 1970 UTC, inclusive. */
  start: Float64Array;
  /** Milliseconds since 1970 UTC, exclusive: an event is `[start, end)`. */
  end: Float64Array;
  /** 0 … 31. */
  category: Uint8Array;
}

/** What the screen needs to know. */
export interface Question {
  /** Milliseconds, half-open `[from, to)`. An event is in it when `start < to && end > from`. */
  window: [number, number];
  view: {
    /** `[west, south, east, north]` in degrees; `west > east` crosses 180°. */
    bbox: [number, number, number, number];
    /** As MapLibre counts it: the world is `512 · 2^zoom` pixels wide. */
    zoom: number;
  };
  /** Bit mask of categories; all by default. */
  categories?: number;
  /** The timeline's span in `count` equal bins; it may be wider than the window. */
  bins?: { from: number; to: number; count: number };
  /** Which rows of the list, by start, then number. */
  page?: { offset: number; limit: number };
}

/** A place on the screen and how many events of the window it stands for. One that has not changed is
 * the same object in the next answer: read it, do not write to it. */
export interface Mark {
  lng: number;
  lat: number;
  count: number;
  /** One count per category number, as long as the highest category of the columns needs. */
  byCategory: number[];
  /** The row, where the mark holds a single event of the window. */
  event?: number;
}

export interface Answer {
  marks: Mark[];
  /** `count × categories`, row-major by bin; ignores `window`, obeys view and categories. An event
   * counts in each bin it overlaps. */
  bins?: Uint32Array;
  /** The sum of the marks' counts. */
  total: number;
  /** Event numbers by start, then number. */
  page?: Uint32Array;
}

export interface EventIndex {
  /** Answers one question; throws a `RangeError` on a question that is none (NaN, no bins). */
  ask(question: Question): Answer;
  /** Memory held beside the columns. */
  readonly bytes: number;
}
