/** Corners that one shape has on another's edge are put into that edge too. */
import type { Feature, Position } from 'geojson';
import { polygonsOf, shapeOf, type Shape } from './shapes';

/** Degrees that a corner may lie beside an edge to belong to it. */
const near = 3e-5;

/** The features, with each corner that lies on an edge of theirs. */
export function joinedAt<T extends Feature<Shape>>(
  features: readonly T[],
  corners: readonly Position[],
): T[] {
  const unique = [...new Map(corners.map((corner) => [String(corner), corner])).values()];
  const [west, east] = range(unique.map(([lng]) => lng!));
  const [south, north] = range(unique.map(([, lat]) => lat!));
  const away = (ring: Position[]) =>
    ring.every(([lng]) => lng! < west) ||
    ring.every(([lng]) => lng! > east) ||
    ring.every(([, lat]) => lat! < south) ||
    ring.every(([, lat]) => lat! > north);
  return features.map((feature) => {
    const polygons = polygonsOf(feature.geometry);
    if (polygons.every(([outer]) => away(outer!))) return feature;
    return {
      ...feature,
      geometry: shapeOf(polygons.map((rings) => rings.map((ring) => withCorners(ring, unique)))),
    };
  });
}

function withCorners(ring: Position[], corners: readonly Position[]): Position[] {
  return ring.flatMap((to, i) => {
    if (i === 0) return [to];
    const from = ring[i - 1]!;
    const between = corners
      .map((corner) => ({ corner, along: alongEdge(corner, from, to) }))
      .filter(({ along }) => along !== null)
      .sort((a, b) => a.along! - b.along!);
    return [...between.map(({ corner }) => corner), to];
  });
}

/** How far along an edge a corner lies, 0 to 1; `null` beside it and at its ends. */
function alongEdge(at: Position, from: Position, to: Position): number | null {
  const [dx, dy] = [to[0]! - from[0]!, to[1]! - from[1]!];
  const length = Math.hypot(dx, dy);
  const [px, py] = [at[0]! - from[0]!, at[1]! - from[1]!];
  const along = (px * dx + py * dy) / length ** 2;
  if (!(along > 0 && along < 1)) return null;
  const isEnd = (end: Position) => Math.hypot(at[0]! - end[0]!, at[1]! - end[1]!) < near / 10;
  if (isEnd(from) || isEnd(to)) return null;
  return Math.abs(px * dy - py * dx) / length < near ? along : null;
}

function range(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
