/** How much of a map the article of an event covers. Pure. */
import type { Size } from '../../map/camera/mercator';
import type { Covered } from './clear-of';

/** The part of a map's height that a sheet has at first. */
export const sheetShare = 0.58;
/** Pixels of a card and of the room around it. */
export const cardWidth = 300;
const around = 12;

/** @param layout On wide pages the article stands beside the map. */
export function coveredBy(layout: 'wide' | 'medium' | 'phone', [width, height]: Size): Covered {
  if (layout === 'wide') return [0, 0, 0, 0];
  if (layout === 'phone') return [0, 0, sheetShare * height, 0];
  return [0, Math.min(cardWidth, width - 2 * around) + around, 0, 0];
}
