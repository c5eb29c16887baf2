/** Arcs as one string, a third of their length in digits; `src/world/arcs.ts` reads it. */
import type { Position } from 'geojson';
import type { GeometryObject, Topology } from 'topojson-specification';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export interface PackedTopology {
  type: 'Topology';
  /** Degrees of one unit. */
  step: number;
  /** Distances from point to point, the first from [0, 0]; arcs parted by `.`. */
  arcs: string;
  objects: Record<string, GeometryObject>;
}

/** Keeps the arcs that the objects use, in the order of their use. */
export function packed(
  arcs: readonly Position[][],
  objects: Record<string, GeometryObject>,
  step: number,
): PackedTopology {
  const numbers = new Map<number, number>();
  const renumbered = (arc: number): number => {
    const number = arc < 0 ? ~arc : arc;
    if (!numbers.has(number)) numbers.set(number, numbers.size);
    const to = numbers.get(number)!;
    return arc < 0 ? ~to : to;
  };
  const copied = mapArcs(objects, renumbered) as Record<string, GeometryObject>;
  return {
    type: 'Topology',
    step,
    arcs: [...numbers.keys()].map((number) => packedArc(arcs[number]!, step)).join('.'),
    objects: copied,
  };
}

/** A topology that is already one file's own. */
export function packedTopology(topology: Topology, step: number): PackedTopology {
  return packed(topology.arcs, topology.objects as Record<string, GeometryObject>, step);
}

function packedArc(arc: readonly Position[], step: number): string {
  let [x, y] = [0, 0];
  return arc
    .map(([lng, lat]) => {
      const [toX, toY] = [Math.round(lng! / step), Math.round(lat! / step)];
      const text = digits(toX - x) + digits(toY - y);
      [x, y] = [toX, toY];
      return text;
    })
    .join('');
}

/** Zigzag, then five bits a character, the sixth says that more follow. */
function digits(value: number): string {
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  let text = '';
  while (rest >= 32) {
    text += alphabet[32 + (rest % 32)];
    rest = Math.floor(rest / 32);
  }
  return text + alphabet[rest];
}

function mapArcs(value: unknown, to: (arc: number) => number, inside = false): unknown {
  if (typeof value === 'number') return inside ? to(value) : value;
  if (Array.isArray(value)) return value.map((item) => mapArcs(item, to, inside));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'properties' ? item : mapArcs(item, to, inside || key === 'arcs'),
    ]),
  );
}
