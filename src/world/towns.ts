/**
 * Towns written on the map at near zooms, fetched by tile and by importance: a tile has the largest
 * towns of its square, and its four parts have those that are left. Squares are of degrees: 16 × 8 of
 * them make the world, and each level halves them.
 */
import type { City } from './cities';
import { townZoom } from './coverage';
import type { FetchShard } from './gazetteer/types';
import type { Box } from './types';

/** `zoom`: from which it is written. Positions in degrees. */
export type TownRow = readonly [name: string, lng: number, lat: number, zoom: number];

/** Which of its parts there are (0 … 3, eastern ones odd, southern ones from 2 on), and its towns,
 * the largest first. */
export type TownTile = readonly [parts: readonly number[], towns: readonly TownRow[]];

/** Degrees of a square at level 0. */
const widest = 22.5;

/** The level at `townZoom`: a view is about as wide as one of its squares. */
const firstLevel = 2;

export function tileName(level: number, x: number, y: number): string {
  return `${level}-${x}-${y}`;
}

/** The square of a level that a position lies in; x from 180° west, y from the north pole. */
export function tileOf(lng: number, lat: number, level: number): string {
  const size = widest / 2 ** level;
  const [across, down] = [360 / size, 180 / size];
  return tileName(
    level,
    Math.min(across - 1, Math.floor((lng + 180) / size)),
    Math.min(down - 1, Math.floor((90 - lat) / size)),
  );
}

/** The four parts of a square. */
export function quartersOf(name: string): string[] {
  const [level, x, y] = name.split('-').map(Number) as [number, number, number];
  return [0, 1, 2, 3].map((part) => tileName(level + 1, 2 * x + (part & 1), 2 * y + (part >> 1)));
}

/** Whether a square and a box, which may cross 180°, have a part in common. */
function meets(name: string, [west, south, east, north]: Box): boolean {
  const [level, x, y] = name.split('-').map(Number) as [number, number, number];
  const size = widest / 2 ** level;
  const [left, top] = [x * size - 180, 90 - y * size];
  if (top < south || top - size > north) return false;
  return west <= east ? left <= east && left + size >= west : left <= east || left + size >= west;
}

/**
 * Opens the towns below a site's root.
 *
 * @returns A function that gives the towns around a view, the largest first; none below `townZoom`. A
 *   tile that can't be fetched is left out, and asked for again with the next view.
 */
export function openTowns(fetchText: FetchShard): (box: Box, zoom: number) => Promise<City[]> {
  const kept = new Map<string, Promise<unknown>>();
  const read = (file: string) => {
    let reading = kept.get(file);
    if (!reading) {
      kept.set(file, (reading = fetchText(`${file}.json`).then((text) => JSON.parse(text))));
      reading.catch(() => kept.delete(file));
    }
    return reading;
  };
  return async (box, zoom) => {
    if (zoom < townZoom) return [];
    const deepest = firstLevel + Math.floor(zoom) - townZoom;
    const rows: TownRow[] = [];
    let names = (await read('towns').catch(() => [])) as string[];
    for (let level = 0; level <= deepest; level++) {
      names = names.filter((name) => meets(name, box));
      const tiles = (await Promise.all(
        names.map((name) => read(`towns-${name}`).catch(() => [[], []])),
      )) as TownTile[];
      names = tiles.flatMap(([parts], at) => parts.map((part) => quartersOf(names[at]!)[part]!));
      for (const [, towns] of tiles) rows.push(...towns);
    }
    return rows
      .map(([name, lng, lat, from]) => ({
        id: `${name} ${lng} ${lat}`,
        name,
        lng,
        lat,
        zoom: from,
      }))
      .sort((a, b) => a.zoom - b.zoom);
  };
}
