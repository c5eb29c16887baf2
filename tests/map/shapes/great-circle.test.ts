import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { distance } from '@turf/distance';
import { expect, it } from 'vitest';
import { circleAround } from '../../../src/map/shapes/circle';
import { greatCircleBetween } from '../../../src/map/shapes/extras';

it('a circle keeps its distance all round, at any latitude', () => {
  for (const centre of [
    [30, 50],
    [-70, -72],
    [179.9, 10],
  ] as const) {
    const [ring] = circleAround(centre, 75_000).coordinates;
    expect(ring).toHaveLength(65);
    for (const position of ring!)
      expect(distance([...centre], position, { units: 'meters' })).toBeCloseTo(75_000, 0);
  }
});

it('across 180° a circle runs on instead of jumping', () => {
  const lngs = circleAround([179.9, 10], 75_000).coordinates[0]!.map(([lng]) => lng!);
  expect(Math.max(...lngs)).toBeGreaterThan(180);
  expect(Math.max(...lngs) - Math.min(...lngs)).toBeLessThan(2);
});

it('around a pole it is the cap', () => {
  for (const pole of [88, -88]) {
    const cap = circleAround([20, pole], 500_000);
    for (const lng of [-179, -90, 0, 90, 179])
      expect(booleanPointInPolygon([lng, Math.sign(pole) * 89.5], cap)).toBe(true);
    expect(booleanPointInPolygon([20, Math.sign(pole) * 80], cap)).toBe(false);
  }
});

it('a great circle is cut at 180° and bends polewards', () => {
  const way = greatCircleBetween([13.4, 52.5], [-80.2, 25.8])!;
  expect(way.type).toBe('LineString');
  const lats = (way.coordinates as number[][]).map(([, lat]) => lat!);
  expect(Math.max(...lats)).toBeGreaterThan(53);
  expect(greatCircleBetween([170, 0], [-170, 10])!.type).toBe('MultiLineString');
});

it('there is none to the same or the opposite place', () => {
  expect(greatCircleBetween([10, 10], [10, 10])).toBeNull();
  expect(greatCircleBetween([10, 10], [-170, -10])).toBeNull();
});
