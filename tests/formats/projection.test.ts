import { describe, expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format';
import { codeOfCrs } from '../../src/formats/projection/crs-code';
import { projectionOf } from '../../src/formats/projection/projection';
import { imported, notes, property, told } from './import/importing';

/** Points whose places are published by surveys or follow from a definition, to some metres. */
const points: readonly [crs: string, x: number, y: number, lng: number, lat: number][] = [
  // The worked example of the Ordnance Survey's guide; in WGS 84 by its own service.
  ['EPSG:27700', 651409.903, 313177.27, 1.71607, 52.65798],
  // Amersfoort, where the Dutch grid is centred.
  ['EPSG:28992', 155000, 463000, 5.387206, 52.155174],
  // Bern, where the Swiss grids are centred.
  ['EPSG:21781', 600000, 200000, 7.438632, 46.951083],
  ['EPSG:2056', 2600000, 1200000, 7.438632, 46.951083],
  // Lambert 2008 is Lambert 72 moved by 500 km at its origin.
  ['EPSG:31370', 149328, 165262, 4.359216, 50.797815],
  ['EPSG:3812', 649328, 665262, 4.359216, 50.797815],
  ['EPSG:3857', 20037508.342789, 0, 180, 0],
  ['EPSG:32633', 500000, 0, 15, 0],
  ['EPSG:32733', 500000, 10000000, 15, 0],
  ['EPSG:25832', 500000, 0, 9, 0],
  ['EPSG:25833', 500000, 0, 15, 0],
  ['EPSG:2154', 700000, 6600000, 3, 46.5],
  ['EPSG:2180', 500000, -5300000, 19, 0],
  ['EPSG:3035', 4321000, 3210000, 10, 52],
  ['EPSG:4258', 9, 50, 9, 50],
  // Prague castle, roughly.
  ['EPSG:5514', -743700, -1042500, 14.408, 50.091],
  ['EPSG:31467', 3477733, 5553274, 8.68764, 50.11526],
  ['EPSG:4277', 1.717921583, 52.657570306, 1.71607, 52.65798],
];

describe('reference systems', () => {
  it.each(points)('%s has %d, %d at %d, %d', (crs, x, y, lng, lat) => {
    const near = crs === 'EPSG:5514' ? 2 : 4;
    const found = projectionOf(crs).toDegrees(x, y)!;
    expect(found).toEqual([expect.closeTo(lng, near), expect.closeTo(lat, near)]);
  });

  it('all zones of the Universal Transverse Mercator are known', () => {
    for (let zone = 1; zone <= 60; zone++)
      for (const base of [32600, 32700]) {
        const [lng] = projectionOf(`EPSG:${base + zone}`).toDegrees(500000, 5000000)!;
        expect(lng).toBeCloseTo(zone * 6 - 183, 5);
      }
    for (let zone = 28; zone <= 38; zone++) projectionOf(`EPSG:${25800 + zone}`);
  });

  it('are named in many writings', () => {
    for (const name of ['EPSG:27700', '27700', 'epsg::27700', 'urn:ogc:def:crs:EPSG::27700', 'urn:ogc:def:crs:EPSG:9.8:27700', 'http://www.opengis.net/def/crs/EPSG/0/27700', 'http://www.opengis.net/gml/srs/epsg.xml#27700'])
      expect(codeOfCrs(name)).toBe(27700);
    expect(codeOfCrs('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe(4326);
    expect(codeOfCrs('British National Grid')).toBeUndefined();
    const utm = '+proj=utm +zone=33 +datum=WGS84 +units=m';
    expect(projectionOf(utm).toDegrees(500000, 0)).toEqual([15, 0]);
  }); // prettier-ignore

  it('are refused where they are not known, naming where a definition stands', () => {
    expect(() => projectionOf('EPSG:2345')).toThrow(/EPSG:2345 is not in the list.*epsg\.io/);
    for (const bad of ['Gauss', '', '+proj=', '+proj=nonsense +x', 'PROJCS["x"', 'EPSG:1'])
      expect(() => projectionOf(bad)).toThrow(FormatError);
  });

  it('give nothing for what lies outside', () => {
    const { toDegrees } = projectionOf('EPSG:3857');
    expect(toDegrees(9e9, 0)).toBeUndefined();
    expect(toDegrees(NaN, 0)).toBeUndefined();
  });
});

describe('a table with projected coordinates', () => {
  const header = 'X,Y,name,date';
  const row = '349344.89,1053019.49,Church A,1841-05-01';
  const crs = 'EPSG:27700';

  it('is read with --crs, and keeps its columns', async () => {
    const result = await imported(`${header}\n${row}\n,,B,1842\n`, { crs });
    expect(result.story.features[0]!.geometry).toEqual({
      type: 'Point',
      coordinates: [expect.closeTo(-2.8928, 3), expect.closeTo(59.3604, 3)],
    });
    expect(property(result.story.features[0], 'X')).toBe('349344.89');
    expect([notes(result)[0], result.written]).toEqual(['projected', 2]);
    expect(result.story.features[1]!.geometry).toBeNull();
  });

  it.each(['Easting,Northing', 'x_coord,y_coord', 'E,N', 'utm_x,utm_y', 'POINT_X,POINT_Y', 'Rechtswert,Hochwert', 'lng,lat', 'longitude,latitude'])('finds %s', async (names) => {
    const result = await imported(`${names},name,date\n${row}\n`, { crs });
    expect(told(result)).toEqual([]);
    const { coordinates } = result.story.features[0]!.geometry as { coordinates: number[] };
    expect(coordinates[1]).toBeCloseTo(59.36, 2);
  }); // prettier-ignore

  it('takes the columns that are mapped, or says which there are', async () => {
    const text = `oost,noord,name,date\n${row}\n`;
    await expect(imported(text, { crs })).rejects.toThrow(/oost, noord, name, date/);
    const map = new Map([['lng', 'oost'], ['lat', 'noord']]); // prettier-ignore
    const { story } = await imported(text, { crs, map });
    expect((story.features[0]!.geometry as { coordinates: number[] }).coordinates[0]).toBeCloseTo(-2.893, 2);
  }); // prettier-ignore

  it('rejects what is no number, or lies elsewhere, by name', async () => {
    const result = await imported(
      `${header}\n${row}\neast,1,B,1842\n1,,C,1843\n${'9'.repeat(12)},1,D,1844,extra\n1,2\n`,
      { crs },
    );
    expect(told(result).filter((line) => line.startsWith('error'))).toEqual([
      'error 2 X bad-position',
      'error 3 Y bad-position',
      'error 4 X coordinate-range',
      'error 5 date missing-date',
    ]);
  });

  it('is a known one by the columns that are added', async () => {
    const names = 'event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,geo_precision,easting,northing';
    const result = await imported(`${names}\nU1,2024-02-03,1,Battles,Armed clash,A,1,1,500000,0\n`, { crs: 'EPSG:32633' });
    expect([result.format, result.story.features[0]!.geometry]).toEqual([
      'acled',
      { type: 'Point', coordinates: [15, 0] },
    ]);
  }); // prettier-ignore
});

describe('GeoJSON with projected coordinates', () => {
  const feature = {
    type: 'Feature',
    bbox: [0, 0, 1, 1],
    geometry: { type: 'LineString', coordinates: [[500000, 0, 7], [500000, 10]] },
    properties: { name: 'A', date: '2024', big: 1 },
  }; // prettier-ignore
  const collection = (more: object) =>
    JSON.stringify({
      type: 'FeatureCollection',
      name: 'N',
      ...more,
      features: [feature, 5, { ...feature, geometry: null }],
    });
  const named = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32633' } } };

  it('is read by its crs member, or as asked', async () => {
    for (const [text, options] of [
      [collection(named), {}],
      [collection({}), { crs: 'EPSG:32633' }],
      [collection(named).replace('32633', '2345'), { crs: 'EPSG:32633' }],
    ] as const) {
      const result = await imported(text, { ...options, size: 50 });
      const [first] = result.story.features;
      expect(first!.geometry).toEqual({
        type: 'LineString',
        coordinates: [[15, 0, 7], [15, expect.closeTo(0.00009, 4)]],
      }); // prettier-ignore
      expect([result.read, result.written, first!.bbox]).toEqual([3, 2, undefined]);
      expect(notes(result)).toContain('projected');
    }
  });

  it('may be a single feature, a list or a sequence', async () => {
    const text = JSON.stringify(feature);
    for (const whole of [text, `[${text},${text}]`]) {
      const { story } = await imported(whole, { crs: 'EPSG:32633' });
      const { coordinates } = story.features[0]!.geometry as { coordinates: number[][] };
      expect(coordinates[0]).toEqual([15, 0, 7]);
    }
  });

  it('is refused in a system that is not known', async () => {
    await expect(imported(collection(named).replace('32633', '2345'))).rejects.toThrow(/EPSG:2345/);
    const local = { crs: { properties: { name: 'Local grid' } } };
    await expect(imported(collection(local))).rejects.toThrow(/Local grid/);
  });

  it('is left alone where the system is WGS 84', async () => {
    const result = await imported(JSON.stringify({ ...feature, geometry: { type: 'Point', coordinates: [1, 2] } }), { crs: 'EPSG:4326' });
    expect(result.story.features[0]!.geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(notes(result)).not.toContain('projected');
  }); // prettier-ignore
});

describe('well-known text in projected coordinates', () => {
  const table = (...rows: string[]) => `name,date,geom\n${rows.join('\n')}\n`;

  it('is turned into degrees, whatever its kind', async () => {
    const { story, problems } = await imported(
      table(
        'a,2020-01-02,"POLYGON ((530000 180000, 531000 180000, 531000 181000, 530000 180000))"',
        'b,2020-01-03,SRID=27700;POINT (530000 180000)',
        'c,2020-01-04,"MULTIPOINT (530000 180000, 531000 180000)"',
      ),
      { crs: 'EPSG:27700' },
    );
    const [corner, east] = [
      [-0.1283539, 51.5039908],
      [-0.1139543, 51.5037601],
    ];
    const corners = [corner, east, [-0.1135832, 51.5127467], corner];
    expect(story.features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Polygon', coordinates: [corners] },
      { type: 'Point', coordinates: corner },
      { type: 'MultiPoint', coordinates: [corner, east] },
    ]);
    expect(problems.map(({ code }) => code)).toContain('projected');
  });

  it('is refused, record by record, where it is none or lies outside', async () => {
    const result = await imported(
      table('a,2020-01-02,POINT (530000 180000)', 'b,2020-01-03,POINT (1e9 1e9)', 'c,2020-01-04,x'),
      { crs: 'EPSG:27700' },
    );
    const refused = result.problems.filter(({ severity }) => severity === 'error');
    expect(refused.map(({ record, field, code }) => [record, field, code])).toEqual([
      [2, 'geom', 'coordinate-range'],
      [3, 'geom', 'bad-position'],
    ]);
  });
});
