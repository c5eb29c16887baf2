/** The gazetteer's shards, read without a bundler. */
import { readFile } from 'node:fs/promises';
import type { FetchShard } from '../gazetteer';

export const readShardFile: FetchShard = (file) =>
  readFile(new URL(`../../geo/out/places/${file}`, import.meta.url), 'utf8');
