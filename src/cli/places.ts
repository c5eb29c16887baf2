/** Where a story's events stand, found without a bundler. */
import { fileURLToPath } from 'node:url';
import { loadCountries, loadRegions } from '../world/atlas';
import { codesOf } from '../world/codes';
import { locate } from '../world/locate';
import type { ResolvedShape } from '../world/types';
import { defaultWorldview } from '../model/worldviews';
import type { Event } from '../model/event';
import { readGeoFile } from '../build/geo-file';

/** `[lng, lat]` by event number, `null` where an event has no place: what a page would find. */
export async function positionsOf(events: readonly Event[]): Promise<([number, number] | null)[]> {
  const codes = codesOf(events.filter(({ geometry }) => !geometry));
  const [regions, countries] = await Promise.all([
    loadRegions(codes.regions, geoFile),
    loadCountries(codes.countries, defaultWorldview, geoFile),
  ]);
  const found = new Map<string, ResolvedShape>([...countries.found, ...regions.found]);
  return events.map((event) => locate(event, found));
}

/** A file that the recipe wrote; nothing where there is none. */
export function geoFile(name: string): Promise<unknown> {
  return readGeoFile(name, fileURLToPath(new URL('../..', import.meta.url)));
}
