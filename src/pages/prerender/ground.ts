/** The ground that a page is sent with: one drawing that all its pictures are parts of. */
import { bbox } from '@turf/bbox';
import { mercatorX, mercatorY } from '../../engine/base/mercator';
import { loadGround, type GeoFile } from '../../world/atlas';
import type { Ground } from '../../world/ground';
import { worldSize } from '../../world/mercator';
import { boundsOf, type Size } from '../../map/camera/mercator';
import type { GroundPaths } from '../../map/ground/paths';
import { shortPath, type Extent } from '../../map/ground/pen';
import type { PlaceShape } from '../../map/types';
import type { Box } from '../../world/types';
import type { Camera } from '../../view/camera';
import { defaultWorldview } from '../../model/worldviews';

export interface GroundDrawing {
  /** The width of the world in the units of the paths. */
  readonly units: number;
  readonly extent: Extent;
  readonly paths: GroundPaths;
  draw(shape: PlaceShape): string;
  /** Whether a shape goes on beyond the extent, where it is cut off. */
  isCut(shape: PlaceShape): boolean;
}

/** Of a picture's width and height, drawn on each side beyond it. */
const margin = 0.15;

/** The world in the pictures' cameras.
 * @param fineness Steps of the grid in a pixel of the nearest picture. */
export async function groundFor(
  views: readonly { readonly camera: Camera; readonly size: Size }[],
  read: GeoFile,
  fineness: number,
): Promise<{ ground: Ground; drawing: GroundDrawing }> {
  const zoom = Math.max(...views.map(({ camera }) => camera.zoom));
  const units = Math.round(worldSize(zoom) * fineness);
  const extent = extentOf(views, units);
  // Half a level nearer: a picture stands in for nearer views, and is shown larger than it is.
  const ground = await loadGround(zoom + 0.5, boxAround(views), defaultWorldview, read);
  const path = shortPath(units, extent);
  const drawAll = (shapes: Parameters<typeof path>[0][]) => shapes.map(path).join('');
  // One sheet of land that is not cut at 180° has the coast for its outline.
  const outlined = ground.land.length === 1 && extent[0] > 0 && extent[2] < units;
  const near = ({ properties }: { properties: { zoom: number } }) => properties.zoom <= zoom;
  return {
    ground,
    drawing: {
      units,
      extent,
      paths: {
        land: drawAll([...ground.land]),
        coast: outlined ? '' : drawAll([...ground.coast]),
        borders: drawAll([...ground.borders]),
        dashed: drawAll([...ground.dashed]),
        lakes: drawAll(ground.lakes.features.filter(near)),
        rivers: drawAll(ground.rivers.features.filter(near)),
      },
      draw: path,
      isCut(shape) {
        const [west, south, east, north] = bbox(shape);
        return (
          mercatorX(west) * units < extent[0] ||
          mercatorY(north) * units < extent[1] ||
          mercatorX(east) * units > extent[2] ||
          mercatorY(south) * units > extent[3]
        );
      },
    },
  };
}

/** Around all pictures; as wide as the world where one of them crosses 180°. */
function extentOf(
  views: readonly { readonly camera: Camera; readonly size: Size }[],
  units: number,
): Extent {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { camera, size } of views) {
    const world = worldSize(camera.zoom);
    const [x, y] = [mercatorX(camera.lng), mercatorY(camera.lat)];
    const [across, down] = size.map((pixels) => (pixels / world) * (0.5 + margin)) as [
      number,
      number,
    ];
    left = Math.min(left, x - across);
    right = Math.max(right, x + across);
    top = Math.min(top, y - down);
    bottom = Math.max(bottom, y + down);
  }
  const whole = left < 0 || right > 1;
  return [whole ? 0 : left * units, top * units, whole ? units : right * units, bottom * units];
}

function boxAround(views: readonly { readonly camera: Camera; readonly size: Size }[]): Box {
  const boxes = views.map(({ camera, size }) => boundsOf(camera, size));
  if (boxes.some(([west, , east]) => west > east)) return [-180, -90, 180, 90];
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}
