/** Records without a position that name their place, in formats that have geometries of their own. */
import { describe, expect, it } from 'vitest';
import { gazetteer } from '../geocode/finder';
import { imported, property, told, type Imported } from '../import/importing';

const feature = (city: string, geometry: unknown = null) => ({
  type: 'Feature',
  properties: { name: `Rally in ${city}`, date: '2022-03-12', city, country: 'Ukraine' },
  geometry,
});
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });
const placemark = (name: string, place: string) =>
  `<Placemark><name>${name}</name>${place}<TimeStamp><when>2022-03-12</when></TimeStamp></Placemark>`;
const kml = (...placemarks: string[]) =>
  `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemarks.join('')}</Document></kml>`;

/** Longitudes to a tenth of a degree, and how the places are known. */
function places({ story }: Imported): unknown[] {
  return story.features.map((one) => {
    const { coordinates } = (one.geometry ?? {}) as { coordinates?: number[] };
    const { evidence } = (property(one, 'where') ?? {}) as { evidence?: string };
    return [coordinates && Math.round(coordinates[0]! * 10) / 10, evidence];
  });
}

describe.each([
  [
    'features without a geometry',
    collection(feature('Kharkiv'), feature('Zzqqxw')),
    collection(feature('Kharkiv'), feature('Kyiv', { type: 'Point', coordinates: [30.5, 50.4] })),
    'city',
  ],
  [
    'placemarks with an address',
    kml(
      placemark('A', '<address>Kharkiv, Ukraine</address>'),
      placemark('B', '<address>Zzqqxw, Ukraine</address>'),
    ),
    kml(
      placemark('A', '<address>Kharkiv, Ukraine</address>'),
      placemark('B', '<Point><coordinates>30.5,50.4</coordinates></Point>'),
    ),
    'address',
  ],
])('%s', (_, unplaced, mixed, field) => {
  it('are placed by their names where no record has a position', async () => {
    const result = await imported(unplaced, { gazetteer });
    expect(places(result)).toEqual([
      [36.3, 'by-name'],
      [undefined, undefined],
    ]);
    expect(told(result)).toEqual([`warning 2 ${field} place-unknown`]);
  });

  it('are left alone where one has, unless it is asked for', async () => {
    expect(places(await imported(mixed, { gazetteer }))).toEqual([
      [undefined, undefined],
      [30.5, undefined],
    ]);
    expect(places(await imported(mixed, { gazetteer, geocode: 'strict' }))).toEqual([
      [36.3, 'by-name'],
      [30.5, undefined],
    ]);
    expect(places(await imported(unplaced, { gazetteer, geocode: 'off' }))).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});
