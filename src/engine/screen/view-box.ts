/** A view's box as a test of positions. */
import { edgeLatitude } from '../base/mercator';

/**
 * Is a position inside `[west, south, east, north]`? Borders belong to the box. `west > east`
 * crosses 180°; longitudes beyond ±180° are wrapped; a box 360° wide holds every longitude; 180
 * and −180 are one meridian. A box that reaches the edge of Mercator (±85.0511°) holds all beyond
 * it up to the pole, since the map draws those positions on its edge.
 */
export function nodesInside(
  bbox: readonly [number, number, number, number],
): (lng: number, lat: number) => boolean {
  return insideLimits(limitsOf(bbox));
}

export function insideLimits({
  west,
  east,
  across,
  south,
  north,
}: Limits): (lng: number, lat: number) => boolean {
  const holds = (lng: number) => (across ? lng >= west || lng <= east : lng >= west && lng <= east);
  return (lng, lat) =>
    lat >= south && lat <= north && (holds(lng) || (Math.abs(lng) === 180 && holds(-lng)));
}

/** The same as numbers to compare with, for loops. */
export interface Limits {
  readonly west: number;
  readonly east: number;
  /** Longitudes are inside that are past one of both; else those that are between. */
  readonly across: boolean;
  readonly south: number;
  readonly north: number;
}

export function limitsOf([west, south, east, north]: readonly [
  number,
  number,
  number,
  number,
]): Limits {
  const low = south <= -edgeLatitude + 1e-6 ? -90 : south;
  const high = north >= edgeLatitude - 1e-6 ? 90 : north;
  if (east - west >= 360) return { west: -180, east: 180, across: false, south: low, north: high };
  const [left, right] = [wrap(west), wrap(east)];
  return { west: left, east: right, across: left > right, south: low, north: high };
}

function wrap(lng: number): number {
  return lng >= -180 && lng <= 180 ? lng : ((((lng + 180) % 360) + 360) % 360) - 180;
}
