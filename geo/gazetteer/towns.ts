/**
 * Settlements → the tiles of `geo/out/places/`, from which the map names towns at near zooms, as
 * `src/world/towns.ts` reads them. A tile has the largest settlements of its square that no larger tile
 * has; what is left goes to its four parts.
 */
import { quartersOf, tileName, tileOf, type TownRow, type TownTile } from '../../src/world/towns';
import type { WrittenCity } from '../cities';
import { grouped } from './grouped';
import type { NamedPlace } from './units';

/** Settlements of a tile: about 3 kB compressed. */
const most = 200;
const deepest = 8;

/** Inhabitants → the zoom from which a settlement is named; fewer than all of them, and an unknown
 * number: from the last. */
const zooms = [
  [40_000, 7],
  [15_000, 8],
  [5000, 9],
  [1500, 10],
] as const;
const lastZoom = 11;

/** Degrees within which a settlement of the same name is the same. */
const near = 0.15;

/** File name → value. Cities that the map names at all zooms are left out. */
export function townFiles(
  places: readonly NamedPlace[],
  written: readonly WrittenCity[],
): Map<string, unknown> {
  const cells = grouped(written, ([, , lng, lat]) => cellOf(lng, lat));
  const isWritten = ({ name, also, lng, lat }: NamedPlace) =>
    [-1, 0, 1].some((right) =>
      [-1, 0, 1].some((up) =>
        (cells.get(cellOf(lng + right * near, lat + up * near)) ?? []).some(
          ([, other, x, y]) =>
            Math.abs(x - lng) < near &&
            Math.abs(y - lat) < near &&
            (other === name || also.includes(other)),
        ),
      ),
    );
  const towns = places
    .filter((place) => place.kind === 'settlement' && !isWritten(place))
    .sort(
      (a, b) =>
        (b.population ?? 0) - (a.population ?? 0) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.lng - b.lng || a.lat - b.lat),
    );
  const files = new Map<string, unknown>();
  const put = (name: string, held: readonly NamedPlace[], level: number): void => {
    const kept = level < deepest ? held.slice(0, most) : held;
    const rest = grouped(held.slice(kept.length), ({ lng, lat }) => tileOf(lng, lat, level + 1));
    const children = quartersOf(name);
    const tile: TownTile = [
      children.flatMap((child, part) => (rest.has(child) ? [part] : [])),
      kept.map(rowOf),
    ];
    files.set(`towns-${name}.json`, tile);
    for (const child of children) if (rest.has(child)) put(child, rest.get(child)!, level + 1);
  };
  const roots = grouped(towns, ({ lng, lat }) => tileOf(lng, lat, 0));
  for (const [name, held] of roots) put(name, held, 0);
  files.set('towns.json', [...roots.keys()].sort());
  return files;
}

function rowOf({ name, lng, lat, population }: NamedPlace): TownRow {
  const zoom = zooms.find(([least]) => (population ?? 0) >= least)?.[1] ?? lastZoom;
  return [name, lng, lat, zoom];
}

function cellOf(lng: number, lat: number): string {
  return tileName(8, Math.floor(lng / near), Math.floor(lat / near));
}
