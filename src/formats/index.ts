/** The table of formats; the first of several that are equally sure of a file is taken. */
import { binaryFormats } from './binary/binary-formats';
import { acled } from './in/acled/acled';
import { atlos } from './in/atlos/atlos';
import { cdb90 } from './in/cdb90/cdb90';
import type { Format, RewrittenFormat, TableFormat } from './format';
import { gdelt, gdeltTable } from './in/gdelt/gdelt';
import { geojson, geojsonSequence, storyFile } from './in/geojson/geojson';
import { gpx } from './in/gpx/gpx';
import { icalendar } from './in/icalendar/icalendar';
import { json } from './in/json/json';
import { jsonFeed } from './in/json-feed/json-feed';
import { kml } from './in/kml/kml';
import { missingMigrants } from './in/missing-migrants/missing-migrants';
import { schemaOrg } from './in/schema-org/schema-org';
import { storymap } from './in/storymap/storymap';
import { csv } from './table/csv';
import { hostFormat } from './table/host';
import { ownTable } from './table/own/own';
import { thor } from './in/thor/thor';
import { timelinejsTable } from './in/timelinejs/spreadsheet';
import { timelinejs } from './in/timelinejs/timelinejs';
import { timemapTable } from './in/timemap/table';
import { timemap } from './in/timemap/timemap';
import { ucdp } from './in/ucdp/ucdp';
import { viina } from './in/viina/viina';

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
  gdeltTable,
  storymap,
];

/** Two that share an id are two forms of one: whoever asks for it gets the one that the file is in. */
export const formats: readonly Format[] = [
  geojson(tables),
  geojsonSequence(tables),
  jsonFeed,
  schemaOrg,
  icalendar,
  timemap,
  timelinejs,
  gdelt,
  kml,
  gpx,
  ownTable,
  ...tables.map(hostFormat),
  csv,
  storyFile,
];

/** Formats that are another one in other writing. */
export const rewrittenFormats: readonly RewrittenFormat[] = [json];

/** Formats of tables, for rows that come as cells. */
export const tableFormats: readonly Format[] = [ownTable, ...tables.map(hostFormat), csv];

/** As `--format` takes them. */
export const formatIds: readonly string[] = [
  ...new Set(
    [...formats, ...rewrittenFormats, ...Object.values(binaryFormats)].map(({ id }) => id),
  ),
];
