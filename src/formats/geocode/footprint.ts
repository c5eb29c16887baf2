/**
 * A place of the gazetteer → what a story says of it: precision and radius by its kind, so that
 * nothing is a pin in the middle of something large.
 */
import { distance } from '@turf/distance';
import type { FoundPlace, FoundWhere, PlaceCandidate, PlaceRelation, PointAt } from './types';

/** A place that was chosen for a phrase. */
export interface ChosenPlace {
  readonly candidate: PlaceCandidate;
  readonly relation: PlaceRelation;
  /** How far from it, in metres. */
  readonly metres?: number;
  readonly proposed: boolean;
  /** A reader chose it. */
  readonly decided?: true;
}

/** Metres. Areas and seas have no shape on the map: a circle of their usual order of size. */
const radii = { district: 3000, landmark: 500, area: 100_000, water: 150_000, region: 100_000 };
/** Metres around a settlement that "near" means. */
const nearby = 10_000;
/** Metres around its seat that a district of the second order reaches, as a rule. */
const districtAround = 25_000;
/** People in a square kilometre of a settlement: its circle is as large as its people need. */
const density = 2500;
/** Metres: of those without a number, and the most. */
const [smallest, largest] = [1000, 30_000];

interface Part {
  readonly geometry: PointAt | null;
  readonly where: FoundWhere;
}

/** Several places: the first is the main one, unless they all are regions of a map. */
export function placeOf(
  chosen: readonly ChosenPlace[],
  between: boolean,
  shaped: ReadonlySet<string>,
): FoundPlace {
  const parts = chosen.map((one) => partOf(one, shaped));
  if (parts.length === 1) return parts[0]!;
  if (between) return stretch(chosen, parts);
  const evidence = evidenceOf(chosen);
  const regions = parts.flatMap(({ geometry, where }) => (geometry ? [] : (where.regions ?? [])));
  if (regions.length === parts.length) {
    const [{ candidate }] = chosen as [ChosenPlace];
    const one = chosen.every((other) => other.candidate.country === candidate.country);
    const country = one ? (candidate.country ?? undefined) : undefined;
    return {
      geometry: null,
      where: { precision: 'region', ...(country && { country }), regions, evidence },
    };
  }
  const [main, ...further] = parts.map(({ geometry, where }, at) => ({
    geometry,
    where: { name: chosen[at]!.candidate.name, ...where },
  }));
  return {
    geometry: main!.geometry,
    where: { ...main!.where, name: undefined, evidence },
    places: further.map(({ geometry, where }) => ({ ...where, geometry })),
  };
}

function evidenceOf(chosen: readonly ChosenPlace[]): FoundWhere['evidence'] {
  if (chosen.some(({ proposed }) => proposed)) return 'proposed';
  return chosen.some(({ decided }) => decided) ? 'chosen' : 'by-name';
}

function partOf(one: ChosenPlace, shaped: ReadonlySet<string>): Part {
  const { candidate, relation, metres = 0 } = one;
  const { kind, country, region, precision } = candidate;
  const evidence = evidenceOf([one]);
  const within = { ...(country && { country }) };
  if (kind === 'country')
    return { geometry: null, where: { precision: 'country', ...within, evidence } };
  if (kind === 'region' && region) {
    const where = { precision: 'region', ...within, regions: [region], evidence } as const;
    if (shaped.has(region)) return { geometry: null, where };
    return { geometry: pointAt(candidate), where: { ...where, radius: radii.region } };
  }
  const radius = radiusOf(candidate);
  const geometry = pointAt(candidate);
  if (relation === 'at') return { geometry, where: { precision, radius, ...within, evidence } };
  const reach = relation === 'district' ? districtAround : nearby;
  const around = metres > 0 ? metres + radius : Math.max(reach, 2 * radius);
  return { geometry, where: { precision: 'district', radius: around, ...within, evidence } };
}

/** A circle over both, as the point-radius method has it for "between". */
function stretch(chosen: readonly ChosenPlace[], parts: readonly Part[]): FoundPlace {
  const [a, b] = chosen.map(({ candidate }) => candidate) as [PlaceCandidate, PlaceCandidate];
  // The shorter way around the Earth.
  const turn = Math.abs(a.lng - b.lng) > 180 ? 360 : 0;
  const lng = (a.lng + b.lng + turn) / 2;
  const middle = { lng: rounded(lng > 180 ? lng - 360 : lng), lat: rounded((a.lat + b.lat) / 2) };
  const ends = parts.map(({ where }) => where.radius ?? 0);
  const radius = Math.round(
    1000 * Math.max(kilometresApart(middle, a), kilometresApart(middle, b)),
  );
  const country = a.country === b.country ? (a.country ?? undefined) : undefined;
  return {
    geometry: pointAt(middle),
    where: {
      precision: radius > districtAround ? 'region' : 'district',
      radius: radius + Math.min(...ends),
      ...(country && { country }),
      evidence: evidenceOf(chosen),
    },
  };
}

function radiusOf({ kind, population }: PlaceCandidate): number {
  if (kind !== 'settlement' && kind !== 'country') return radii[kind];
  const metres = 1000 * Math.sqrt((population ?? 0) / (density * Math.PI));
  const bounded = Math.min(largest, Math.max(smallest, metres));
  return Math.round(bounded / 100) * 100;
}

function pointAt({ lng, lat }: { lng: number; lat: number }): PointAt {
  return { type: 'Point', coordinates: [lng, lat] };
}

/** To a thousandth of a degree, as the gazetteer has positions. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}

/** In kilometres. */
export function kilometresApart(
  a: { lng: number; lat: number },
  b: { lng: number; lat: number },
): number {
  return distance([a.lng, a.lat], [b.lng, b.lat]);
}
