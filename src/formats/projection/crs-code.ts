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

/** Names that ArcGIS has in PRJ files, which don't say how the datum lies to WGS 84. */
const namesInWkt: readonly (readonly [pattern: RegExp, code: number])[] = [
  [/^(?:GCS_)?WGS(?:_19| )?84$/, 4326],
  [/^WGS_1984_Web_Mercator/, 3857],
  [/^(?:OSGB_?1936_)?British_National_Grid$/, 27700],
  [/^(?:Amersfoort_)?RD_New$/, 28992],
  [/^Belge_Lambert_1972$/, 31370],
  [/^(?:CH1903_)?(?:Swiss_Grid|LV03)$/, 21781],
  [/^CH1903\+?_LV95$/, 2056],
  [/^DHDN_3_Degree_Gauss_Zone_2$/, 31466],
  [/^DHDN_3_Degree_Gauss_Zone_3$/, 31467],
  [/^DHDN_3_Degree_Gauss_Zone_4$/, 31468],
  [/^DHDN_3_Degree_Gauss_Zone_5$/, 31469],
  [/^S-JTSK_Krovak_East_North$/, 5514],
  [/^MGI_Austria_Lambert$/, 31287],
  [/^TM65_Irish_Grid$/, 29902],
  [/^Hungarian_1972_Egyseges_Orszagos_Vetuleti$/, 23700],
  [/^Greek_Grid$/, 2100],
];

/** The EPSG code of a definition in WKT, by its authority or its name; nothing where it has none. */
export function codeOfWkt(wkt: string): number | undefined {
  const authority = /(?:AUTHORITY|ID)\["EPSG",\s*"?(\d{4,6})"?\]\s*\]$/.exec(wkt)?.[1];
  if (authority !== undefined) return Number(authority);
  const name = /^[A-Z]+\["([^"]+)"/.exec(wkt)?.[1] ?? '';
  return namesInWkt.find(([pattern]) => pattern.test(name))?.[1];
}
