/** The world's files, read without a bundler. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that the recipe wrote; nothing where there is none.
 * @param root The folder of the project. */
export async function readGeoFile(name: string, root: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(root, `geo/out/${name}.json`), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file of the gazetteer's, as text.
 * @param root The folder of the project. */
export function readPlaceFile(name: string, root: string): Promise<string> {
  return readFile(join(root, 'geo/out/places', name), 'utf8');
}
