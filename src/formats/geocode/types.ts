/** Names → places: what is looked up, and what is found. Types only. */
import type { PlacePrecision } from '../../model/event';

/**
 * - `off`: names stay names
 * - `strict`: a name is placed where one place stands clear
 * - `propose`: the likeliest of several is written too, marked as proposed
 */
export type GeocodeMode = 'off' | 'strict' | 'propose';

/** A place that a name may mean, as the gazetteer has it. */
export interface PlaceCandidate {
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
  readonly kind: 'country' | 'region' | 'settlement' | 'district' | 'area' | 'water' | 'landmark';
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** ISO 3166-2. */
  readonly region: string | null;
  readonly population: number | null;
  readonly precision: PlacePrecision;
  /** It does not stand clear. */
  readonly ambiguous?: true;
  /** Why it is uncertain by itself, not only beside others. */
  readonly doubt?: string;
}

/** What is known besides the name. */
export interface PlaceContext {
  readonly country?: string;
  readonly near?: readonly [number, number];
  readonly others?: readonly { lng: number; lat: number; country?: string | null }[];
  /** Whether names off by a letter are found. */
  readonly typos?: boolean;
  readonly limit?: number;
}

/** A gazetteer. Whoever imports gives it, since formats know none. */
export interface PlaceFinder {
  /** Best first. Rejects where the gazetteer can't be read. */
  find(name: string, context?: PlaceContext): Promise<readonly PlaceCandidate[]>;
  /** Those of the ISO 3166-2 codes that a map has a shape of. */
  shaped(codes: readonly string[]): Promise<ReadonlySet<string>>;
}

/** A place as a record names it; texts as they came, empty where there are none. */
export interface PlaceWords {
  readonly name: string;
  readonly country: string;
  readonly region: string;
}

/** How the place of a phrase lies to the place that is named: in it, near it, its district. */
export type PlaceRelation = 'at' | 'near' | 'district';

/** What a record's place turned out to be. */
export type PlaceOutcome =
  | { readonly state: 'placed'; readonly place: FoundPlace }
  | {
      readonly state: 'proposed';
      readonly place: FoundPlace;
      readonly candidates: readonly PlaceCandidate[];
    }
  /** It may be one of these, or of others of these names. */
  | { readonly state: 'asked'; readonly candidates: readonly PlaceCandidate[] }
  | { readonly state: 'unknown' }
  /** A reader chose it, or that the name has no place. */
  | { readonly state: 'chosen'; readonly place: FoundPlace }
  | { readonly state: 'declined' };

/** A place as a story has it: `where`, `geometry` and further `places`. */
export interface FoundPlace {
  readonly geometry: PointAt | null;
  readonly where: FoundWhere;
  readonly places?: readonly (FoundWhere & { readonly geometry: PointAt | null })[];
}

export interface PointAt {
  readonly type: 'Point';
  readonly coordinates: [number, number];
}

export interface FoundWhere {
  readonly name?: string;
  readonly precision: PlacePrecision;
  /** Metres. */
  readonly radius?: number;
  readonly country?: string;
  readonly regions?: readonly string[];
  /** How the place is known: by its name alone, as the likeliest of several, or as the one that
   * somebody chose of them. */
  readonly evidence: 'by-name' | 'proposed' | 'chosen';
}

/** What became of the names of a file. */
export interface GeocodingSummary {
  readonly mode: 'strict' | 'propose';
  /** Records, by what became of their place. */
  readonly placed: number;
  readonly proposed: number;
  readonly asked: number;
  readonly unknown: number;
  /** Those whose place somebody chose, and those that were to stay without one; left out where there
   * are none of either. */
  readonly chosen?: number;
  readonly declined?: number;
  readonly decided?: readonly DecidedName[];
  /** The names that were not placed or only proposed, the first of them. */
  readonly open: readonly OpenName[];
  /** Names that `open` has no room for. */
  readonly leftOut: number;
}

export interface DecidedName extends Omit<OpenName, 'state'> {
  readonly state: 'chosen' | 'declined';
  /** As `printPlaceChoice` has it. */
  readonly choice: string;
}

export interface OpenName {
  readonly name: string;
  readonly country?: string;
  readonly region?: string;
  readonly state: 'proposed' | 'asked' | 'unknown';
  /** How many records have it, and the number of the first. */
  readonly records: number;
  readonly record: number;
  readonly candidates: readonly PlaceCandidate[];
}
