/**
 * What an event is, and what a story is. Types only; imports nothing but GeoJSON's own types.
 *
 * Times are milliseconds since 1970-01-01T00:00:00Z. Spans are half-open, `[start, end)`.
 * Positions are WGS 84 longitude and latitude in degrees, in that order (RFC 7946).
 */
import type { Geometry } from 'geojson';

/** A string, or one string per BCP 47 language tag. */
export type Text = string | { readonly [language: string]: string };

/** How finely a place is known, from a doorstep to a whole country. */
export type PlacePrecision = 'point' | 'street' | 'settlement' | 'district' | 'region' | 'country';

/** What part a further place plays in an event. */
export type PlaceRole = 'venue' | 'target' | 'origin' | 'route' | 'affected' | 'speaker';

/** Will it happen, did it happen. */
export type Status =
  'happened' | 'ongoing' | 'scheduled' | 'postponed' | 'rescheduled' | 'cancelled';

/** How far it is known, judged apart from `Status`. */
export type Evidence = 'claimed' | 'corroborated' | 'verified' | 'disputed' | 'retracted';

/** What somebody says about an event. */
export type Stance = 'asserts' | 'acknowledges' | 'denies' | 'disputes';

/** How one event hangs on another. */
export type LinkRelation = 'follows' | 'part-of' | 'responds-to';

/** How finely a date is known. */
export type TimePrecision =
  | 'millisecond'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'month'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'longer';

/** When: the outermost bounds and what the author knows of them. */
export interface TimeSpan {
  /** First possible millisecond, inclusive. `-8.64e15` where the start is open or unknown. */
  readonly start: number;
  /** First millisecond after the last possible one, exclusive; always greater than `start`.
   * `8.64e15` where the end is open or unknown. */
  readonly end: number;
  /** How finely the first date is given. */
  readonly startPrecision: TimePrecision;
  /** How finely the last date is given; the same as `startPrecision` for a single date. */
  readonly endPrecision: TimePrecision;
  /** The start is approximate or uncertain (EDTF `~`, `?`, `%`, `X`). */
  readonly startSoft: boolean;
  /** The end is approximate or uncertain. */
  readonly endSoft: boolean;
  /** The start is open (`..`): it goes back without a known beginning. */
  readonly startOpen: boolean;
  /** The end is open (`..`): it goes on. */
  readonly endOpen: boolean;
  /** The bound is not known at all (EDTF empty, `/2006` or `2004/`). */
  readonly startUnknown: boolean;
  readonly endUnknown: boolean;
  /** The date as it is written, only where a bound lies beyond what a timeline draws; the bound then
   * stands at the edge of that range (`drawn.ts`). */
  readonly written?: string;
}

export interface Place {
  readonly name?: Text;
  readonly precision?: PlacePrecision;
  /** Metres around the position within which it happened. */
  readonly radius?: number;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** ISO 3166-2 codes, drawn as their shapes. */
  readonly regions?: readonly string[];
  /** Only on further places. */
  readonly role?: PlaceRole;
  /** Only on further places; the main place is the feature's own geometry. */
  readonly geometry?: Geometry | null;
}

export interface Actor {
  readonly name: Text;
  readonly role?: Text;
}

export interface Claim {
  readonly by: Text;
  readonly stance: Stance;
  readonly text: Text;
  /** An id of the story's sources. */
  readonly source?: string;
  /** EDTF: when it was said. */
  readonly on?: string;
}

/** A range with its author, never a single number where a range is known; either end may be
 * unknown (`undefined`), which is not zero. */
export interface Figure {
  readonly measure: string;
  readonly min?: number;
  readonly max?: number;
  readonly best?: number;
  readonly by?: Text;
}

export interface Source {
  readonly title: Text;
  readonly publisher?: Text;
  readonly url?: string;
  readonly archiveUrl?: string;
  readonly published?: string;
  readonly language?: string;
}

