import { describe, expect, test } from 'vitest';
import { feature, reading, single, storyOf, told } from '../stories';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

describe('time', () => {
  test.each([
    [{ date: '2025-12-17' }, '2025-12-17', '2025-12-18', 'day'],
    [{ interval: ['2025-12-17', '2025-12-18'] }, '2025-12-17', '2025-12-19', 'day'],
    [
      { interval: ['2025-12-17', '2025-12-17'], date: '2020-01-01' },
      '2025-12-17',
      '2025-12-18',
      'day',
    ],
    [{ date: '2025-12-17', instant: 'x' }, '2025-12-17', '2025-12-18', 'day'],
  ])('%j', (time, start, end, precision) => {
    const { event, told } = single({}, { time });
    expect(told).toEqual([]);
    expect(event!.time).toMatchObject({
      start: day(start),
      end: day(end),
      startPrecision: precision,
      startSoft: false,
    });
  });

  test('timestamps last as long as they are fine; intervals hold their last', () => {
    const moment = Date.parse('2025-12-17T10:00:00Z');
    expect(single({}, { time: { timestamp: '2025-12-17T10:00:00Z' } }).event!.time).toMatchObject({
      start: moment,
      end: moment + 1000,
      startPrecision: 'second',
    });
    const interval = ['2025-12-17T10:00:00Z', '2025-12-17T11:00:00.5Z'];
    expect(single({}, { time: { interval } }).event!.time).toMatchObject({
      start: moment,
      end: moment + 3_600_501,
      endPrecision: 'millisecond',
    });
  });

  test('open ends', () => {
    const { event } = single({}, { time: { interval: ['2025-12-17', '..'] } });
    expect(event!.time).toMatchObject({ end: 8.64e15, endOpen: true, startOpen: false });
    const unknown = single({ when: '2025-12-17/' }, { time: { interval: ['2025-12-17', '..'] } });
    expect(unknown.event!.time).toMatchObject({ endOpen: false, endUnknown: true });
  });

  test('days are days of the story zone', () => {
    const { event } = single({}, {}, { timeZone: 'America/New_York' });
    expect(event!.time.start).toBe(Date.parse('2025-12-17T05:00:00Z'));
    expect(event!.time.end).toBe(Date.parse('2025-12-18T05:00:00Z'));
  });

  test('when gives precision and softness, time the bounds', () => {
    const time = { interval: ['2025-12-01', '2025-12-20'] };
    expect(single({ when: '2025-12~' }, { time }).event).toMatchObject({
      when: '2025-12~',
      time: { end: day('2025-12-21'), startPrecision: 'month', startSoft: true, endSoft: true },
    });
    expect(single({ when: '2025-12~' }, { time: null }).event!.time.end).toBe(day('2026-01-01'));
    const apart = single({ when: '2024~' }, { time });
    expect(apart.told).toEqual(['warning berlin properties.when time-against-when']);
    expect(apart.event!.time).toMatchObject({ startPrecision: 'day', startSoft: false });
  });

  test.each([
    [undefined, undefined, 'time missing-date'],
    [{ instant: '2025-12-17' }, undefined, 'time missing-date'],
    [{}, undefined, 'time missing-date'],
    ['2025-12-17', '2025-12-17', 'time bad-time'],
    [{ date: '2025-12' }, '2025-12', 'time.date bad-time'],
    [{ date: '2025-02-30' }, '2025-02', 'time.date bad-date'],
    [{ date: 20251217 }, undefined, 'time.date bad-time'],
    [{ timestamp: '2025-12-17' }, undefined, 'time.timestamp bad-time'],
    [{ interval: ['2025-12-18', '2025-12-17'] }, undefined, 'time.interval end-before-start'],
    [{ interval: ['2025-12-18'] }, undefined, 'time.interval bad-time'],
    [{ interval: ['2025-12-18', null] }, undefined, 'time.interval[1] bad-time'],
    [{ date: '2025-12-17' }, '17 Dec', 'properties.when bad-date'],
    [{ date: '2025-12-17' }, 2025, 'properties.when bad-date'],
  ])('%j and %j are refused', (time, when, expected) => {
    const { event, told } = single({ when }, { time });
    expect(event).toBeUndefined();
    expect(told).toEqual([`error berlin ${expected}`]);
  });

  test('readable but against JSON-FG', () => {
    const mixed = single({}, { time: { interval: ['2025-12-17', '2025-12-18T10:00:00Z'] } });
    expect(mixed.told).toEqual(['warning berlin time.interval mixed-interval']);
    const offset = single({}, { time: { timestamp: '2025-12-17T10:00:00+02:00' } });
    expect(offset.told).toEqual(['warning berlin time.timestamp time-not-utc']);
    expect(offset.event!.time.start).toBe(Date.parse('2025-12-17T08:00:00Z'));
  });
});

