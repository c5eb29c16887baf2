/**
 * The world, its regions and names, fetched as a page needs them. The only file that knows what
 * `geo/out/` looks like.
 */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { pointOnFeature } from '@turf/point-on-feature';
import type {
  Feature,
  FeatureCollection,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Text } from '../model/event';

export interface World {
  /** By ISO 3166-1 alpha-2 (Kosovo: XK); `''` where an area has no code. */
  readonly countries: FeatureCollection<Polygon | MultiPolygon, { code: string }>;
  /** Where two countries meet; each border once. */
  readonly borders: MultiLineString;
  /** Where land meets the sea; without the cuts along 180°. */
  readonly coast: MultiLineString;
  /** Areas to outline with a dashed line, with a `note` on each. */
  readonly disputed: FeatureCollection<Polygon | MultiPolygon, { code: string; note: string }>;
}

export interface CountryName {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly lng: number;
  readonly lat: number;
  /** The zoom from which the name has room inside the country. */
  readonly zoom: number;
}

/** A place that an ISO 3166 code stands for. */
export interface Region {
  readonly code: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: Text;
  /** A point well inside, `[lng, lat]`. */
  readonly point: readonly [number, number];
  readonly shape: Polygon | MultiPolygon;
}

export interface Regions {
  readonly found: Map<string, Region>;
  /** Codes that no shape stands for. */
  readonly unknown: string[];
}

type Countries = Topology<{ countries: GeometryCollection<{ code: string }> }>;
type Units = Topology<{
  regions: GeometryCollection<{
    code: string;
    name: string;
    names: Record<string, string>;
    former?: string[];
    point: [number, number];
  }>;
}>;

/** Coarse (110m, 26 kB gzipped) or fine (50m, 170 kB). */
export async function loadWorld(detail: '110m' | '50m'): Promise<World> {
  const [world, disputed] = await Promise.all([
    detail === '50m'
      ? import('../../geo/out/world-50m.json')
      : import('../../geo/out/world-110m.json'),
    import('../../geo/out/disputed.json'),
  ]);
  const topology = world.default as unknown as Countries;
  const { countries } = topology.objects;
  return {
    countries: feature(topology, countries) as World['countries'],
    borders: mesh(topology, countries, (a, b) => a !== b),
    coast: withoutCuts(mesh(topology, countries, (a, b) => a === b)),
    disputed: disputed.default as unknown as World['disputed'],
  };
}

/** Where names of countries stand, largest first. */
export async function loadNames(): Promise<CountryName[]> {
  const names = (await import('../../geo/out/names.json')).default as unknown as [
    string,
    number,
    number,
    number,
  ][];
  return names
    .map(([code, lng, lat, zoom]) => ({ code, lng, lat, zoom }))
    .sort((a, b) => a.zoom - b.zoom);
}

/** Gives a country's file of regions, parsed; nothing where there is none. */
export type RegionFile = (country: string) => Promise<unknown> | undefined;

/** First-order units by ISO 3166-2 code, or one it had before (`PL-MZ` for `PL-14`): found under
 * the code asked for, with today's in `code`. Fetches one file for each country named, by
 * `fileOf` where there is no bundler to have made a table of them. */
export async function loadRegions(codes: readonly string[], fileOf?: RegionFile): Promise<Regions> {
  if (codes.length === 0) return { found: new Map(), unknown: [] };
  const regionFile = fileOf ?? (await import('./region-files')).regionFile;
  const wanted = new Set(codes);
  const found: Regions['found'] = new Map();
  const countries = new Set(codes.map((code) => code.slice(0, 2)));
  await Promise.all(
    [...countries].map(async (country) => {
      const file = await regionFile(country);
      if (!file) return;
      const topology = file as Units;
      for (const unit of feature(topology, topology.objects.regions).features) {
        const { code, name, names, former = [], point } = unit.properties;
        for (const asked of [code, ...former].filter((known) => wanted.has(known)))
          found.set(asked, {
            code,
            country,
            name: { en: name, ...names },
            point,
            shape: unit.geometry as Polygon | MultiPolygon,
          });
      }
    }),
  );
  return { found, unknown: codes.filter((code) => !found.has(code)) };
}

/** Whole countries by ISO 3166-1 alpha-2 code. */
export async function loadCountries(codes: readonly string[]): Promise<Regions> {
  if (codes.length === 0) return { found: new Map(), unknown: [] };
  const [{ countries }, names] = await Promise.all([loadWorld('50m'), loadNames()]);
  const found: Regions['found'] = new Map();
  for (const code of codes) {
    const country = countries.features.find(({ properties }) => properties.code === code);
    const name = names.find((candidate) => candidate.code === code);
    if (country && code)
      found.set(code, {
        code,
        country: code,
        name: { en: countryName(code, 'en') },
        point: name ? [name.lng, name.lat] : pointIn(country),
        shape: country.geometry,
      });
  }
  return { found, unknown: codes.filter((code) => !found.has(code)) };
}

/** A country's name as CLDR has it; the code itself where it has none. */
export function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The country drawn at a position, `null` at sea and where the land has no code. */
export function countryAt(lng: number, lat: number, { countries }: World): string | null {
  const country = countries.features.find((candidate: Feature<Polygon | MultiPolygon>) =>
    booleanPointInPolygon([lng, lat], candidate),
  );
  return country?.properties.code || null;
}

function pointIn(country: Feature): [number, number] {
  const [lng, lat] = pointOnFeature(country).geometry.coordinates;
  return [lng!, lat!];
}

/** Countries are cut along 180° and at the pole; no coast runs there. */
function withoutCuts({ coordinates }: MultiLineString): MultiLineString {
  const onCut = ([lng, lat]: Position) => Math.abs(lng!) >= 179.99 || lat! <= -89.9;
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
