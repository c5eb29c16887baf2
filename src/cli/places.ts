/** Where a story's events stand, found without a bundler. */
import { readFile } from 'node:fs/promises';
import { loadCountries, loadRegions } from '../map/atlas';
import { codesOf, locate } from '../map/locate';
import type { ResolvedShape } from '../map/types';
import { defaultWorldview } from '../model/worldviews';
import type { Event } from '../model/event';

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
export async function geoFile(name: string): Promise<unknown> {
  try {
    const url = new URL(`../../geo/out/${name}.json`, import.meta.url);
    return JSON.parse(await readFile(url, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
