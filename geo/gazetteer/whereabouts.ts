/** Which first-order unit a settlement lies in, by ISO 3166-2. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Position } from 'geojson';
import { polygonsOf, type Shape } from '../shapes';
import type { Unit } from '../units';
import { grouped } from './grouped';
import type { Settlement } from './settlements';

/** Country → its units, as the source has them. */
export type UnitsByHome = ReadonlyMap<string, readonly Unit[]>;

/**
 * Settlement → code. GeoNames' unit is taken as a whole where nine in ten of a sample of its places
 * lie in one of ours, so that a coarse border moves no town; else each place for itself.
 */
export function regionsBySettlement(
  all: readonly Settlement[],
  units: UnitsByHome,
): Map<Settlement, string | null> {
  const locate = locator(units);
  const found = new Map<Settlement, string | null>();
  for (const group of grouped(all, ({ country, unit }) => `${country}.${unit}`).values()) {
    const step = Math.max(1, Math.floor(group.length / 40));
    const sample = group.filter((_, number) => number % step === 0);
    const codes = sample.map(({ country, lng, lat }) => locate(country, lng, lat));
    const counts = grouped(codes, (code) => code);
    const [code, votes] = [...counts].sort((a, b) => b[1].length - a[1].length)[0]!;
    const whole = group[0]!.unit !== '' && code !== null && votes.length >= 0.9 * codes.length;
    for (const place of group)
      found.set(place, whole ? code : locate(place.country, place.lng, place.lat));
  }
  return found;
}

/** The unit of this country around a position, or the nearest within about 50 km; else `null`. */
export function locator(units: UnitsByHome) {
  const boxed = new Map(
    [...units].map(([country, own]) => [country, own.map((unit) => ({ unit, box: boxOf(unit) }))]),
  );
  return (country: string, lng: number, lat: number): string | null => {
    const own = boxed.get(country) ?? [];
    const around = (margin: number) =>
      own.filter(
        ({ box: [west, south, east, north] }) =>
          lng >= west - margin &&
          lng <= east + margin &&
          lat >= south - margin &&
          lat <= north + margin,
      );
    const inside = around(0).find(({ unit }) => booleanPointInPolygon([lng, lat], unit.geometry));
    if (inside) return inside.unit.properties.code;
    const [nearest] = around(0.5)
      .map(({ unit }) => ({ unit, apart: distanceTo(unit, lng, lat) }))
      .sort((a, b) => a.apart - b.apart);
    return nearest && nearest.apart < 0.5 ? nearest.unit.properties.code : null;
  };
}

function boxOf({ geometry }: Unit): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [lng, lat] of cornersOf(geometry)) {
    box[0] = Math.min(box[0], lng!);
    box[1] = Math.min(box[1], lat!);
    box[2] = Math.max(box[2], lng!);
    box[3] = Math.max(box[3], lat!);
  }
  return box;
}

/** To its nearest corner, in degrees of latitude. */
function distanceTo({ geometry }: Unit, lng: number, lat: number): number {
  const narrow = Math.cos((lat * Math.PI) / 180);
  let least = Infinity;
  for (const [x, y] of cornersOf(geometry))
    least = Math.min(least, Math.hypot((x! - lng) * narrow, y! - lat));
  return least;
}

function cornersOf(geometry: Shape): Position[] {
  return polygonsOf(geometry).flat(2);
}
