/** Cities written on the map, in the reader's language, fetched as a zoom needs them. */

import type { GeoFile } from './atlas';

export interface City {
  /** In English; unique. */
  readonly id: string;
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
  /** The zoom from which it is written. */
  readonly zoom: number;
}

type Row = [name: string, lng: number, lat: number, zoom: number];

/** Files, each with the zoom from which its cities are written. */
const files = [
  ['first', 0],
  ['more', 5.5],
  ['most', 6.5],
] as const;

/** How many of the files a zoom needs. */
export function cityDetail(zoom: number): number {
  return files.filter(([, from]) => zoom >= from).length;
}

/** Those of the first `detail` files, the most important first. */
export async function loadCities(
  detail: number,
  language: string,
  read: GeoFile = fetchOnce,
): Promise<City[]> {
  const parts = files.slice(0, detail).map(([part]) => part);
  const cities = await Promise.all(parts.map((part) => citiesOf(part, language, read)));
  return cities.flat();
}

/** Fetches by name; a failed one is tried again at the next use. */
const kept = new Map<string, Promise<unknown>>();

/** Frees all that was fetched; the next map fetches it again. */
export function clearCities(): void {
  kept.clear();
}

function fetchOnce(name: string): Promise<unknown> {
  const known = kept.get(name);
  if (known) return known;
  const fetching = import('./files').then(({ fetchFile }) => fetchFile(name));
  kept.set(name, fetching);
  fetching.catch(() => kept.delete(name));
  return fetching;
}

async function citiesOf(part: string, language: string, read: GeoFile): Promise<City[]> {
  const own = language.split('-')[0]!.toLowerCase();
  const [rows, names = {}] = (await Promise.all([
    read(`cities/${part}`),
    // Without their own names the cities are written in English.
    read(`cities/${part}-${own}`).catch(() => undefined),
  ])) as [Row[], Record<number, string> | undefined];
  return rows.map(([name, lng, lat, zoom], row) => ({
    id: `${name} ${lng} ${lat}`,
    name: names[row] ?? name,
    lng,
    lat,
    zoom,
  }));
}
