/** Moves a camera so that what stands over the map covers no place. Pure. */
import { boundsOf, contains, panned, project, zoomedAbout } from '../../map/camera/mercator';
import type { Position, Size } from '../../map/camera/mercator';
import type { Camera } from '../../view/camera';

/** Pixels of the map that are covered at its `[top, right, bottom, left]`. */
export type Covered = readonly [top: number, right: number, bottom: number, left: number];

/** Pixels around a mark: half of it, and its ring. */
const rim = 32;
/** Zoom levels that are tried where the world's edge holds the map. */
const nearer = 4;
/** The least zoom of a map that goes to a place out of sight. */
const least = 3;

/** The camera after the least move that has a place in sight, clear of what covers the map. A place out
 * of sight comes to the middle of what is free. */
export function clearOf(
  camera: Camera,
  [lng, lat]: Position,
  size: Size,
  [top, right, bottom, left]: Covered,
): Camera {
  const inside = contains(boundsOf(camera, size), lng, lat);
  if (inside && top + right + bottom + left === 0) return camera;
  let next = camera;
  if (!inside) {
    const there = { ...camera, lng, lat, zoom: Math.max(least, camera.zoom) };
    next = panned(there, (right - left) / 2, (bottom - top) / 2, size);
  }
  for (let level = 0; level <= nearer; level++) {
    const [x, y] = project(lng, lat, next, size);
    const across = x - within(x, left + rim, size[0] - right - rim);
    const down = y - within(y, top + rim, size[1] - bottom - rim);
    if (Math.abs(across) < 1 && Math.abs(down) < 1) break;
    if (level > 0) next = zoomedAbout(next, 1, [x, y], size);
    next = panned(next, across, down, size);
  }
  return next;
}

function within(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}
