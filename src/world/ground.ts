/** Sheets and waters → what is drawn. Pure, in some tasks. */
import type {
  Feature,
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
} from 'geojson';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { unpacked, type PackedArcs } from './arcs';
import { meet, type Coverage } from './coverage';
import { inTurn, pause } from './pause';
import type { Territory, LandSheet } from './land-file';
import type { Box } from './types';
import type { Worldview } from './worldview';

export interface Ground {
  /** Two of the same key look the same. */
  readonly key: string;
  readonly view: Worldview;
  readonly land: readonly MultiPolygon[];
  /** Where two countries meet; each border once. */
  readonly borders: readonly MultiLineString[];
  /** Where land meets the sea; without the cuts along 180°. */
  readonly coast: readonly MultiLineString[];
  /** Around disputed and occupied areas. */
  readonly dashed: readonly MultiLineString[];
  /** Each piece that is an area of the view's table. */
  readonly areas: readonly Feature<MultiPolygon, { readonly area: string }>[];
  /** All pieces of the world, no finer than the medium map. */
  readonly pieces: readonly Territory[];
  /** With the zoom from which each is drawn. */
  readonly lakes: FeatureCollection<Polygon | MultiPolygon, { zoom: number }>;
  readonly rivers: FeatureCollection<LineString | MultiLineString, { zoom: number }>;
}

export type Water = PackedArcs<{
  lakes: GeometryCollection<{ zoom: number }>;
  rivers: GeometryCollection<{ zoom: number }>;
}>;

/** The finer sheets where there are any, the world's elsewhere. */
export async function groundOf(
  world: LandSheet,
  fine: readonly LandSheet[],
  homes: Readonly<Record<string, Coverage>>,
  water: Water | null,
  view: Worldview,
  key: string,
): Promise<Ground> {
  const loaded = new Set(fine.map(({ home }) => home));
  const covered = coveredPieces(loaded, homes);
  const inWorld = (piece: string) => !covered.has(piece);
  const lines = await inTurn([
    () => world.lines(view, (pieces) => pieces.some((piece) => covered.has(piece))),
    ...fine.map(
      (sheet) => () =>
        sheet.lines(view, (_, other) => other !== null && loaded.has(other) && other < sheet.home),
    ),
  ]);
  const land = await inTurn([
    () => world.land(inWorld),
    ...fine.map((sheet) => () => sheet.land(() => true)),
  ]);
  const shapes = await inTurn([world, ...fine].map((sheet) => () => sheet.shapes));
  const areas = shapes.flatMap((pieces) =>
    pieces
      .filter(({ piece }) => view.areas[piece] && (pieces !== world.shapes || inWorld(piece)))
      .map(({ piece, shape }) => ({
        type: 'Feature' as const,
        properties: { area: piece },
        geometry: shape,
      })),
  );
  await pause();
  return {
    key,
    view,
    land,
    borders: lines.flatMap(({ borders }) => borders),
    coast: lines.flatMap(({ coast }) => coast),
    dashed: lines.flatMap(({ dashed }) => dashed),
    areas,
    pieces: world.shapes,
    ...(water ? watersOf(water) : noWaters),
  };
}

const none = { type: 'FeatureCollection' as const, features: [] };
const noWaters: Pick<Ground, 'lakes' | 'rivers'> = { lakes: none, rivers: none };

function watersOf(water: Water): typeof noWaters {
  const topology = unpacked(water);
  return {
    lakes: feature(topology, topology.objects.lakes) as Ground['lakes'],
    rivers: feature(topology, topology.objects.rivers) as Ground['rivers'],
  };
}

/** The disputed area outlined at a position; `null` where there is none. */
export function areaAt(lng: number, lat: number, { areas, view }: Ground): string | null {
  const found = areas.find(
    (area) => view.isDashed(area.properties.area) && booleanPointInPolygon([lng, lat], area),
  );
  return found?.properties.area ?? null;
}

/** The disputed areas outlined in a box. */
export function areasIn({ pieces, view }: Ground, box: Box): string[] {
  return pieces
    .filter(({ piece, box: around }) => view.isDashed(piece) && meet(around, box))
    .map(({ piece }) => piece);
}

/** Pieces that finer sheets hold all of. */
function coveredPieces(
  loaded: ReadonlySet<string>,
  homes: Readonly<Record<string, Coverage>>,
): Set<string> {
  const missing = new Set<string>();
  const held = new Set<string>();
  for (const [home, { pieces }] of Object.entries(homes))
    for (const piece of pieces) (loaded.has(home) ? held : missing).add(piece);
  return new Set([...held].filter((piece) => !missing.has(piece)));
}
