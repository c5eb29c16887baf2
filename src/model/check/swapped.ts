/** Positions whose two numbers seem to have changed places. */
import type { Position } from 'geojson';
import type { Event, Place, Problem } from '../event';
import { t } from '../../words/reading';

/** Whether a position lies in a country (ISO 3166-1 alpha-2); nothing where no shape is known. */
export type Inside = (country: string, lng: number, lat: number) => boolean | undefined;

type Placed = Pick<Event, 'id' | 'geometry' | 'where' | 'places'>;

/** A warning for every event with a point that lies outside its country, while the point with
 * longitude and latitude swapped lies inside. */
export function swappedPositions(events: readonly Placed[], inside: Inside): Problem[] {
  return events.flatMap((event) => swapped(event, inside) ?? []);
}

/** The same for one event; its first such point. */
export function swapped(event: Placed, inside: Inside): Problem | undefined {
  const { where, geometry, places } = event;
  const main = swappedPoint(where.country, geometry, inside);
  if (main) return problemOf(event.id, 'geometry.coordinates', where.country!, main);
  for (const [at, place] of places.entries()) {
    const found = swappedPoint(place.country, place.geometry, inside);
    const field = `properties.places[${at}].geometry.coordinates`;
    if (found) return problemOf(event.id, field, place.country!, found);
  }
  return undefined;
}

function swappedPoint(
  country: string | undefined,
  geometry: Place['geometry'],
  inside: Inside,
): Position | undefined {
  if (country === undefined || geometry?.type !== 'Point') return undefined;
  const [lng, lat] = geometry.coordinates as [number, number];
  // The mirror image first: it lies nowhere near most countries, which is quickly seen.
  if (Math.abs(lng) > 90 || !inside(country, lat, lng)) return undefined;
  return inside(country, lng, lat) === false ? geometry.coordinates : undefined;
}

function problemOf(record: string, field: string, country: string, value: Position): Problem {
  const [lng, lat] = value as [number, number];
  const message = t('check.swappedCoordinates', { field, lng, lat, country });
  return { severity: 'warning', record, field, value, code: 'swapped', message };
}
