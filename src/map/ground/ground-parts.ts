/** What only ground of the map's own needs: comes with it, not with the page. */
import { forgetAtlas } from '../../world/atlas';
import { forgetCities } from '../../world/cities';

export { loadGround } from '../../world/atlas';
export { default as Borders } from './Borders.svelte';
export { namesFor } from './names';

/** Lets go of the ground and names of every place that was looked at. */
export function forgetFiles(): void {
  forgetAtlas();
  forgetCities();
}
