/** The table of formats; the first of several that are equally sure of a file is taken. */
import { acled } from './acled';
import { atlos } from './atlos';
import { cdb90 } from './cdb90';
import type { Format, TableFormat } from './format';
import { gdelt } from './gdelt';
import { geojson, geojsonSequence, storyFile } from './geojson/geojson';
import { gpx } from './gpx';
import { kml } from './kml/kml';
import { missingMigrants } from './missing-migrants';
import { csv } from './table/csv';
import { hosted } from './table/host';
import { ownTable } from './table/own/own';
import { thor } from './thor';
import { timelinejsTable } from './timelinejs/spreadsheet';
import { timelinejs } from './timelinejs/timelinejs';
import { timemapTable } from './timemap/table';
import { timemap } from './timemap/timemap';
import { ucdp } from './ucdp';
import { viina } from './viina';

/** Tables whose columns are known. */
export const tables: readonly TableFormat[] = [
  acled,
  ucdp,
  viina,
  missingMigrants,
  thor,
  cdb90,
  timemapTable,
  timelinejsTable,
  atlos,
];

/** Two that share an id are two forms of one: whoever asks for it gets the one that the file is in. */
export const formats: readonly Format[] = [
  geojson(tables),
  geojsonSequence(tables),
  timemap,
  timelinejs,
  gdelt,
  kml,
  gpx,
  ownTable,
  ...tables.map(hosted),
  csv,
  storyFile,
];

/** As `--format` takes them. */
export const formatIds: readonly string[] = [...new Set(formats.map(({ id }) => id))];
