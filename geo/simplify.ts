/** Simplifying and rounding so that neighbours keep a common border. */
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { GeometryCollection, Objects, Topology } from 'topojson-specification';
import { bounds, type Shape } from './shapes';

/**
 * Leaves out the points whose triangle with their neighbours is smaller than the tolerance (square
 * degrees) of the finest unit they border, so that a small unit keeps its shape beside a large one.
 */
export function simplified<Properties extends object>(
  features: readonly Feature<Shape, Properties>[],
  toleranceOf: (properties: Properties) => number,
): Topology<{ units: GeometryCollection<Properties> }> {
  type Units = Topology<{ units: GeometryCollection<Properties> }>;
  const units = { type: 'FeatureCollection', features: [...features] } as FeatureCollection;
  const whole = presimplify(topology({ units }, 1e7) as Units);
  const tolerances = new Array<number>(whole.arcs.length).fill(Infinity);
  for (const geometry of whole.objects.units.geometries) {
    const tolerance = toleranceOf(geometry.properties as Properties);
    for (const arc of arcsOf(geometry)) tolerances[arc] = Math.min(tolerances[arc]!, tolerance);
  }
  const arcs = whole.arcs.map((arc, number) =>
    arc
      .filter((point) => point[2]! >= tolerances[number]!)
      .map(([lng, lat]) => [lng!, lat!] as Position),
  );
  return { ...whole, arcs };
}

/** TopoJSON on a square grid of `step` degrees. */
export function gridded(
  objects: Record<string, FeatureCollection<Shape, object>>,
  step: number,
): Topology {
  const [west, south] = bounds(Object.values(objects).flatMap(({ features }) => features));
  const origin = [west, south].map((edge) => Number((Math.floor(edge! / step) * step).toFixed(6)));
  const whole = topology(objects) as Topology<Objects>;
  // The bounding box has all the digits of the source and nobody reads it.
  const grid = quantize(whole, {
    scale: [step, step],
    translate: [origin[0]!, origin[1]!],
  });
  delete grid.bbox;
  return grid;
}

/** Numbers of the arcs that a geometry runs along. */
function arcsOf(geometry: object): number[] {
  const { arcs = [] } = geometry as { arcs?: unknown[] };
  return (arcs.flat(Infinity) as number[]).map((arc) => (arc < 0 ? ~arc : arc));
}
