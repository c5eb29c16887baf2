import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsOnGlobe,
  isBeyond,
  isGlobe,
  projectOnGlobe,
  sphereOf,
  unprojectOnGlobe,
} from '../../../src/map/camera/globe';
import { contains, panned, project } from '../../../src/map/camera/mercator';

const size = [1000, 700] as const;
const camera = { lng: 30, lat: 40, zoom: 1.5, globe: true };

describe('the globe', () => {
  it('is one at low zooms only, and only where it is asked for', () => {
    expect(isGlobe(camera)).toBe(true);
    expect(isGlobe({ ...camera, zoom: 8 })).toBe(false);
    expect(isGlobe({ ...camera, globe: false })).toBe(false);
  });

  it('has the middle in the middle, and there the scale of the flat map', () => {
    const [x, y] = projectOnGlobe(30, 40, camera, size);
    expect([x, y]).toEqual([500, 350]);
    const flat = { ...camera, globe: false };
    const [east] = projectOnGlobe(30.1, 40, camera, size);
    expect(east - 500).toBeCloseTo(project(30.1, 40, flat, size)[0] - 500, 3);
    const [, north] = projectOnGlobe(30, 40.1, camera, size);
    expect(350 - north).toBeCloseTo(350 - project(30, 40.1, flat, size)[1], 2);
  });

  it('puts what is beyond the horizon on its edge', () => {
    expect(isBeyond(-150, -40, camera, size)).toBe(true);
    const [x, y] = projectOnGlobe(-120, -50, camera, size);
    expect(Math.hypot(x - 500, y - 350)).toBeCloseTo(sphereOf(camera, size).rim, 6);
  });

  it('finds the position of a pixel again', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 6.5, noNaN: true }),
        (lng, lat, middle, zoom) => {
          const looking = { lng: 170, lat: middle, zoom, globe: true };
          const [x, y] = projectOnGlobe(lng, lat, looking, size);
          fc.pre(!isBeyond(lng, lat, looking, size));
          fc.pre(Math.hypot(x - 500, y - 350) < sphereOf(looking, size).rim * 0.99);
          const [foundLng, foundLat] = unprojectOnGlobe(x, y, looking, size);
          expect(foundLat).toBeCloseTo(lat, 4);
          expect(Math.cos(((foundLng - lng) * Math.PI) / 180)).toBeCloseTo(1, 7);
        },
      ),
    );
  });

  it('has what is in sight inside its box', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 6.5, noNaN: true }),
        (lng, lat, middle, zoom) => {
          const looking = { lng: -175, lat: middle, zoom, globe: true };
          const [x, y] = projectOnGlobe(lng, lat, looking, size);
          fc.pre(!isBeyond(lng, lat, looking, size));
          fc.pre(x > 20 && x < 980 && y > 20 && y < 680);
          fc.pre(Math.hypot(x - 500, y - 350) < sphereOf(looking, size).rim * 0.97);
          expect(contains(boundsOnGlobe(looking, size), lng, lat)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps its size while it is turned', () => {
    const north = panned(camera, 0, -120, size);
    expect(north.lat).toBeGreaterThan(camera.lat);
    expect(sphereOf(north, size).radius).toBeCloseTo(sphereOf(camera, size).radius, 6);
    expect(north.globe).toBe(true);
  });
});
