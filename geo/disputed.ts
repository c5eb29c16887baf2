/** Areas to outline with a dashed line. */
import type { Feature, FeatureCollection, Position } from 'geojson';
import { mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { regionTopology, type RegionProperties } from './regions';
import { largest, wound, type Shape } from './shapes';

type Units = Topology<{ regions: GeometryCollection<RegionProperties> }>;

/**
 * Crimea and Sevastopol: along the drawn coast of Ukraine, so that dash and coast are one line, and
 * across the isthmus where the units meet the rest of the country.
 */
export function disputedOf(
  ukraine: Shape,
  regions: Feature<Shape, RegionProperties>[],
): FeatureCollection<Shape> {
  const outlined = new Set(['UA-43', 'UA-40']);
  const topo = regionTopology(regions) as Units;
  const { coordinates } = mesh(
    topo,
    topo.objects.regions,
    (a, b) => outlined.has(codeOf(a)) !== outlined.has(codeOf(b)),
  );
  if (coordinates.length !== 1)
    throw new Error(`Crimea borders the mainland in ${coordinates.length} lines, expected 1`);
  const inland = coordinates[0]!;
  const coast = southernRun(largest(ukraine)[0]!, inland[0]!, inland.at(-1)!);
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {
          code: 'crimea',
          units: [...outlined],
          note: 'Crimea and Sevastopol: Ukraine by General Assembly resolution 68/262, under Russian control since 2014',
        },
        geometry: wound({
          type: 'Polygon',
          coordinates: [[...inland, ...coast.slice(1, -1), inland[0]!]],
        }),
      },
    ],
  };
}

/** The part of a ring from the point nearest `to` round to the one nearest `from`, by the way that
 * reaches farther south. */
function southernRun(ring: Position[], from: Position, to: Position): Position[] {
  const open = ring.slice(0, -1);
  const [start, end] = [nearest(open, to), nearest(open, from)];
  const forward = start <= end ? open.slice(start, end + 1) : wrapped(open, start, end);
  const backward = (
    end <= start ? open.slice(end, start + 1) : wrapped(open, end, start)
  ).reverse();
  const south = (run: Position[]) => Math.min(...run.map(([, lat]) => lat!));
  return south(forward) < south(backward) ? forward : backward;
}

function wrapped(open: Position[], start: number, end: number): Position[] {
  return [...open.slice(start), ...open.slice(0, end + 1)];
}

function nearest(points: Position[], [lng, lat]: Position): number {
  const distances = points.map(([x, y]) => Math.hypot((x! - lng!) * 0.7, y! - lat!));
  return distances.indexOf(Math.min(...distances));
}

function codeOf(geometry: object): string {
  return (geometry as { properties: RegionProperties }).properties.code;
}
