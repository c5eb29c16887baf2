/** The table of formats; the first of several that are equally sure of a file is taken. */
import { acled } from './acled';
import { cdb90 } from './cdb90';
import type { Format, TableFormat } from './format';
import { geojson, geojsonSequence, storyFile } from './geojson/geojson';
import { missingMigrants } from './missing-migrants';
import { csv } from './table/csv';
import { hosted } from './table/host';
import { thor } from './thor';
import { ucdp } from './ucdp';
import { viina } from './viina';

/** Tables whose columns are known. */
export const tables: readonly TableFormat[] = [acled, ucdp, viina, missingMigrants, thor, cdb90];

export const formats: readonly Format[] = [
  geojson(tables),
  geojsonSequence(tables),
  ...tables.map(hosted),
  csv,
  storyFile,
];
