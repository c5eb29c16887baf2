/** Files of `geo/out/` as a page would fetch them. */
import { existsSync, readFileSync } from 'node:fs';

export const out = 'geo/out';

export async function regionFile(country: string): Promise<unknown> {
  const file = `${out}/regions/${country}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
