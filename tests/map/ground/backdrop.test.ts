/** What a page was sent with, as far as it goes. */
import { describe, expect, it } from 'vitest';
import type { Polygon } from 'geojson';
import { mercatorX, mercatorY } from '../../../src/engine/base/mercator';
import { canServe, finishedShapes, type Backdrop } from '../../../src/map/ground/backdrop';
import { withDrawnShapes } from '../../../src/map/ground/drawn-shapes';
import { shortPath } from '../../../src/map/ground/pen';
import type { MapMark, PlaceShape } from '../../../src/map/types';

const units = 6000;
const box = [10, 40, 50, 60] as const;
const extent = [
  mercatorX(box[0]) * units,
  mercatorY(box[3]) * units,
  mercatorX(box[2]) * units,
  mercatorY(box[1]) * units,
] as const;
const none = { land: '', coast: '', borders: '', dashed: '', lakes: '', rivers: '' };
const square = (west: number, south: number, side: number) => {
  const [east, north] = [west + side, south + side];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
};
const draw = shortPath(units, extent);
const area: Polygon = {
  type: 'Polygon',
  coordinates: [square(30, 50, 4), square(31, 51, 1).reverse()],
};
const route = {
  type: 'LineString' as const,
  coordinates: [
    [20, 50],
    [24, 52],
  ],
};
const backdrop: Backdrop = {
  units,
  extent,
  paths: none,
  shapes: new Map([
    [1, [{ d: draw(area), color: 'red', kind: 'area' }]],
    [2, [{ d: draw(route), color: 'blue', kind: 'route' }]],
    [3, [{ d: draw(area), color: 'red', kind: 'area', cut: true }]],
  ]),
  names: [],
};
const mark = (event: number) => ({ event }) as MapMark;

describe('a ground that a page was sent with', () => {
  it.each([
    ['inside of it', { lng: 30, lat: 50, zoom: 5 }, true],
    ['nearer than it is drawn for', { lng: 30, lat: 50, zoom: 7 }, false],
    ['beyond its east', { lng: 49, lat: 50, zoom: 5 }, false],
    ['beyond its north', { lng: 30, lat: 59.9, zoom: 5 }, false],
    ['on a globe', { lng: 30, lat: 50, zoom: 5, globe: true }, false],
  ])('serves a view %s or not', (_, camera, serves) => {
    expect(canServe(backdrop, camera, [680, 280])).toBe(serves);
  });

  it('serves any longitude where it goes around the world', () => {
    const whole = { ...backdrop, extent: [0, extent[1], units, extent[3]] as const };
    expect(canServe(whole, { lng: 179, lat: 50, zoom: 5 }, [680, 280])).toBe(true);
  });
});

describe('shapes that a page was sent with', () => {
  it('stand for good where they are whole and the view is no nearer', () => {
    expect(finishedShapes(backdrop, 1, 4)).toHaveLength(1);
    expect(finishedShapes(backdrop, 1, 6)).toBeNull();
    expect(finishedShapes(backdrop, 3, 4)).toBeNull();
    expect(finishedShapes(backdrop, 4, 4)).toBeNull();
  });

  it('are drawn by MapLibre where they were, holes too', () => {
    const [first, second, ...more] = withDrawnShapes([], [mark(1), mark(2)], backdrop);
    expect(more).toEqual([]);
    expect(first!.properties).toEqual({ row: 1, color: 'red', kind: 'area' });
    const read = first!.geometry;
    if (read.type !== 'MultiPolygon') throw new Error(read.type);
    expect(read.coordinates).toHaveLength(1);
    const corners = (ring: readonly number[][]) =>
      ring.map(([lng, lat]) => [Math.round(lng!), Math.round(lat!)].join(' ')).sort();
    expect(read.coordinates[0]!.map(corners)).toEqual(area.coordinates.map(corners));
    expect(second!.geometry.type).toBe('MultiLineString');
  });

  it('give way to an event’s own', () => {
    const own = [{ properties: { row: 1 } }] as PlaceShape[];
    expect(withDrawnShapes(own, [mark(1)], backdrop)).toBe(own);
    expect(withDrawnShapes(own, [mark(2)], backdrop)).toHaveLength(2);
  });
});
