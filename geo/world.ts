/** The world in pieces, coarse and medium: one file a level. */
import type { Feature, FeatureCollection, Position } from 'geojson';
import { merge } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import { topology } from 'topojson-server';
import { packedTopology, type PackedTopology } from './packing';
import {
  area,
  largest,
  polygonsOf,
  ringArea,
  shapeOf,
  wholeArea,
  wound,
  type Shape,
} from './shapes';
import { isPolar, mosaicOf, polar, simplified, type Mosaic } from './simplify';

export interface Level {
  /** Degrees of the grid. */
  step: number;
  /** Square degrees of the triangles left out. */
  tolerance: number;
  /** Square degrees from which an island is kept beside its piece's largest. */
  island: number;
}

/** Coarse to zoom 3, medium to zoom 5, by the size of a pixel there. */
export const levels: Record<'coarse' | 'medium', Level> = {
  coarse: { step: 0.03, tolerance: 0.03, island: 0.15 },
  medium: { step: 0.01, tolerance: 0.003, island: 0.006 },
};

export type Piece = Feature<Shape, { piece: string }>;

/** Units joined to pieces, in the order of their names, as fine as the source has them. */
export function piecesOf<P extends { piece: string }>(mosaic: Mosaic<P>): Piece[] {
  const parts = new Map<string, (Polygon | MultiPolygon)[]>();
  for (const geometry of mosaic.objects.units.geometries) {
    const { piece } = geometry.properties as P;
    parts.set(piece, [...(parts.get(piece) ?? []), geometry as Polygon | MultiPolygon]);
  }
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([piece, geometries]) => ({
      type: 'Feature',
      properties: { piece },
      geometry: merge(mosaic, geometries),
    }));
}

export function worldAt(pieces: readonly Piece[], level: Level): PackedTopology {
  const kept = pieces.map((piece) => ({
    ...piece,
    geometry: withoutIslands(piece.geometry, level),
  }));
  const areas = new Map(
    kept.map(({ properties, geometry }) => [properties.piece, wholeArea(geometry)]),
  );
  const coarse = simplified(mosaicOf(kept), level.step, (sides, arc) =>
    Math.min(
      level.tolerance * (isPolar(arc) ? polar : 1),
      ...sides.map(({ piece }) => areas.get(piece)! / 150),
    ),
  );
  const shapes = coarse.objects.units.geometries.flatMap((geometry): Piece[] => {
    const shape = unflattened(merge(coarse, [geometry as Polygon]));
    return shape
      ? [
          {
            type: 'Feature',
            properties: geometry.properties as { piece: string },
            geometry: wound(shape),
          },
        ]
      : [];
  });
  return packedTopology(
    topology({
      land: { type: 'FeatureCollection', features: shapes } as FeatureCollection,
    }) as never,
    level.step,
  );
}

/** The largest polygon and all that are not too small; gaps between units of one piece closed. */
function withoutIslands(shape: Shape, { island }: Level): Shape {
  const first = largest(shape);
  const polygons = polygonsOf(shape)
    .filter((polygon) => polygon === first || area(polygon) >= island)
    .map(([outer, ...holes]) => [
      outer!,
      ...holes.filter((hole) => Math.abs(ringArea(hole)) > 1e-5),
    ]);
  return shapeOf(polygons);
}

/** Rings that simplifying has flattened go; `null` where nothing is left. */
function unflattened(shape: Shape): Shape | null {
  const whole = (ring: Position[]) => ring.length >= 4 && Math.abs(ringArea(ring)) > 1e-9;
  const polygons = polygonsOf(shape)
    .filter(([outer]) => whole(outer!))
    .map((rings) => rings.filter(whole));
  return polygons.length ? shapeOf(polygons) : null;
}
