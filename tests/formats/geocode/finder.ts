/** The committed gazetteer for imports. */
import { readFileSync } from 'node:fs';
import { geoFile } from '../../../src/cli/places';
import { openRegionalGazetteer } from '../../../src/world/gazetteer/finder';

export const gazetteer = openRegionalGazetteer(
  async (file) => readFileSync(`geo/out/places/${file}`, 'utf8'),
  geoFile,
);
