/** A small file of every format, with a bad record or two, by file name. */
import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { writeOds } from 'hucre/ods';
import { dbfOf, shpOf } from './shapefiles';
import { writeXlsx } from 'hucre/xlsx';

const FOLDER = 'tests/fixtures/formats';

/** What each is found to be, by label. */
export const LABELS: Readonly<Record<string, string>> = {
  'acled.csv': 'ACLED',
  'atlos.csv': 'Atlos',
  'calendar.ics': 'Calendar (ICS)',
  'cdb90.csv': 'CDB90 battles',
  'esri.json': 'JSON',
  'events.jsonld': 'schema.org (JSON-LD)',
  'feed.json': 'JSON Feed',
  'gdelt-table.csv': 'GDELT table',
  'gdelt.tsv': 'GDELT events',
  'kepler.json': 'JSON',
  'lines.jsonl': 'JSON',
  'linked-places.geojson': 'GeoJSON',
  'missing-migrants.csv': 'Missing Migrants Project',
  'own.csv': 'CSV of a story',
  'places.kml': 'KML',
  'plain.geojson': 'GeoJSON',
  'records.json': 'JSON',
  'sequence.geojsonl': 'GeoJSON text sequence',
  'sparql.json': 'JSON',
  'story.geojson': 'GeoJSON',
  'storymap.json': 'JSON',
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

/** What the records of a file are in which they come in another writing. */
export const INNER: Readonly<Record<string, string>> = { 'storymap.json': 'StoryMapJS' };

export const samples: ReadonlyMap<string, Buffer> = new Map(
  readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`)]),
);

const rows = [
  ['Incidents', null, null, null],
  ['date', 'title', 'lat', 'lng'],
  [new Date(Date.UTC(2031, 2, 4)), 'Fire', 50.25, 30.5],
  ['soon', 'Flood', -1, 2],
];
const sheets = [
  { name: 'Data', rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }] },
];
const zipped = (name: string, sample: string) =>
  Buffer.from(zipSync({ [name]: new Uint8Array(samples.get(sample)!) }));

/** A small file of each format that is no text. */
export const binarySamples: ReadonlyMap<string, Buffer> = new Map([
  ['table.xlsx', Buffer.from(await writeXlsx({ sheets }))],
  ['table.ods', Buffer.from(await writeOds({ sheets }))],
  ['table.zip', zipped('table.csv', 'table.csv')],
  ['records.zip', zipped('records.json', 'records.json')],
  [
    'points.zip',
    Buffer.from(
      zipSync({
        'points.shp': shpOf([[30.5, 50.25], null]), // prettier-ignore
        'points.dbf': dbfOf(['NAME:C9', 'DATE:D8'], [['Fire', '20310304'], ['Flood', '']]), // prettier-ignore
      }),
    ),
  ],
  [
    'table.parquet',
    Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: 'title', data: ['Fire', 'Flood'], type: 'STRING' },
          { name: 'date', data: ['2031-03-04', 'soon'], type: 'STRING' },
          { name: 'lat', data: [50.25, -1], type: 'DOUBLE' },
          { name: 'lng', data: [30.5, 2], type: 'FLOAT' },
        ],
      }) as ArrayBuffer,
    ),
  ],
  ['places.kmz', zipped('doc.kml', 'places.kml')],
]);
