/** Small files of our own making in the shapes that people have lying about, after what their
 * publishers document: each opens at the first try, with nothing rejected. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gazetteer } from './geocode/finder';
import { imported, property } from './import/importing';

/** What each event says of when and where. */
const shapes: readonly (readonly [file: string, ...(readonly [unknown, unknown])[]])[] = [
  ['acled-api.json', ['2024-05-01', [36.2527, 49.9808]], ['2024-05', [30.52, 50.45]]],
  ['firms.csv', ['2024-07-01T00:42', [37.54321, 48.12345]], ['2024-07-01T11:18', [37.6, 48.2]]],
  [
    'em-dat.csv',
    ['2020-01-01/2020-01-06', null],
    ['2020-01-24', [39.06, 38.43]],
    ['2020-03/2021', null],
  ],
  [
    'ushahidi.csv',
    ['2010-01-13T16:00:00', [-72.33, 18.53]],
    ['2010-01-14T09:30:00', [-72.4, 18.54]],
  ],
  ['wikidata-sparql.json', ['1815-06-18', [4.41, 50.68]]],
  ['arcgis.geojson', ['2020-08-25', [-122.4, 37.7]], ['2020-08-26', [-122.4, 37.8]]],
  ['esri-features.json', ['2020-08-25', [-122.4194, 37.7749]]],
  ['kepler.json', ['2020-01-01T10:00:00', [13.4, 52.5]], ['2020-01-02T11:00:00', [13.5, 52.6]]],
  ['storymap.json', ['2014-05-03', [-87.6, 41.9]], ['../..', [-74, 40.7]]],
  [
    'gbif.tsv',
    ['2021-05-03T10:00:00', [13.2, 52.1]],
    ['2021-05', [13.3, 52.2]],
    ['2021-05-01/2021-05-09', [13.3, 52.2]],
  ],
  ['form-responses.csv', ['2024-03-24', [36.255, 49.982]], ['2024-03-13', [28.838, 45.351]]],
  [
    'kobo.csv',
    ['2024-02-03T10:11:12+03:00/2024-02-03T10:20:00+03:00', [32.5, 15.5]],
    ['2024-02-04T10:11:12+03:00/2024-02-04T10:20:00+03:00', [32.6, 15.6]],
  ],
  ['usgs.geojson', ['2023-11-14T22:13:21.234Z', [142.1, 38.2, 10]]],
  ['reliefweb.json', ['2024-03-01', [37.9, 0.5]], ['2024-03-05', [35.5, -17.3]]],
  ['gdelt.csv', ['2024-01-05', [30.5167, 50.4333]], ['2024-01-06', [32, 49]]],
  ['my-maps.kml', ['2022-03-12', [30.5, 50.4, 0]], ['2022-03-25', [31, 51, 0]]],
  ['json-fg.json', [null, [7, 50]], [null, null]],
  ['ibtracs.csv', ['2018-09-01T06:00:00', [-95.5, 11]], ['2018-09-01T09:00:00', [-95, 11.5]]],
  [
    'gtd.csv',
    ['1970-07-02', [-69.95, 18.456]],
    ['1970', [-99.08, 19.37]],
    ['1971-03', [130.4, 33.58]],
  ],
  ['hxl.csv', ['2019-02-01', [15, 12.1]], ['2019-02-03', [15.1, 12.2]]],
];

describe.each(shapes.map(([name, ...events]) => ({ name, events })))(
  '$name',
  ({ name, events }) => {
    it('opens as it is', async () => {
      const text = readFileSync(`tests/fixtures/shapes/${name}`, 'utf8');
      const { read, written, story } = await imported(text, { name, gazetteer });
      expect([read, written]).toEqual([events.length, events.length]);
      expect(
        story.features.map((feature) => [
          property(feature, 'when') ?? null,
          (feature as { geometry: { coordinates: unknown } | null }).geometry?.coordinates ?? null,
        ]),
      ).toEqual(events);
    });
  },
);
