/**
 * Where an event's mark stands, and which ISO codes must be looked up to know it. Pure.
 *
 * Only what the story says is used: a place in words alone is no position, and a further place
 * (`places`) never stands in for the main one.
 */
import { pointOnFeature } from '@turf/point-on-feature';
import type { Geometry } from 'geojson';
import type { Event, Place } from '../model/event';
import type { PlacePoint } from './types';

/** Points by ISO 3166-1 and 3166-2 code. */
export type Found = ReadonlyMap<string, PlacePoint>;

/**
 * The event's position in degrees, or `null` where it has none.
 *
 * A point is itself; any other geometry gives a point on it; no geometry gives the point of the
 * first region named that is on the map (the author's order decides), then that of the country.
 */
export function locate(event: Event, resolved: Found): [number, number] | null {
  return positionOf(event.geometry) ?? pointOfCodes(event.where, resolved);
}

/** A geometry's position; `null` for none and for an empty one. */
export function positionOf(geometry: Geometry | null | undefined): [number, number] | null {
  if (!geometry) return null;
  if (geometry.type === 'Point') return pair(geometry.coordinates);
  const parts = partsOf(geometry);
  if (parts.length === 0) return null;
  if (parts.length === 1 && parts[0]!.type === 'Point') return pair(parts[0]!.coordinates);
  const found = pointOnFeature({
    type: 'FeatureCollection',
    features: parts.map((part) => ({ type: 'Feature', geometry: part, properties: {} })),
  });
  return pair(found.geometry.coordinates);
}

/** The ISO 3166-2 and 3166-1 codes whose shapes or points these events need, each once, sorted. */
export function codesOf(events: readonly Event[]): { regions: string[]; countries: string[] } {
  const regions = new Set<string>();
  const countries = new Set<string>();
  for (const event of events) {
    for (const { place, geometry } of placesOf(event)) {
      for (const region of place.regions ?? []) regions.add(region);
      if (place.country && (!geometry || place.precision === 'country'))
        countries.add(place.country);
    }
  }
  return { regions: [...regions].sort(), countries: [...countries].sort() };
}

/** The simple geometries a geometry is made of, however deep its collections are; none empty. */
export function partsOf(geometry: Geometry): Exclude<Geometry, { type: 'GeometryCollection' }>[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(partsOf);
  return geometry.coordinates.length > 0 ? [geometry] : [];
}

/** The point of the first of a place's regions on the map, else of its country. */
export function pointOfCodes(
  { regions = [], country }: Place,
  resolved: Found,
): [number, number] | null {
  for (const code of country ? [...regions, country] : regions) {
    const found = resolved.get(code);
    if (found) return pair(found.point);
  }
  return null;
}

function placesOf(event: Event) {
  const main = { place: event.where, geometry: event.geometry };
  return [main, ...event.places.map((place) => ({ place, geometry: place.geometry }))];
}

function pair(coordinates: readonly number[]): [number, number] | null {
  const [lng, lat] = coordinates;
  return Number.isFinite(lng) && Number.isFinite(lat) ? [lng!, lat!] : null;
}
