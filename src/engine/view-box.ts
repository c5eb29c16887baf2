/** A view's box as a test of positions. */
import { edgeLatitude } from './mercator';

/**
 * Is a position inside `[west, south, east, north]`? Borders belong to the box. `west > east`
 * crosses 180°; longitudes beyond ±180° are wrapped; a box 360° wide holds every longitude; 180
 * and −180 are one meridian. A box that reaches the edge of Mercator (±85.0511°) holds all beyond
 * it up to the pole, since the map draws those positions on its edge.
 */
export function insideOf(
  bbox: readonly [number, number, number, number],
): (lng: number, lat: number) => boolean {
  const [west, south, east, north] = bbox;
  const low = south <= -edgeLatitude + 1e-6 ? -90 : south;
  const high = north >= edgeLatitude - 1e-6 ? 90 : north;
  if (east - west >= 360) return (_lng, lat) => lat >= low && lat <= high;
  const left = wrap(west);
  const right = wrap(east);
  const across = left > right;
  const holds = (lng: number) =>
    across ? lng >= left || lng <= right : lng >= left && lng <= right;
  return (lng, lat) =>
    lat >= low && lat <= high && (holds(lng) || (Math.abs(lng) === 180 && holds(-lng)));
}

function wrap(lng: number): number {
  return lng >= -180 && lng <= 180 ? lng : ((((lng + 180) % 360) + 360) % 360) - 180;
}
