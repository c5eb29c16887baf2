/** Longitudes counted on beyond 180 degrees, as many a file over the Pacific has them → within it. */
import { isObject, type Members } from '../../model/read/members';
import { within180 } from '../table/where';

/** Lists of positions that belong together lie so deep in the coordinates of a geometry. */
const depths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/**
 * A geometry of GeoJSON with its longitudes of 180 to 360 degrees less a turn; nothing where it has
 * none. A line or ring that has some on either side stays as it is, since what crosses 180 degrees
 * has to be cut there.
 */
export function wrapped(geometry: unknown): { geometry: Members; first: number } | undefined {
  if (!isObject(geometry) || typeof geometry.type !== 'string') return undefined;
  if (geometry.type === 'GeometryCollection') return wrappedAll(geometry);
  const depth = depths[geometry.type];
  if (depth === undefined) return undefined;
  // A polygon goes with its holes, points go one by one.
  const together = geometry.type === 'MultiPoint' ? 0 : geometry.type.endsWith('Polygon') ? 2 : 1;
  const found: { first?: number } = {};
  const coordinates = turned(geometry.coordinates, depth, Math.min(depth, together), found);
  if (found.first === undefined) return undefined;
  return { geometry: { ...geometry, coordinates }, first: found.first };
}

/** The geometries of a collection go one by one. */
function wrappedAll(collection: Members): { geometry: Members; first: number } | undefined {
  const parts: readonly unknown[] = Array.isArray(collection.geometries)
    ? collection.geometries
    : [];
  const found = parts.map(wrapped);
  const first = found.find((one) => one !== undefined)?.first;
  if (first === undefined) return undefined;
  const geometries = parts.map((part, at) => found[at]?.geometry ?? part);
  return { geometry: { ...collection, geometries }, first };
}

function turned(
  value: unknown,
  depth: number,
  together: number,
  found: { first?: number },
): unknown {
  if (!Array.isArray(value)) return value;
  if (depth > together)
    return value.map((part: unknown) => turned(part, depth - 1, together, found));
  const positions = value.flat(depth === 0 ? 0 : depth - 1) as unknown[];
  const lngs = depth === 0 ? [value[0] as unknown] : positions.map(lngOf);
  const first = lngs.every(isBeyond) ? lngs.find((lng) => lng > 180) : undefined;
  if (first === undefined) return value;
  found.first ??= first;
  return turnedAll(value, depth);
}

function turnedAll(value: unknown[], depth: number): unknown[] {
  if (depth > 0) return value.map((part) => turnedAll(part as unknown[], depth - 1));
  return [within180(value[0] as number), ...value.slice(1)];
}

function lngOf(position: unknown): unknown {
  return Array.isArray(position) ? position[0] : undefined;
}

/** 180 itself may stand at the end of what lies beyond it. */
function isBeyond(lng: unknown): lng is number {
  return typeof lng === 'number' && lng >= 180 && lng <= 360;
}
