/** Code that only the map's own ground needs: loaded with it, not with the page. */
import { clearAtlas } from '../../world/atlas';
import { clearCities } from '../../world/cities';

export { loadGround } from '../../world/atlas';
export { default as AreaNote } from './AreaNote.svelte';
export { default as DataPanel } from './DataPanel.svelte';
export { withDrawnShapes } from './drawn-shapes';
export { namesFor, piecesWithEvents } from './names';

/** Frees the ground and names of every place that was in view. */
export function clearFiles(): void {
  clearAtlas();
  clearCities();
}
