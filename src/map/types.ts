/** What the map is drawn from: plain values, without MapLibre's types. */
import type { Feature, Geometry } from 'geojson';
import type { GlyphShape } from '../model/event';
import type { WorldviewId } from '../model/worldviews';

/** What of a story is on the map: changes with each answer and selection. */
export interface MapScene {
  readonly marks: readonly MapMark[];
  /** The mark of the events without a place, which stands in a corner. */
  readonly unplaced: MapMark | null;
  /** Events of the window outside the view, by importance. */
  readonly offscreen: readonly Offscreen[];
  readonly shapes: readonly PlaceShape[];
  readonly selected: { readonly row: number; readonly lng: number; readonly lat: number } | null;
  /** The first marks have been answered: from now on heavier parts may load. */
  readonly ready: boolean;
}

/** How the map is drawn: chosen by the story, the address or the reader, and seldom changed. */
export interface MapLook {
  readonly categories: readonly MapCategory[];
  readonly language: string;
  /** Whose borders are drawn. */
  readonly borders: WorldviewId;
  /** Low zooms show the world as a globe. */
  readonly globe: boolean;
  /** The address of a publisher's own PMTiles archive, `null` for the bundled ground alone. */
  readonly basemap: string | null;
  /** The site's root, below which the names of towns are. */
  readonly root: string;
  /** Only a hint that colours changed; they are read from the page. */
  readonly theme?: 'light' | 'dark';
}

/** Where the map stands: changes with the page around it. */
export interface MapFrame {
  /** In a frame: one finger and the plain wheel scroll the page. */
  readonly framed: boolean;
  /** Little room: shorter labels, fewer chips. */
  readonly phone: boolean;
}

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
  /** Its diameter in pixels; of a lone mark that of its target. */
  readonly size: number;
  /** The row, where the mark holds a single event. */
  readonly event?: number;
  readonly category?: number;
  /** For a lone event that has not happened. */
  readonly hollow: boolean;
  /** For a lone event that was cancelled or retracted. */
  readonly struck: boolean;
  /** Accessible name: title or count, date and place. */
  readonly name: string;
  /** Printed beside a mark, `''` for none: the title of a lone event, the place of several. */
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
  readonly struck?: boolean;
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
