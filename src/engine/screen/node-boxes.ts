/** Nodes of an area in groups of some that follow each other, so that a view that moves over the area
 * passes most of them by the group. */
import type { AreaNodes } from './area';
import { reachSlack as slack, type MercatorBox } from './box';
import { mercatorX, mercatorY } from '../base/mercator';

/** Nodes in a group, as a power of two. */
export const groupBits = 3;

/** By group: what its nodes may reach, in Mercator; `left` is 0 … 1, `right` may be beyond. */
export interface NodeBoxes {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly top: Float64Array;
  readonly bottom: Float64Array;
}

/** What may hold of a group's nodes in a box. */
export const [noneIn, someIn, allIn] = [0, 1, 2] as const;

export function nodeBoxesOf(area: AreaNodes): NodeBoxes {
  const count = ((area.count - 1) >> groupBits) + 1;
  const left = new Float64Array(count).fill(Infinity);
  const right = new Float64Array(count).fill(-Infinity);
  const top = new Float64Array(count).fill(Infinity);
  const bottom = new Float64Array(count).fill(-Infinity);
  for (let node = 0; node < area.count; node++) {
    const group = node >> groupBits;
    const isPlace = area.id[node]! < 0;
    let x = isPlace ? mercatorX(area.lng[node]!) - slack : area.left[node]!;
    x -= Math.floor(x);
    const width = isPlace ? 2 * slack : area.width[node]!;
    const y = isPlace ? mercatorY(area.lat[node]!) : 0;
    left[group] = Math.min(left[group]!, x);
    right[group] = Math.max(right[group]!, x + width);
    top[group] = Math.min(top[group]!, isPlace ? y - slack : area.top[node]!);
    bottom[group] = Math.max(bottom[group]!, isPlace ? y + slack : area.bottom[node]!);
  }
  return { left, right, top, bottom };
}

/** Whether none or all of a group's places are in a box, as far as can be told. */
export function inBox(
  { left, right, top, bottom }: NodeBoxes,
  group: number,
  box: MercatorBox,
): 0 | 1 | 2 {
  if (top[group]! > box.bottom || bottom[group]! < box.top) return noneIn;
  const between = top[group]! >= box.top && bottom[group]! <= box.bottom;
  if (box.width >= 1) return between ? allIn : someIn;
  const from = left[group]! - box.left;
  const to = right[group]! - box.left;
  let met = false;
  // The world is a ring.
  for (let turn = -1; turn <= 1; turn++) {
    if (from + turn > box.width || to + turn < 0) continue;
    met = true;
    if (between && from + turn >= 0 && to + turn <= box.width) return allIn;
  }
  return met ? someIn : noneIn;
}
