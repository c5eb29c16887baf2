/** Which places have company at a deep level, found in one pass, so that deep levels need not look
 * at the many that stand alone. */
import type { Standing } from './grid';
import { bottomZoom, clusterReach } from './levels';

/**
 * By slot: the deepest level at which another one is within reach, or one less than the grid's
 * level where there is none at any from there down.
 */
export function neighbourLevels(grid: Standing): Uint8Array {
  const { across, x, y, cell, zoom: shallowest } = grid;
  const count = x.length;
  const deepest = new Uint8Array(count);
  const limits = Float64Array.from({ length: bottomZoom }, (_, zoom) => clusterReach(zoom) ** 2);
  const enough = limits[bottomZoom - 1]!;
  /** The first slots that are not before the cells to the north-west, and to the south-west. */
  let above = 0;
  let below = 0;
  for (let slot = 0; slot < count; slot++) {
    const here = cell[slot]!;
    while (cell[above]! < here - across - 1) above++;
    while (below < count && cell[below]! < here + across - 1) below++;
    const slotX = x[slot]!;
    const slotY = y[slot]!;
    // At the seam of the world the nearest may stand at the other end: say it is right here.
    let least = slotX * across < 1 || slotX * across >= across - 1 ? 0 : 1;
    for (let other = slot - 1; least > enough && other >= 0 && cell[other]! >= here - 1; other--) {
      const away = x[other]! - slotX;
      const down = y[other]! - slotY;
      const square = away * away + down * down;
      if (square < least) least = square;
    }
    for (let other = slot + 1; least > enough && other < count; other++) {
      if (cell[other]! > here + 1) break;
      const away = x[other]! - slotX;
      const down = y[other]! - slotY;
      const square = away * away + down * down;
      if (square < least) least = square;
    }
    for (let other = above; least > enough; other++) {
      if (cell[other]! > here - across + 1) break;
      const away = x[other]! - slotX;
      const down = y[other]! - slotY;
      const square = away * away + down * down;
      if (square < least) least = square;
    }
    for (let other = below; least > enough && other < count; other++) {
      if (cell[other]! > here + across + 1) break;
      const away = x[other]! - slotX;
      const down = y[other]! - slotY;
      const square = away * away + down * down;
      if (square < least) least = square;
    }
    let zoom = bottomZoom - 1;
    while (zoom >= shallowest && least > limits[zoom]!) zoom--;
    deepest[slot] = zoom;
  }
  return deepest;
}
