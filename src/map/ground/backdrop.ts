/** A ground that is there before any other has come. Pure. */
import { mercatorX, mercatorY } from '../../engine/base/mercator';
import { worldSize } from '../../world/mercator';
import type { Camera } from '../../view/camera';
import { isGlobe } from '../camera/globe';
import type { Size } from '../camera/mercator';
import type { NameRequest } from '../over/labels';
import type { GroundPaths } from './paths';

/** An area or line around an event, as path data. */
export interface DrawnShape {
  readonly d: string;
  readonly color: string;
  readonly kind: string;
  /** It goes on beyond what is drawn. */
  readonly cut?: boolean;
}

/** What a page was sent with: drawn at once, until the map's own ground has come. */
export interface Backdrop {
  /** The width of the world in the units of the paths. */
  readonly units: number;
  /** Left, top, right, bottom of what is drawn, in the units of the paths. */
  readonly extent: readonly [left: number, top: number, right: number, bottom: number];
  readonly paths: GroundPaths;
  /** By row. */
  readonly shapes: ReadonlyMap<number, readonly DrawnShape[]>;
  readonly names: readonly NameRequest[];
}

/** Pixels that a unit of the paths may take: of a ground that waits for the reader, and of a shape that
 * stands for good. Angles of the paths show from some four on. */
const coarsest = { ground: 9, shape: 2.5 };

/** Whether a view can wait on it: it is drawn all over the view, and not too coarsely. */
export function canServe({ units, extent }: Backdrop, camera: Camera, size: Size): boolean {
  const wide = worldSize(camera.zoom);
  if (isGlobe(camera) || wide / units > coarsest.ground) return false;
  const [across, down] = size.map((pixels) => pixels / 2 / wide) as [number, number];
  const [x, y] = [mercatorX(camera.lng), mercatorY(camera.lat)];
  const [left, top, right, bottom] = extent.map((side) => side / units) as [
    number,
    number,
    number,
    number,
  ];
  const isWhole = left <= 0 && right >= 1;
  return (
    y - down >= Math.min(top, 1) &&
    y + down <= Math.max(bottom, 0) &&
    (isWhole || (x - across >= left && x + across <= right))
  );
}

/** The shapes of a row, where they are whole and fine enough for a zoom. */
export function finishedShapes(
  { units, shapes }: Backdrop,
  row: number,
  zoom: number,
): readonly DrawnShape[] | null {
  const drawn = shapes.get(row);
  if (!drawn || drawn.some(({ cut }) => cut) || worldSize(zoom) / units > coarsest.shape)
    return null;
  return drawn;
}
