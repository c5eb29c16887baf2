import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chipsFor, directionOf, type ChipRequest } from '../../../src/map/over/edges';
import { boundsOf, contains, type Size } from '../../../src/map/camera/mercator';
import { fitsInside, overlap, rectangle } from '../../../src/map/over/rectangle';
import type { Offscreen } from '../../../src/map/types';
import type { Camera } from '../../../src/view/camera';

const camera: Camera = { lng: 22.8, lat: 51.9, zoom: 4 };
const size: Size = [936, 545];
const miami: Offscreen = {
  row: 8,
  lng: -80.2,
  lat: 25.8,
  category: 0,
  hollow: true,
  label: 'Miami meeting',
  date: 'planned 20 Dec',
  distance: '8,500 km',
};
const request = (parts: Partial<ChipRequest>): ChipRequest => ({
  camera,
  size,
  offscreen: [miami],
  obstacles: [],
  avoid: [],
  measure: (text) => text.length * 7,
  language: 'en',
  most: 4,
  narrow: false,
  ...parts,
});

describe('chipsFor', () => {
  it('names the event and points at it from the rim', () => {
    const [chip] = chipsFor(request({}));
    expect(chip).toMatchObject({
      direction: 'sw',
      text: 'Miami meeting · planned 20 Dec',
      tail: '↙ 8,500 km',
      name: 'Miami meeting, planned 20 Dec, 8,500 km to the south-west, outside the view',
    });
    expect(chip!.box.left).toBe(12);
    expect(chip!.box.bottom).toBe(545 - 12);
  });

  it('leaves the distance to the name on a narrow map', () => {
    const [chip] = chipsFor(request({ narrow: true }));
    expect(chip!.tail).toBe('↙');
    expect(chip!.name).toContain('8,500 km');
  });

  it('cuts a text that is wider than the chip; the name keeps it', () => {
    const label = 'A meeting of many words '.repeat(5).trim();
    const [chip] = chipsFor(request({ offscreen: [{ ...miami, label }] }));
    expect(chip!.text).toMatch(/^A meeting of many words .*…$/);
    expect((chip!.text.length + chip!.tail.length) * 7).toBeLessThan(
      chip!.box.right - chip!.box.left,
    );
    expect(chip!.name).toContain(label);
  });

  it('gathers the fullest side first when there are too many', () => {
    const westerly = [1, 2, 3, 4].map((row) => ({ ...miami, row, lng: -80, lat: 50 + row }));
    const chips = chipsFor(request({ offscreen: [miami, ...westerly] }));
    expect(chips.map(({ events }) => events.length).sort()).toEqual([1, 4]);
    expect(chips.find(({ events }) => events.length === 4)).toMatchObject({
      text: '4 events',
      tail: '←',
      name: '4 events to the west, outside the view',
    });
  });

  it('moves off a mark, along the rim', () => {
    const [at] = chipsFor(request({}));
    const [moved] = chipsFor(request({ avoid: [at!.box] }));
    expect(overlap(moved!.box, at!.box)).toBe(false);
    expect(moved!.box.left).toBe(at!.box.left);
  });

  it('has fewer words where there is little room between marks', () => {
    const gap = (left: number, right: number) => [
      rectangle(0, 0, left, 545),
      rectangle(right, 0, 936 - right, 545),
    ];
    expect(chipsFor(request({ avoid: gap(300, 620) }))[0]).toMatchObject({ tail: '↙' });
    const [short] = chipsFor(request({ avoid: gap(300, 480) }));
    expect(short).toMatchObject({ text: 'Miami meeting', tail: '↙' });
    expect(short!.name).toContain('planned 20 Dec');
  });

  it('gathers what has no clear room, and covers nothing where there is none', () => {
    const others = [1, 2].map((row) => ({ ...miami, row, lng: 100, lat: 50 + row }));
    // One place remains that is clear of marks, as wide as a chip that counts.
    const avoid = [
      rectangle(0, 0, 400, 545),
      rectangle(540, 0, 396, 545),
      rectangle(400, 60, 140, 485),
    ];
    const [rest, ...more] = chipsFor(request({ offscreen: [miami, ...others], avoid }));
    expect(more).toEqual([]);
    expect(rest).toMatchObject({ text: '3 more events', tail: '', direction: null });
    expect(rest!.events).toHaveLength(3);
    for (const covered of ['avoid', 'obstacles'] as const)
      expect(chipsFor(request({ [covered]: [rectangle(0, 0, 936, 545)] }))).toEqual([]);
  });

  it('stands for every event once, inside the view, over nothing, and no more than asked for', () => {
    const box = boundsOf(camera, size);
    const event = fc
      .record({
        lng: fc.double({ min: -180, max: 180, noNaN: true }),
        lat: fc.double({ min: -84, max: 84, noNaN: true }),
      })
      .filter(({ lng, lat }) => !contains(box, lng, lat));
    const obstacles = [rectangle(14, 14, 400, 28), rectangle(890, 437, 34, 96)];
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (places, most) => {
          const offscreen = places.map((place, row) => ({ ...miami, ...place, row }));
          const chips = chipsFor(request({ offscreen, most, obstacles }));
          expect(chips.length).toBeLessThanOrEqual(most);
          const rows = chips.flatMap(({ events }) => events.map(({ row }) => row));
          expect(rows.sort((a, b) => a - b)).toEqual(offscreen.map(({ row }) => row));
          chips.forEach((chip, i) => {
            const others = [...obstacles, ...chips.slice(0, i).map((other) => other.box)];
            expect(others.some((other) => overlap(other, chip.box))).toBe(false);
            expect(fitsInside(chip.box, size, 12)).toBe(true);
          });
        },
      ),
    );
  });
});

describe('directionOf', () => {
  it.each([
    [22.8, 80, 'n'],
    [22.8, -30, 's'],
    [120, 52, 'e'],
    [-40, 52, 'w'],
    [140, -30, 'se'],
    [-60, 78, 'nw'],
    [-80, 39, 'w'],
  ])('%d, %d is to the %s', (lng, lat, direction) => {
    expect(directionOf(lng, lat, camera, size)).toBe(direction);
  });
});
