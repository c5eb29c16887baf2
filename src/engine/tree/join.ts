/** One level up the hierarchy: nodes near a heavier one join it. */
import { slotAt, type Grid } from './grid';
import { clusterReach } from './levels';
import { sortOrder } from '../base/radix';

const none = 0xffffffff;

/** Up to here weights are sorted by counting how many there are of each. */
const mostCounted = 2 ** 14;

/**
 * Heaviest first, then by slot, a node takes all nodes not yet taken within the level's reach. The
 * world is a ring in x.
 *
 * @returns a function: grid → slot → slot of the node that took it, its own where nobody did; until
 * the next call.
 */
export function joining(): (grid: Grid) => Uint32Array {
  let takers = new Uint32Array(0);
  let turns = new Uint32Array(0);
  return (grid) => {
    const count = grid.x.length;
    if (takers.length < count) {
      takers = new Uint32Array(count);
      turns = new Uint32Array(count);
    }
    const taken = takers.subarray(0, count).fill(none);
    join(grid, heaviestFirst(grid.weight, turns), taken);
    return taken;
  };
}

function join(grid: Grid, turns: Uint32Array, takers: Uint32Array): void {
  const { across, x, y, cell, above, below } = grid;
  const count = x.length;
  const square = clusterReach(grid.zoom) ** 2;
  for (let turn = 0; turn < count; turn++) {
    const taker = turns[turn]!;
    if (takers[taker] !== none) continue;
    takers[taker] = taker;
    const here = cell[taker]!;
    const takerX = x[taker]!;
    const takerY = y[taker]!;
    if (takerX * across < 1 || takerX * across >= across - 1) {
      takeAcrossSeam(grid, takers, taker, square);
      continue;
    }
    let slot = taker;
    while (slot > 0 && cell[slot - 1]! >= here - 1) slot--;
    for (; slot < count && cell[slot]! <= here + 1; slot++) {
      if (takers[slot] !== none) continue;
      const away = x[slot]! - takerX;
      const down = y[slot]! - takerY;
      if (away * away + down * down <= square) takers[slot] = taker;
    }
    for (slot = above[taker]!; cell[slot]! <= here - across + 1; slot++) {
      if (takers[slot] !== none) continue;
      const away = x[slot]! - takerX;
      const down = y[slot]! - takerY;
      if (away * away + down * down <= square) takers[slot] = taker;
    }
    for (slot = below[taker]!; slot < count && cell[slot]! <= here + across + 1; slot++) {
      if (takers[slot] !== none) continue;
      const away = x[slot]! - takerX;
      const down = y[slot]! - takerY;
      if (away * away + down * down <= square) takers[slot] = taker;
    }
  }
}

/** At the first and the last column the neighbours stand at the other end of the rows. */
function takeAcrossSeam(grid: Grid, takers: Uint32Array, taker: number, square: number): void {
  const { across, x, y, cell } = grid;
  const middle = Math.floor(cell[taker]! / across);
  const column = cell[taker]! - middle * across;
  for (let row = middle - 1; row <= middle + 1; row++) {
    for (const near of [column - 1, column, column + 1]) {
      const wanted = row * across + ((near + across) % across);
      for (let slot = slotAt(grid, wanted); cell[slot] === wanted; slot++) {
        if (takers[slot] !== none) continue;
        let away = x[slot]! - x[taker]!;
        away -= Math.round(away);
        const down = y[slot]! - y[taker]!;
        if (away * away + down * down <= square) takers[slot] = taker;
      }
    }
  }
}

/** @param turns where there is room for them. */
function heaviestFirst(weights: Uint32Array, turns: Uint32Array): Uint32Array {
  let heaviest = 0;
  for (let slot = 0; slot < weights.length; slot++)
    if (weights[slot]! > heaviest) heaviest = weights[slot]!;
  if (heaviest > mostCounted) {
    const lightness = weights.map((weight) => heaviest - weight);
    return sortOrder(lightness);
  }
  /** Where those of a lightness begin. */
  const next = new Uint32Array(heaviest + 2);
  for (let slot = 0; slot < weights.length; slot++) next[heaviest - weights[slot]! + 1]!++;
  for (let lightness = 1; lightness < next.length; lightness++)
    next[lightness]! += next[lightness - 1]!;
  for (let slot = 0; slot < weights.length; slot++)
    turns[next[heaviest - weights[slot]!]!++] = slot;
  return turns;
}
