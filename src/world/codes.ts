/** The parts of a place: the ISO codes it names, the simple geometries it is made of. Pure. */
import type { Geometry } from 'geojson';
import type { Event, Place } from '../model/event';
import type { PlacePoint } from './types';

/** Points by ISO 3166-1 and 3166-2 code. */
export type PointsByCode = ReadonlyMap<string, PlacePoint>;

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
export function simpleGeometries(
  geometry: Geometry,
): Exclude<Geometry, { type: 'GeometryCollection' }>[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(simpleGeometries);
  return geometry.coordinates.length > 0 ? [geometry] : [];
}

/** The point of the first of a place's regions on the map, else of its country. */
export function pointOfCodes(
  { regions = [], country }: Place,
  resolved: PointsByCode,
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

/** A position of two finite numbers; `null` for anything else. */
export function pair(coordinates: readonly number[]): [number, number] | null {
  const [lng, lat] = coordinates;
  return Number.isFinite(lng) && Number.isFinite(lat) ? [lng!, lat!] : null;
}
