import { describe, expect, it } from 'vitest';
import { cameraForKey } from '../../../src/map/camera/keys';
import { layOutOverlay } from '../../../src/map/over/layout';
import {
  faceImage,
  ringImage,
  ringOf,
  shortCount,
  sizeScale,
} from '../../../src/map/over/mark-look';
import { project, type Size } from '../../../src/map/camera/mercator';
import { overlap } from '../../../src/map/over/rectangle';
import type { MapMark } from '../../../src/map/types';

describe('sizes of marks', () => {
  const area = (count: number, peak: number) => sizeScale(peak)(count) ** 2;

  it('are those of targets, grow with the count and leave the numbers of neighbours free', () => {
    for (const peak of [1, 5, 700, 178_161, 1e6]) {
      const sizeOf = sizeScale(peak);
      const sizes = [1, 2, 10, 100, 1000, 10_000, 1e6].filter((count) => count <= peak).map(sizeOf);
      expect(sizes[0]).toBeGreaterThanOrEqual(24);
      expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
      expect(sizes.at(-1)).toBeLessThanOrEqual(76);
    }
  });

  it('have areas true to counts, where the numbers have room', () => {
    expect(area(64, 64) / area(16, 64)).toBeCloseTo(4, 1);
    expect(area(12_000, 12_000) / area(6000, 12_000)).toBeCloseTo(2, 1);
    expect(sizeScale(64)(2)).toBe(30);
    expect(sizeScale(1e6)(980)).toBe(36);
  });

  it('stay while the highest count is of the same size', () => {
    expect(sizeScale(40)(20)).toBe(sizeScale(60)(20));
  });
});

it('the ring shares itself out by category', () => {
  expect(ringOf([2, 0, 6])).toEqual([
    { category: 0, dashes: '0 0 64 256' },
    { category: 2, dashes: '0 64 192 256' },
  ]);
  expect(ringOf([1, 9999])[0]).toEqual({ category: 0, dashes: '0 0 1 256' });
  expect(ringOf([])).toEqual([]);
});

it('as a CSS image the ring has the same sectors', () => {
  const colorOf = (category: number) => `var(--c${category})`;
  expect(ringImage([2, 0, 6], colorOf)).toBe(
    'conic-gradient(var(--c0) 0% 25%, var(--c2) 25% 100%)',
  );
  expect(ringImage([1, 9999], colorOf)).toContain('var(--c0) 0% 0.390625%');
  expect(ringImage([0, 0], colorOf)).toBe('');
  expect(faceImage([3], colorOf)).toBe(
    'linear-gradient(var(--disc) 0 0), conic-gradient(var(--c0) 0% 100%)',
  );
  expect(faceImage([0, 0], colorOf)).toBe('linear-gradient(var(--disc) 0 0)');
});

it('counts are short', () => {
  expect([7, 980, 4123, 9950, 203_115, 1_204_318].map((count) => shortCount(count, 'en'))).toEqual([
    '7',
    '980',
    '4.1\u202fk',
    '10\u202fk',
    '203\u202fk',
    '1.2\u202fM',
  ]);
});

it('arrows pan, plus and minus zoom, with a modifier nothing does', () => {
  const camera = { lng: 20, lat: 50, zoom: 4 };
  const size: Size = [600, 400];
  const press = (key: string, more = {}) =>
    cameraForKey({ key, altKey: false, ctrlKey: false, metaKey: false, ...more }, camera, size);
  expect(project(press('ArrowRight')!.lng, 50, camera, size)[0]).toBeCloseTo(400);
  expect(press('+')!.zoom).toBe(5);
  expect(press('-')!.zoom).toBe(3);
  expect(press('a')).toBeNull();
  expect(press('+', { ctrlKey: true })).toBeNull();
});

it('labels keep clear of chips, buttons, the corner and the ring of the selected event', () => {
  const camera = { lng: 20, lat: 50, zoom: 4 };
  const size: Size = [390, 330];
  const mark = (row: number, lng: number, lat: number): MapMark => ({
    key: `event ${row}`,
    lng,
    lat,
    count: 1,
    size: 30,
    byCategory: [1],
    event: row,
    category: 0,
    hollow: false,
    struck: false,
    name: 'Name',
    label: 'Some label',
    date: '18 Dec',
  });
  const layout = layOutOverlay({
    camera,
    size,
    marks: [mark(0, 20, 50), mark(1, 21, 50), mark(2, 25, 46)],
    offscreen: [
      {
        row: 3,
        lng: -80,
        lat: 25,
        category: 0,
        hollow: true,
        label: 'Away',
        date: '20 Dec',
        distance: '9,000 km',
      },
    ],
    selected: { row: 1, lng: 21, lat: 50 },
    unplaced: { ...mark(4, 0, 90), count: 3, label: '' },
    names: [],
    obstacles: [],
    measure: (text) => text.length * 7,
    language: 'en',
    phone: true,
  });
  expect(layout.chips).toHaveLength(1);
  expect(layout.unplaced!.text).toBe('3 without a place');
  expect(overlap(layout.unplaced!.box, layout.chips[0]!.box)).toBe(false);
  expect(layout.events[0]!.key).toBe('event 1');
  expect(layout.events.length).toBeGreaterThan(1);
});
