import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedName } from '../../../src/model/read/json-scan';
import { Splitter, type JsonPiece } from '../../../src/formats/in/geojson/split';
import { imported, notes, property, told, type Json } from '../import/importing';

const feature = (properties: Json, members: Json = {}): Json => ({
  type: 'Feature',
  id: 'a',
  geometry: { type: 'Point', coordinates: [13.4, 52.5] },
  ...members,
  properties,
});
const collection = (features: unknown[], members: Json = {}) =>
  JSON.stringify({ type: 'FeatureCollection', title: 'A story', ...members, features });

describe('the splitter', () => {
  function pieces(text: string, size: number): JsonPiece[] {
    const splitter = new Splitter();
    const found: JsonPiece[] = [];
    for (let at = 0; at < text.length; at += size)
      found.push(...splitter.push(text.slice(at, at + size)));
    splitter.end();
    return found;
  }

  it('cuts what JSON.parse reads, wherever the text is cut', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const objects = fc.tuple(
      fc.dictionary(fc.string(), value),
      fc.array(value),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(undefined, 1, '\t'),
    );
    fc.assert(
      fc.property(objects, ([members, features, size, space]) => {
        const whole = { ...members, features };
        const found = pieces(JSON.stringify(whole, null, space), size);
        const entries = found.flatMap((piece) =>
          piece.kind === 'entry' ? [JSON.parse(piece.text) as unknown] : [],
        );
        const others = found.flatMap((piece) =>
          piece.kind === 'member' ? [[piece.name, JSON.parse(piece.text) as unknown] as const] : [],
        );
        const rest = JSON.parse(JSON.stringify({ ...whole, features: undefined })) as Json;
        expect(entries).toEqual(JSON.parse(JSON.stringify(features)));
        expect(Object.fromEntries(others)).toEqual(rest);
      }),
    );
  });

  it.each([
    ['', 'breaks off in line 1'],
    ['{"a":1', 'breaks off'],
    ['{"a":1}\n{', 'line 2 has "{"'],
    ['{"a" 1}', 'expected ":"'],
    ['{a:1}', 'a member name'],
    ['{"a":1,}', 'a member name'],
    ['{"features":[1 2]}', 'expected "," or "]"'],
    ['{"features":[1,]}', 'expected a value'],
    ['x', 'a JSON object or list'],
  ])('refuses %j', (text, message) => {
    expect(() => pieces(text, 3)).toThrow(message);
  });

  it('knows depth and lines', () => {
    const found = pieces('{"features":[\n1,\n\n{"a":[[{}]]}]}', 4);
    expect(found.slice(1)).toEqual([
      { kind: 'entry', text: '1', depth: 0, line: 2 },
      { kind: 'entry', text: '{"a":[[{}]]}', depth: 4, line: 4 },
    ]);
  });
});

describe('names that stand twice', () => {
  it.each([
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', undefined],
    ['{"a":1,"a":2}', 'a'],
    ['{"b":[{"x":1,"y":"x","x":2}]}', 'x'],
    ['{"a\\"":1,"a\\u0022":2}', 'a"'],
    ['["a","a"]', undefined],
    ['{"a":"{\\"a\\":1,"}', undefined],
  ])('in %s: %s', (text, name) => expect(repeatedName(text)).toBe(name));
});

