/** How far the places of a node reach from where it stands, so that a view can tell whether all of
 * them are in it, or none. */
import { clusterReach } from './levels';

/** Rounding of single-precision numbers, in units of the world's width. */
const slack = 1e-7;

/** The most a node can reach to any side: a member is within the reach of its level, and that one's
 * members within half as much of it, and so on. */
export function mostExtent(zoom: number): number {
  return 2 * clusterReach(zoom);
}

/** How far each of `count` nodes reaches, while they grow. */
export function extentsOf(count: number) {
  /** West, east, north and south by node. */
  const sides = new Float32Array(count * 4);
  return {
    /** Takes in a place that is `east` and `south` of where a node stands. */
    includePlace(node: number, east: number, south: number): void {
      const to = node * 4;
      if (-east > sides[to]!) sides[to] = -east;
      if (east > sides[to + 1]!) sides[to + 1] = east;
      if (-south > sides[to + 2]!) sides[to + 2] = -south;
      if (south > sides[to + 3]!) sides[to + 3] = south;
    },
    /** Takes in another node that is. */
    include(node: number, member: number, east: number, south: number): void {
      const to = node * 4;
      const from = member * 4;
      const west = sides[from]! - east;
      if (west > sides[to]!) sides[to] = west;
      east += sides[from + 1]!;
      if (east > sides[to + 1]!) sides[to + 1] = east;
      const north = sides[from + 2]! - south;
      if (north > sides[to + 2]!) sides[to + 2] = north;
      south += sides[from + 3]!;
      if (south > sides[to + 3]!) sides[to + 3] = south;
    },
    /** The extent of a node of a level: four bits for each side, in fifteenths of the most it can
     * be. */
    packed(node: number, zoom: number): number {
      const scale = 15 / mostExtent(zoom);
      let word = 0;
      for (let side = 0; side < 4; side++) {
        // The next whole number above.
        const fifteenths = ((sides[node * 4 + side]! + slack) * scale + 1) | 0;
        word |= (fifteenths < 15 ? fifteenths : 15) << (side * 4);
      }
      return word;
    },
  };
}
