import { describe, expect, it } from 'vitest';
import { project, type Size } from '../../../src/map/camera/mercator';
import { clearOf, type Covered } from '../../../src/pages/app/clear-of';
import { coveredBy } from '../../../src/pages/app/covered';
import type { Camera } from '../../../src/view/camera';

const sizes = {
  wide: [908, 485],
  medium: [680, 280],
  phone: [390, 331],
} as const satisfies Record<string, Size>;
const europe: Camera = { lng: 20, lat: 50, zoom: 3.5 };

/** Whether a place stands where nothing covers it, its ring included. */
function isClear(camera: Camera, lng: number, lat: number, size: Size, covered: Covered): boolean {
  const [x, y] = project(lng, lat, camera, size);
  const [top, right, bottom, left] = covered;
  return x >= left + 20 && x <= size[0] - right - 20 && y >= top + 20 && y <= size[1] - bottom - 20;
}

describe('a camera clear of an article', () => {
  it.each(['medium', 'phone'] as const)('has each place in sight, %s', (layout) => {
    const size = sizes[layout];
    const covered = coveredBy(layout, size);
    for (const zoom of [0, 1, 3.5, 9])
      for (let lng = -180; lng <= 180; lng += 45)
        for (const lat of [-75, -40, 0, 40, 75]) {
          const next = clearOf({ ...europe, zoom }, [lng, lat], size, covered);
          expect(isClear(next, lng, lat, size, covered), `${zoom} ${lng} ${lat}`).toBe(true);
        }
  });

  it('stays where the place is clear, and beside the map', () => {
    const covered = coveredBy('medium', sizes.medium);
    const west: Camera = { lng: 20, lat: 50, zoom: 3.5 };
    expect(clearOf(west, [5, 50], sizes.medium, covered)).toBe(west);
    const beside = coveredBy('wide', sizes.wide);
    expect(clearOf(west, [45, 50], sizes.wide, beside)).toBe(west);
  });

  it('moves no further than it must, at the same zoom', () => {
    const covered = coveredBy('medium', sizes.medium);
    const next = clearOf(europe, [35, 50], sizes.medium, covered);
    expect(next.zoom).toBe(europe.zoom);
    expect(next.lat).toBeCloseTo(europe.lat);
    expect(project(35, 50, next, sizes.medium)[0]).toBeCloseTo(680 - covered[1] - 32, 0);
  });

  it('goes to a place out of sight, into the middle of what is free', () => {
    const covered = coveredBy('phone', sizes.phone);
    const next = clearOf(europe, [-80, 26], sizes.phone, covered);
    const [x, y] = project(-80, 26, next, sizes.phone);
    expect([x, y].map(Math.round)).toEqual([195, Math.round((331 - covered[2]) / 2)]);
  });
});
