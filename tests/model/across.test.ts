import { describe, expect, test } from 'vitest';
import { insideOf } from '../../src/world/inside';
import { Worldview } from '../../src/world/worldview';
import { duplicateEvents } from '../../src/model/check/duplicates';
import { swappedPositions } from '../../src/model/check/swapped';
import { collection, feature, reading, storyOf, type Json } from './stories';
import { readStory } from '../../src/model/read/read';

const codes = (features: unknown[], members: Json = {}) =>
  readStory(collection(features, members), 's').problems.map(
    ({ severity, record, field, code }) => `${severity} ${record} ${field} ${code}`,
  );

describe('duplicates', () => {
  test('have the same time, place and title', () => {
    const at = (id: string, more: Json = {}, members: Json = {}) =>
      feature(more, { id, ...members });
    const events = storyOf(
      reading([
        at('a'),
        at('b'),
        at('c', { title: 'Other' }),
        at('d', {}, { time: { date: '2025-12-18' } }),
        at('e', {}, { geometry: { type: 'Point', coordinates: [13.4, 52.6] } }),
        at('f', { where: { name: 'X' } }, { geometry: null }),
        at('g', { where: { name: 'Y' } }, { geometry: null }),
        at('h', { where: { name: 'X' } }, { geometry: null }),
      ]),
    ).events;
    expect(duplicateEvents(events).map(({ record, code }) => [record, code])).toEqual([
      ['b', 'duplicate-event'],
      ['h', 'duplicate-event'],
    ]);
    expect(codes([at('a'), at('b')])).toEqual(['warning b properties.title duplicate-event']);
  });
});

describe('swapped positions', () => {
  const square = (piece: string, west: number, south: number, size: number) => {
    const [east, north] = [west + size, south + size];
    const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
    return {
      piece,
      box: [west, south, east, north] as const,
      shape: { type: 'MultiPolygon' as const, coordinates: [[ring]] },
    };
  };
  const views = { un: { country: 'DD', dashed: true }, iso: { country: 'EE', dashed: true } };
  const inside = insideOf(
    { shapes: [square('AA', 20, 45, 10), square('BB', 5, 5, 10), square('area', 60, 20, 5)] },
    new Worldview('un', { area: { names: {}, views } }),
  );
  const found = (country: string, coordinates: number[], places: unknown[] = []) => {
    const record = feature(
      { where: { country }, places },
      { geometry: { type: 'Point', coordinates } },
    );
    return swappedPositions(storyOf(reading([record])).events, inside).map(({ field }) => field);
  };

  test('a disputed area lies in each country that a view draws it in', () => {
    for (const country of ['DD', 'EE']) {
      expect(found(country, [62, 22])).toEqual([]);
      expect(found(country, [22, 62])).toEqual(['geometry.coordinates']);
    }
  });

  test('lie outside their country, and inside it when swapped', () => {
    expect(found('AA', [47, 25])).toEqual(['geometry.coordinates']);
    expect(found('AA', [25, 47])).toEqual([]);
    expect(found('AA', [120, 25])).toEqual([]);
    // Where a country lies about the diagonal, both may be inside.
    expect(found('BB', [6, 14])).toEqual([]);
    expect(found('CC', [47, 25])).toEqual([]);
    const further = [{ country: 'AA', geometry: { type: 'Point', coordinates: [47, 25] } }];
    expect(found('AA', [25, 47], further)).toEqual(['properties.places[0].geometry.coordinates']);
  });
});

describe('rules of RFC 7946', () => {
  test.each<[string, Json, string[]]>([
    ['a bounding box of five', { bbox: [1, 2, 3, 4, 5] }, ['error 1 bbox bad-bbox']],
    ['one of text', { bbox: 'all' }, ['error 1 bbox bad-bbox']],
    ['one with heights', { bbox: [1, 2, 3, 4, 5, 6] }, []],
    ['a feature with coordinates', { coordinates: [] }, ['error 1 coordinates changed-meaning']],
    [
      'a geometry with properties',
      { geometry: { type: 'Point', coordinates: [1, 2], properties: {} } },
      ['error 1 geometry.properties changed-meaning'],
    ],
    [
      'a collection in a collection',
      {
        geometry: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'GeometryCollection', geometries: [] },
            { type: 'Point', coordinates: [1, 2, 3, 4] },
          ],
        },
      },
      ['warning 1 geometry nested-collection', 'warning 1 geometry.geometries[1].coordinates extra-numbers'],
    ],
  ])('%s', (_, members, expected) => {
    expect(codes([feature({}, { id: '1', ...members })])).toEqual(expected);
  }); // prettier-ignore

  test('a collection with properties is named, and shown', () => {
    const result = reading([feature()], { properties: {} });
    expect(result.problems.map(({ severity, code }) => [severity, code])).toEqual([
      ['error', 'changed-meaning'],
    ]);
    expect(storyOf(result).events).toHaveLength(1);
  });
});
