/** Simplifying, so that neighbours keep a common border. */
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Shape } from './shapes';

export type Mosaic<Properties extends object> = Topology<{ units: GeometryCollection<Properties> }>;

/** Shapes as arcs that neighbours share. */
export function mosaicOf<Properties extends object>(
  features: readonly Feature<Shape, Properties>[],
): Mosaic<Properties> {
  const units = { type: 'FeatureCollection', features: [...features] } as FeatureCollection;
  return topology({ units }, 1e7) as unknown as Mosaic<Properties>;
}

/**
 * Leaves out the points whose triangle with their neighbours is smaller than the tolerance (square
 * degrees) that the shapes on both sides of an arc give it, and rounds to a grid of `step` degrees.
 * The arcs stay in their order.
 */
export function simplified<Properties extends object>(
  mosaic: Mosaic<Properties>,
  step: number,
  toleranceOf: (sides: readonly Properties[], arc: readonly Position[]) => number,
): Mosaic<Properties> {
  const whole = presimplify(mosaic);
  const sides = sidesOf(mosaic);
  const arcs = whole.arcs.map((arc, number) => {
    const tolerance = toleranceOf(sides[number]!, arc);
    return arc
      .filter((point) => point[2]! >= tolerance)
      .map(([lng, lat]) => [onGrid(lng!, step), onGrid(lat!, step)] as Position)
      .filter(([lng, lat], i, kept) => {
        const before = kept[i - 1];
        return !before || lng !== before[0] || lat !== before[1];
      })
      .flatMap((point, _, kept) => (kept.length === 1 ? [point, point] : [point]));
  });
  return { ...whole, arcs };
}

/** For each arc, the properties of the shapes along it. */
export function sidesOf<Properties extends object>(mosaic: Mosaic<Properties>): Properties[][] {
  const sides = mosaic.arcs.map((): Properties[] => []);
  for (const geometry of mosaic.objects.units.geometries)
    for (const arc of new Set(arcsOf(geometry)))
      sides[arc]!.push(geometry.properties as Properties);
  return sides;
}

/** Numbers of the arcs that a geometry runs along. */
export function arcsOf(geometry: object): number[] {
  const { arcs = [] } = geometry as { arcs?: unknown[] };
  return (arcs.flat(Infinity) as number[]).map((arc) => (arc < 0 ? ~arc : arc));
}

/** Coasts beyond the polar circles are drawn this much coarser: much of the source, few readers. */
export const polar = 4;

export function isPolar(arc: readonly Position[]): boolean {
  return arc.every(([, lat]) => Math.abs(lat!) > 66.5);
}

function onGrid(degrees: number, step: number): number {
  return Number((Math.round(degrees / step) * step).toFixed(6));
}
