import { expect, it } from 'vitest';
import { flatPath, flatPathsOf, flatUnits } from '../../../src/map/ground/paths';
import { sameShapes } from '../../../src/pages/app/place-shapes';
import { circleAround } from '../../../src/map/shapes/circle';
import { shape } from '../../../src/map/shapes/shapes';

const square = [
  [0, 0],
  [90, 0],
  [90, 10],
  [0, 0],
];

it('path data stands on whole numbers; rings are closed, lines are not, points are nothing', () => {
  const draw = flatPath(360);
  expect(draw({ type: 'Polygon', coordinates: [square] })).toMatch(/^M180,180,270,180,270,17\dZ$/);
  expect(draw({ type: 'LineString', coordinates: square.slice(0, 2) })).toBe('M180,180,270,180');
  expect(draw({ type: 'Point', coordinates: [0, 0] })).toBe('');
});

it('the paths of a ground made in several tasks are those made at once', async () => {
  const ring = (at: number) => square.map(([x, y]) => [x! + at, y!]);
  const polygons = Array.from({ length: 50 }, (_, at) => [ring(at)]);
  const lines = polygons.map(([coordinates]) => coordinates!);
  const ground = {
    land: [{ type: 'MultiPolygon', coordinates: polygons } as const],
    coast: [{ type: 'MultiLineString', coordinates: lines } as const],
    borders: [],
    dashed: [{ type: 'MultiLineString', coordinates: lines.slice(0, 1) } as const],
  };
  const draw = flatPath(flatUnits);
  expect(await flatPathsOf(ground)).toEqual({
    land: draw(ground.land[0]!),
    coast: draw(ground.coast[0]!),
    borders: '',
    dashed: draw(ground.dashed[0]!),
  });
});

it('shapes that look the same are told, circles made anew among them', () => {
  const circle = (row: number, metres = 5000) => shape(circleAround([30, 50], metres), row, 'teal');
  expect(sameShapes([], [])).toBe(true);
  expect(sameShapes([circle(1)], [circle(1)])).toBe(true);
  expect(sameShapes([circle(1)], [circle(2)])).toBe(false);
  expect(sameShapes([circle(1)], [circle(1, 6000)])).toBe(false);
  expect(sameShapes([circle(1)], [])).toBe(false);
});
