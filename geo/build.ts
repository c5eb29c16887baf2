/** Everything in `out/`, made from the pinned sources. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { worldviews } from './areas';
import { cityFiles, namedCities } from './cities';
import { commonWords } from './gazetteer/no-names';
import { allPlaces } from './gazetteer/places';
import { shardFiles } from './gazetteer/shards';
import { townFiles } from './gazetteer/towns';
import { homesOf, writtenPieces } from './labels';
import { namedRegions, regionFiles } from './regions';
import { mosaicOf } from './simplify';
import { readSource } from './source';
import { unitsOf } from './units';
import { waterLevels, waters } from './waters';
import { levels, piecesOf, worldAt } from './world';

const folder = import.meta.dirname;

/** Path below `out/` → text: the same each time. */
export function built(): Map<string, string> {
  const sources = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'));
  const cache = join(folder, '../node_modules/.cache/geo');
  const units = unitsOf(readSource(sources.regions, cache));
  const mosaic = mosaicOf(units);
  const pieces = piecesOf(mosaic);
  const files = new Map<string, string>();
  const put = (name: string, value: unknown) => files.set(name, `${JSON.stringify(value)}\n`);

  for (const [name, level] of Object.entries(levels))
    put(`world-${name}.json`, worldAt(pieces, level));
  for (const [name, level] of Object.entries(waterLevels)) put(`water-${name}.json`, waters(level));
  const written = writtenPieces(pieces);
  put('names.json', written);
  put('homes.json', homesOf(units));
  put('worldviews.json', drawnViews());
  const drawn = regionFiles(units, mosaic);
  for (const [home, file] of drawn) put(`regions/${home}.json`, file);
  for (const [name, cities] of Object.entries(cityFiles())) put(`cities/${name}`, cities);
  const places = allPlaces({ units, regions: namedRegions(drawn), written });
  for (const [name, text] of shardFiles(places, commonWords())) files.set(`places/${name}`, text);
  for (const [name, value] of townFiles(places, namedCities())) put(`places/${name}`, value);
  return files;
}

/** What the map needs of the table: for each area and view, the country and whether it is outlined
 * with a dashed line. */
function drawnViews() {
  const { views, areas } = worldviews;
  return {
    titles: Object.fromEntries(Object.entries(views).map(([id, { title }]) => [id, title])),
    areas: Object.fromEntries(
      Object.entries(areas).map(([id, { names, group, code, regions, views: choices }]) => [
        id,
        {
          names,
          ...(group && { group }),
          ...(code && { code }),
          ...(regions && { regions }),
          views: Object.fromEntries(
            Object.entries(choices).map(([view, { country, line }]) => [
              view,
              { country, dashed: line === 'dashed' },
            ]),
          ),
        },
      ]),
    ),
  };
}
