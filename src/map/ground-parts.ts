/** What only ground of the map's own needs: comes with it, not with the page. */
export { loadGround } from './atlas';
export { default as Borders } from './Borders.svelte';
export { namesFor } from './names';
