/** The table of formats; the first of several that are equally sure of a file is taken. */
import type { Format, TableFormat } from './format';
import { geojson, geojsonSequence, storyFile } from './geojson/geojson';
import { csv } from './table/csv';
import { hosted } from './table/host';

/** Tables whose columns are known. */
export const tables: readonly TableFormat[] = [];

export const formats: readonly Format[] = [
  geojson(tables),
  geojsonSequence(tables),
  ...tables.map(hosted),
  csv,
  storyFile,
];
