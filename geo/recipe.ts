/**
 * The world as Datelines draws it, made from pinned packages: `npm run geo`.
 *
 * Writes `geo/out/`, the same bytes each time; `checksums.json` there holds them to it, and
 * `recipe.sha256` tells what they were made by. What each worldview draws, and on what ground, is in
 * `worldviews.json`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { built } from './build';
import { recipeDigest } from './fingerprint';

const out = join(import.meta.dirname, 'out');
const checksums: Record<string, string> = {};

const files = built();
for (const folder of ['regions', 'cities', 'places'])
  rmSync(join(out, folder), { recursive: true, force: true });
for (const [name, text] of files) {
  mkdirSync(dirname(join(out, name)), { recursive: true });
  writeFileSync(join(out, name), text);
  checksums[name] = createHash('sha256').update(text).digest('hex');
}
writeFileSync(join(out, 'checksums.json'), `${JSON.stringify(checksums, null, 1)}\n`);
writeFileSync(join(out, 'recipe.sha256'), `${await recipeDigest()}\n`);
const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(`${files.size} files, ${(bytes / 1e6).toFixed(2)} MB`);
