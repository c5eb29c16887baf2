/** What `geo/out/` was made by: the recipe's code, its data and its libraries, as one digest. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join } from 'node:path';
import { build, type Rollup } from 'vite';

const here = import.meta.dirname;
const require = createRequire(import.meta.url);

/**
 * The digest of what `built()` depends on, but for the packages that `sources.json` pins: its code
 * without comments and types, the data beside it, and the versions of the libraries it imports.
 *
 * @returns SHA-256, 64 hexadecimal digits.
 */
export async function recipeDigest(): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'silent',
    root: here,
    build: {
      ssr: join(here, 'build.ts'),
      write: false,
      minify: true,
      rolldownOptions: { external: (id) => !/^[.\0]/.test(id) && !isAbsolute(id) },
    },
  })) as Rollup.RollupOutput;
  const hash = createHash('sha256');
  for (const { code, imports } of made.output.filter((each) => each.type === 'chunk')) {
    hash.update(code);
    for (const name of imports.filter((each) => !each.startsWith('node:')).sort())
      hash.update(`${name} ${versionOf(name)}\n`);
  }
  const data = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/^(out|licences)\b|\.ts$/.test(name) && name.includes('.'),
  );
  for (const name of data.sort()) hash.update(`${name}\n`).update(readFileSync(join(here, name)));
  return hash.digest('hex');
}

/** Of the package that a module is in. */
function versionOf(module: string): string {
  const name = /^(@[^/]+\/)?[^/]+/.exec(module)![0];
  const folder = require.resolve.paths(name)!.map((each) => join(each, name, 'package.json'));
  for (const file of folder)
    try {
      return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
    } catch {
      // Not in this folder.
    }
  throw new Error(`${name} is not installed`);
}
