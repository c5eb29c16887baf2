import { expect, it } from 'vitest';
import { contains, boundsOf, type Position, type Size } from '../../../src/map/camera/mercator';
import { coreOf, openingCamera, resizedCamera } from '../../../src/map/camera/opening';

const berlin: Position = [13.4, 52.5];
const brussels: Position = [4.35, 50.85];
const moscow: Position = [37.6, 55.75];
const kyiv: Position = [30.5, 50.45];
const ukraine: Position = [31.4, 48.9];
const rostov: Position = [41.2, 47.7];
const miami: Position = [-80.2, 25.8];
const story = [berlin, brussels, moscow, moscow, kyiv, ukraine, ukraine, rostov, miami];
const sizes: Size[] = [
  [936, 545],
  [680, 340],
  [390, 330],
];

it.each(sizes)('opens the story on Europe without Miami at %i × %i', (...size) => {
  const box = boundsOf(openingCamera(story, size), size);
  for (const [lng, lat] of story.slice(0, -1)) expect(contains(box, lng, lat)).toBe(true);
  expect(contains(box, ...miami)).toBe(false);
});

it('drops an outlier only while two thirds stay', () => {
  expect(coreOf(story)).toHaveLength(8);
  expect(coreOf([berlin, brussels, miami])).toEqual([berlin, brussels]);
  expect(coreOf([berlin, miami])).toHaveLength(2);
});

it('drops one in latitude too', () => {
  expect(coreOf([berlin, brussels, kyiv, [18.4, -33.9]])).toHaveLength(3);
});

it('leaves a small extent alone', () => {
  const near: Position[] = [berlin, [13.5, 52.4], [13.3, 52.6], [20, 52.5]];
  expect(coreOf(near)).toHaveLength(4);
});

it('keeps neighbours across 180° together', () => {
  const pacific: Position[] = [
    [178, -18],
    [-172, -14],
    [-175, -21],
    [10, 50],
  ];
  expect(coreOf(pacific)).toHaveLength(3);
});

it('opens a single place as a country around it, no place on the world', () => {
  expect(openingCamera([berlin, berlin], [936, 545]).zoom).toBe(5);
  expect(boundsOf(openingCamera([], [936, 545]), [936, 545]).slice(0, 3)).toEqual([
    -180,
    expect.any(Number),
    180,
  ]);
});

it('keeps in view what was there when the map becomes smaller, and moves no more than that', () => {
  const wide: Size = [1200, 600];
  const camera = { lng: 20, lat: 50, zoom: 4 };
  const [west, south, east, north] = boundsOf(camera, wide);
  const near: Position[] = [
    [19, 51],
    [22, 48],
  ];
  expect(resizedCamera(camera, near, [390, 500])).toBe(camera);
  expect(resizedCamera(camera, [], [390, 500])).toBe(camera);
  const far: Position[] = [...near, [west + 1, south + 1], [east - 1, north - 1]];
  for (const size of [
    [390, 500],
    [1200, 200],
    [680, 300],
  ] as const) {
    const kept = resizedCamera(camera, far, size);
    for (const [lng, lat] of far) expect(contains(boundsOf(kept, size), lng, lat)).toBe(true);
    expect(kept.zoom).toBeLessThan(camera.zoom);
  }
  expect(resizedCamera(camera, far, wide)).toBe(camera);
});
