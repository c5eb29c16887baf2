/** The shapes of countries for the checks of positions, read without a bundler. */
import { loadWorld } from '../map/atlas';
import { insideOf } from '../map/inside';
import type { Inside } from '../model/swapped';

export async function worldInside(): Promise<Inside> {
  return insideOf(await loadWorld('50m'));
}
