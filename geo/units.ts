/**
 * The world as units: first-order units of Natural Earth 1:10m with a code, a home and a piece.
 *
 * A *piece* is what every view counts to one country as a whole: a country less its disputed areas,
 * or one such area. A *home* is the file that a unit is kept in.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Position } from 'geojson';
import polygonClipping, { type Geom } from 'polygon-clipping';
import { areaOf } from './areas';
import { cuts, type Cut } from './cuts';
import { joinedAt } from './joints';
import { codeOf } from './repairs';
import { area, polygonsOf, shapeOf, wound, type Shape } from './shapes';
import type { Raw, Source } from './source';
import { territoryOf } from './territories';

export interface UnitProperties {
  /** ISO 3166-2, `null` where the unit has none. */
  code: string | null;
  /** ISO 3166-1 alpha-2, or `ZZ` for land that is no country's. */
  home: string;
  /** ISO 3166-1 alpha-2, or the id of a disputed area. */
  piece: string;
  raw: Raw;
}

export type Unit = Feature<Shape, UnitProperties>;

/** ISO 3166-1 alpha-3, or the three letters Natural Earth made up, → alpha-2. */
const alpha2 = JSON.parse(readFileSync(join(import.meta.dirname, 'alpha2.json'), 'utf8')) as Record<
  string,
  string
>;

/** Homes of units whose country has no code. */
const homes: Record<string, string> = { KAS: 'IN', PGA: 'ZZ', ESB: 'CY', WSB: 'CY' };

/** Splinters that cutting leaves, in square degrees. */
const splinter = 2e-5;

export function unitsOf(source: Source): Unit[] {
  const whole = source.features.map((feature): Unit => {
    const raw = feature.properties;
    const code = codeOf(raw.adm1_code, raw.iso_3166_2);
    const country = alpha2[raw.adm0_a3];
    if (country === undefined) throw new Error(`no alpha-2 code for ${raw.adm0_a3}`);
    const own = territoryOf(raw.adm1_code, code);
    return {
      type: 'Feature',
      properties: {
        code,
        home: code?.slice(0, 2) ?? homes[raw.adm0_a3] ?? own ?? country,
        piece: areaOf(raw.adm1_code, code, raw.adm0_a3) ?? own ?? country,
        raw,
      },
      geometry: feature.geometry,
    };
  });
  return cuts().reduce(cutOut, whole);
}

/** Gives what lies under the mask to the area; neighbours get the new corners too, so that common
 * borders stay common. */
function cutOut(units: Unit[], { area: id, units: codes, mask }: Cut): Unit[] {
  const corners: Position[] = [];
  let found = false;
  const parts = units.flatMap((unit): Unit[] => {
    const { code } = unit.properties;
    if (!code || !codes.some((start) => code.startsWith(start))) return [unit];
    const old = new Set(polygonsOf(unit.geometry).flat(2).map(String));
    const cut = (how: 'intersection' | 'difference') =>
      polygonClipping[how](polygonsOf(unit.geometry) as Geom, [mask] as Geom)
        .filter((polygon) => area(polygon) > splinter)
        .map((rings) =>
          rings.map((ring) => ring.map((at) => (old.has(String(at)) ? at : fixed(at)))),
        );
    const inside = cut('intersection');
    if (inside.length === 0) return [unit];
    found = true;
    const outside = cut('difference');
    corners.push(...[...inside, ...outside].flat(2).filter((at) => !old.has(String(at))));
    const part = (polygons: Position[][][], piece: string): Unit[] =>
      polygons.length === 0
        ? []
        : [
            {
              ...unit,
              properties: { ...unit.properties, piece },
              geometry: wound(shapeOf(polygons)),
            },
          ];
    return [...part(outside, unit.properties.piece), ...part(inside, id)];
  });
  if (!found) throw new Error(`${id}: the mask meets none of ${codes.join(', ')}`);
  return joinedAt(parts, corners);
}

/** Computed corners, to the metre, so that both sides of a cut have the same. */
function fixed([lng, lat]: Position): Position {
  return [Number(lng!.toFixed(5)), Number(lat!.toFixed(5))];
}
