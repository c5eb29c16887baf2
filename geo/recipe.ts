/**
 * The world as Datelines draws it, made from pinned npm packages: `npm run geo`.
 *
 * Writes `geo/out/`, the same bytes each time; `checksums.json` there holds them to it. Borders
 * follow the United Nations General Assembly (A/RES/68/262: Crimea and Sevastopol are Ukraine).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { merge } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { countriesOf, namesOf, worldTopology } from './countries';
import { alpha2Of, readSource, regionsOf, regionTopology } from './regions';
import { wound } from './shapes';

const folder = import.meta.dirname;
const out = join(folder, 'out');
const sources = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'));
const checksums: Record<string, string> = {};

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'regions'), { recursive: true });

const admin = readSource(sources.regions, join(folder, '../node_modules/.cache/geo'));
const alpha2 = alpha2Of(admin);

const detailed = countriesOf('50m', alpha2);
write('world-50m.json', worldTopology(detailed, 6e4));
write('world-110m.json', worldTopology(countriesOf('110m', alpha2), 1e4));
write('names.json', namesOf(detailed));

const { countries, skipped } = regionsOf(admin);
for (const [country, features] of countries)
  write(`regions/${country}.json`, regionTopology(features));
write('disputed.json', crimea());
writeFileSync(join(out, 'checksums.json'), `${JSON.stringify(checksums, null, 1)}\n`);
console.log(
  `${detailed.length} countries, ${[...countries.values()].flat().length} regions of ` +
    `${countries.size} countries, ${skipped} units without an ISO 3166-2 code left out`,
);

/** Areas with a dashed outline. */
function crimea(): FeatureCollection {
  const topo = regionTopology(
    countries.get('UA')!.filter(({ properties }) => /^UA-4[03]$/.test(properties.code)),
  ) as Topology<{ regions: GeometryCollection }>;
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {
          code: 'crimea',
          note: 'Crimea and Sevastopol: Ukraine by General Assembly resolution 68/262, under Russian control since 2014',
        },
        geometry: wound(merge(topo, topo.objects.regions.geometries as never)),
      },
    ],
  };
}

function write(name: string, value: unknown) {
  const text = `${JSON.stringify(value)}\n`;
  checksums[name] = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(out, name), text);
}
