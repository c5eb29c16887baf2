/** Positions whose two numbers seem to have changed places. */
import type { Event, Place, Problem } from './event';

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
  const main: Place = { ...event.where, geometry: event.geometry };
  for (const [at, place] of [main, ...event.places].entries()) {
    const { country, geometry } = place;
    if (!country || geometry?.type !== 'Point') continue;
    const [lng, lat] = geometry.coordinates as [number, number];
    // The mirror image first: it lies nowhere near most countries, which is quickly seen.
    if (Math.abs(lng) > 90 || !inside(country, lat, lng)) continue;
    if (inside(country, lng, lat) !== false) continue;
    const field = `${at === 0 ? '' : `properties.places[${at - 1}].`}geometry.coordinates`;
    const message = `${field} is [${lng}, ${lat}], outside ${country}, while [${lat}, ${lng}] is inside; expected longitude, then latitude (are the two swapped?).`;
    const value = geometry.coordinates;
    return { severity: 'warning', record: event.id, field, value, code: 'swapped', message };
  }
  return undefined;
}
