/** Circles on the earth as GeoJSON that draws right. Pure. */
import { circle } from '@turf/circle';
import { distance } from '@turf/distance';
import type { Polygon, Position } from 'geojson';
import { wrapLongitude } from '../../world/mercator';

type Point = readonly [lng: number, lat: number];

/**
 * All that lies within `metres` of a position, as a polygon of 64 sides. Across 180° its longitudes
 * run on beyond ±180 instead of jumping, so that it stays one shape; a circle around a pole becomes
 * the cap's edge closed along the pole.
 */
export function circleAround([lng, lat]: Point, metres: number): Polygon {
  const { geometry } = circle([lng, lat], metres, { steps: 64, units: 'meters' });
  const pole = lat < 0 ? -90 : 90;
  if (distance([lng, lat], [lng, pole], { units: 'meters' }) > metres) return geometry;
  const ring = geometry.coordinates[0]!.slice(0, -1).map(([x, y]) => [wrapLongitude(x!), y!]);
  ring.sort((a, b) => a[0]! - b[0]!);
  const first = ring[0]!;
  const last = ring[ring.length - 1]!;
  const seam = (first[1]! + last[1]!) / 2;
  const west = [-180, seam];
  const closed: Position[] = [west, ...ring, [180, seam], [180, pole], [-180, pole], west];
  return { type: 'Polygon', coordinates: [pole > 0 ? closed : closed.reverse()] };
}
