/** Packed arcs, as `geo/packing.ts` writes them, → TopoJSON. Pure. */
import type { Objects, Topology } from 'topojson-specification';

/** A file that the recipe wrote: TopoJSON whose arcs are one string. */
export interface PackedArcs<O extends Objects = Objects> {
  /** Degrees of one unit. */
  readonly step: number;
  /** Distances from point to point, the first from [0, 0]; arcs parted by `.`. Each number is
   * zigzag in five bits a character, the lowest first; the sixth bit says that more follow. */
  readonly arcs: string;
  readonly objects: O;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Uint8Array(128);
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;

export function unpacked<O extends Objects>({ step, arcs, objects }: PackedArcs<O>): Topology<O> {
  return {
    type: 'Topology',
    transform: { scale: [step, step], translate: [0, 0] },
    arcs: arcs.split('.').map(points),
    objects,
  };
}

function points(text: string): number[][] {
  const arc: number[][] = [];
  let x: number | null = null;
  let [value, weight] = [0, 1];
  for (let i = 0; i < text.length; i++) {
    const digit = values[text.charCodeAt(i)]!;
    value += (digit & 31) * weight;
    weight *= 32;
    if (digit >= 32) continue;
    const number = value % 2 ? -(value + 1) / 2 : value / 2;
    [value, weight] = [0, 1];
    if (x === null) x = number;
    else {
      arc.push([x, number]);
      x = null;
    }
  }
  return arc;
}
