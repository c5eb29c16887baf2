/** The gazetteer's shards, read without a bundler. */
import { readFile } from 'node:fs/promises';
import type { FetchShard } from '../world/gazetteer';
import { withReason } from './paths';

export const readShardFile: FetchShard = (file) =>
  withReason(`the gazetteer's ${file} can't be read`, () =>
    readFile(new URL(`../../geo/out/places/${file}`, import.meta.url), 'utf8'),
  );
