/** The shapes of countries for the checks of positions, read without a bundler. */
import { loadWorld, loadWorldview } from '../world/atlas';
import { insideOf } from '../world/inside';
import type { Inside } from '../model/check/swapped';
import { defaultWorldview } from '../model/worldviews';
import { geoFile } from './places';

export async function worldInside(): Promise<Inside> {
  const [world, view] = await Promise.all([
    loadWorld('medium', geoFile),
    loadWorldview(defaultWorldview, geoFile),
  ]);
  return insideOf(world, view);
}
