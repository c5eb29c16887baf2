/** Where a story's map opens, unless an address has a camera. Pure. */
import { mercatorY } from '../../engine/base/mercator';
import {
  boundsOf,
  contains,
  fit,
  unwrappedX,
  type Padding,
  type Position,
  type Size,
} from './mercator';
import type { Camera } from '../../view/camera';

/** How close a map opens where everything happened at one place: a country around it. */
const lonePlaceZoom = 5;
/** Several places in one town do not open closer than its streets. */
const closestOpening = 11;
/** An extent up to this share of the world, some 2,500 km at the equator, needs no trimming. */
const reasonable = 1 / 16;

/** The camera that shows the story's positions, without far outliers (`coreOf`). */
export function openingCamera(
  positions: readonly Position[],
  size: Size,
  padding: Padding = roomFor(size),
): Camera {
  const core = coreOf(positions);
  const first = core[0];
  const lone = first && core.every(([lng, lat]) => lng === first[0] && lat === first[1]);
  return fit(core, size, padding, lone ? lonePlaceZoom : closestOpening);
}

/** Pixels around positions that would else have left a map that became smaller. */
const rim = 28;

/** The camera on a map of another size: the same where it still shows all the positions, else the
 * closest that does, no nearer than it was. */
export function resizedCamera(camera: Camera, positions: readonly Position[], size: Size): Camera {
  const box = boundsOf(camera, size);
  if (positions.every(([lng, lat]) => contains(box, lng, lat))) return camera;
  return { ...fit(positions, size, rim, camera.zoom), globe: camera.globe };
}

/**
 * The positions less far outliers. While the extent is wide and the widest gap between neighbours,
 * in Mercator x or y, is more than half of it, and one side of that gap keeps at least two thirds
 * of all positions, only that side is kept. So one meeting overseas
 * does not shrink a continent's events to a spot; it is shown as a chip on the rim instead.
 */
export function coreOf(positions: readonly Position[]): readonly Position[] {
  const least = (positions.length * 2) / 3;
  let kept = positions;
  for (;;) {
    const xs = unwrappedX(kept.map(([lng]) => lng));
    const ys = kept.map(([, lat]) => mercatorY(lat));
    const next = largerSide(kept, xs, least) ?? largerSide(kept, ys, least);
    if (!next) return kept;
    kept = next;
  }
}

/** Room for filters above, chips below and the zoom buttons to the right. */
function roomFor([width]: Size): Padding {
  return width < 500 ? [36, 52, 48, 28] : [56, 76, 60, 48];
}

function largerSide(
  positions: readonly Position[],
  values: readonly number[],
  least: number,
): readonly Position[] | null {
  const sorted = [...values].sort((a, b) => a - b);
  const extent = sorted[sorted.length - 1]! - sorted[0]!;
  if (!(extent > reasonable)) return null;
  let after = 1;
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]! - sorted[i - 1]! > sorted[after]! - sorted[after - 1]!) after = i;
  }
  if (sorted[after]! - sorted[after - 1]! <= extent / 2) return null;
  if (after >= least) return positions.filter((_, i) => values[i]! < sorted[after]!);
  if (sorted.length - after >= least)
    return positions.filter((_, i) => values[i]! >= sorted[after]!);
  return null;
}
