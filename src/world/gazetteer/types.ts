/** What the gazetteer knows and what it answers. */
import type { PlacePrecision } from '../../model/event';

/**
 * - `country`: what ISO 3166-1 has a code for, and Kosovo (`XK`, as GeoNames and CLDR have it)
 * - `settlement`: a city, town or village
 * - `district`: a part of a settlement
 * - `region`: a unit of ISO 3166-2; the map may have no shape of one that holds others
 * - `area`: land known by a name that is no unit of ISO 3166-2, such as Donbas
 * - `water`: a sea, strait, lake, river or canal
 * - `landmark`: a building or site
 */
export type Kind = 'country' | 'region' | 'settlement' | 'district' | 'area' | 'water' | 'landmark';

export interface GazetteerPlace {
  /** The name it is shown by. */
  name: string;
  /** Degrees, WGS 84, to a thousandth (110 m). Of an area a point within it. */
  lng: number;
  lat: number;
  kind: Kind;
  /** ISO 3166-1 alpha-2, as the General Assembly recognises borders; `null` for seas and the like. */
  country: string | null;
  /** ISO 3166-2. */
  region: string | null;
  /** Of countries and settlements, as the sources have it; `null` where they don't. */
  population: number | null;
  /** How much is said of it, as the population of a city of the same weight; for ranking only. */
  weight: number;
  /** Seat of a state's government. */
  capital: boolean;
}

/** What is known besides the name. */
export interface Context {
  /** Only places of this country, ISO 3166-1 alpha-2. */
  country?: string;
  /** Where it is likely to be near, `[lng, lat]`. */
  near?: readonly [number, number];
  /** Other places of the same story. */
  others?: readonly { lng: number; lat: number; country?: string | null }[];
  /** Whether names that differ by one letter are looked for where no other fits; default true. */
  typos?: boolean;
  /** At most so many candidates; default 10. */
  limit?: number;
}

/**
 * Why the first candidate is uncertain by itself:
 *
 * - `outside`: it is not in what follows the comma
 * - `misspelt`: the name is off by one letter
 * - `no name`: the text says as a rule that there is no place
 * - `common word`: Bath, Orange
 * - `short`: one or two letters
 * - `other kind`: a region or district is asked for, and this is a settlement
 */
export type Doubt = 'outside' | 'misspelt' | 'no name' | 'common word' | 'short' | 'other kind';

export interface Candidate {
  name: string;
  lng: number;
  lat: number;
  kind: Kind;
  country: string | null;
  region: string | null;
  population: number | null;
  /** 0 … 1, comparable within one answer only. */
  score: number;
  /** Why it is here and why it stands where it stands, in words. */
  why: string;
  /** How fine a place of this kind is known, as `where.precision` of a story has it. */
  precision: PlacePrecision;
  /** Set on the first where it does not stand clear, and on those too close to it to choose between
   * them: ask, don't guess. A name off by one letter, a common word and an abbreviation never stand
   * clear by themselves; `why` says which it is. */
  ambiguous?: true;
  /** Set on the first where it is uncertain by itself, not only beside others. */
  doubt?: Doubt;
}

export interface Gazetteer {
  /** Best first; none where nothing of that name is known. Rejects where a shard can't be fetched. */
  find(name: string, context?: Context): Promise<Candidate[]>;
}

/** Gives the text of one of the gazetteer's files. */
export type FetchShard = (file: string) => Promise<string>;