export interface Link {
  readonly rel: LinkRelation;
  readonly event: string;
}

export interface Media {
  readonly type: string;
  /** Absolute, or as seen from the story's own address. */
  readonly url: string;
  readonly alt?: Text;
  readonly credit?: Text;
  readonly sensitive?: Text;
}

/** A property's name and its value, which is JSON where it came as no text. */
export type Leftover = readonly [name: string, value: string];

export interface Event {
  /** Unique in the story. */
  readonly id: string;
  readonly title: Text;
  readonly summary?: Text;
  /** An index into `Story.categories`. */
  readonly category: number;
  /** The author's name for its category, where "Other" stands for that. */
  readonly categoryLabel?: Text;
  readonly time: TimeSpan;
  /** EDTF as the author wrote it. */
  readonly when?: string;
  /** The main place as words. */
  readonly where: Place;
  /** The main place as a shape; `null` where only `where` or nothing gives it. */
  readonly geometry: Geometry | null;
  readonly places: readonly Place[];
  readonly status: Status;
  readonly evidence?: Evidence;
  readonly actors: readonly Actor[];
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  readonly links: readonly Link[];
  readonly media: readonly Media[];
  readonly sensitive?: Text;
  /** How an inferred date or place was reached, where the author says so. */
  readonly note?: Text;
  /** Properties that the format does not name. */
  readonly leftovers?: readonly Leftover[];
  /** The record's number in its file, from 1. */
  readonly record: number;
}

/** The marks' shapes, so that colour never carries meaning alone. */
export type GlyphShape =
  | 'circle'
  | 'square'
  | 'diamond'
  | 'triangle'
  | 'cross'
  | 'star'
  | 'hexagon'
  | 'wedge'
  | 'times'
  | 'hourglass'
  | 'dome'
  | 'chevron'
  | 'dot';

export interface Category {
  readonly id: string;
  readonly label: Text;
  /** A CSS colour the story asks for; pages fall back to their palette. */
  readonly color?: string;
  readonly shape: GlyphShape;
}

export interface Story {
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  /** BCP 47. */
  readonly language: string;
  /** Reported up to here (exclusive end of the day or instant named); beyond it is planned. */
  readonly asOf?: TimeSpan;
  /** IANA name; how times are shown and how dates without a zone are read. */
  readonly timeZone: string;
  readonly categories: readonly Category[];
  /** Ids of the author's categories that share "Other"; absent where none do. */
  readonly gathered?: readonly string[];
  /** The sources the file declares, by id: what `Claim.source` names. */
  readonly sources?: ReadonlyMap<string, Source>;
  readonly license?: Text;
  readonly credit?: Text;
  /** Where a PMTiles file lies, as seen from the story's own address. */
  readonly basemap?: string;
  readonly events: readonly Event[];
}

/** A story without its events, which may be too many to be at hand all at once. */
export type Outline = Omit<Story, 'events'>;

/** Something wrong with a record or with the story, said so that its author can mend it. */
export interface Problem {
  /** `error`: the record can't be shown. `warning`: it can, look again. */
  readonly severity: 'error' | 'warning';
  /** The feature's id where it has a usable one, else its number from 1; `null` for the story. */
  readonly record: string | number | null;
  /** Path of the field, such as `properties.when` or `geometry.coordinates`. */
  readonly field: string;
  /** What came, as it came. */
  readonly value: unknown;
  /** Stable, lower-case, hyphenated. */
  readonly code: string;
  /** One sentence: what came and what was expected. */
  readonly message: string;
}

/** What reading a file gives: the story that can be shown and all that is wrong. */
export interface StoryReading {
  /** `null` where the file is no story at all; `problems` then says why. */
  readonly story: Story | null;
  readonly problems: readonly Problem[];
  /** Features in the file. */
  readonly read: number;
  /** Features that could not be shown; `read = story.events.length + rejected`. */
  readonly rejected: number;
}
