/** Events in the order of time → the nodes of an area that hold them. */
import type { Area } from './area';
import type { Layout } from './buffer';
import type { Sieves } from './sieve';

export interface Sweep {
  readonly bytes: number;
  /** Adds `sign` to the counts (by node · categories + category) of each event of ranks `first` …
   * `after` of starts, or of ends, and notes its node with a 1. Both have room for one node more,
   * which stands for all that are not in the area. */
  add(
    area: Area,
    ofStarts: boolean,
    first: number,
    after: number,
    sign: number,
    counts: Int32Array,
    touched: Uint8Array,
  ): void;
}

/** Positions that share an entry of the table of nodes, as a power of two: as many as leave few
 * entries mixed, so that the table stays in a near cache. */
const [leastBits, mostBits] = [5, 12];
const mostMixed = 1 / 32;

export function sweepOf(layout: Layout, categories: number, sieves: Sieves): Sweep {
  const { events, byStart, byEnd } = layout;
  /** By stride of positions: their node, as many as there are where none is in a node; `mixed` more,
   * and the first node that may hold some, where it depends. */
  let nodeAt: Uint16Array | Uint32Array = new Uint16Array(0);
  let mixed = 0;
  let strideBits = 0;
  let tabled: Area | null = null;
  /** Keys that a sieve lets through. */
  const few = new Uint32Array(256);

  return {
    get bytes() {
      return nodeAt.byteLength;
    },
    add(area, ofStarts, first, after, sign, counts, touched) {
      if (first >= after) return;
      const keys = ofStarts ? byStart : byEnd;
      const sieve = sieves.at(area);
      if (!sieve) {
        sieves.spend(area, after - first);
        return addKeys(area, keys, first, after, sign, counts, touched);
      }
      const bits = ofStarts ? sieve.starts : sieve.ends;
      let count = 0;
      for (let index = first >>> 5; index << 5 < after; index++) {
        let word = bits[index]!;
        if (index === first >>> 5) word &= 0xffffffff << (first & 31);
        if (index === after >>> 5) word &= ~(0xffffffff << (after & 31));
        for (; word !== 0; word &= word - 1)
          few[count++] = keys[(index << 5) + 31 - Math.clz32(word & -word)]!;
        if (count <= few.length - 32) continue;
        addKeys(area, few, 0, count, sign, counts, touched);
        count = 0;
      }
      addKeys(area, few, 0, count, sign, counts, touched);
    },
  };

  function addKeys(
    area: Area,
    keys: Uint32Array,
    first: number,
    after: number,
    sign: number,
    counts: Int32Array,
    touched: Uint8Array,
  ): void {
    if (tabled !== area) tabulate(area);
    // What the loop reads again and again is read before it.
    const table = nodeAt;
    const other = mixed;
    const shift = 5 + strideBits;
    const width = categories;
    for (let at = first; at < after; at++) {
      const key = keys[at]!;
      let node = table[key >>> shift]!;
      if (node >= other) node = nodeOf(area, key >>> 5, node - other);
      counts[node * width + (key & 31)]! += sign;
      touched[node] = 1;
    }
  }

  function tabulate(area: Area): void {
    const { from, to, count } = area;
    const fit = Math.floor(Math.log2((mostMixed * events) / (2 * count)));
    strideBits = Math.max(leastBits, Math.min(mostBits, fit));
    const entries = (events >>> strideBits) + 1;
    const short = count < 0x8000;
    if (short !== nodeAt instanceof Uint16Array || nodeAt.length < entries)
      nodeAt = short ? new Uint16Array(entries) : new Uint32Array(entries);
    mixed = short ? 0x8000 : 0x80000000;
    nodeAt.fill(count);
    const size = 2 ** strideBits;
    const mix = (entry: number, node: number) => {
      if (nodeAt[entry]! < mixed) nodeAt[entry] = mixed + node;
    };
    for (let node = 0; node < count; node++) {
      const [start, end] = [from[node]!, to[node]!];
      nodeAt.fill(node, Math.ceil(start / size), Math.floor(end / size));
      if (start % size) mix(Math.floor(start / size), node);
      if (end % size) mix(Math.floor(end / size), node);
    }
    tabled = area;
  }
}

/** The node of a position, looked for from a node on; as many as there are where it has none. */
function nodeOf({ from, to, count }: Area, position: number, node: number): number {
  while (node < count && to[node]! <= position) node++;
  return node < count && from[node]! <= position ? node : count;
}
