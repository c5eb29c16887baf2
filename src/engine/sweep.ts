/** Events in the order of time → the nodes of an area that hold them. */
import type { Area } from './area';
import type { Layout } from './buffer';

export interface Sweep {
  readonly bytes: number;
  /** Adds `sign` to the counts (by node · categories + category) of each event of ranks `first` …
   * `after`, and takes `flag` from what is said of its node. */
  add(
    area: Area,
    byRank: Uint32Array,
    first: number,
    after: number,
    sign: number,
    counts: Int32Array,
    said: Uint8Array,
    flag: number,
  ): void;
}

/** Positions that share an entry of the table of nodes: 256. */
const strideBits = 8;

export function sweepOf({ events }: Layout, categories: number): Sweep {
  const entries = (events >>> strideBits) + 1;
  /** The first node that ends after the first position of a stride; as many as there are where none
   * of the stride is in a node, as most of a large set are where the view is small. */
  const nodeAt = new Uint32Array(entries);
  let tabled: Area | null = null;

  return {
    bytes: nodeAt.byteLength,
    add(area, byRank, first, after, sign, counts, said, flag) {
      if (first >= after) return;
      if (tabled !== area) tabulate(area);
      const { from, to, count } = area;
      for (let rank = first; rank < after; rank++) {
        const key = byRank[rank]!;
        const position = key >>> 5;
        let node = nodeAt[position >>> strideBits]!;
        while (node < count && to[node]! <= position) node++;
        if (node === count || from[node]! > position) continue;
        counts[node * categories + (key & 31)]! += sign;
        said[node]! &= ~flag;
      }
    },
  };

  function tabulate(area: Area): void {
    const { from, to, count } = area;
    for (let entry = 0, node = 0; entry < entries; entry++) {
      while (node < count && to[node]! <= entry << strideBits) node++;
      nodeAt[entry] = node < count && from[node]! < (entry + 1) << strideBits ? node : count;
    }
    tabled = area;
  }
}
