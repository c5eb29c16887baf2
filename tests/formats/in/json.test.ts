import { describe, expect, it } from 'vitest';
import { imported, notes, property, told } from '../import/importing';

const read = (value: unknown, options = {}) => imported(JSON.stringify(value), options);
const places = ({ story }: Awaited<ReturnType<typeof imported>>) =>
  story.features.map(({ geometry }) => (geometry as { coordinates: unknown } | null)?.coordinates);
const whens = ({ story }: Awaited<ReturnType<typeof imported>>) =>
  story.features.map((feature) => property(feature, 'when'));

const one = { title: 'A', date: '2024-02-03', lat: 50.5, lng: 30.25 };
const two = { title: 'B', date: '2024-02-04', lat: -1, lng: 2 };

describe('JSON with records', () => {
  it.each([
    ['a list', [one, two]],
    ['a list below a member', { status: 200, data: [one, two] }],
    ['a list deeper in it', { a: { b: { c: [one, two] } } }],
    ['an object of records', { k1: one, k2: two }],
    ['rows with a header', [Object.keys(one), Object.values(one), Object.values(two)]],
    ['columns beside rows', { columns: Object.keys(one), index: [0, 1], data: [Object.values(one), Object.values(two)] }],
    ['a spreadsheet of Google', { range: 'A1', values: [Object.keys(one), Object.values(one), Object.values(two)] }],
    ['rows of Socrata', { meta: { view: { columns: Object.keys(one).map((name) => ({ name, dataTypeName: 'text' })) } }, data: [Object.values(one), Object.values(two)] }],
  ])('is read as %s', async (_, value) => {
    for (const size of [1e6, 7]) {
      const result = await read(value, { size });
      expect(result.format).toBe('json');
      expect(told(result)).toEqual([]);
      expect([whens(result), places(result)]).toEqual([
        ['2024-02-03', '2024-02-04'],
        [[30.25, 50.5], [2, -1]],
      ]);
    }
  }); // prettier-ignore

  it('is read as lines, and as a single record', async () => {
    const lines = `${JSON.stringify(one)}\r\n\n${JSON.stringify(two)}\n{"title":\n7\n`;
    const result = await imported(lines, { size: 11 });
    expect([result.format, result.read, result.written]).toEqual(['json', 4, 2]);
    expect(told(result)).toEqual(['error 3 line 4 not-json', 'error 4 line 5 not-a-record']);
    expect(places(await read(one))).toEqual([[30.25, 50.5]]);
  });

  it('has what lies nested in columns of its own, as the values they were', async () => {
    const record = {
      event: { name: 'A', when: { start: '2024-02-03' } },
      location: { lat: 50.5, lng: 30.25, city: 'Kyiv' },
      tags: ['x', 'y'],
      links: [{ url: 'https://example.org/a' }, { url: 'https://example.org/b' }],
      parts: [{ a: 1, b: 2 }, { a: 3 }],
      dead: 3,
      sure: true,
      none: null,
      empty: {},
    };
    const result = await read({ results: [record, 7] });
    expect(told(result)).toEqual(['error 2 line 1 not-a-record']);
    expect(result.story.features[0]).toMatchObject({
      geometry: { coordinates: [30.25, 50.5] },
      properties: {
        title: 'A',
        when: '2024-02-03',
        where: { name: 'Kyiv' },
        tags: ['x', 'y'],
        parts: [{ a: 1, b: 2 }, { a: 3 }],
        dead: 3,
        sure: true,
        sources: [{ url: 'https://example.org/a' }, { url: 'https://example.org/b' }],
      },
    });
  });

  it('reads points of GeoJSON in a member, and shapes as such', async () => {
    const base = { name: 'A', date: '2024' };
    const point = await read([
      { ...base, location: { type: 'Point', coordinates: [30.25, 50.5] } },
    ]);
    expect(places(point)).toEqual([[30.25, 50.5]]);
    const line = { type: 'LineString', coordinates: [[0, 1], [2, 3]] }; // prettier-ignore
    const shaped = await read([{ ...base, the_geom: line }, { ...base, the_geom: null }, 5]);
    expect(places(shaped)).toEqual([line.coordinates, undefined]);
    expect([shaped.read, shaped.written]).toEqual([3, 2]);
  });

  it('loses no digit of a long id', async () => {
    const text = '[{"id":12345678901234567890,"name":"A 12345678901234567890, b","date":"2024"}]';
    const [feature] = (await imported(text)).story.features;
    expect([feature!.id, property(feature, 'title')]).toEqual([
      '12345678901234567890',
      'A 12345678901234567890, b',
    ]);
  });

  it('takes the list that has dates, says of others, and takes the one that is named', async () => {
    const authors = [{ name: 'X' }, { name: 'Y' }, { name: 'Z' }];
    const value = { title: 'T', authors, events: [one, two], more: { late: [two] } };
    const result = await read(value);
    expect([result.written, result.story.title]).toEqual([2, 'T']);
    expect(notes(result)).toContain('other-lists');
    expect(result.problems.find(({ code }) => code === 'other-lists')!.message).toContain(
      'more.late',
    );
    expect((await read(value, { sheet: 'more.late' })).written).toBe(1);
    await expect(read(value, { sheet: 'x' })).rejects.toThrow(/expected one of .*authors, events/);
    await expect(read({ a: 'b' })).rejects.toThrow(/no records/);
  });

  it('is ACLED where it has its columns, and what else the answer says is kept', async () => {
    const row = {
      event_id_cnty: 'UKR1', event_date: '2024-02-03', year: '2024', time_precision: '1',
      disorder_type: 'Political violence', event_type: 'Battles', sub_event_type: 'Armed clash',
      actor1: 'Military Forces of Ukraine', assoc_actor_1: '', inter1: '1', actor2: 'Military Forces of Russia',
      inter2: '8', country: 'Ukraine', iso: '804', location: 'Avdiivka', latitude: '48.1394', longitude: '37.7497',
      geo_precision: '1', source: 'ISW', notes: 'Clashes.', fatalities: '4',
    }; // prettier-ignore
    const result = await read({
      status: 200,
      success: true,
      last_update: 2,
      count: 1,
      data: [row],
    });
    expect(result.format).toBe('acled');
    expect(result.story.json).toEqual({ status: 200, success: true, last_update: 2, count: 1 });
    expect(result.story.features[0]).toMatchObject({
      id: 'UKR1',
      geometry: { coordinates: [37.7497, 48.1394] },
      properties: { category: 'battles', figures: [{ measure: 'killed', best: 4 }] },
    });
    expect((await read([row], { format: 'acled' })).format).toBe('acled');
    expect((await read([row], { format: 'json' })).format).toBe('acled');
  });
});

