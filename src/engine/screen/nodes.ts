/** Positions → the nodes of an area that hold them. */
import type { AreaNodes } from './area';

/** The nodes of one area at a time. */
export interface NodeTable {
  readonly bytes: number;
  /** Before it is asked about an area. */
  of(area: AreaNodes): void;
  /** The node of a position, as many as the area has where it is in none. */
  at(position: number): number;
  /** By stride of positions: their node, as many as the area has where none is in a node; where it
   * depends, `mixed` more than the first node that may hold some. */
  readonly nodes: Uint16Array | Uint32Array;
  readonly mixed: number;
  /** Positions that share an entry, as a power of two. */
  readonly strideBits: number;
}

/** As many positions share an entry as leave few of these mixed, so that the table stays in a near
 * cache. */
const [leastBits, mostBits] = [5, 12];
const mostMixed = 1 / 32;

/** @param events positions there are. */
export function nodeTable(events: number): NodeTable {
  let nodes: Uint16Array | Uint32Array = new Uint16Array(0);
  let mixed = 0;
  let strideBits = 0;
  let tabled: AreaNodes | null = null;

  return {
    get bytes() {
      return nodes.byteLength;
    },
    get nodes() {
      return nodes;
    },
    get mixed() {
      return mixed;
    },
    get strideBits() {
      return strideBits;
    },
    of(area) {
      if (tabled !== area) tabulate(area);
    },
    at(position) {
      const node = nodes[position >>> strideBits]!;
      return node < mixed ? node : nodeOf(tabled!, position, node - mixed);
    },
  };

  function tabulate(area: AreaNodes): void {
    const { from, to, count } = area;
    const fit = Math.floor(Math.log2((mostMixed * events) / (2 * count)));
    strideBits = Math.max(leastBits, Math.min(mostBits, fit));
    const entries = (events >>> strideBits) + 1;
    const short = count < 0x8000;
    if (short !== nodes instanceof Uint16Array || nodes.length < entries)
      nodes = short ? new Uint16Array(entries) : new Uint32Array(entries);
    mixed = short ? 0x8000 : 0x80000000;
    nodes.fill(count);
    const size = 2 ** strideBits;
    const mix = (entry: number, node: number) => {
      if (nodes[entry]! < mixed) nodes[entry] = mixed + node;
    };
    for (let node = 0; node < count; node++) {
      const [start, end] = [from[node]!, to[node]!];
      nodes.fill(node, Math.ceil(start / size), Math.floor(end / size));
      if (start % size) mix(Math.floor(start / size), node);
      if (end % size) mix(Math.floor(end / size), node);
    }
    tabled = area;
  }
}

/** The node of a position, looked for from a node on; as many as there are where it has none. */
export function nodeOf({ from, to, count }: AreaNodes, position: number, node: number): number {
  while (node < count && to[node]! <= position) node++;
  return node < count && from[node]! <= position ? node : count;
}
