/** Events in the order of time → the nodes of an area that hold them. */
import type { AreaNodes } from '../screen/area';
import type { BufferLayout } from '../buffer';
import { nodeOf, type NodeTable } from '../screen/nodes';
import type { RankBitmaps } from './rank-bitmap';

export interface RankChanges {
  /** Adds `sign` to the counts (by node · categories + category) of each event of ranks `first` …
   * `after` of starts, or of ends, and notes it with a 1 in `touched`, which counts of `touchedBits`
   * share. Both have room for one node more, which stands for all that are not in the area. */
  add(
    area: AreaNodes,
    ofStarts: boolean,
    first: number,
    after: number,
    sign: number,
    counts: Int32Array,
    touched: Uint8Array,
  ): void;
}

/** Counts that share an entry of what is touched, as a power of two. */
const touchedBits = 3;

/** Room for what is touched of an area of so many nodes, by fours. */
export function untouched(nodes: number, categories: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(4 * ((((nodes + 1) * categories) >>> (touchedBits + 2)) + 1));
}

/** The first and the last node of an area of so many whose counts share each entry of what is
 * touched; the last is before the first where there is none. */
export function nodesOf(entries: number, nodes: number, categories: number) {
  const firstOf = new Int32Array(entries);
  const lastOf = new Int32Array(entries);
  const nodeAt = (count: number) => Math.floor(count / categories);
  for (let entry = 0; entry < entries; entry++) {
    firstOf[entry] = nodeAt(entry << touchedBits);
    lastOf[entry] = Math.min(nodes - 1, nodeAt(((entry + 1) << touchedBits) - 1));
  }
  return { firstOf, lastOf };
}

export function rankChangesOf(
  { byStart, byEnd }: BufferLayout,
  categories: number,
  sieves: RankBitmaps,
  table: NodeTable,
): RankChanges {
  /** Keys that a sieve lets through. */
  const few = new Uint32Array(256);

  return {
    add(area, ofStarts, first, after, sign, counts, touched) {
      if (first >= after) return;
      const keys = ofStarts ? byStart : byEnd;
      const sieve = sieves.at(area);
      if (!sieve) {
        sieves.spend(area, after - first);
        return addKeys(area, keys, first, after, sign, counts, touched);
      }
      const side = ofStarts ? sieve.starts : sieve.ends;
      if (side.cells) {
        addCells(side.cells, side.before(first), side.before(after), sign, counts, touched);
        return;
      }
      sieves.spend(area, after - first);
      const { bits } = side;
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

  function addCells(
    cells: Uint16Array,
    first: number,
    after: number,
    sign: number,
    counts: Int32Array,
    touched: Uint8Array,
  ): void {
    let at = first;
    // By fours, which need not wait for each other.
    for (; at + 3 < after; at += 4) {
      const a = cells[at]!;
      const b = cells[at + 1]!;
      const c = cells[at + 2]!;
      const d = cells[at + 3]!;
      counts[a]! += sign;
      counts[b]! += sign;
      counts[c]! += sign;
      counts[d]! += sign;
      touched[a >>> touchedBits] = 1;
      touched[b >>> touchedBits] = 1;
      touched[c >>> touchedBits] = 1;
      touched[d >>> touchedBits] = 1;
    }
    for (; at < after; at++) {
      const cell = cells[at]!;
      counts[cell]! += sign;
      touched[cell >>> touchedBits] = 1;
    }
  }

  function addKeys(
    area: AreaNodes,
    keys: Uint32Array,
    first: number,
    after: number,
    sign: number,
    counts: Int32Array,
    touched: Uint8Array,
  ): void {
    table.of(area);
    // What the loop reads again and again is read before it.
    const { nodes, mixed } = table;
    const shift = 5 + table.strideBits;
    const width = categories;
    for (let at = first; at < after; at++) {
      const key = keys[at]!;
      let node = nodes[key >>> shift]!;
      if (node >= mixed) node = nodeOf(area, key >>> 5, node - mixed);
      const cell = node * width + (key & 31);
      counts[cell]! += sign;
      touched[cell >>> touchedBits] = 1;
    }
  }
}
