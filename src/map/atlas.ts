/**
 * The world, its regions and names, fetched as a page needs them. With the two tables of files
 * beside it the only module that knows what `geo/out/` looks like.
 */
import { pointOnFeature } from '@turf/point-on-feature';
import type { MultiPolygon, Polygon } from 'geojson';
import { defaultWorldview, type WorldviewId } from '../model/worldviews';
import { groundOf, type Ground, type Water } from './ground';
import { detailFor, homesIn, wholeWorld, type Home } from './homes';
import { regionsIn, type Region } from './region';
import { Sheet, type LandFile } from './sheet';
import type { Box } from './types';
import { Worldview, type Areas } from './worldview';

export interface Regions {
  readonly found: Map<string, Region>;
  /** Codes that no shape stands for. */
  readonly unknown: string[];
}

/** A piece's name: where it stands and the zoom from which it has room. */
export interface WrittenPiece {
  /** ISO 3166-1 alpha-2, or the id of an area. */
  readonly piece: string;
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Gives a country's file of regions, parsed; nothing where there is none. */
export type RegionFile = (country: string) => Promise<unknown> | undefined;

const sheets = new Map<string, Promise<Sheet | null>>();

/** What a view shows, as fine as the zoom wants it. `plan` says beforehand what it will be. */
export async function loadGround(
  zoom: number,
  box: Box,
  borders: WorldviewId,
  fileOf?: RegionFile,
): Promise<Ground> {
  const detail = detailFor(zoom);
  const [world, water, view, homes] = await Promise.all([
    loadWorld(detail === 'coarse' ? 'coarse' : 'medium'),
    detail === 'coarse' ? null : loadWater(detail),
    loadWorldview(borders),
    detail === 'fine' ? loadHomes() : {},
  ]);
  const wanted = detail === 'fine' ? homesIn(box, homes) : [];
  const fine = await Promise.all(wanted.map((home) => loadHome(home, fileOf)));
  const sheetsOf = fine.filter((sheet) => sheet !== null);
  const key = [borders, detail, ...sheetsOf.map(({ home }) => home)].join(' ');
  return groundOf(world, sheetsOf, homes, water, view, key);
}

/** The whole world: coarse 33 kB gzipped, medium 119 kB. */
export function loadWorld(detail: 'coarse' | 'medium'): Promise<Sheet> {
  const key = `world ${detail}`;
  return kept(key, async () => {
    const file =
      detail === 'medium'
        ? await import('../../geo/out/world-medium.json')
        : await import('../../geo/out/world-coarse.json');
    return new Sheet(wholeWorld, file.default as unknown as LandFile);
  }) as Promise<Sheet>;
}

/** A country's own sheet; `null` where there is none. */
export function loadHome(home: string, fileOf?: RegionFile): Promise<Sheet | null> {
  return kept(home, async () => {
    const regionFile = fileOf ?? (await import('./region-files')).regionFile;
    const file = await regionFile(home);
    return file ? new Sheet(home, file as LandFile) : null;
  });
}

export async function loadHomes(): Promise<Readonly<Record<string, Home>>> {
  return (await import('../../geo/out/homes.json')).default as unknown as Record<string, Home>;
}

export async function loadWorldview(id: WorldviewId): Promise<Worldview> {
  const { areas } = (await import('../../geo/out/worldviews.json')).default;
  return new Worldview(id, areas as unknown as Areas);
}

async function loadWater(detail: 'medium' | 'fine'): Promise<Water> {
  const file =
    detail === 'fine'
      ? await import('../../geo/out/water-fine.json')
      : await import('../../geo/out/water-medium.json');
  return file.default as unknown as Water;
}

/** Where names of countries and areas stand, largest first. */
export async function loadNames(): Promise<WrittenPiece[]> {
  const names = (await import('../../geo/out/names.json')).default as unknown as [
    string,
    number,
    number,
    number,
  ][];
  return names
    .map(([piece, lng, lat, zoom]) => ({ piece, lng, lat, zoom }))
    .sort((a, b) => a.zoom - b.zoom);
}

/** First-order units by ISO 3166-2 code, or one it had before (`PL-MZ` for `PL-14`): found under
 * the code asked for, with today's in `code`. Fetches one file for each country named, by
 * `fileOf` where there is no bundler to have made a table of them. */
export async function loadRegions(codes: readonly string[], fileOf?: RegionFile): Promise<Regions> {
  const found: Regions['found'] = new Map();
  const countries = new Set(codes.map((code) => code.slice(0, 2)));
  await Promise.all(
    [...countries].map(async (country) => {
      const sheet = await loadHome(country, fileOf);
      if (sheet) for (const [code, region] of regionsIn(sheet, codes)) found.set(code, region);
    }),
  );
  return { found, unknown: codes.filter((code) => !found.has(code)) };
}

/** Whole countries by ISO 3166-1 alpha-2 code, as a view draws them. A code that an area has of its
 * own stands for that area, whatever country the view draws it in. */
export async function loadCountries(
  codes: readonly string[],
  borders: WorldviewId = defaultWorldview,
): Promise<Regions> {
  if (codes.length === 0) return { found: new Map(), unknown: [] };
  const [world, names, view] = await Promise.all([
    loadWorld('medium'),
    loadNames(),
    loadWorldview(borders),
  ]);
  const found: Regions['found'] = new Map();
  for (const code of codes) {
    const own = (piece: string) => view.areas[piece]?.code === code;
    const drawn = (piece: string) => view.countryOf(piece) === code;
    const pieces = [...world.pieces()];
    const passes = pieces.some(drawn) ? drawn : own;
    const shape = world.land(passes);
    if (!code || shape.coordinates.length === 0) continue;
    const name = names.find(({ piece }) => passes(piece));
    found.set(code, {
      code,
      country: code,
      name: { en: countryName(code, 'en') },
      point: name ? [name.lng, name.lat] : pointIn(shape),
      shape,
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

/** Loads once; what failed may be tried again. */
function kept(key: string, load: () => Promise<Sheet | null>): Promise<Sheet | null> {
  const known = sheets.get(key);
  if (known) return known;
  const loading = load();
  sheets.set(key, loading);
  loading.catch(() => sheets.delete(key));
  return loading;
}

function pointIn(shape: Polygon | MultiPolygon): [number, number] {
  const [lng, lat] = pointOnFeature(shape).geometry.coordinates;
  return [lng!, lat!];
}
