/**
 * The flat world's size on the screen, and its longitudes, which go round. Pure.
 *
 * The projection itself is the engine's (`engine/base/mercator`): marks are clustered and drawn by the
 * same one.
 */

/** Pixels of the world's width at zoom 0, as MapLibre counts zooms. */
const worldPixels = 512;

/** The width of the world in CSS pixels; its height is the same. */
export function worldSize(zoom: number): number {
  return worldPixels * 2 ** zoom;
}

/** The zoom at which the world is that many CSS pixels wide. */
export function zoomOfWorld(pixels: number): number {
  return Math.log2(pixels / worldPixels);
}

/** The same meridian in −180 … 180; what is there already stays, 180 too. */
export function wrapLongitude(lng: number): number {
  return lng >= -180 && lng <= 180 ? lng : ((((lng + 180) % 360) + 360) % 360) - 180;
}
