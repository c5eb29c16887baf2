/** What only ground of the map's own needs: comes with it, not with the page. */
import { clearAtlas } from '../../world/atlas';
import { clearCities } from '../../world/cities';

export { loadGround } from '../../world/atlas';
export { default as Borders } from './Borders.svelte';
export { namesFor } from './names';

/** Lets go of the ground and names of every place that was looked at. */
export function clearFiles(): void {
  clearAtlas();
  clearCities();
}
