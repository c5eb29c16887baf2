/** Rectangles of the Mercator square, and what lies in them. */
import { mercatorX, mercatorY } from '../base/mercator';

/** A rectangle of the Mercator square, which is a ring from west to east. */
export interface MercatorBox {
  readonly left: number;
  /** 1 and more is all around. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Rounding in units of the world's width. */
const slack = 1e-9;
/** By so much, in the same, what a node may reach is told too far: a view that all but touches the
 * edge of Mercator has what is beyond it. */
export const reachSlack = 1e-7;

export function boxOf([west, south, east, north]: readonly [
  number,
  number,
  number,
  number,
]): MercatorBox {
  // Positions beyond the edge of Mercator stand on it, and a view that touches the edge has them.
  const top = mercatorY(north);
  const bottom = mercatorY(south);
  const left = mercatorX(west);
  const turns = mercatorX(east) - left;
  return {
    left: left - Math.floor(left),
    width: east - west >= 360 ? 1 : turns - Math.floor(turns),
    top: top < slack ? -1 : top,
    bottom: bottom > 1 - slack ? 2 : bottom,
  };
}

/** A box with as much again as `share` of its sides around it. */
export function widened({ left, width, top, bottom }: MercatorBox, share: number): MercatorBox {
  const aside = width * share;
  const above = (Math.min(bottom, 1) - Math.max(top, 0)) * share;
  const start = left - aside;
  return {
    left: start - Math.floor(start),
    width: Math.min(1, width + 2 * aside),
    top: top - above,
    bottom: bottom + above,
  };
}

/** Whether a box lies in another one. */
export function boxInside(box: MercatorBox, outer: MercatorBox): boolean {
  if (box.top < outer.top || box.bottom > outer.bottom) return false;
  if (outer.width >= 1) return true;
  const away = box.left - outer.left;
  return away - Math.floor(away) + box.width <= outer.width;
}
