/** Everything the gazetteer knows: settlements, units, countries, and what is added by hand. */
import { addedPlaces, rename } from './by-hand';
import { grouped } from './grouped';
import { settlements, type Settlement } from './settlements';
import { countries, regions, type NamedPlace } from './units';
import { locator, regionsBySettlement, type Unit } from './whereabouts';

export interface Inputs {
  /** `geo/out/regions/`, by country. */
  units: Map<string, Unit[]>;
  /** `geo/out/names.json`. */
  countryNames: [string, number, number, number][];
  /** `region-names.json`: code → names in further languages. */
  regionNames: Record<string, string[]>;
}

export function allPlaces({ units, countryNames, regionNames }: Inputs): NamedPlace[] {
  const towns = settlements();
  const codes = regionsBySettlement(towns, units);
  const people = new Map<string, number>();
  for (const town of towns) {
    const code = codes.get(town);
    if (code && !town.district) people.set(code, (people.get(code) ?? 0) + (town.population ?? 0));
  }
  const places = [
    ...countries(countryNames),
    ...regions(units, regionNames, people),
    ...towns.map((town) => placeOf(town, codes.get(town) ?? null)),
    ...addedPlaces(locator(units)),
  ];
  rename(places);
  return withoutTwins(places);
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
