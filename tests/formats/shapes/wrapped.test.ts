/** Longitudes beyond 180 degrees: one rule for GeoJSON, KML and well-known text. */
import { describe, expect, it } from 'vitest';
import { imported, notes, told } from '../import/importing';

const geojson = (geometry: unknown) =>
  JSON.stringify({ type: 'Feature', properties: { name: 'A', date: '2022-03-12' }, geometry });
const point = (lng: number) => ({ type: 'Point', coordinates: [lng, 10] });
const collection = (...lngs: number[]) => ({
  type: 'GeometryCollection',
  geometries: lngs.map(point),
});
const table = (wkt: string) => `name,date,geom\nA,2022-03-12,${wkt}\n`;
const kml = (lng: number) =>
  `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>A</name><TimeStamp><when>2022-03-12</when></TimeStamp><Point><coordinates>${lng},10</coordinates></Point></Placemark></kml>`;

describe('a longitude beyond 180 degrees', () => {
  it.each([
    ['a point of GeoJSON', geojson(point(184.8)), point(-175.2)],
    ['a collection of GeoJSON', geojson(collection(184.8, 20)), collection(-175.2, 20)],
    ['a point of KML', kml(184.8), point(-175.2)],
    ['a point of well-known text', table('POINT (184.8 10)'), point(-175.2)],
    [
      'a collection of well-known text',
      table('GEOMETRYCOLLECTION (POINT (184.8 10))'),
      collection(-175.2),
    ],
  ])('is counted on around the globe in %s, and said', async (_, text, geometry) => {
    const result = await imported(text);
    expect(result.story.features.map((feature) => feature.geometry)).toEqual([geometry]);
    expect([...told(result), ...notes(result)].join(' ')).toContain('wrapped-longitude');
  });

  it.each([
    ['GeoJSON', geojson(point(-184.8))],
    ['a collection', geojson(collection(-184.8))],
    ['KML', kml(-184.8)],
    ['well-known text', table('POINT (-184.8 10)')],
  ])('is refused to the west in %s', async (_, text) => {
    const result = await imported(text);
    expect([result.written, told(result).join(' ')]).toEqual([
      0,
      expect.stringContaining('coordinate-range'),
    ]);
  });
});
