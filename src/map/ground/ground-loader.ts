/** Keeps the ground as fine as the view needs it. */
import type { WorldviewId } from '../../model/worldviews';
import type { Ground } from '../../world/ground';
import type * as GroundParts from './ground-parts';
import { resolutionFor } from '../../world/coverage';
import { boundsOf, type Size } from '../camera/mercator';
import { flatPathsOf, type FlatPaths } from './paths';
import type { Camera } from '../../view/camera';

export interface LoadedGround {
  readonly ground: Ground;
  /** Its paths, where it is drawn flat. */
  readonly flat: FlatPaths | null;
  readonly parts: typeof GroundParts;
}

/** The zoom of a coarse map, which comes before the fine one. */
const coarseZoom = 2;

/**
 * Returns a function that fetches what a view needs and calls `onground` with it, once for each that
 * looks different and never with an older one after a newer one. Where finer ground can't be fetched
 * what is drawn stays.
 *
 * @param isDrawn Whether ground is drawn flat, by its paths.
 * @param isBare Whether nothing is drawn yet, so that coarse ground comes before fine.
 * @param onfail Called after each try; `without` where there is no ground at all.
 */
export function groundLoader(
  isDrawn: () => boolean,
  isBare: () => boolean,
  onground: (loaded: LoadedGround) => void,
  onfail: (without: boolean) => void,
): (camera: Camera, size: Size, borders: WorldviewId) => Promise<void> {
  let wanted = 0;
  let drawn = '';
  return async (camera, size, borders) => {
    const turn = ++wanted;
    const load = async (zoom: number) => {
      const parts = await import('./ground-parts');
      const ground = await parts.loadGround(zoom, boundsOf(camera, size), borders);
      if (turn !== wanted || ground.key === drawn) return;
      const flat = isDrawn() ? await flatPathsOf(ground) : null;
      if (turn !== wanted || ground.key === drawn) return;
      drawn = ground.key;
      onground({ ground, flat, parts });
    };
    try {
      if (drawn === '' && isBare() && resolutionFor(camera.zoom) === 'fine') await load(coarseZoom);
      await load(camera.zoom);
      onfail(false);
    } catch {
      onfail(drawn === '');
    }
  };
}
