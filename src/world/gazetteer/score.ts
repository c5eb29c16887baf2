/** How well a place fits what was asked, and the reasons in words. Pure. */
import { distance } from '@turf/distance';
import { foldName } from './fold';
import type { QueryReading } from './query';
import type { Word } from './shard';
import type { Context, Kind, GazetteerPlace } from './types';

/** How a place came to be found. */
export interface Match {
  place: GazetteerPlace;
  reading: QueryReading;
  by: 'own name' | 'other name' | 'typo';
  /** What the text is besides a name. */
  word?: Word;
}

/** What a query stands within, as codes: all of them must hold. */
export interface Within {
  text: string;
  /** ISO 3166-1 and 3166-2 codes, or parts of the latter, such as `TX`. */
  codes: ReadonlySet<string>;
  /** Whether the gazetteer has a country or region of that name, and no area. */
  known: boolean;
}

/**
 * 0 … 1 and why.
 *
 * @param whole Whether a region has all of the name, with its "Oblast" and the like.
 */
export function judge(
  { place, reading, by }: Match,
  asked: string,
  within: readonly Within[],
  context: Context,
  whole = false,
): { score: number; reasons: string[] } {
  const reasons: string[] = [];
  let score = fit(place, reading, by, asked, reasons) * (0.3 + 0.7 * importance(place));
  if (reading.wants) score *= wanted(place.kind, reading.wants, reasons);
  if (whole && reading.core && reading.wants === 'region')
    score *= say(reasons, 0.6, `“${asked}” is the whole name of another`);
  if (place.capital) reasons.push('capital');
  if (place.population) reasons.push(`population ${place.population.toLocaleString('en')}`);
  for (const { text, codes } of within)
    score *= holds(place, codes)
      ? say(reasons, 1, `in “${text}”`)
      : say(reasons, 0.2, `not in “${text}”`);
  score *= nearness(place, context, reasons);
  return { score: Math.round(Math.min(1, score) * 1000) / 1000, reasons };
}

/** Of the name itself. */
function fit(
  place: GazetteerPlace,
  reading: QueryReading,
  by: Match['by'],
  asked: string,
  reasons: string[],
): number {
  // Less than the least that a name known gives: 0.44, of a district's other name.
  if (by === 'typo') return say(reasons, 0.4, `“${asked}” differs from a name of it by one letter`);
  if (by === 'other name') return say(reasons, 0.88, `“${asked}” is another name of it`);
  if (foldName(place.name) === reading.text) return say(reasons, 1, `named “${place.name}”`);
  return say(reasons, 0.92, `“${asked}” is a spelling of “${place.name}”`);
}

/**
 * 0 … 1, by the logarithm of people: 20 million are 1, a place without a number counts as 300.
 * A region stands below the city it is named after; a country above what shares its name.
 */
function importance({ kind, weight, capital }: GazetteerPlace): number {
  const of = (people: number) => Math.min(1, Math.log10(people) / 7.3);
  if (kind === 'country') return 0.85 + 0.15 * of(Math.max(weight, 1000));
  if (kind === 'region') return of(Math.max(weight / 20, 10_000));
  if (kind === 'district') return 0.85 * of(Math.max(weight, 300));
  return Math.min(1, of(Math.max(weight, 300)) + (capital ? 0.06 : 0));
}

/** For "Rostov region", "Mexico City". */
function wanted(kind: Kind, wants: Kind, reasons: string[]): number {
  const group = (of: Kind) =>
    of === 'settlement' || of === 'district' ? 'a settlement' : of === 'landmark' ? of : 'a region';
  if (kind === wants) return say(reasons, 1, `a ${kind}, as asked`);
  if (group(kind) === group(wants)) return 0.9;
  return say(reasons, 0.5, `not ${group(wants)}`);
}

/** Whether one of the codes is the place's. */
export function holds({ country, region }: GazetteerPlace, codes: ReadonlySet<string>): boolean {
  return [country, region, region?.slice(3)].some((code) => code && codes.has(code));
}

/** Falls to a third far away from where it is expected; among a story's places the change is milder. */
function nearness(
  place: GazetteerPlace,
  { near, others = [] }: Context,
  reasons: string[],
): number {
  let factor = 1;
  if (near) {
    const apart = kilometres(place, { lng: near[0], lat: near[1] });
    reasons.push(`${Math.round(apart).toLocaleString('en')} km from the point given`);
    factor *= Math.max(0.3, 1 / Math.sqrt(1 + apart / 100));
  }
  if (others.length > 0) {
    const apart = Math.min(...others.map((other) => kilometres(place, other)));
    const same = others.some(({ country }) => country && country === place.country);
    if (same) reasons.push('in a country of the story');
    reasons.push(`${Math.round(apart).toLocaleString('en')} km from another place of the story`);
    factor *= (same ? 1 : 0.8) * (0.75 + 0.25 / (1 + apart / 200));
  }
  return factor;
}

export function kilometres(
  a: { lng: number; lat: number },
  b: { lng: number; lat: number },
): number {
  return distance([a.lng, a.lat], [b.lng, b.lat]);
}

function say(reasons: string[], factor: number, reason: string): number {
  reasons.push(reason);
  return factor;
}
