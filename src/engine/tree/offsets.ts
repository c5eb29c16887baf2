/**
 * Where a node stands, told from where its parent does in 16 bits to the east and 16 to the south, so
 * that a walk down the tree knows it without looking at the columns.
 *
 * A child is told from where the parent is told to be, so that what is lost does not add up.
 */
import { mostExtent } from './extents';

/** Half of what 16 bits can say. */
const most = 2 ** 15 - 1;

/** Where all roots are told from, in Mercator, and how far away they may be. */
export const rootOrigin = 0.5;
export const rootSpan = 0.5;

/** How far a child may be to each side from where a node of a level is told to be. */
export function childSpan(zoom: number, error: number): number {
  return mostExtent(zoom) + error;
}

/** The most by which where a child is told to be may be wrong. */
export function errorOf(span: number): number {
  return span / most;
}

/** @param east how far away it is, in Mercator, no more than `span` to each side. */
export function offsetOf(east: number, south: number, span: number): number {
  const scale = most / span;
  return (sixteenBits(east * scale) | (sixteenBits(south * scale) << 16)) >>> 0;
}

export function eastOf(offset: number, span: number): number {
  return ((offset & 0xffff) - most) * (span / most);
}

export function southOf(offset: number, span: number): number {
  return ((offset >>> 16) - most) * (span / most);
}

function sixteenBits(away: number): number {
  const rounded = (away + most + 0.5) | 0;
  return rounded < 0 ? 0 : rounded > 2 * most ? 2 * most : rounded;
}
