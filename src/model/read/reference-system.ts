/** Which coordinates a file has. */
import { isObject, member } from './members';

/** Whether a `crs` member stands for WGS 84. It is gone from GeoJSON since RFC 7946; one that names
 * WGS 84 does no harm. */
export function isWgs84(crs: unknown): boolean {
  if (crs === undefined || crs === null) return true;
  const properties = isObject(crs) ? member(crs, 'properties') : undefined;
  const name = isObject(properties) ? member(properties, 'name') : crs;
  return typeof name === 'string' && /CRS:?84$|EPSG:+4326$/i.test(name);
}
