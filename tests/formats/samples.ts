/** A small file of every format, with a bad record or two, by file name. */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'tests/fixtures/formats';

/** What each is found to be, by label. */
export const LABELS: Readonly<Record<string, string>> = {
  'acled.csv': 'ACLED',
  'atlos.csv': 'Atlos',
  'cdb90.csv': 'CDB90 battles',
  'gdelt.tsv': 'GDELT events',
  'linked-places.geojson': 'GeoJSON',
  'missing-migrants.csv': 'Missing Migrants Project',
  'own.csv': 'CSV of a story',
  'places.kml': 'KML',
  'plain.geojson': 'GeoJSON',
  'sequence.geojsonl': 'GeoJSON text sequence',
  'story.geojson': 'GeoJSON',
  'table.csv': 'CSV or TSV table',
  'thor.csv': 'THOR',
  'timelinejs.csv': 'TimelineJS spreadsheet',
  'timelinejs.json': 'TimelineJS',
  'timemap.csv': 'Timemap table',
  'timemap.json': 'Timemap',
  'ucdp.csv': 'UCDP GED',
  'viina-reports.csv': 'VIINA',
  'viina.csv': 'VIINA',
  'walk.gpx': 'GPX',
};

export const samples: ReadonlyMap<string, Buffer> = new Map(
  readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`)]),
);
