/** Features as ArcGIS servers give them (`f=json`): attributes, and geometries by the kind of their
 * members (https://developers.arcgis.com/rest/services-reference/enterprise/geometry-objects/). */
import type { Geometry } from 'geojson';
import { isObject, member, type Members } from '../../../model/read/members';
import { geojsonText, type PlainFeature } from '../../shared/geojson-text';
import { entriesOf, type JsonPlace } from './entries';
import type { JsonSurvey } from './survey';

const place: JsonPlace = { path: ['features'], kind: 'list' };

/** Whether the list `features` has attributes, not properties. */
export function isEsri({ lists, members }: JsonSurvey): boolean {
  const features = lists.find(({ path }) => path.length === 1 && path[0] === 'features');
  const first = features?.first;
  return (
    (isObject(first) && isObject(member(first, 'attributes'))) ||
    (features === undefined && /^esriGeometry/.test(String(members.get('geometryType'))))
  );
}

/** The code or the definition of its reference system; nothing where it says none, which is WGS 84. */
export function crsOfEsri({ members }: JsonSurvey): string | undefined {
  const system = members.get('spatialReference');
  if (!isObject(system)) return undefined;
  const code = member(system, 'latestWkid') ?? member(system, 'wkid');
  if (typeof code === 'number') return code === 4326 ? undefined : `EPSG:${code}`;
  const wkt = member(system, 'wkt');
  return typeof wkt === 'string' ? wkt : undefined;
}

export async function esriText(
  text: AsyncIterable<string>,
  { fields }: JsonSurvey,
): Promise<AsyncIterable<string>> {
  const { arcgisToGeoJSON } = await import('@terraformer/arcgis');
  const dates = dateFields(fields);
  const features = async function* () {
    for await (const some of entriesOf(text, place))
      yield some.map(({ value, problem }): PlainFeature | { broken: unknown } => {
        const attributes = isObject(value) ? member(value, 'attributes') : undefined;
        if (problem || !isObject(value) || !isObject(attributes)) return { broken: value };
        return { geometry: geometryOf(member(value, 'geometry'), arcgisToGeoJSON), properties: withDates(attributes, dates) };
      });
  }; // prettier-ignore
  return geojsonText(features());
}

type Convert = (geometry: never) => unknown;

function geometryOf(value: unknown, convert: Convert): Geometry | null {
  if (!isObject(value)) return null;
  const { x, y } = value;
  // An empty point has "NaN" or nothing.
  if ('x' in value && (typeof x !== 'number' || typeof y !== 'number')) return null;
  // Its own reference system is that of the whole file.
  const found = convert({ ...value, spatialReference: undefined } as never) as Members | null;
  return found && typeof found.type === 'string' ? (found as unknown as Geometry) : null;
}

/** Names of fields that have milliseconds since 1970. */
function dateFields(fields: readonly unknown[]): ReadonlySet<string> {
  const dates = fields.filter(isObject).filter(({ type }) => type === 'esriFieldTypeDate');
  return new Set(dates.map(({ name }) => String(name)));
}

function withDates(attributes: Members, dates: ReadonlySet<string>): Members {
  if (dates.size === 0) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const time = dates.has(name) && typeof value === 'number' ? new Date(value) : undefined;
      const sound = time && !Number.isNaN(time.getTime());
      return [name, sound ? time.toISOString().replace(/\.000Z$/, 'Z') : value];
    }),
  );
}