describe('geometry', () => {
  const ring = [[0, 0], [1, 0], [1, 1], [0, 0]]; // prettier-ignore
  test.each([
    [{ type: 'Point', coordinates: [180, -90, 5] }],
    [{ type: 'MultiPoint', coordinates: [[1, 2]] }],
    [{ type: 'LineString', coordinates: [[0, 0], [1, 1]] }], // prettier-ignore
    [{ type: 'Polygon', coordinates: [ring] }],
    [{ type: 'Polygon', coordinates: [[...ring].reverse()] }],
    [{ type: 'MultiPolygon', coordinates: [[ring], [ring]] }],
    [{ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'Point', coordinates: [3, 4] }] }], // prettier-ignore
    [null],
  ])('%j is kept as it came', (geometry) => {
    const { event, told } = single({}, { geometry });
    expect(told).toEqual([]);
    expect(event!.geometry).toEqual(geometry);
  });

  test.each([
    ['text', 'geometry bad-geometry'],
    [{}, 'geometry.type geometry-type'],
    [{ type: 'point', coordinates: [1, 2] }, 'geometry.type geometry-type'],
    [{ type: 'Point' }, 'geometry.coordinates bad-position'],
    [{ type: 'Point', coordinates: [1] }, 'geometry.coordinates bad-position'],
    [{ type: 'Point', coordinates: ['1', '2'] }, 'geometry.coordinates bad-position'],
    [{ type: 'Point', coordinates: [181, 0] }, 'geometry.coordinates coordinate-range'],
    [{ type: 'MultiPoint', coordinates: [[0, 0], [0, 91]] }, 'geometry.coordinates[1] coordinate-range'], // prettier-ignore
    [{ type: 'LineString', coordinates: [[0, 0]] }, 'geometry.coordinates short-line'],
    [{ type: 'LineString', coordinates: [0, 0] }, 'geometry.coordinates[0] bad-position'],
    [{ type: 'Polygon', coordinates: ring }, 'geometry.coordinates[0][0] bad-position'],
    [{ type: 'Polygon', coordinates: [ring.slice(1)] }, 'geometry.coordinates[0] short-ring'],
    [{ type: 'Polygon', coordinates: [[...ring, [9, 9]]] }, 'geometry.coordinates[0] open-ring'],
    [{ type: 'GeometryCollection' }, 'geometry.geometries bad-geometry'],
    [{ type: 'GeometryCollection', geometries: [null] }, 'geometry.geometries[0] bad-geometry'],
  ])('%j is refused', (geometry, expected) => {
    const { event, told } = single({}, { geometry });
    expect(event).toBeUndefined();
    expect(told).toEqual([`error berlin ${expected}`]);
  });

  test('null island and emptiness are worth a second look', () => {
    const island = single({}, { geometry: { type: 'Point', coordinates: [0, 0] } });
    expect(island.told).toEqual(['warning berlin geometry.coordinates null-island']);
    const empty = single({}, { geometry: { type: 'MultiPoint', coordinates: [] } });
    expect(empty.told).toEqual(['warning berlin geometry empty-geometry']);
    expect(empty.event!.geometry).toBeNull();
  });
});

