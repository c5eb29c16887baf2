/** Files of `geo/out/` as a page would fetch them. */
import { existsSync, readFileSync } from 'node:fs';

export const out = 'geo/out';

export async function geoFile(name: string): Promise<unknown> {
  const file = `${out}/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