describe('features of ArcGIS', () => {
  const file = (features: unknown[], more = {}) => ({
    objectIdFieldName: 'OBJECTID',
    geometryType: 'esriGeometryPoint',
    spatialReference: { wkid: 102100, latestWkid: 3857 },
    fields: [
      { name: 'OBJECTID', type: 'esriFieldTypeOID' },
      { name: 'Name', type: 'esriFieldTypeString' },
      { name: 'Occurred', type: 'esriFieldTypeDate' },
    ],
    features,
    ...more,
  });
  const attributes = { OBJECTID: 1, Name: 'Fire', Occurred: 1517966773840 };

  it('have dates by the types of their fields, and places by the reference system', async () => {
    const mercator = { x: 3367414.62, y: 6528253.35 };
    const result = await read(
      file([{ attributes, geometry: mercator }, { attributes, geometry: { x: 'NaN', y: 'NaN' } }, 5]),
    );
    expect([result.format, result.read, result.written]).toEqual(['json', 3, 2]);
    expect(whens(result)[0]).toBe('2018-02-07T01:26:13.84Z');
    const [[lng, lat]] = places(result) as [[number, number]];
    expect([lng, lat]).toEqual([expect.closeTo(30.25, 4), expect.closeTo(50.471, 3)]);
    expect(places(result)[1]).toBeUndefined();
    const degrees = file([{ attributes, geometry: { x: 1, y: 2 } }], { spatialReference: { wkid: 4326 } });
    expect(places(await read(degrees))).toEqual([[1, 2]]);
  }); // prettier-ignore

  it('have lines and rings with their holes', async () => {
    const outer = [[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]]; // prettier-ignore
    const hole = [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]; // prettier-ignore
    const result = await read(
      file(
        [
          { attributes, geometry: { rings: [outer, hole] } },
          { attributes, geometry: { paths: [[[1, 2], [3, 4]]] } },
        ],
        { spatialReference: { wkid: 4326 } },
      ),
    ); // prettier-ignore
    expect(
      result.story.features.map(({ geometry }) => (geometry as { type: string }).type),
    ).toEqual(['Polygon', 'LineString']);
    expect((places(result)[0] as unknown[]).length).toBe(2);
  });

  it('are refused where the reference system is not known', async () => {
    const odd = file([{ attributes, geometry: { x: 1, y: 2 } }], {
      spatialReference: { wkid: 2345 },
    });
    await expect(read(odd)).rejects.toThrow(/EPSG:2345 is not in the list.*epsg\.io/);
  });
});