describe('place', () => {
  test('is kept as far as it can be used', () => {
    const where = {
      name: { en: 'Kyiv', uk: 'Київ' },
      precision: 'region',
      radius: 5000,
      country: 'UA',
      regions: ['UA-30', 'UA-32'],
    };
    expect(single({ where })).toMatchObject({ event: { where }, told: [] });
    const bad = { name: 5, precision: 'adm2', radius: -1, country: 'Ukraine', regions: ['UA-30', 'Kyiv'] }; // prettier-ignore
    expect(single({ where: bad })).toMatchObject({
      event: { where: { regions: ['UA-30'] } },
      told: [
        'warning berlin properties.where.name bad-text',
        'warning berlin properties.where.precision unknown-precision',
        'warning berlin properties.where.radius bad-radius',
        'warning berlin properties.where.country bad-country',
        'warning berlin properties.where.regions[1] bad-region',
      ],
    });
    expect(single({ where: 'Kyiv' }).told).toEqual(['warning berlin properties.where bad-place']);
  });

  test('further places have roles and geometries, and a bad one does not cost the record', () => {
    const { event, told } = single({
      places: [
        { name: 'Kyiv', role: 'target', geometry: { type: 'Point', coordinates: [30.5, 50.4] } },
        { name: 'Minsk', role: 'host', geometry: { type: 'Point', coordinates: [30.5, 150.4] } },
        7,
      ],
    });
    expect(event!.places).toMatchObject([
      { name: 'Kyiv', role: 'target', geometry: { type: 'Point' } },
      { name: 'Minsk', role: undefined, geometry: null },
    ]);
    expect(told).toEqual([
      'warning berlin properties.places[1].role unknown-role',
      'warning berlin properties.places[1].geometry.coordinates coordinate-range',
      'warning berlin properties.places[2] bad-place',
    ]);
  });
});

describe('statements', () => {
  const sources = { paper: { title: 'Paper' } };

  test('words outside their lists fall back', () => {
    const claims = [{ by: 'A', stance: 'says', text: 'x', source: 'paper', on: '2025-12-17~' }];
    const { event, told } = single(
      { status: 'done', evidence: 'rumoured', claims },
      {},
      { sources },
    );
    expect(event).toMatchObject({
      status: 'happened',
      evidence: undefined,
      claims: [{ by: 'A', stance: 'asserts', text: 'x', source: 'paper', on: '2025-12-17~' }],
    });
    expect(told).toEqual([
      'warning berlin properties.status unknown-status',
      'warning berlin properties.evidence unknown-evidence',
      'warning berlin properties.claims[0].stance unknown-stance',
    ]);
  });

  test('claims need an author and words; their source must be known', () => {
    const claims = [{ text: 'x' }, { by: 'A', stance: 'denies' }, { by: 'A', stance: 'denies', text: 'x', source: 'blog', on: 'soon' }]; // prettier-ignore
    const { event, told } = single({ claims }, {}, { sources });
    expect(event!.claims).toMatchObject([{ by: 'A', source: undefined, on: undefined }]);
    expect(told).toEqual([
      'warning berlin properties.claims[0].by bad-claim',
      'warning berlin properties.claims[1].text bad-claim',
      'warning berlin properties.claims[2].source unknown-source',
      'warning berlin properties.claims[2].on bad-date',
    ]);
  });

  test('figures: unknown is not zero, ranges out of order are kept', () => {
    const figures = [
      { measure: 'killed', min: 0, max: null },
      { measure: 'injured', min: 5, best: 9, max: 7, by: 'A' },
      { measure: 'drones', min: '82' },
      { min: 1 },
    ];
    const { event, told } = single({ figures });
    expect(event!.figures).toEqual([
      { measure: 'killed', min: 0 },
      { measure: 'injured', min: 5, best: 9, max: 7, by: 'A' },
      { measure: 'drones' },
    ]);
    expect(told).toEqual([
      'warning berlin properties.figures[1] figure-order',
      'warning berlin properties.figures[2].min bad-number',
      'warning berlin properties.figures[3].measure bad-figure',
    ]);
  });

  test('sources by id or in place; what a page may not link to is dropped', () => {
    const inline = {
      title: 'Blog',
      url: 'https://example.org/b?c=d',
      archiveUrl: 'ftp://example.org',
    };
    const { event, told } = single({ sources: ['paper', 'gone', inline, 5] }, {}, { sources });
    expect(event!.sources).toMatchObject([
      { title: 'Paper' },
      { title: 'Blog', url: 'https://example.org/b?c=d', archiveUrl: undefined },
    ]);
    expect(told).toEqual([
      'warning berlin properties.sources[1] unknown-source',
      'warning berlin properties.sources[2].archiveUrl unsafe-link',
      'warning berlin properties.sources[3] bad-source',
    ]);
  });

  test.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'https://user:pass@example.org/',
    '//example.org',
    'https://example.org/\u202Egnp.exe',
    'vbscript:x',
    42,
  ])('%j is no address to link to', (url) => {
    const { event, told } = single({ media: [{ type: 'image', url, alt: 'x' }] });
    expect(event!.media).toEqual([]);
    expect(told).toEqual(['warning berlin properties.media[0].url unsafe-link']);
  });

  test('media may lie beside their story', () => {
    const { event, told } = single({ media: [{ type: 'image', url: 'page.png', alt: 'x' }] });
    expect(event!.media).toMatchObject([{ url: 'page.png' }]);
    expect(told).toEqual([]);
  });

  test('media without words, and content warnings that are no text', () => {
    const media = [{ type: 'image', url: 'https://example.org/a.jpg', sensitive: true }];
    const { event, told } = single({ media, sensitive: 'Shows the dead' });
    expect(event).toMatchObject({
      sensitive: 'Shows the dead',
      media: [{ url: 'https://example.org/a.jpg', sensitive: 'Sensitive content' }],
    });
    expect(told).toEqual([
      'warning berlin properties.media[0].alt missing-alt',
      'warning berlin properties.media[0].sensitive bad-text',
    ]);
  });
});

