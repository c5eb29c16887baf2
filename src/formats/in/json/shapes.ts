/** Records of JSON that have shapes in one of their columns → GeoJSON. */
import type { Geometry } from 'geojson';
import { isObject } from '../../../model/read/members';
import { geojsonText, type PlainFeature } from '../../shared/geojson-text';
import { setMember } from '../../shared/feature';
import { recordRows } from './records';
import type { RecordList } from './survey';

/** @param shape The column of geometries, features or their JSON text. */
export function shapeText(
  text: AsyncIterable<string>,
  list: RecordList,
  shape: string,
): AsyncIterable<string> {
  const { columns, rows } = recordRows(text, list);
  const place = columns.indexOf(shape);
  const features = async function* () {
    for await (const some of rows)
      yield some.map(({ cells, values = [], problem }): PlainFeature | { broken: unknown } => {
        if (problem) return { broken: problem.value };
        const properties: Record<string, unknown> = {};
        for (const [at, column] of columns.entries()) {
          const value = values[at] ?? cells[at];
          if (at !== place && value !== '') setMember(properties, column, value);
        }
        const geometry = geometryOf(values[place]);
        // What is no geometry stays for its reader to name.
        return { geometry: geometry as Geometry | null, properties };
      });
  };
  return geojsonText(features());
}

function geometryOf(value: unknown): unknown {
  if (typeof value === 'string' && value.trimStart().startsWith('{')) {
    try {
      return geometryOf(JSON.parse(value));
    } catch {
      return value;
    }
  }
  if (isObject(value) && value.type === 'Feature') return value.geometry ?? null;
  return value ?? null;
}
