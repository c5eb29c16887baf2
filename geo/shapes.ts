/** Plane geometry on longitude and latitude, shared by the recipe's parts. */
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import polylabel from 'polylabel';

export type Shape = Polygon | MultiPolygon;

export function polygonsOf(shape: Shape): Position[][][] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
}

export function shapeOf(polygons: Position[][][]): Shape {
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Signed area in square degrees; positive where the ring runs counter-clockwise. */
export function ringArea(ring: Position[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1]!;
    const [x2, y2] = ring[i]!;
    twice += x1! * y2! - x2! * y1!;
  }
  return twice / 2;
}

/** Square degrees, shrunk by the cosine of the latitude so that countries compare. */
export function area(polygon: Position[][]): number {
  const latitudes = polygon[0]!.map(([, lat]) => lat!);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  return Math.abs(ringArea(polygon[0]!)) * Math.cos((middle * Math.PI) / 180);
}

export function largest(shape: Shape): Position[][] {
  const polygons = polygonsOf(shape);
  const areas = polygons.map(area);
  return polygons[areas.indexOf(Math.max(...areas))]!;
}

/** Square degrees of all parts together, as `area` counts them. */
export function wholeArea(shape: Shape): number {
  return polygonsOf(shape).reduce((sum, polygon) => sum + area(polygon), 0);
}

/** `[west, south, east, north]`. */
export function bounds(features: readonly Feature<Shape>[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features)
    for (const [lng, lat] of polygonsOf(geometry).flat(2)) {
      box[0] = Math.min(box[0], lng!);
      box[1] = Math.min(box[1], lat!);
      box[2] = Math.max(box[2], lng!);
      box[3] = Math.max(box[3], lat!);
    }
  return box;
}

/** A point well inside the largest part: as far from its edges as can be, degrees of longitude
 * counted as they look at that latitude. Two decimals. */
export function innerPoint(shape: Shape): [number, number] {
  const polygon = largest(shape);
  const latitudes = polygon[0]!.map(([, lat]) => lat!);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const squeeze = Math.max(0.05, Math.cos((middle * Math.PI) / 180));
  const squeezed = polygon.map((ring) => ring.map(([lng, lat]) => [lng! * squeeze, lat!]));
  const [x, y] = polylabel(squeezed, Math.min(0.01, Math.sqrt(area(polygon)) / 50));
  return [round(x! / squeeze, 3), round(y!, 3)];
}

/** RFC 7946: exterior rings counter-clockwise, holes clockwise. */
export function wound(shape: Shape): Shape {
  return shapeOf(
    polygonsOf(shape).map((rings) =>
      rings.map((ring, number) =>
        ringArea(ring) > 0 === (number === 0) ? ring : [...ring].reverse(),
      ),
    ),
  );
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
