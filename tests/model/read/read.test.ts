import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStory } from '../../../src/model/read/read';
import { collection, feature, reading, single, storyOf, told } from '../stories';

const bundled = readFileSync('events/peace-plan-december-2025.geojson', 'utf8');

describe('what is no story', () => {
  test.each([
    ['{"type": "FeatureCollection",', 'line 1, column 30', 'not-json'],
    ['', 'line 1, column 1', 'not-json'],
    ['[]', 'type', 'not-a-feature-collection'],
    ['null', 'type', 'not-a-feature-collection'],
    [JSON.stringify(feature()), 'type', 'not-a-feature-collection'],
    ['{"type": "FeatureCollection", "title": "T"}', 'features', 'missing-features'],
    ['{"type": "FeatureCollection", "features": []}', 'title', 'missing-title'],
    ['{"type": "FeatureCollection", "features": [], "title": {"en": 5}}', 'title', 'missing-title'],
    [
      JSON.stringify(collection([], { crs: { properties: { name: 'EPSG:3857' } } })),
      'crs',
      'foreign-crs',
    ],
  ])('%s', (text, field, code) => {
    const { story, problems } = readStory(text, 'x');
    expect(story).toBeNull();
    expect(problems).toMatchObject([{ severity: 'error', record: null, field, code }]);
    expect(problems[0]!.message).toContain('expected');
  });

  test('features of a file without a title count as rejected', () => {
    expect(readStory({ type: 'FeatureCollection', features: [1, 2] }, 'x')).toMatchObject({
      read: 2,
      rejected: 2,
    });
  });
});

describe('the story', () => {
  test('has defaults, and keeps what is said', () => {
    const plain = storyOf(reading([]));
    expect(plain).toMatchObject({ id: 'test', title: 'A story', language: 'en', timeZone: 'UTC' });
    const full = reading([feature()], {
      title: { en: 'Story', uk: 'Історія' },
      language: 'uk-ua',
      timeZone: 'Asia/Tokyo',
      asOf: '2025-12-18',
      sources: { constructor: { title: 'Paper', url: 'https://example.org/a' } },
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
    });
    expect(told(full)).toEqual([]);
    const story = storyOf(full);
    expect(story.language).toBe('uk-UA');
    expect(story.asOf).toMatchObject({
      start: Date.parse('2025-12-17T15:00:00Z'),
      end: Date.parse('2025-12-18T15:00:00Z'),
    });
    expect(story.events[0]!.time.start).toBe(Date.parse('2025-12-16T15:00:00Z'));
    expect(story.sources?.get('constructor')).toMatchObject({ url: 'https://example.org/a' });
  });

  test('what cannot be used is noted, and the defaults stand', () => {
    const result = reading([feature()], {
      language: 'not a tag',
      timeZone: 'Mars/Olympus',
      asOf: '2025-12',
      description: 5,
      sources: [],
      categories: 'talks',
    });
    expect(told(result)).toEqual([
      'warning null timeZone unknown-time-zone',
      'warning null description bad-text',
      'warning null language bad-language',
      'warning null asOf bad-as-of',
      'warning null categories not-a-list',
      'warning null sources bad-sources',
    ]);
    expect(storyOf(result)).toMatchObject({ language: 'en', timeZone: 'UTC', asOf: undefined });
    expect(told(reading([feature()], { asOf: '2025-02-30' }))).toHaveLength(1);
    expect(told(reading([]))).toEqual(['warning null features no-features']);
  });

  test('a byte order mark is tolerated', () => {
    expect(readStory(`\ufeff${JSON.stringify(collection([feature()]))}`, 'x').read).toBe(1);
  });
});