describe('a story', () => {
  it('comes out with every member as it was written', async () => {
    const record =
      '{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[1.50,-0.0]},"x-first":{"deep":[{"n":12345678901234567890.10}]},"properties":{"title":"T","when":"2024","__proto__":{"a":1},"b":1e400,"2":2,"1":1}}';
    const text = `{"title":"S","$schema":"x","big":123456789012345678901,"type":"FeatureCollection","features":[${record}],"last":{"z":1,"a":[ null ]},"__proto__":5}`;
    const result = await imported(text);
    expect(result.text).toContain(record);
    expect(result.text).toContain('"big":123456789012345678901');
    expect(result.text.match(/"(title|\$schema|big|features|last|__proto__)":/g)).toEqual(
      expect.arrayContaining(['"$schema":', '"__proto__":']),
    );
    const order = ['"title":"S"', '"$schema"', '"big"', '"features"', '"last"'];
    const places = order.map((name) => result.text.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(result.text.endsWith('"__proto__":5}\n')).toBe(true);
    expect(notes(result)).toEqual([]);
    expect((await imported(result.text)).text).toBe(result.text);
  });

  it('keeps any unknown member in value, over and over', async () => {
    const unknown = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(unknown, unknown, async (properties, members) => {
        const record = feature({ ...properties, title: 'T', when: '2024' }, {});
        const text = collection([record], { 'x-more': members });
        const once = await imported(text, { format: 'geojson' });
        if (once.written === 1)
          expect(once.story.features[0]).toEqual(JSON.parse(text).features[0]);
        expect(once.story['x-more']).toEqual(JSON.parse(text)['x-more']);
      }),
      { numRuns: 60 },
    );
  });

  it('has its bad records named and its good ones written', async () => {
    const result = await imported(
      collection([
        feature({ title: 'Good', when: '2024' }),
        feature({ title: 'No date' }, { id: 'b' }),
        feature({ title: 'Twice', when: '2024' }),
        5,
        feature({ title: 'Bad place', when: '2024' }, { id: 'c', geometry: { type: 'Point', coordinates: [999, 1] } }),
        feature({ title: 'No id', when: '2025' }, { id: undefined }),
      ]), // prettier-ignore
    );
    expect(told(result)).toEqual([
      'error 2 time missing-date',
      'error 3 id duplicate-id',
      'error 4 type not-a-feature',
      'error 5 geometry.coordinates coordinate-range',
      'warning 6 id missing-id',
    ]);
    expect(result.story.features.map(({ id }) => id)).toEqual(['a', 'record-6']);
    expect(result.problems.map(({ id }) => id).slice(0, 2)).toEqual(['b', 'a']);
  });

  it('may have records that are no JSON, too deep, or say a thing twice', async () => {
    const good = JSON.stringify(feature({ title: 'T', when: '2024' }));
    const deep = `{"type":"Feature","x":${'['.repeat(200)}${']'.repeat(200)}}`;
    const twice = good.replace('"id"', '"type":"Feature","id"');
    const result = await imported(
      `{"type":"FeatureCollection","title":"S","features":[${good},{"a":tru},\n${deep},${twice}]}`,
    );
    expect(told(result)).toEqual([
      'error 2 line 1 not-json',
      'error 3 line 2 too-deep',
      'error 4 line 2 repeated-member',
    ]);
  });

  it('may declare what its records name after them', async () => {
    const record = feature({
      title: 'T',
      when: '2024',
      category: 'talks',
      sources: ['wire', 'nobody'],
      links: [{ rel: 'follows', event: 'later' }],
    });
    const later = feature({ title: 'L', when: '2025', status: 'scheduled' }, { id: 'later' });
    const result = await imported(
      `{"type":"FeatureCollection","title":"S","features":[${JSON.stringify(record)},${JSON.stringify(later)}],"sources":{"wire":{"title":"Wire"}},"categories":[{"id":"strike"}],"asOf":"2026-01-01"}`,
    );
    expect(told(result)).toEqual([
      'warning 1 properties.sources[1] unknown-source',
      'warning 1 properties.category unknown-category',
      'warning 2 properties.status scheduled-in-past',
    ]);
  });
});

