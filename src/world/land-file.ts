/** A file of land with what lies on both sides of each of its lines. Pure. */
import { bbox } from '@turf/bbox';
import { feature, merge, mesh } from 'topojson-client';
import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import type {
  GeometryCollection,
  MultiPolygon as MultiPolygonArcs,
  Polygon as PolygonArcs,
  Topology,
} from 'topojson-specification';
import { unpacked, type PackedArcs } from './arcs';
import type { Box } from './types';
import type { Worldview } from './worldview';

export interface LandProperties {
  /** ISO 3166-1 code or the id of an area; the file's own country where it is absent. */
  readonly piece?: string;
  /** ISO 3166-2; `''` for land without a code. */
  readonly code?: string;
  readonly name?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly former?: readonly string[];
  readonly point?: readonly [number, number];
}

type Land = GeometryCollection<LandProperties>;
type Beside = GeometryCollection<{ home: string; piece?: string }>;

/** As the world's own file and those of countries have them. */
export type LandFile = PackedArcs<{ land: Land }> | PackedArcs<{ regions: Land; beside: Beside }>;

/** All of a sheet's land that belongs to one piece. */
export interface Territory {
  readonly piece: string;
  readonly box: Box;
  readonly shape: MultiPolygon;
}

interface Side {
  /** On one side or on both. */
  pieces: string[];
  /** The file that the other side is in, where it is not this one. */
  home: string | null;
}

export interface Lines {
  readonly coast: MultiLineString[];
  readonly borders: MultiLineString[];
  readonly dashed: MultiLineString[];
}

export class LandSheet {
  /** ISO 3166-1 alpha-2, `''` for the whole world. */
  readonly home: string;
  readonly topology: Topology;
  readonly #land: Land;
  readonly #sides: readonly Side[];
  #shapes?: readonly Territory[];

  constructor(home: string, file: LandFile) {
    const { objects } = file;
    this.home = home;
    this.topology = unpacked<typeof objects>(file as PackedArcs<typeof objects>);
    this.#land = 'land' in objects ? objects.land : objects.regions;
    const sides = this.topology.arcs.map((): Side => ({ pieces: [], home: null }));
    for (const geometry of this.#land.geometries)
      for (const arc of arcsOf(geometry)) sides[arc]!.pieces.push(this.#pieceOf(geometry));
    for (const geometry of 'beside' in objects ? objects.beside.geometries : [])
      for (const arc of arcsOf(geometry)) {
        const { home: other, piece = other } = geometry.properties as {
          home: string;
          piece?: string;
        };
        sides[arc]!.pieces.push(piece);
        sides[arc]!.home = other;
      }
    this.#sides = sides;
  }

  /** The land of the pieces that pass, as one shape. */
  land(passes: (piece: string) => boolean): MultiPolygon {
    return merge(
      this.topology,
      this.#land.geometries.filter((g) => passes(this.#pieceOf(g))) as (
        PolygonArcs | MultiPolygonArcs
      )[],
    );
  }

  pieces(): Set<string> {
    return new Set(this.#land.geometries.map((geometry) => this.#pieceOf(geometry)));
  }

  /** What the file holds, each with its piece. */
  units(): Feature<Polygon | MultiPolygon, LandProperties & { piece: string }>[] {
    return this.#land.geometries.map((geometry) => {
      const unit = feature(this.topology, geometry) as Feature<
        Polygon | MultiPolygon,
        LandProperties
      >;
      return { ...unit, properties: { ...unit.properties, piece: this.#pieceOf(geometry) } };
    });
  }

  /** Each piece with its shape, made at the first use. */
  get shapes(): readonly Territory[] {
    this.#shapes ??= [...this.pieces()].map((piece) => {
      const shape = this.land((other) => other === piece);
      return { piece, shape, box: bbox(shape) as Box };
    });
    return this.#shapes;
  }

  /** Coasts, borders and dashed outlines of a view, less the lines that are left to another sheet. */
  lines(
    view: Worldview,
    leaves: (pieces: readonly string[], home: string | null) => boolean,
  ): Lines {
    const coast: number[] = [];
    const borders: number[] = [];
    const dashed: number[] = [];
    this.#sides.forEach(({ pieces, home }, arc) => {
      const [a, b] = pieces;
      if (a === undefined || leaves(pieces, home)) return;
      if (b === undefined) coast.push(arc);
      const line = b === undefined ? view.isDashed(a) && 'dashed' : view.lineBetween(a, b);
      if (line === 'dashed') dashed.push(arc);
      else if (line === 'border') borders.push(arc);
    });
    const drawn = (arcs: number[]) =>
      arcs.length === 0
        ? []
        : [mesh(this.topology, { type: 'MultiLineString', arcs: arcs.map((arc) => [arc]) })];
    return {
      coast: drawn(coast).map(withoutCuts),
      borders: drawn(borders),
      dashed: drawn(dashed).map(withoutCuts),
    };
  }

  #pieceOf({ properties }: { properties?: LandProperties }): string {
    return properties?.piece ?? this.home;
  }
}

/** Numbers of the arcs that a geometry runs along, each once. */
function arcsOf(geometry: object): Set<number> {
  const { arcs = [] } = geometry as { arcs?: unknown[] };
  return new Set((arcs.flat(Infinity) as number[]).map((arc) => (arc < 0 ? ~arc : arc)));
}

/** Land is cut along 180° and at the pole; no coast runs there. */
function withoutCuts({ coordinates }: MultiLineString): MultiLineString {
  const onCut = ([lng, lat]: Position) => Math.abs(lng!) >= 179.97 || lat! <= -89.9;
  const lines: Position[][] = [];
  for (const line of coordinates) {
    let run: Position[] = [];
    line.forEach((position, i) => {
      if (i > 0 && onCut(position) && onCut(line[i - 1]!)) {
        if (run.length > 1) lines.push(run);
        run = [];
      }
      run.push(position);
    });
    if (run.length > 1) lines.push(run);
  }
  return { type: 'MultiLineString', coordinates: lines };
}
