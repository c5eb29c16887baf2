/** What the map is drawn from and says back: plain values, no MapLibre in sight. */
import type { Feature, Geometry } from 'geojson';
import type { GlyphShape } from '../model/event';

export interface MapCategory {
  readonly label: string;
  readonly color: string;
  readonly shape: GlyphShape;
}

/** A mark as the engine answers it, in words. */
export interface MapMark {
  /** Stable while the mark stays the same place or event; keyed by the view. */
  readonly key: string;
  readonly lng: number;
  readonly lat: number;
  readonly count: number;
  readonly byCategory: readonly number[];
  /** The row, where the mark holds a single event. */
  readonly event?: number;
  readonly category?: number;
  /** For a lone event that is planned, postponed or rescheduled. */
  readonly hollow: boolean;
  /** For a lone event that was cancelled or retracted. */
  readonly struck: boolean;
  /** Accessible name: title or count, date and place. */
  readonly name: string;
  /** Printed beside a lone mark, `''` for none. */
  readonly label: string;
  readonly date: string;
}

/** An event in the window whose place is outside the view. */
export interface Offscreen {
  readonly row: number;
  readonly lng: number;
  readonly lat: number;
  readonly category: number;
  readonly hollow: boolean;
  readonly label: string;
  readonly date: string;
  /** Great-circle metres from the middle of the view, in words ("8,500 km"). */
  readonly distance: string;
}

/** A region, country, radius or route: what an imprecise or extended place looks like. */
export type PlaceShape = Feature<
  Geometry,
  { readonly row: number; readonly color: string; readonly kind: 'area' | 'route' | 'link' }
>;

/** What a text is measured as; each has its own size and weight on the map. */
export type TextStyle = 'title' | 'date' | 'name' | 'area' | 'city' | 'chip';

/** The width of a text in CSS pixels. */
export type Measure = (text: string, style: TextStyle) => number;
