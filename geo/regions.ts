/**
 * One file a country: its first-order units by ISO 3166-2 code, from Natural Earth's 10m admin-1,
 * and its land without codes. The map at its finest is drawn from the same files.
 */
import type { Position } from 'geojson';
import { mergeArcs } from 'topojson-client';
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon,
  Polygon,
} from 'topojson-specification';
import { describer, type Description } from './names';
import { packed, type PackedTopology } from './packing';
import { ringArea, shapeOf, wholeArea, wound, type Shape } from './shapes';
import { arcsOf, isPolar, polar, sidesOf, simplified, type Mosaic } from './simplify';
import type { Unit, UnitProperties } from './units';

/** Degrees between the points of the grid: 22 metres. One for all, so that neighbours meet. */
export const regionStep = 0.0002;

/** Of arcs that the fine map draws, in square degrees: some two pixels square at zoom 7, four at 8. */
const outerTolerance = 0.00014;

/** Rings smaller than this many square degrees have been flattened. */
const flat = 1e-7;

export interface RegionProperties extends Partial<Description> {
  /** `''` for land without a code. Two parts of a unit that lie in two pieces have the same, and
   * the larger has its names. */
  code: string;
  /** Where it is not the file's own country. */
  piece?: string;
}

/** The files by country, each with `regions` and with `beside`: what it shares with other files. */
export function regionFiles(
  units: readonly Unit[],
  mosaic: Mosaic<UnitProperties>,
): Map<string, PackedTopology> {
  const fine = fineMosaic(units, mosaic);
  const sides = sidesOf(fine);
  const describe = describer(units);
  const homes = new Map<string, Group[]>();
  for (const group of groupsOf(fine)) {
    const own = homes.get(group.home) ?? [];
    homes.set(group.home, [...own, group]);
  }
  return new Map(
    [...homes].map(([home, groups]) => {
      const largest = new Map<string, Group>();
      for (const group of groups)
        if (group.area > (largest.get(group.code)?.area ?? -1)) largest.set(group.code, group);
      const regions = groups.map((group): GeometryObject => {
        const { code, piece, shape, geometry } = group;
        const described = code !== '' && largest.get(code) === group && describe(code, shape);
        const properties: RegionProperties = {
          code,
          ...(piece !== home && { piece }),
          ...described,
        };
        return { ...geometry, properties };
      });
      const objects = { regions: collection(regions), beside: besideOf(home, groups, sides) };
      return [home, packed(fine.arcs, objects, regionStep)] as const;
    }),
  );
}

/** Of all files, those with a name. */
export function namedRegions(
  files: ReadonlyMap<string, PackedTopology>,
): (Description & { code: string })[] {
  return [...files.values()].flatMap(({ objects }) =>
    (objects.regions as GeometryCollection<RegionProperties>).geometries
      .map(({ properties }) => properties as RegionProperties)
      .filter((one): one is Description & { code: string } => one.name !== undefined),
  );
}

/** What shares code and piece, joined. */
interface Group {
  home: string;
  code: string;
  piece: string;
  geometry: MultiPolygon;
  shape: Shape;
  area: number;
}

/** Simplified by the area of each unit, and finer where a coast or a border of countries runs. */
function fineMosaic(
  units: readonly Unit[],
  mosaic: Mosaic<UnitProperties>,
): Mosaic<UnitProperties> {
  const key = ({ code, piece }: UnitProperties) => code ?? piece;
  const areas = new Map<string, number>();
  for (const { properties, geometry } of units)
    areas.set(key(properties), (areas.get(key(properties)) ?? 0) + wholeArea(geometry));
  return simplified(mosaic, regionStep, (sides, arc) => {
    const inside = Math.min(...sides.map((side) => toleranceOf(areas.get(key(side))!)));
    const outer = sides.length === 1 || sides.some(({ piece }) => piece !== sides[0]!.piece);
    return outer ? Math.min(inside, outerTolerance * (isPolar(arc) ? polar : 1)) : inside;
  });
}

/** Points whose triangle is smaller go, in square degrees, by the area of their unit: a fixed part
 * of a small unit, one size for those of up to ten square degrees, then with the unit's width. */
function toleranceOf(area: number): number {
  return Math.min(area / 500, 0.0016 * Math.max(1, Math.sqrt(area / 10)));
}

function groupsOf(mosaic: Mosaic<UnitProperties>): Group[] {
  const parts = new Map<string, (Polygon | MultiPolygon)[]>();
  for (const geometry of mosaic.objects.units.geometries) {
    const { home, code, piece } = geometry.properties as UnitProperties;
    const key = [home, code ?? '', piece].join(' ');
    parts.set(key, [...(parts.get(key) ?? []), geometry as Polygon | MultiPolygon]);
  }
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, own]): Group[] => {
      const [home, code, piece] = key.split(' ') as [string, string, string];
      const { arcs } = mergeArcs(mosaic, own);
      const positions = (ring: number[]) => ringOf(ring, mosaic.arcs);
      const kept = arcs
        .map((rings) => rings.filter((ring) => !isFlat(positions(ring))))
        .filter((rings, i) => rings[0] === arcs[i]![0]);
      if (kept.length === 0) return [];
      const shape = wound(shapeOf(kept.map((rings) => rings.map(positions))));
      const geometry: MultiPolygon = { type: 'MultiPolygon', arcs: kept };
      return [{ home, code, piece, geometry, shape, area: wholeArea(shape) }];
    });
}

function besideOf(
  home: string,
  groups: readonly Group[],
  sides: readonly UnitProperties[][],
): GeometryCollection {
  const shared = new Map<string, Set<number>>();
  for (const arc of groups.flatMap(({ geometry }) => arcsOf(geometry)))
    for (const side of sides[arc]!)
      if (side.home !== home) {
        const key = `${side.home} ${side.piece}`;
        shared.set(key, (shared.get(key) ?? new Set()).add(arc));
      }
  return collection(
    [...shared]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, arcs]): GeometryObject => {
        const [other, piece] = key.split(' ') as [string, string];
        const properties = { home: other, ...(piece !== other && { piece }) };
        return { type: 'MultiLineString', arcs: [...arcs].map((arc) => [arc]), properties };
      }),
  );
}

function collection(geometries: GeometryObject[]): GeometryCollection {
  return { type: 'GeometryCollection', geometries };
}

function ringOf(ring: readonly number[], arcs: readonly Position[][]): Position[] {
  return ring.flatMap((arc, i) => {
    const run = arc < 0 ? [...arcs[~arc]!].reverse() : arcs[arc]!;
    return i === 0 ? run : run.slice(1);
  });
}

function isFlat(ring: Position[]): boolean {
  return ring.length < 4 || Math.abs(ringArea(ring)) <= flat;
}
