/** Shapes that a page was sent with, as MapLibre draws them. Pure. */
import type { Position } from 'geojson';
import { latitude, longitude } from '../../engine/base/mercator';
import type { MapMark, PlaceShape } from '../types';
import type { Backdrop } from './backdrop';

/** The shapes, and those that the page was sent with of events on the map that have none of their own
 * yet. */
export function withDrawnShapes(
  shapes: readonly PlaceShape[],
  marks: readonly MapMark[],
  backdrop: Backdrop | null,
): readonly PlaceShape[] {
  if (!backdrop) return shapes;
  const known = new Set(shapes.map(({ properties }) => properties.row));
  const drawn = marks.flatMap(({ event }) =>
    event === undefined || known.has(event) ? [] : shapesOf(event, backdrop),
  );
  return drawn.length ? [...shapes, ...drawn] : shapes;
}

function shapesOf(row: number, { units, shapes }: Backdrop): PlaceShape[] {
  return (shapes.get(row) ?? []).flatMap(({ d, color, kind }) => {
    const lines = linesOf(d, units);
    const rings = lines.filter(({ closed }) => closed).map(({ positions }) => positions);
    const open = lines.filter(({ closed }) => !closed).map(({ positions }) => positions);
    const properties = { row, color, kind: kind as PlaceShape['properties']['kind'] };
    const part = (geometry: PlaceShape['geometry']): PlaceShape => ({
      type: 'Feature',
      geometry,
      properties,
    });
    return [
      ...(rings.length ? [part({ type: 'MultiPolygon', coordinates: polygonsOf(rings) })] : []),
      ...(open.length ? [part({ type: 'MultiLineString', coordinates: open })] : []),
    ];
  });
}

interface Line {
  readonly closed: boolean;
  readonly positions: Position[];
}

/** The lines of path data: moves by steps, each with the steps that follow it, as `pen.ts` writes them. */
function linesOf(d: string, units: number): Line[] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/m([^mz]*)(z?)/g)].map(([, text, end]) => {
    const steps = (text!.match(/-?\d+/g) ?? []).map(Number);
    const positions: Position[] = [];
    const [startX, startY] = [x + steps[0]!, y + steps[1]!];
    for (let at = 0; at + 1 < steps.length; at += 2) {
      x += steps[at]!;
      y += steps[at + 1]!;
      positions.push([longitude(x / units), latitude(y / units)]);
    }
    // A closed line goes on from where it began.
    if (!end) return { closed: false, positions };
    [x, y] = [startX, startY];
    return { closed: true, positions: [...positions, positions[0]!] };
  });
}

/** A ring that runs like the first is another polygon's outside; one that runs against it is a hole of the
 * last polygon. */
function polygonsOf(rings: readonly Position[][]): Position[][][] {
  const polygons: Position[][][] = [];
  const outer = turnOf(rings[0]!);
  for (const ring of rings) {
    if (polygons.length === 0 || turnOf(ring) === outer) polygons.push([ring]);
    else polygons.at(-1)!.push(ring);
  }
  return polygons;
}

function turnOf(ring: readonly Position[]): boolean {
  let twice = 0;
  ring.forEach(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    twice += x! * nextY! - nextX! * y!;
  });
  return twice > 0;
}
