import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { codesOf } from '../../../src/world/codes';
import { locate } from '../../../src/world/locate';
import { extrasFor } from '../../../src/map/shapes/extras';
import { shapesFor, type ShapesByCode } from '../../../src/map/shapes/shapes';
import type { Event, Place } from '../../../src/model/event';

const square = (lng: number, lat: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [lng, lat],
      [lng + 2, lat],
      [lng + 2, lat + 2],
      [lng, lat + 2],
      [lng, lat],
    ],
  ],
});
const found: ShapesByCode = new Map(
  [
    { code: 'UA', point: [31, 49] as const, shape: square(30, 48) },
    { code: 'UA-14', point: [37, 48] as const, shape: square(36, 47) },
    { code: 'RU-ROS', point: [41, 47] as const, shape: square(40, 46) },
  ].map((region) => [region.code, region]),
);
const point = (lng: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lng, lat] });
const event = (where: Place, geometry: Geometry | null = null, places: Place[] = []): Event => ({
  id: 'one',
  title: 'One',
  category: 0,
  time: {
    start: 0,
    end: 1,
    startPrecision: 'day',
    endPrecision: 'day',
    startSoft: false,
    endSoft: false,
    startOpen: false,
    endOpen: false,
    startUnknown: false,
    endUnknown: false,
  },
  where,
  geometry,
  places,
  status: 'happened',
  actors: [],
  claims: [],
  figures: [],
  sources: [],
  links: [],
  media: [],
  record: 1,
});
const shapes = (one: Event) => shapesFor(one, 3, 'red', found, locate(one, found));

describe('locate', () => {
  it('takes a point as it is, and a point on anything else', () => {
    expect(locate(event({}, point(13.4, 52.5)), found)).toEqual([13.4, 52.5]);
    const area = square(10, 10);
    expect(booleanPointInPolygon(locate(event({}, area), found)!, area)).toBe(true);
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 5],
        [2, 0],
      ],
    };
    expect(line.coordinates).toContainEqual(locate(event({}, line), found));
  });

  it('looks into collections and takes an empty geometry for none', () => {
    const nested: Geometry = {
      type: 'GeometryCollection',
      geometries: [{ type: 'GeometryCollection', geometries: [point(5, 6)] }],
    };
    expect(locate(event({}, nested), found)).toEqual([5, 6]);
    expect(
      locate(event({ country: 'UA' }, { type: 'MultiPoint', coordinates: [] }), found),
    ).toEqual([31, 49]);
  });

  it('falls back to the first region on the map, then to the country, then to nowhere', () => {
    expect(locate(event({ regions: ['XX-1', 'RU-ROS', 'UA-14'] }), found)).toEqual([41, 47]);
    expect(locate(event({ regions: ['XX-1'], country: 'UA' }), found)).toEqual([31, 49]);
    expect(
      locate(event({ name: 'somewhere' }, null, [{ geometry: point(1, 2) }]), found),
    ).toBeNull();
  });
});

it('codesOf names what must be looked up, once', () => {
  const events = [
    event({ country: 'DE', precision: 'settlement' }, point(13, 52)),
    event({ country: 'UA', precision: 'country' }, point(31, 49)),
    event({ regions: ['RU-ROS'], country: 'RU' }, null, [{ regions: ['UA-14', 'RU-ROS'] }]),
  ];
  expect(codesOf(events)).toEqual({ regions: ['RU-ROS', 'UA-14'], countries: ['RU', 'UA'] });
});

describe('shapesFor', () => {
  it('draws regions and countries as their shapes', () => {
    const region = shapes(event({ precision: 'region', regions: ['RU-ROS', 'UA-14'] }));
    expect(region.map(({ geometry }) => geometry)).toEqual([square(40, 46), square(36, 47)]);
    expect(region[0]!.properties).toEqual({ row: 3, color: 'red', kind: 'area' });
    const country = shapes(event({ precision: 'country', country: 'UA' }, point(31, 49)));
    expect(country.map(({ geometry }) => geometry)).toEqual([square(30, 48)]);
    expect(shapes(event({ regions: ['UA-14'] }))).toHaveLength(1);
  });

  it('draws a radius, and a nominal one where a region has no shape', () => {
    const [circle] = shapes(event({ radius: 5000 }, point(30, 50)));
    expect(circle!.geometry).toMatchObject({ type: 'Polygon' });
    const north = (one: Event) =>
      Math.max(...(shapes(one)[0]!.geometry as Polygon).coordinates[0]!.map(([, lat]) => lat!));
    expect(north(event({ radius: 5000 }, point(30, 50)))).toBeCloseTo(50 + 5 / 111.2, 2);
    expect(north(event({ precision: 'region' }, point(30, 50)))).toBeCloseTo(50 + 75 / 111.2, 2);
    expect(north(event({ precision: 'district' }, point(30, 50)))).toBeCloseTo(50 + 10 / 111.2, 2);
  });

  it('draws nothing for a town, and the geometry itself where it has an extent', () => {
    expect(shapes(event({ precision: 'settlement', country: 'UA' }, point(30, 50)))).toEqual([]);
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    };
    const drawn = shapes(
      event({}, { type: 'GeometryCollection', geometries: [line, point(1, 1)] }),
    );
    expect(drawn.map(({ geometry, properties }) => [geometry, properties.kind])).toEqual([
      [line, 'route'],
    ]);
  });
});

describe('extrasFor', () => {
  it('adds further places, the way between origin and target, and links', () => {
    const one = event({ precision: 'settlement' }, point(37.6, 55.8), [
      { role: 'origin', geometry: point(40, 50) },
      { role: 'target', precision: 'region', regions: ['UA-14'] },
    ]);
    const extras = extrasFor(one, 3, 'red', found, [37.6, 55.8], [[-80, 25]]);
    expect(extras.map(({ properties }) => properties.kind)).toEqual(['area', 'route', 'link']);
    const route = extras[1]!.geometry as { coordinates: number[][] };
    expect(route.coordinates[0]).toEqual([expect.closeTo(40), expect.closeTo(50)]);
    expect(route.coordinates.at(-1)).toEqual([expect.closeTo(37), expect.closeTo(48)]);
  });

  it('takes the main place for the end that is not given, and links nothing to itself', () => {
    const one = event({}, point(30, 50), [{ role: 'origin', geometry: point(40, 50) }]);
    const extras = extrasFor(one, 3, 'red', found, [30, 50], [[30, 50]]);
    expect(extras.map(({ properties }) => properties.kind)).toEqual(['route']);
  });
});
