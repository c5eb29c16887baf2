/**
 * What an imprecise or extended place looks like: an event → shapes for the map. Pure.
 *
 * The caller chooses the events: those that stand alone on the screen with
 * `shapesFor`, and the selected one with `extrasFor` (`extras.ts`) as well.
 */
import type { Geometry } from 'geojson';
import type { Event, Place } from '../../model/event';
import { circleAround } from './circle';
import { simpleGeometries } from '../../world/codes';
import type { PlaceShape } from '../types';
import type { ResolvedShape } from '../../world/types';

/** Shapes by ISO 3166-1 and 3166-2 code. */
export type ShapesByCode = ReadonlyMap<string, ResolvedShape>;

/**
 * Metres of the circle drawn where a place is known to a district or region whose shape is not at
 * hand: schematic, of the usual order of size, so that no pin pretends to an address.
 */
export const nominalRadius: Readonly<Partial<Record<string, number>>> = {
  district: 10_000,
  region: 75_000,
};

export type Point = readonly [lng: number, lat: number];

/**
 * The main place of an event: its own line or area; else the shapes of its regions or country where
 * it is known no finer; else a circle of its radius, or of a nominal one. A place known to a street
 * or town without a radius has no shape, only its mark.
 */
export function shapesFor(
  event: Event,
  row: number,
  color: string,
  resolved: ShapesByCode,
  position: Point | null,
): PlaceShape[] {
  return placeShapes(event.where, event.geometry, position, resolved).map((geometry) =>
    shape(geometry, row, color),
  );
}

/** What a place looks like, at a position where it has one. */
export function placeShapes(
  place: Place,
  geometry: Geometry | null,
  position: Point | null,
  resolved: ShapesByCode,
): Geometry[] {
  const drawn = geometry ? simpleGeometries(geometry).filter(extended) : [];
  if (drawn.length > 0) return drawn;
  const known = codedShapes(place, geometry === null, resolved);
  if (known.length > 0) return known;
  const metres = place.radius ?? nominalRadius[place.precision ?? ''];
  return metres && position ? [circleAround(position, metres)] : [];
}

function codedShapes(
  { precision, regions = [], country }: Place,
  unlocated: boolean,
  resolved: ShapesByCode,
): Geometry[] {
  const coarse = precision === 'region' || precision === 'district' || precision === 'country';
  if (!coarse && (precision || !unlocated)) return [];
  const shapes = regions.flatMap((code) => resolved.get(code)?.shape ?? []);
  if (shapes.length > 0) return shapes;
  const whole = precision === 'country' || (!precision && regions.length === 0);
  const found = whole && country ? resolved.get(country) : undefined;
  return found ? [found.shape] : [];
}

function extended(geometry: Geometry): boolean {
  return geometry.type !== 'Point' && geometry.type !== 'MultiPoint';
}

/** A geometry as a shape of a row's. */
export function shape(
  geometry: Geometry,
  row: number,
  color: string,
  kind = kindOf(geometry),
): PlaceShape {
  return { type: 'Feature', geometry, properties: { row, color, kind } };
}

function kindOf(geometry: Geometry): 'area' | 'route' | 'link' {
  return geometry.type.endsWith('LineString') ? 'route' : 'area';
}
