/** What is laid out over the map covers no mark, at any width. */
import { describe, expect, it } from 'vitest';
import { project, type Size } from '../../../src/map/camera/mercator';
import { layOutOverlay } from '../../../src/map/over/layout';
import { markRadius } from '../../../src/map/over/mark-look';
import { overlap, squareAround } from '../../../src/map/over/rectangle';
import type { MapMark } from '../../../src/map/types';

const camera = { lng: 20, lat: 50, zoom: 4 };
const mark = (key: string, lng: number, lat: number, count = 1): MapMark => ({
  key,
  lng,
  lat,
  count,
  size: 36,
  byCategory: [count],
  hollow: false,
  struck: false,
  name: key,
  label: '',
  date: '',
});

const sizes: Size[] = [
  [908, 439],
  [680, 250],
  [390, 331],
];

describe('the mark of the events without a place', () => {
  const laidOut = (size: Size, marks: MapMark[]) =>
    layOutOverlay({
      camera,
      size,
      marks,
      offscreen: [],
      selected: null,
      unplaced: mark('unplaced', NaN, NaN, 8738),
      names: [],
      obstacles: [],
      measure: (text) => text.length * 7,
      language: 'en',
      phone: size[0] < 560,
    }).unplaced!.box;
  /** The position of a pixel. */
  const placeAt = (x: number, y: number, size: Size): [number, number] => {
    const [left, top] = project(0, 0, camera, size);
    const [right] = project(1, 0, camera, size);
    const lng = (x - left) / (right - left);
    let [south, north] = [0, 85];
    while (north - south > 1e-9) {
      const lat = (south + north) / 2;
      if (project(0, lat, camera, size)[1] > y) south = lat;
      else north = lat;
    }
    expect(top).toBeGreaterThan(y);
    return [lng, south];
  };

  it.each(sizes)('stands beside the buttons at %d × %d where that is free', (...size) => {
    const { right, bottom } = laidOut(size, []);
    expect([size[0] - right, size[1] - bottom]).toEqual([56, 12]);
  });

  it.each(sizes)('makes room for marks there at %d × %d', (...size) => {
    const usual = laidOut(size, []);
    for (const [x, y] of [
      [usual.left + 10, usual.top + 10],
      [(usual.left + usual.right) / 2, usual.bottom],
      [usual.right, usual.top],
    ] as const) {
      const own = mark('m', ...placeAt(x, y, size));
      const box = laidOut(size, [own]);
      const [atX, atY] = project(own.lng, own.lat, camera, size);
      expect(overlap(box, squareAround(atX, atY, markRadius(own)))).toBe(false);
      expect(box.left).toBeGreaterThanOrEqual(12);
      expect(box.bottom).toBeLessThanOrEqual(size[1] - 12);
    }
  });
});
