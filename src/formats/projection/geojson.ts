/** GeoJSON with projected coordinates → GeoJSON in degrees. What is no geometry stays as the text it
 * was. */
import type { Geometry } from 'geojson';
import { membersIn, objectText } from '../../model/read/json-scan';
import { isObject } from '../../model/read/members';
import { jsonPieces } from '../in/geojson/split';
import { projectedGeometry, type Projection } from './projection';

export async function* projectedGeojson(
  text: AsyncIterable<string>,
  projection: Projection,
): AsyncGenerator<string> {
  let open = '{';
  let state: 'members' | 'list' | 'root' = 'members';
  let separator = '';
  const member = (name: string, value: string) => {
    const before = state === 'list' ? '],' : open;
    open = ',';
    state = state === 'list' ? 'members' : state;
    return `${before}${JSON.stringify(name)}:${value}`;
  };
  for await (const pieces of jsonPieces(text)) {
    const parts: string[] = [];
    for (const piece of pieces) {
      if (piece.kind === 'entry') {
        parts.push(separator + projectedFeature(piece.text, projection));
        separator = ',\n';
      } else if (piece.kind === 'list') {
        parts.push(piece.root ? '[' : member('features', '['));
        state = piece.root ? 'root' : 'list';
        separator = '';
      } else if (piece.name === 'geometry') {
        parts.push(member(piece.name, projectedText(piece.text, projection)));
      } else if (piece.name !== 'crs' && piece.name !== 'bbox') {
        parts.push(member(piece.name, piece.text));
      }
    }
    yield parts.join('');
  }
  yield state === 'root' ? ']' : state === 'list' ? ']}' : open === '{' ? '{}' : '}';
}

function projectedFeature(text: string, projection: Projection): string {
  let members: Map<string, string>;
  try {
    JSON.parse(text);
    if (!text.startsWith('{')) return text;
    members = membersIn(text);
  } catch {
    // It is told as broken by whoever reads it.
    return text;
  }
  const geometry = members.get('geometry');
  if (geometry === undefined) return text;
  members.set('geometry', projectedText(geometry, projection));
  members.delete('bbox');
  return objectText(members);
}

function projectedText(text: string, projection: Projection): string {
  try {
    const geometry: unknown = JSON.parse(text);
    if (!isGeometry(geometry)) return text;
    return JSON.stringify(projectedGeometry(geometry, projection));
  } catch {
    return text;
  }
}

function isGeometry(value: unknown): value is Geometry {
  return (
    isObject(value) &&
    typeof value.type === 'string' &&
    (Array.isArray(value.coordinates) || Array.isArray(value.geometries))
  );
}