describe('records', () => {
  test('a bad one is left out with every error, the others work', () => {
    const bad = feature(
      { title: '', when: '2025-13' },
      { id: 'bad', geometry: { type: 'Point', coordinates: [52.5, 113.4] } },
    );
    const result = reading([feature(), bad, 'text', feature({}, { id: 'last' })]);
    expect(storyOf(result).events.map(({ id, record }) => [id, record])).toEqual([
      ['berlin', 1],
      ['last', 4],
    ]);
    expect(result).toMatchObject({ read: 4, rejected: 2 });
    expect(told(result)).toEqual([
      'error bad properties.title missing-title',
      'error bad properties.when bad-date',
      'error bad geometry.coordinates coordinate-range',
      'error 3 type not-a-feature',
    ]);
    expect(result.problems[1]).toMatchObject({ value: '2025-13' });
    expect(result.problems[1]!.message).toContain('month 13');
    expect(result.problems[2]!.message).toContain('swapped?');
  });

  test('ids: numbers become text, missing ones are made, repeated ones refused', () => {
    const result = reading([
      feature({}, { id: 7 }),
      feature({}, { id: undefined }),
      feature({}, { id: 'record-2' }),
      feature({}, { id: '7' }),
      feature({}, { id: ['x'] }),
      feature({}, { id: '__proto__' }),
    ]);
    expect(storyOf(result).events.map(({ id }) => id)).toEqual([
      '7',
      'record-2-2',
      'record-2',
      '__proto__',
    ]);
    expect(told(result)).toEqual([
      'warning 2 id missing-id',
      'error 4 id duplicate-id',
      'error 5 id bad-id',
    ]);
  });

  test('properties that are no object, or null', () => {
    expect(told(reading([{ type: 'Feature', id: 'a', properties: [] }]))).toEqual([
      'error a properties bad-properties',
    ]);
    expect(told(reading([{ type: 'Feature', id: 'a', properties: null }]))).toEqual([
      'error a properties.title missing-title',
      'error a time missing-date',
    ]);
  });

  test('links to nothing are dropped, as are those to a record that cannot be shown', () => {
    const links = [
      { rel: 'follows', event: 'second' },
      { rel: 'follows', event: 'nowhere' },
      { rel: 'part-of', event: 'bad' },
      { rel: 'part-of', event: 'berlin' },
      { rel: 'causes', event: 'second' },
      { rel: 'follows' },
      'second',
    ];
    const result = reading([
      feature({ links }),
      feature({}, { id: 'second' }),
      feature({}, { id: 'bad', time: null }),
    ]);
    expect(storyOf(result).events[0]!.links).toEqual([{ rel: 'follows', event: 'second' }]);
    expect(told(result).filter((line) => line.includes('berlin'))).toEqual([
      'warning berlin properties.links[6] bad-link',
      'warning berlin properties.links[4].rel unknown-relation',
      'warning berlin properties.links[5].event bad-link',
      'warning berlin properties.links unknown-event',
      'warning berlin properties.links unknown-event',
      'warning berlin properties.links self-link',
    ]);
  });

  test('status against asOf', () => {
    const story = { asOf: '2025-12-18' };
    const at = (status: string, date: string): string[] =>
      single({ status }, { time: { date } }, story).told;
    expect(at('scheduled', '2025-12-17')).toEqual([
      'warning berlin properties.status scheduled-in-past',
    ]);
    expect(at('scheduled', '2025-12-18')).toEqual([]);
    expect(at('happened', '2025-12-18')).toEqual([]);
    expect(at('happened', '2025-12-19')).toEqual([
      'warning berlin properties.status happened-in-future',
    ]);
    expect(at('ongoing', '2025-12-19')).toEqual([]);
  });
});

describe('anything at all', () => {
  test('never throws, and counts add up', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (root, features) => {
        for (const input of [root, collection(features), JSON.stringify(root)]) {
          const { story, read, rejected, problems } = readStory(input, 'x');
          expect(read).toBe((story?.events.length ?? 0) + rejected);
          if (!story) expect(problems.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a sound story with any member replaced', () => {
    const strange = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('', '..', '2025-13', -0, Infinity, [], {}, [[]], null, 'javascript:alert(1)'),
    );
    fc.assert(
      fc.property(fc.nat(), strange, (where, value) => {
        const root = JSON.parse(bundled);
        const spots: [Record<string, unknown>, string][] = [];
        const visit = (node: Record<string, unknown>): void => {
          for (const key of Object.keys(node)) {
            spots.push([node, key]);
            const child = node[key];
            if (typeof child === 'object' && child !== null) visit(child as typeof node);
          }
        };
        visit(root);
        const [owner, key] = spots[where % spots.length]!;
        owner[key] = value;
        const { story, read, rejected, problems } = readStory(root, 'x');
        expect(read).toBe((story?.events.length ?? 0) + rejected);
        if (rejected > 0) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
        for (const event of story?.events ?? []) {
          expect(event.time.end).toBeGreaterThan(event.time.start);
          expect(story!.categories[event.category]).toBeDefined();
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('members named like those of every object pollute nothing', () => {
    const hostile = `{"type": "FeatureCollection", "title": "T",
      "__proto__": {"polluted": 1}, "sources": {"__proto__": {"title": "P", "polluted": 1}},
      "categories": [{"id": "__proto__"}, {"id": "toString"}],
      "features": [{"type": "Feature", "id": "__proto__", "geometry": null,
        "time": {"date": "2025-12-17"}, "__proto__": {"polluted": 1},
        "properties": {"title": {"__proto__": "T"}, "__proto__": {"polluted": 1},
          "category": "__proto__", "sources": ["__proto__", "valueOf"]}}]}`;
    const result = readStory(hostile, '__proto__');
    expect(storyOf(result).events[0]).toMatchObject({ id: '__proto__', category: 0 });
    expect(told(result)).toEqual(['warning __proto__ properties.sources[1] unknown-source']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });
});