describe('other GeoJSON', () => {
  it('is read by its properties, as a table is, and keeps them', async () => {
    const text = collection(
      [
        feature({ name: 'A thing', date: '2024-02-03', status: 'Clear', n: 0 }, { id: undefined }),
        feature({ name: 'B', date: '2024-02-04', status: null, n: { deep: [1] } }, { id: 7 }),
      ],
      {
        title: undefined,
        name: 'x',
        crs: { properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
      },
    );
    const big = text.replace('"n":0', '"n":12345678901234567890');
    const result = await imported(big, { name: 'things.geojson' });
    expect(result.text).toContain('"n":12345678901234567890');
    expect(result.story).toMatchObject({ title: 'things', name: 'x' });
    expect(result.story.features[1]).toEqual({
      type: 'Feature',
      id: 7,
      geometry: { type: 'Point', coordinates: [13.4, 52.5] },
      properties: {
        title: 'B',
        when: '2024-02-04',
        name: undefined,
        'imported:status': null,
        n: { deep: [1] },
      },
    });
    expect(property(result.story.features[0], 'imported:status')).toBe('Clear');
    expect(told(result)).toEqual([]);
  });

  it('may be a feature, a geometry, a list or a sequence', async () => {
    const one = JSON.stringify(feature({ title: 'T', when: '2024' }));
    const two = JSON.stringify(feature({ title: 'U', when: '2025' }, { id: 'b' }));
    expect((await imported(one)).written).toBe(1);
    expect((await imported(`[${one},${two}]`)).written).toBe(2);
    for (const text of [`${one}\n${two}\n`, `\x1e${one}\n\x1e${two}\n`, `${one}\r\n\r\n${two}`]) {
      const result = await imported(text, { size: 7 });
      expect([result.format, result.written]).toEqual(['geojsonl', 2]);
    }
    const broken = await imported(`${one}\n{"type":"Feature",\n${two}\n`);
    expect(told(broken)).toEqual(['error 2 line 2 not-json']);
    expect(told(await imported('{"type":"Point","coordinates":[1,2]}'))).toEqual([
      'error 1 title missing-title',
      'error 1 when missing-date',
    ]);
  });

  it.each([
    ['{"type":"Topology","objects":{}}', 'TopoJSON'],
    ['{"type":"FeatureCollection"}', 'features is missing'],
    ['{"type":"FeatureCollection","features":{}}', 'features is an object'],
    ['{"features":[],"type":"Feature"}', 'of type "Feature"'],
    [
      '{"type":"FeatureCollection","features":[],"crs":{"properties":{"name":"EPSG:9999"}}}',
      'EPSG:9999 is not in the list',
    ],
    ['{"type":"FeatureCollection","features":[{}]', 'breaks off'],
    ['<!doctype html><title>Not found</title>', 'a web page'],
    ['   ', 'empty'],
  ])('%s is refused', async (text, message) => {
    await expect(imported(text)).rejects.toThrow(message);
  });

  it('has its shape read from geometry only', async () => {
    const text = JSON.stringify(
      feature(
        { title: 'T' },
        { time: { date: '2024-01-01' }, geometry: null, place: { type: 'Prism' } },
      ),
    );
    expect(told(await imported(text))).toEqual(['warning 1 place place-not-read']);
  });
});

describe('Linked Places', () => {
  const place = (when: unknown, members: Json = {}) =>
    JSON.stringify({
      type: 'FeatureCollection',
      '@context': 'x',
      features: [
        { type: 'Feature', '@id': 'http://a/1', properties: { title: 'P' }, when, geometry: null, ...members },
      ],
    }); // prettier-ignore
  const whenOf = async (text: string) => {
    const result = await imported(text);
    return property(result.story.features[0], 'when') ?? told(result);
  };

  it.each([
    [[{ start: { in: '1832' } }], '1832'],
    [[{ start: { in: '1600' }, end: { in: '1699' } }], '1600/1699'],
    [[{ start: { earliest: '1600', latest: '1610' }, end: { in: '1650' } }], '1600~/1650'],
    [[{ start: { earliest: '-0549' }, end: { latest: '-0320' } }], '-0549/-0320'],
    [[{ start: { in: '1800' } }, { start: { in: '1700' }, end: { in: '1750' } }], '1700/1800'],
  ])('timespans %j are %s', async (timespans, when) => {
    expect(await whenOf(place({ timespans }))).toBe(when);
  });

  it('keep their uncertainty, and are looked for in geometries', async () => {
    const uncertain = { timespans: [{ start: { in: '1832' } }], certainty: 'uncertain' };
    expect(await whenOf(place(uncertain))).toBe('1832?');
    const geometry = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [1, 2], when: { timespans: [{ start: { in: '1600' } }] } },
        { type: 'Point', coordinates: [1, 3], when: { timespans: [{ start: { in: '1700' } }] } },
      ],
    };
    const result = await imported(place(undefined, { geometry }));
    expect(property(result.story.features[0], 'when')).toBe('1600/1700');
    expect(result.story.features[0]).toMatchObject({ id: 'http://a/1', geometry });
  });

  it.each([
    [[], 'error 1 when missing-date'],
    [[{ start: { in: 'long ago' } }], 'error 1 when.timespans.start.in bad-date'],
    [[{ start: 1832 }], 'error 1 when.timespans.start bad-date'],
    [[{ start: { in: '1900' }, end: { in: '1800' } }], 'error 1 when end-before-start'],
  ])('timespans %j are refused: %s', async (timespans, problem) => {
    expect(await whenOf(place({ timespans }))).toEqual([problem]);
  });
});
