/** Everything the gazetteer knows: settlements, units, countries, and what is added by hand. */
import { worldviews } from '../areas';
import type { WrittenPiece } from '../labels';
import type { Unit } from '../units';
import { addedPlaces, rename } from './by-hand';
import { grouped } from './grouped';
import { commonWords, withoutNoNames } from './no-names';
import { settlements, type Settlement } from './settlements';
import { countries, furtherNames, regions, type NamedPlace, type NamedRegion } from './units';
import { locator, regionsBySettlement } from './whereabouts';

export interface Inputs {
  /** As the source has them. */
  units: readonly Unit[];
  /** As they are drawn. */
  regions: readonly NamedRegion[];
  /** Where the names of countries and disputed areas stand. */
  written: readonly WrittenPiece[];
}

export function allPlaces(inputs: Inputs): NamedPlace[] {
  const units = grouped(inputs.units, ({ properties }) => properties.home);
  const towns = settlements();
  const codes = regionsBySettlement(towns, units);
  const people = new Map<string, number>();
  for (const town of towns) {
    const code = codes.get(town);
    if (code && !town.district) people.set(code, (people.get(code) ?? 0) + (town.population ?? 0));
  }
  const fromSources = [
    ...countries(positionsOf(inputs.written)),
    ...regions(inputs.regions, furtherNames(inputs.units), people),
    ...towns.map((town) => placeOf(town, codes.get(town) ?? null)),
  ];
  const places = [...withoutNoNames(fromSources, commonWords()), ...addedPlaces(locator(units))];
  rename(places);
  return [...withoutTwins(places), ...disputedAreas(inputs.written, places)];
}

/** Country → where it is written; one that is drawn as areas, by the first of them. */
function positionsOf(written: readonly WrittenPiece[]): Map<string, [number, number]> {
  const positions = new Map<string, [number, number]>([['AQ', [0, -82]]]);
  for (const [piece, lng, lat] of written) {
    const code = piece in worldviews.areas ? worldviews.areas[piece]!.code : piece;
    if (code && !(positions.has(code) && piece in worldviews.areas))
      positions.set(code, [lng, lat]);
  }
  return positions;
}

/** Areas of `worldviews.json` that no place is named after yet; the others get their names. */
function disputedAreas(
  written: readonly WrittenPiece[],
  places: readonly NamedPlace[],
): NamedPlace[] {
  const at = new Map(written.map(([piece, lng, lat]) => [piece, { lng, lat }]));
  const large = places.filter(({ kind }) => ['country', 'region', 'area'].includes(kind));
  const kind = 'area' as const;
  const none = { region: null, population: null, weight: 100_000, capital: false };
  return Object.entries(worldviews.areas).flatMap(([id, { names, views }]): NamedPlace[] => {
    const also = Object.values(names);
    const known = large.find(({ name, also }) => [name, ...also].includes(names.en));
    known?.also.push(...also);
    // "A, B" is a pair whose halves are known by themselves.
    if (known || names.en.includes(',') || !at.has(id)) return [];
    return [{ name: names.en, also, ...at.get(id)!, kind, country: views.un.country, ...none }];
  });
}

function placeOf(
  { name, also, lng, lat, country, population, capital, district }: Settlement,
  region: string | null,
): NamedPlace {
  return {
    name: name.replace(/\s+/g, ' '),
    also,
    lng,
    lat,
    kind: district ? 'district' : 'settlement',
    country,
    region,
    population,
    weight: population ?? 0,
    capital,
  };
}

/** The sources have some settlements twice: of those of one name within 3 km the greatest stays. */
function withoutTwins(places: readonly NamedPlace[]): NamedPlace[] {
  const lived = (place: NamedPlace) => place.kind === 'settlement' || place.kind === 'district';
  const twins = new Set<NamedPlace>();
  const groups = grouped(places.filter(lived), ({ country, name }) => `${country} ${name}`);
  for (const group of groups.values()) {
    const kept: NamedPlace[] = [];
    for (const place of group.sort((a, b) => b.weight - a.weight)) {
      const twin = kept.find(
        ({ lng, lat }) => Math.abs(lng - place.lng) < 0.03 && Math.abs(lat - place.lat) < 0.03,
      );
      if (twin) {
        twin.also.push(place.name, ...place.also);
        twins.add(place);
      } else kept.push(place);
    }
  }
  return places.filter((place) => !twins.has(place));
}
