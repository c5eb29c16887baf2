/** The world, its regions and names, fetched as a page needs them. */
import { pointOnFeature } from '@turf/point-on-feature';
import type { MultiPolygon, Polygon } from 'geojson';
import { defaultWorldview, type WorldviewId } from '../model/worldviews';
import { countryName } from './country-name';
import { groundOf, type Ground, type Water } from './ground';
import { resolutionFor, countriesIn, wholeWorld, type Coverage } from './coverage';
import { regionsIn, type Region } from './region';
import { LandSheet, type LandFile } from './land-file';
import type { Box } from './types';
import { Worldview, type Areas } from './worldview';

export interface Regions {
  readonly found: Map<string, Region>;
  /** Codes that no shape stands for. */
  readonly unknown: string[];
}

/** A piece's name: where it stands and the zoom from which it has room. */
export interface TerritoryLabel {
  /** ISO 3166-1 alpha-2, or the id of an area. */
  readonly piece: string;
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Gives a file of the recipe's by its path, such as `regions/UA`; nothing where there is none. */
export type GeoFile = (name: string) => Promise<unknown>;

const fetched: GeoFile = async (name) => (await import('./files')).fetchFile(name);

/** What was read and made, by its name; a failed one is tried again at the next use. */
const kept = new Map<string, Promise<unknown>>();

/** What a view shows, as fine as its zoom needs. `read` replaces a page's own fetching. */
export async function loadGround(
  zoom: number,
  box: Box,
  borders: WorldviewId,
  read?: GeoFile,
): Promise<Ground> {
  const detail = resolutionFor(zoom);
  // The files of countries cover a near view; around it the world is as fine as it is there already.
  const around = detail === 'fine' && !kept.has('world-medium') ? 'coarse' : detail;
  const [world, water, view, homes] = await Promise.all([
    loadWorld(around === 'coarse' ? 'coarse' : 'medium', read),
    detail === 'coarse' ? null : load(`water-${detail}`, (file) => file as Water, read),
    loadWorldview(borders, read),
    detail === 'fine' ? loadCoverage(read) : {},
  ]);
  const wanted = detail === 'fine' ? countriesIn(box, homes) : [];
  const fine = (await Promise.all(wanted.map((home) => loadCountrySheet(home, read)))).filter(
    (sheet) => sheet !== null,
  );
  const level = detail === 'fine' && around === 'coarse' ? 'fine-over-coarse' : detail;
  const key = [borders, level, ...fine.map(({ home }) => home)].join(' ');
  return groundOf(world, fine, homes, water, view, key);
}

/** The whole world: coarse 33 kB gzipped, medium 119 kB. */
export function loadWorld(detail: 'coarse' | 'medium', read?: GeoFile): Promise<LandSheet> {
  return load(`world-${detail}`, (file) => new LandSheet(wholeWorld, file as LandFile), read);
}

/** A country's own sheet; `null` where there is none. */
export function loadCountrySheet(home: string, read?: GeoFile): Promise<LandSheet | null> {
  return load(
    `regions/${home}`,
    (file) => (file ? new LandSheet(home, file as LandFile) : null),
    read,
  );
}

/** Which countries' files have land where. */
export function loadCoverage(read?: GeoFile): Promise<Readonly<Record<string, Coverage>>> {
  return load('homes', (file) => file as Record<string, Coverage>, read);
}

export async function loadWorldview(id: WorldviewId, read?: GeoFile): Promise<Worldview> {
  const areas = await load('worldviews', (file) => (file as { areas: Areas }).areas, read);
  return new Worldview(id, areas);
}

/** Where names of countries and areas stand, largest first. */
export function loadNames(read?: GeoFile): Promise<TerritoryLabel[]> {
  return load(
    'names',
    (file) =>
      (file as [string, number, number, number][])
        .map(([piece, lng, lat, zoom]) => ({ piece, lng, lat, zoom }))
        .sort((a, b) => a.zoom - b.zoom),
    read,
  );
}

/** First-order units by ISO 3166-2 code, or one it had before (`PL-MZ` for `PL-14`): found under
 * the code asked for, with today's in `code`. Fetches one file for each country named. */
export async function loadRegions(codes: readonly string[], read?: GeoFile): Promise<Regions> {
  const found: Regions['found'] = new Map();
  const countries = new Set(codes.map((code) => code.slice(0, 2)));
  await Promise.all(
    [...countries].map(async (country) => {
      const sheet = await loadCountrySheet(country, read);
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
  read?: GeoFile,
): Promise<Regions> {
  if (codes.length === 0) return { found: new Map(), unknown: [] };
  const [world, names, view] = await Promise.all([
    loadWorld('medium', read),
    loadNames(read),
    loadWorldview(borders, read),
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

/** Frees all that was read; the next map reads it again. */
export function clearAtlas(): void {
  kept.clear();
}

function load<T>(name: string, make: (file: unknown) => T, read = fetched): Promise<T> {
  const known = kept.get(name) as Promise<T> | undefined;
  if (known) return known;
  const loading = read(name).then(make);
  kept.set(name, loading);
  loading.catch(() => kept.delete(name));
  return loading;
}

function pointIn(shape: Polygon | MultiPolygon): [number, number] {
  const [lng, lat] = pointOnFeature(shape).geometry.coordinates;
  return [lng!, lat!];
}
