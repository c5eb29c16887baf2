/** Which files of land a view needs. Pure. */
import type { Box } from './types';

/** What a country's file holds. */
export interface Coverage {
  /** `[west, south, east, north]` around its land; far islands have boxes of their own. */
  readonly boxes: readonly Box[];
  /** Pieces that it has a part of. */
  readonly pieces: readonly string[];
}

/** The home of the sheet that holds the whole world. */
export const wholeWorld = '';

/** Zooms from which the medium and the fine map are drawn. */
const mediumZoom = 3;
const fineZoom = 5.5;

/** From here on towns are named; nothing of them is fetched below. */
export const townZoom = 7;

/** From here on the finest land is coarser than what is drawn: its points are further apart than some
 * 40 pixels. */
export const groundEnd = 9;

export type Resolution = 'coarse' | 'medium' | 'fine';

export function resolutionFor(zoom: number): Resolution {
  return zoom < mediumZoom ? 'coarse' : zoom < fineZoom ? 'medium' : 'fine';
}

/** Countries with land in a box, sorted. */
export function countriesIn(box: Box, homes: Readonly<Record<string, Coverage>>): string[] {
  return Object.keys(homes)
    .filter((home) => homes[home]!.boxes.some((own) => meet(own, box)))
    .sort();
}

/** Do a box that never crosses 180° and one that may have a part in common? */
export function meet([west, south, east, north]: Box, box: Box): boolean {
  if (north < box[1] || south > box[3]) return false;
  return box[0] > box[2] ? east >= box[0] || west <= box[2] : east >= box[0] && west <= box[2];
}
