/**
 * The world as Datelines draws it, made from pinned npm packages: `npm run geo`.
 *
 * Writes `geo/out/`, the same bytes each time; `checksums.json` there holds them to it. Borders
 * follow the United Nations General Assembly (A/RES/68/262: Crimea and Sevastopol are Ukraine).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countriesOf, namesOf, shapeFrom, steps, worldTopology } from './countries';
import { disputedOf } from './disputed';
import { readSource, regionsOf, regionTopology } from './regions';

const folder = import.meta.dirname;
const out = join(folder, 'out');
const sources = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'));
const checksums: Record<string, string> = {};

const admin = readSource(sources.regions, join(folder, '../node_modules/.cache/geo'));
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'regions'), { recursive: true });

const detailed = countriesOf('50m');
const world = worldTopology(detailed, steps['50m']);
write('world-50m.json', world);
write('world-110m.json', worldTopology(countriesOf('110m'), steps['110m']));
write('names.json', namesOf(detailed));

const { countries, skipped } = regionsOf(admin);
for (const [country, features] of countries)
  write(`regions/${country}.json`, regionTopology(features));
write('disputed.json', disputedOf(shapeFrom(world, 'UA'), countries.get('UA')!));
writeFileSync(join(out, 'checksums.json'), `${JSON.stringify(checksums, null, 1)}\n`);
console.log(
  `${detailed.length} countries, ${[...countries.values()].flat().length} regions of ` +
    `${countries.size} countries, ${skipped} units without an ISO 3166-2 code left out`,
);

function write(name: string, value: unknown) {
  const text = `${JSON.stringify(value)}\n`;
  checksums[name] = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(out, name), text);
}
