/** Whether a position lies in a country, as the world is drawn. Pure. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { bbox } from '@turf/bbox';
import type { Inside } from '../model/swapped';
import type { World } from './atlas';

/** Nothing where a country's code has no shape. */
export function insideOf(world: Pick<World, 'countries'>): Inside {
  const countries = new Map(
    world.countries.features.map((country) => [
      country.properties.code,
      { country, box: bbox(country) },
    ]),
  );
  return (code, lng, lat) => {
    const found = countries.get(code);
    if (!found) return undefined;
    const [west, south, east, north] = found.box as [number, number, number, number];
    if (lng < west || lng > east || lat < south || lat > north) return false;
    return booleanPointInPolygon([lng, lat], found.country);
  };
}
