/** Writes `geo/out/places/`: the gazetteer's shards and one checksum over them all. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allPlaces } from './places';
import { shardFiles } from './shards';
import { readUnits } from './whereabouts';

/** All files by name, from the installed packages, the files beside this one and `geo/out/`. */
export function placeFiles(out: string): Map<string, string> {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  const files = shardFiles(
    allPlaces({
      units: readUnits(join(out, 'regions')),
      countryNames: read(join(out, 'names.json')) as [string, number, number, number][],
      regionNames: read(join(import.meta.dirname, 'region-names.json')) as Record<string, string[]>,
    }),
  );
  files.set('checksum.json', `${JSON.stringify({ sha256: checksumOf(files) })}\n`);
  return files;
}

export function writePlaces(out: string): { files: number; bytes: number } {
  const folder = join(out, 'places');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const files = placeFiles(out);
  let bytes = 0;
  for (const [name, text] of files) {
    writeFileSync(join(folder, name), text);
    bytes += Buffer.byteLength(text);
  }
  return { files: files.size, bytes };
}

/** Of names and texts, in the order of the names. */
export function checksumOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].sort()) hash.update(`${name}\n${files.get(name)}`);
  return hash.digest('hex');
}

/** `region-names.json`: what Natural Earth calls the regions in further languages. Kept beside the
 * recipe, so that the rest can be made anew from installed packages alone. */
export function writeRegionNames(names: Record<string, string[]>): void {
  const lines = Object.entries(names).map(
    ([code, list]) => ` ${JSON.stringify(code)}: ${JSON.stringify(list)}`,
  );
  writeFileSync(join(import.meta.dirname, 'region-names.json'), `{\n${lines.join(',\n')}\n}\n`);
}
