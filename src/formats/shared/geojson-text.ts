/** Features of other formats → GeoJSON text, for the reader of GeoJSON. */
import type { Geometry } from 'geojson';
import type { Members } from '../../model/read/members';

export interface PlainFeature {
  readonly id?: string | number;
  readonly geometry: Geometry | null;
  readonly properties: Members;
}

export async function* geojsonText(
  features: AsyncIterable<Iterable<PlainFeature | { readonly broken: unknown }>>,
): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  let separator = '';
  for await (const some of features) {
    const parts: string[] = [];
    for (const feature of some) {
      // What is no record stays what it is, and is rejected as such.
      parts.push(
        separator +
          JSON.stringify(
            'broken' in feature ? (feature.broken ?? null) : { type: 'Feature', ...feature },
          ),
      );
      separator = ',\n';
    }
    yield parts.join('');
  }
  yield '\n]}\n';
}