describe('an answer of SPARQL', () => {
  it('has a column for each variable and points as WKT', async () => {
    const literal = (value: string, datatype?: string) => ({ type: 'literal', value, datatype });
    const result = await read({
      head: { vars: ['item', 'itemLabel', 'date', 'coord'] },
      results: {
        bindings: [
          {
            item: { type: 'uri', value: 'http://www.wikidata.org/entity/Q1' },
            itemLabel: { ...literal('Battle of Kruty'), 'xml:lang': 'en' },
            date: literal('1918-01-29T00:00:00Z', 'http://www.w3.org/2001/XMLSchema#dateTime'),
            coord: literal('Point(32.2 51.1)', 'http://www.opengis.net/ont/geosparql#wktLiteral'),
          },
          { item: { type: 'uri', value: 'http://www.wikidata.org/entity/Q2' }, date: literal('1919-01-01') },
        ],
      },
    }, { map: new Map([['title', 'itemLabel'], ['when', 'date'], ['pair', 'coord']]) }); // prettier-ignore
    expect([result.format, result.read]).toEqual(['json', 2]);
    expect(places(result)[0]).toEqual([32.2, 51.1]);
    expect(whens(result)[0]).toMatch(/^1918-01-29/);
    expect(property(result.story.features[0], 'item')).toBe('http://www.wikidata.org/entity/Q1');
  });
});

describe('a map of kepler.gl', () => {
  const fields = [
    { name: 'name', type: 'string', format: '' },
    { name: 'date', type: 'timestamp', format: 'YYYY-M-D' },
    { name: 'latitude', type: 'real', format: '' },
    { name: 'longitude', type: 'real', format: '' },
  ];
  const rows = [['A', '2024-02-03', 50.5, 30.25], ['B', '2024-02-04', -1, 2]]; // prettier-ignore
  const dataset = { version: 'v1', data: { id: 'x', label: 'Data', allData: rows, fields } };

  it('has fields and rows, in a saved file or as they are given to it', async () => {
    const config = {
      version: 'v1',
      config: { visState: { layers: [{ id: 'l', type: 'point' }] } },
    };
    for (const value of [
      { datasets: [dataset], config, info: { app: 'kepler.gl', created_at: 'Sat Feb 03 2024' } },
      { info: { label: 'x' }, data: { fields, rows } },
      { fields, rows },
    ]) {
      const result = await read(value);
      expect(told(result)).toEqual([]);
      expect(places(result)).toEqual([[30.25, 50.5], [2, -1]]); // prettier-ignore
    }
  });

  it('has shapes in a field of GeoJSON', async () => {
    const line = { type: 'LineString', coordinates: [[0, 1], [2, 3]] }; // prettier-ignore
    const shaped = {
      fields: [...fields.slice(0, 2), { name: '_geojson', type: 'geojson' }],
      rows: [
        ['A', '2024', { type: 'Feature', properties: {}, geometry: line }],
        ['B', '2024', JSON.stringify(line)],
      ],
    };
    const result = await read(shaped);
    expect(places(result)).toEqual([line.coordinates, line.coordinates]);
  });
});

describe('StoryMapJS', () => {
  it('has a slide for each event, and a title slide that is none', async () => {
    const slide = {
      date: '3 February 2024',
      location: { lat: 50.5, lon: 30.25, zoom: 9, name: 'Kyiv', line: true },
      media: { url: 'https://example.org/a.jpg', caption: 'A <b>map</b>', credit: 'Me' },
      text: { headline: 'The <i>first</i>', text: '<p>See <a href="https://example.org/b">it</a></p>' },
    };
    const overview = { type: 'overview', date: '', text: { headline: 'My map', text: 'All' }, media: {} };
    const result = await read({
      storymap: { language: 'en', map_type: 'stamen', slides: [overview, slide, { ...slide, date: '' }] },
    });
    expect([result.format, result.read, result.written]).toEqual(["storymapjs", 2, 2]);
    expect(told(result)).toEqual(['warning 2 date missing-date']);
    expect(result.story.features.map((feature) => property(feature, 'when'))[1]).toBe('../..');
    expect(result.story).toMatchObject({ title: 'My map', description: 'All' });
    expect(result.story.features[0]).toMatchObject({
      geometry: { coordinates: [30.25, 50.5] },
      properties: {
        title: 'The first',
        summary: 'See it',
        when: '2024-02-03',
        where: { name: 'Kyiv' },
        sources: [{ url: 'https://example.org/b' }],
        media: [{ type: 'image', url: 'https://example.org/a.jpg', alt: 'A map', credit: 'Me' }],
        storymapjs: { 'location.zoom': '9' },
      },
    });
  });
}); // prettier-ignore
