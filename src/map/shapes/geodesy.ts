/** Great circles on the earth as GeoJSON that draws right. Pure. */
import { distance } from '@turf/distance';
import { greatCircle } from '@turf/great-circle';
import type { LineString, MultiLineString } from 'geojson';

/** Metres to the opposite side of the earth, on Turf's sphere. */
const farthest = Math.PI * 6_371_008.8;

type Point = readonly [lng: number, lat: number];

/** The shortest way between two positions, cut at 180°; `null` where there is none or no single
 * one: the same place, or exactly opposite. */
export function greatCircleBetween(from: Point, to: Point): LineString | MultiLineString | null {
  const metres = distance([...from], [...to], { units: 'meters' });
  if (metres < 1 || metres > farthest - 1000) return null;
  return greatCircle([...from], [...to], { npoints: 64 }).geometry;
}
