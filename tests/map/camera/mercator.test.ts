import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  constrain,
  contains,
  fit,
  panned,
  project,
  same,
  unproject,
  unwrappedX,
  zoomedAbout,
  type Size,
} from '../../../src/map/camera/mercator';
import { worldSize } from '../../../src/world/mercator';
import type { Box } from '../../../src/world/types';
import type { Camera } from '../../../src/view/camera';

const size: Size = [936, 545];
const cameras = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  zoom: fc.double({ min: 0, max: 18, noNaN: true }),
});
const pixels = fc.tuple(
  fc.double({ min: 0, max: 936, noNaN: true }),
  fc.double({ min: 0, max: 545, noNaN: true }),
);

describe('project and unproject', () => {
  it('puts the centre in the middle and a degree where the zoom says', () => {
    const camera = { lng: 10, lat: 0, zoom: 2 };
    expect(project(10, 0, camera, size)).toEqual([468, 272.5]);
    expect(project(11, 0, camera, size)[0]).toBeCloseTo(468 + 2048 / 360);
  });

  it('takes the copy of the world nearest to the centre', () => {
    const camera = { lng: 179, lat: 0, zoom: 4 };
    expect(project(-179, 0, camera, size)[0]).toBeCloseTo(468 + (2 * worldSize(4)) / 360);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(cameras, pixels, (camera, [x, y]) => {
        const held = constrain(camera, size);
        if (worldSize(held.zoom) < 936) return;
        const [lng, lat] = unproject(x, y, held, size);
        const [x2, y2] = project(lng, lat, held, size);
        // At the rim of a view as wide as the world either side is right.
        const world = worldSize(held.zoom);
        expect(Math.abs(x2 - x) % world).toBeLessThan(1e-2);
        expect(y2).toBeCloseTo(y, 2);
      }),
    );
  });
});

describe('boundsOf', () => {
  it('says west > east across 180°', () => {
    const [west, , east] = boundsOf({ lng: 180, lat: 0, zoom: 4 }, size);
    expect(west).toBeGreaterThan(0);
    expect(east).toBeLessThan(0);
  });

  it('spans all longitudes once the view is as wide as the world', () => {
    expect(boundsOf({ lng: 100, lat: 0, zoom: 0 }, size)).toEqual([
      -180,
      expect.closeTo(-85.0511, 3),
      180,
      expect.closeTo(85.0511, 3),
    ]);
  });

  it('contains what is projected into the view', () => {
    fc.assert(
      fc.property(cameras, pixels, (camera, [x, y]) => {
        const held = constrain(camera, size);
        const inside: [number, number] = [
          Math.min(Math.max(x, 1), 935),
          Math.min(Math.max(y, 1), 544),
        ];
        const [lng, lat] = unproject(...inside, held, size);
        expect(contains(boundsOf(held, size), lng, lat)).toBe(true);
      }),
    );
  });
});

describe('constrain', () => {
  it('shows nothing beyond the poles and no smaller world than the view is high', () => {
    const held = constrain({ lng: 190, lat: 89, zoom: -1 }, size);
    expect(worldSize(held.zoom)).toBeCloseTo(545);
    expect(held.lat).toBeCloseTo(0);
    expect(held.lng).toBe(-170);
  });

  it('changes nothing that is right', () => {
    const camera = { lng: 22.7, lat: 51.9, zoom: 4 };
    expect(constrain(camera, size)).toEqual(camera);
  });
});

describe('moving', () => {
  it('pans by pixels', () => {
    const camera: Camera = { lng: 20, lat: 50, zoom: 5 };
    const moved = panned(camera, 100, -50, size);
    const [x, y] = project(moved.lng, moved.lat, camera, size);
    expect([x - 468, y - 272.5]).toEqual([expect.closeTo(100), expect.closeTo(-50)]);
  });

  it('zooms about a pixel whose ground stays there', () => {
    const camera: Camera = { lng: 20, lat: 50, zoom: 5 };
    const before = unproject(700, 100, camera, size);
    const after = unproject(700, 100, zoomedAbout(camera, 1.3, [700, 100], size), size);
    expect(after[0]).toBeCloseTo(before[0], 6);
    expect(after[1]).toBeCloseTo(before[1], 6);
  });
});

describe('fit', () => {
  it('shows every position inside the padding, as close as it can', () => {
    const position = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -60, max: 60, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 12 }), (positions) => {
        const camera = fit(positions, size, 40);
        if (camera.zoom < 1) return;
        for (const [lng, lat] of positions) {
          const [x, y] = project(lng, lat, camera, size);
          expect(x).toBeGreaterThan(39);
          expect(x).toBeLessThan(936 - 39);
          expect(y).toBeGreaterThan(39);
          expect(y).toBeLessThan(545 - 39);
        }
      }),
    );
  });

  it('goes across 180° where that is shorter', () => {
    const camera = fit(
      [
        [178, -18],
        [-172, -14],
      ],
      size,
    );
    expect(camera.zoom).toBeGreaterThan(5);
    expect(Math.abs(camera.lng)).toBeGreaterThan(170);
  });

  it('fits a box across 180° and obeys the closest zoom', () => {
    const box: Box = [170, -20, -170, -10];
    expect(Math.abs(fit(box, size, 20).lng)).toBeCloseTo(180);
    expect(fit([[13, 52]], size, 20, 7)).toEqual({
      lng: expect.closeTo(13),
      lat: expect.closeTo(52),
      zoom: 7,
    });
  });

  it('keeps the sides free that it is told to', () => {
    const points = [
      [10, 50],
      [20, 50],
    ] as const;
    const camera = fit(points, size, [0, 300, 0, 0]);
    expect(project(20, 50, camera, size)[0]).toBeCloseTo(636);
    expect(project(10, 50, camera, size)[0]).toBeCloseTo(0);
  });
});

it('unwrappedX cuts at the widest gap', () => {
  const xs = unwrappedX([170, -170, 175]);
  expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(20 / 360);
});

it('same forgives a tenth of a pixel', () => {
  const camera = { lng: 20, lat: 50, zoom: 5 };
  expect(same(camera, { ...camera, lng: 20 + 1e-6 })).toBe(true);
  expect(same(camera, { ...camera, lng: 20.1 })).toBe(false);
  expect(same(camera, { ...camera, zoom: 5.01 })).toBe(false);
  expect(same(null, camera)).toBe(false);
  expect(same(null, null)).toBe(true);
});
