/** What is added by hand: `added.json`, places that no source has, each with the ground its position
 * is known from; `names.json`, former names, spellings and better names for places they have. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../../src/world/gazetteer/types';
import type { NamedPlace } from './units';

interface Added {
  name: string;
  kind: Kind;
  lng: number;
  lat: number;
  country: string | null;
  /** ISO 3166-2; of settlements and landmarks found by position where it is absent. */
  region?: string;
  /** See `Place`. */
  weight?: number;
  also?: string[];
  /** An address, a register, a resolution: what others can check the position against. */
  ground: string;
}

interface Renamed {
  /** The name as the source has it; of a region its code, of a country nothing. */
  name?: string;
  country: string;
  kind: Kind;
  /** The name to show instead. */
  show?: string;
  also?: string[];
  /** What the new name follows from. */
  ground?: string;
}

/** Weights where none is given: a landmark stands for what happens there, not for who lives there. */
const weights: Partial<Record<Kind, number>> = { landmark: 300_000, area: 300_000 };

export function addedPlaces(
  locate: (country: string, lng: number, lat: number) => string | null,
): NamedPlace[] {
  return read<Added>('added.json').map(
    ({ name, kind, lng, lat, country, region, weight, also = [] }) => ({
      name,
      also,
      lng,
      lat,
      kind,
      country,
      region:
        region ??
        (country && (kind === 'landmark' || kind === 'settlement')
          ? locate(country, lng, lat)
          : null),
      population: null,
      weight: weight ?? weights[kind] ?? 0,
      capital: false,
    }),
  );
}

/** Puts the names of `names.json` on the places, each on the greatest of its name. */
export function rename(places: readonly NamedPlace[]): void {
  const byName = new Map<string, NamedPlace>();
  for (const place of places) {
    const name = place.kind === 'settlement' ? place.name : (place.region ?? '');
    const key = [place.kind, place.country, name].join(' ');
    if (place.weight >= (byName.get(key)?.weight ?? 0)) byName.set(key, place);
  }
  for (const { name = '', country, kind, show, also = [] } of read<Renamed>('names.json')) {
    const key = [kind, country, name].join(' ');
    const place = byName.get(key);
    if (!place) throw new Error(`names.json: there is no ${kind} "${name}" in ${country}`);
    if (show) {
      place.also.push(place.name);
      place.name = show;
    }
    place.also.push(...also);
  }
}

/** All that is added. */
export function namesByHand(): string[] {
  const added = read<Added>('added.json').flatMap(({ name, also = [] }) => [name, ...also]);
  const renamed = read<Renamed>('names.json').flatMap(({ show, also = [] }) => [
    ...(show ? [show] : []),
    ...also,
  ]);
  return [...added, ...renamed];
}

function read<Row>(file: string): Row[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Row[];
}
