/** How reference systems are named in files and on the command line. */
import { isObject, member } from '../../model/read/members';

const pattern =
  /^(?:EPSG:{1,2}|ESRI:{1,2}|urn:(?:ogc|x-ogc):def:crs:(?:EPSG|ESRI):[\d.]*:|https?:\/\/www\.opengis\.net\/(?:def\/crs\/EPSG\/[\d.]+\/|gml\/srs\/epsg\.xml#))?(\d{4,6})$/i;

/** The number of an EPSG code in any common writing; nothing where it is none. CRS84 is 4326. */
export function codeOfCrs(text: string): number | undefined {
  if (/CRS:?:?84$/i.test(text)) return 4326;
  const digits = pattern.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The name in a `crs` member of GeoJSON. */
export function nameOfCrs(crs: unknown): string | undefined {
  if (typeof crs === 'string') return crs;
  const properties = isObject(crs) ? member(crs, 'properties') : undefined;
  const name = isObject(properties)
    ? (member(properties, 'name') ?? member(properties, 'code'))
    : undefined;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined;
}
