/** Boxes, points and shapes of the drawn world. */
import type { MultiPolygon, Polygon } from 'geojson';

/** `[west, south, east, north]`, degrees; `west > east` crosses 180°. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A point that stands for a place known by its ISO 3166 code. */
export interface PlacePoint {
  readonly point: readonly [lng: number, lat: number];
}

/** An ISO 3166 code's shape on the drawn map and a point inside it. */
export interface ResolvedShape extends PlacePoint {
  readonly code: string;
  readonly shape: Polygon | MultiPolygon;
}
