/** The committed gazetteer, with a count of what is fetched. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { openGazetteer, type Gazetteer } from '../../../src/world/gazetteer';

export const folder = 'geo/out/places';

export const readFile = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

export function gazetteer(): Gazetteer {
  return openGazetteer(async (file) => readFile(file));
}

/** A gazetteer that nothing was asked of yet, and how many bytes it fetched, gzipped, besides its
 * index. */
export function counting(): { gazetteer: Gazetteer; bytes: () => number } {
  let bytes = 0;
  return {
    gazetteer: openGazetteer(async (file) => {
      const { text, zipped } = read(file);
      if (file !== 'index.json') bytes += zipped;
      return text;
    }),
    bytes: () => bytes,
  };
}

const known = new Map<string, { text: string; zipped: number }>();

function read(file: string): { text: string; zipped: number } {
  const before = known.get(file);
  if (before) return before;
  const text = readFile(file);
  const now = { text, zipped: gzipSync(text).length };
  known.set(file, now);
  return now;
}
