/** Whether a position lies in a country, as any worldview draws it. Pure. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Inside } from '../model/check/swapped';
import type { Territory, LandSheet } from './land-file';
import type { Worldview } from './worldview';

/** Nothing where a country's code has no shape. A disputed area lies in each country that some view
 * draws it in, so that its position is outside for no view. */
export function insideOf(world: Pick<LandSheet, 'shapes'>, view: Worldview): Inside {
  const countries = new Map<string, readonly Territory[]>();
  const shapesOf = (country: string) => {
    const known = countries.get(country);
    if (known) return known;
    const shapes = world.shapes.filter(({ piece }) => view.anyCountryOf(piece).includes(country));
    countries.set(country, shapes);
    return shapes;
  };
  return (country, lng, lat) => {
    const shapes = shapesOf(country);
    if (shapes.length === 0) return undefined;
    return shapes.some(
      ({ box: [west, south, east, north], shape }) =>
        lng >= west &&
        lng <= east &&
        lat >= south &&
        lat <= north &&
        booleanPointInPolygon([lng, lat], shape),
    );
  };
}
