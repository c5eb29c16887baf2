/** The levels of the hierarchy: one for each whole zoom. */

/** At this zoom every distinct place is its own mark. */
export const bottomZoom = 18;

/** Places this near to a heavier one join it, in pixels at the zoom of the level: as MapLibre's
 * `clusterRadius` is unless told otherwise. Nearer, discs of up to 60 pixels cover the numbers of
 * their neighbours. */
export const clusterRadius = 50;
/** The width of the world at zoom 0. */
export const worldPixels = 512;

const reaches = Float64Array.from(
  { length: bottomZoom + 1 },
  (_, zoom) => clusterRadius / (worldPixels * 2 ** zoom),
);

/** The radius at a level in units of the world's width in Mercator. */
export function clusterReach(zoom: number): number {
  return reaches[zoom]!;
}

/** The level that answers for a zoom as MapLibre counts it (fractions are rounded). */
export function levelOf(zoom: number): number {
  return Math.max(0, Math.min(bottomZoom, Math.round(zoom)));
}

/** Columns of the level's grid, whose square cells are no narrower than the reach (the world is 10.24
 * reaches wide at zoom 0): four cells of a level are one of the level above. */
export function cellsAcross(zoom: number): number {
  return 10 * 2 ** zoom;
}