describe('categories', () => {
  const used = (ids: unknown[], categories?: unknown[]) =>
    reading(
      ids.map((category, at) => feature({ category }, { id: `e${at}` })),
      { categories },
    );

  test('declared ones come first, with their shapes or those left over', () => {
    const result = used(['b'], [
      { id: 'a', shape: 'diamond' },
      { id: 'b', label: { en: 'Bee' }, color: '#2a6f97' },
      { id: 'c', shape: 'blob', color: 'url(x)' },
      { id: 'a' },
      'd',
    ]); // prettier-ignore
    expect(storyOf(result).categories).toEqual([
      { id: 'a', label: 'A', shape: 'diamond' },
      { id: 'b', label: { en: 'Bee' }, color: '#2a6f97', shape: 'circle' },
      { id: 'c', label: 'C', shape: 'square' },
    ]);
    expect(told(result)).toEqual([
      'warning null categories[2].color bad-color',
      'warning null categories[2].shape unknown-shape',
      'warning null categories[3].id duplicate-category',
      'warning null categories[4] bad-category',
    ]);
  });

  test('without a declaration they follow from the records', () => {
    const result = used(['air-strike', 'talks', 'air-strike', undefined]);
    expect(told(result)).toEqual([]);
    const { categories, events } = storyOf(result);
    expect(categories.map(({ label, shape }) => [label, shape])).toEqual([
      ['Air strike', 'circle'],
      ['Talks', 'diamond'],
      ['Other', 'dot'],
    ]);
    expect(events.map(({ category }) => category)).toEqual([0, 1, 0, 2]);
  });

  test('one that was not declared is shown and noted', () => {
    const result = used(['talks', 'strikes', 5], [{ id: 'talks', label: 'Talks' }]);
    expect(told(result)).toEqual([
      'warning e1 properties.category unknown-category',
      'warning e2 properties.category bad-category',
    ]);
    expect(storyOf(result).categories.map(({ id }) => id)).toEqual(['talks', 'strikes', 'other']);
  });

  test('twelve have a shape of their own; the rest share Other, with their own names', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `c-${at}`);
    const declared = [{ id: 'c-30', label: { uk: 'Тридцять' } }];
    const { categories, events, gathered } = storyOf(used(ids, declared));
    expect(gathered).toEqual(ids.slice(11).filter((id) => id !== 'c-30'));
    expect(categories.map(({ id }) => id)).toEqual(['c-30', ...ids.slice(0, 11), 'other']);
    expect(new Set(categories.map(({ shape }) => shape)).size).toBe(13);
    expect(categories[12]).toMatchObject({ label: 'Other', shape: 'dot' });
    expect(events.map(({ category }) => category)).toEqual(
      ids.map((_, at) => (at === 30 ? 0 : Math.min(at + 1, 12))),
    );
    expect([events[10], events[30], events[39]].map((event) => event!.categoryLabel)).toEqual([
      undefined,
      undefined,
      'C 39',
    ]);
    expect(told(used(ids))).toEqual(['warning null categories too-many-categories']);
    const full = storyOf(used([...ids.slice(0, 12), undefined]));
    expect(full.categories).toHaveLength(13);
    expect(full.events[12]).toMatchObject({ category: 12 });
    expect(full.events[12]!.categoryLabel).toBeUndefined();
    expect(told(used(ids.slice(0, 12)))).toEqual([]);
  });
});
