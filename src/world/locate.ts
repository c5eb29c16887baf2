/**
 * Where an event's mark stands. Pure.
 *
 * Only the story itself is used: a place in words alone is no position, and a further place
 * (`places`) never stands in for the main one.
 */
import { pointOnFeature } from '@turf/point-on-feature';
import type { Geometry } from 'geojson';
import type { Event } from '../model/event';
import { pair, simpleGeometries, pointOfCodes, type PointsByCode } from './codes';

/**
 * The event's position in degrees, or `null` where it has none.
 *
 * A point is itself; any other geometry gives a point on it; no geometry gives the point of the
 * first region named that is on the map (the author's order decides), then that of the country.
 */
export function locate(event: Event, resolved: PointsByCode): [number, number] | null {
  return positionOf(event.geometry) ?? pointOfCodes(event.where, resolved);
}

/** A geometry's position; `null` for none and for an empty one. */
export function positionOf(geometry: Geometry | null | undefined): [number, number] | null {
  if (!geometry) return null;
  if (geometry.type === 'Point') return pair(geometry.coordinates);
  const parts = simpleGeometries(geometry);
  if (parts.length === 0) return null;
  if (parts.length === 1 && parts[0]!.type === 'Point') return pair(parts[0]!.coordinates);
  const found = pointOnFeature({
    type: 'FeatureCollection',
    features: parts.map((part) => ({ type: 'Feature', geometry: part, properties: {} })),
  });
  return pair(found.geometry.coordinates);
}
