/** How far the places of a node reach from where it stands, so that a view can tell whether all of
 * them are in it, or none. */
import { reachOf } from './levels';

/** Rounding of single-precision numbers, in units of the world's width. */
const slack = 1e-7;

/** The most a node can reach to any side: a member is within the reach of its level, and that one's
 * members within half as much of it, and so on. */
export function mostExtent(zoom: number): number {
  return 2 * reachOf(zoom);
}

/** The sides of a node from four bits each, in units of the world's width. */
export function sideOf(extent: number, side: 0 | 1 | 2 | 3, zoom: number): number {
  return (((extent >>> (side * 4)) & 15) / 15) * mostExtent(zoom);
}

/** Extents of up to `most` nodes while they grow: west, east, north, south each. */
export function extentsOf(most: number) {
  const sides = new Float32Array(most * 4);
  return {
    /** Takes in a member that stands `east` and `south` of a node; `child` is the member's own
     * number where it is a node, negative where it is a place. */
    include(node: number, child: number, east: number, south: number): void {
      const to = node * 4;
      const from = child * 4;
      const known = child >= 0;
      sides[to] = Math.max(sides[to]!, (known ? sides[from]! : 0) - east);
      sides[to + 1] = Math.max(sides[to + 1]!, (known ? sides[from + 1]! : 0) + east);
      sides[to + 2] = Math.max(sides[to + 2]!, (known ? sides[from + 2]! : 0) - south);
      sides[to + 3] = Math.max(sides[to + 3]!, (known ? sides[from + 3]! : 0) + south);
    },
    packed(nodes: number, zooms: Uint8Array): Uint16Array {
      const extent = new Uint16Array(nodes);
      for (let node = 0; node < nodes; node++) {
        const scale = 15 / mostExtent(zooms[node]!);
        let word = 0;
        for (let side = 0; side < 4; side++) {
          const fifteenths = Math.ceil((sides[node * 4 + side]! + slack) * scale);
          word |= Math.min(15, fifteenths) << (side * 4);
        }
        extent[node] = word;
      }
      return extent;
    },
  };
}
