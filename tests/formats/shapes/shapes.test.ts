/** Small files of our own making in the shapes that people have lying about, after what their
 * publishers document: each opens at the first try, and what was decided is said. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gazetteer } from '../geocode/finder';
import { imported, notes, property, told } from '../import/importing';

interface Shape {
  readonly file: string;
  readonly format: string;
  /** What it can't be read without. */
  readonly options?: { readonly century?: number };
  readonly events: readonly (readonly [
    when: string | null,
    coordinates: unknown,
    title: string,
    category?: string,
  ])[];
  /** Records that are none. */
  readonly rejected?: readonly number[];
  /** Codes of warnings, but for the columns' names and the title of the story. */
  readonly notes: readonly string[];
}

const usual: ReadonlySet<string> = new Set(['title-from-name', 'guessed-columns']);

const shapes: readonly Shape[] = [
  {
    file: 'acled-api.json',
    format: 'acled',
    events: [
      [
        '2024-05-01',
        [36.2527, 49.9808],
        'Shelling/artillery/missile attack, Kharkiv',
        'explosions-remote-violence',
      ],
      ['2024-05', [30.52, 50.45], 'Peaceful protest, Kyiv', 'protests'],
    ],
    notes: [],
  },
  {
    file: 'airtable.csv',
    format: 'csv',
    events: [
      ['2024-03-24T14:05', [36.2304, 49.9935], 'Hospital hit', 'Health,Shelling'],
      ['2024-03-13T11:40', [28.8378, 45.3508], 'School closed', 'Education'],
    ],
    notes: ['coordinate-order', 'day-order', 'zone-assumed'],
  },
  {
    file: 'ais.csv',
    format: 'csv',
    events: [
      ['2024-03-26T05:28:00', [-76.5285, 39.2155], 'EXAMPLE STAR'],
      ['2024-03-26T05:29:00', [-76.528, 39.215], 'EXAMPLE STAR'],
    ],
    notes: ['found-by-content', 'zone-assumed'],
  },
  {
    file: 'arcgis.geojson',
    format: 'geojson',
    events: [
      ['2020-08-25', [-122.4, 37.7], 'Fire A'],
      ['2020-08-26', [-122.4, 37.8], 'Fire B'],
    ],
    notes: ['epoch', 'found-by-content', 'midnight-only', 'wrapped-longitude'],
  },
  {
    file: 'datawrapper.csv',
    format: 'csv',
    events: [
      ['2022-03-14', [36.2304, 49.9935], 'Kharkiv'],
      ['2022-03-29', [31.9946, 46.975], 'Mykolaiv'],
    ],
    notes: ['day-order'],
  },
  {
    file: 'em-dat.csv',
    format: 'csv',
    events: [
      ['2020-01-01/2020-01-06', null, 'Flood, Jakarta, Banten', 'Flood'],
      ['2020-01-24', [39.06, 38.43], 'Earthquake, Elazig', 'Earthquake'],
      ['2020-03/2021', null, 'Drought, 2020-0003-XXX', 'Drought'],
    ],
    notes: ['composed-title', 'missing-place', 'rows-above'],
  },
  {
    file: 'eonet.json',
    format: 'json',
    events: [
      ['2024-06-01T15:30:00Z', [-120.5, 39.2], 'Ridge Wildfire'],
      [
        '2024-06-03T00:00:00Z/2024-06-04T00:00:00Z',
        [
          [-60.1, 15.2],
          [-62, 16],
        ],
        'Tropical Storm Example',
      ],
    ],
    notes: [],
  },
  {
    file: 'esri-features.json',
    format: 'json',
    events: [['2020-08-25', [-122.4194, 37.7749], 'A']],
    notes: ['midnight-only', 'projected'],
  },
  {
    file: 'firms.csv',
    format: 'csv',
    events: [
      ['2024-07-01T00:42', [37.54321, 48.12345], 'bright_ti4 330.5, scan 0.39'],
      ['2024-07-01T11:18', [37.6, 48.2], 'bright_ti4 345.1, scan 0.4'],
    ],
    notes: ['composed-title', 'short-times', 'zone-assumed'],
  },
  {
    file: 'flourish.csv',
    format: 'csv',
    events: [
      ['2023-03', [35.65, 34.12], 'Ferry fire'],
      ['2023-04', [34.6, 36.9], 'Harbour strike'],
    ],
    notes: ['found-by-content'],
  },
  {
    file: 'form-responses.csv',
    format: 'csv',
    events: [
      ['2024-03-24', [36.255, 49.982], 'Shots heard'],
      ['2024-03-13', [28.838, 45.351], 'Bridge closed'],
    ],
    notes: ['day-order', 'places-by-name'],
  },
  {
    file: 'gbif.tsv',
    format: 'csv',
    events: [
      ['2021-05-03T10:00:00', [13.2, 52.1], 'Parus major'],
      ['2021-05', [13.3, 52.2], 'Turdus merula'],
      ['2021-05-01/2021-05-09', [13.3, 52.2], 'Turdus merula'],
    ],
    notes: ['zone-assumed'],
  },
  {
    file: 'gdacs.geojson',
    format: 'geojson',
    events: [
      ['2023-02-06T01:17:35', [37.2, 37.0], 'Earthquake in Example', 'EQ'],
      ['2022-08-01T01:00:00/2022-09-10T01:00:00', [70, 27], 'Flood in Pakistan', 'FL'],
    ],
    notes: ['zone-assumed'],
  },
  {
    file: 'gdelt.csv',
    format: 'gdelt',
    events: [
      ['2024-01-05', [30.5167, 50.4333], 'UKRAINE – RUSSIA: Fighting', 'fighting'],
      ['2024-01-06', [32, 49], 'POLICE: Protest', 'protest'],
    ],
    notes: [],
  },
  {
    file: 'gtd.csv',
    format: 'csv',
    events: [
      ['1970-07-02', [-69.95, 18.456], 'Santo Domingo, Assassination'],
      ['1970', [-99.08, 19.37], 'Mexico city, Hostage Taking'],
      ['1971-03', [130.4, 33.58], 'Fukouka, Bombing'],
    ],
    notes: ['composed-title'],
  },
  {
    file: 'hxl.csv',
    format: 'csv',
    events: [
      ['2019-02-01', [15, 12.1], 'Überfall'],
      ['2019-02-03', [15.1, 12.2], 'Angriff'],
    ],
    notes: ['hxl-hashtags'],
  },
  {
    file: 'ibtracs.csv',
    format: 'csv',
    events: [
      ['2018-09-01T06:00:00', [-95.5, 11], 'OLIVIA'],
      ['2018-09-01T09:00:00', [-95, 11.5], 'OLIVIA'],
    ],
    notes: ['unit-row', 'wrapped-longitude', 'zone-assumed'],
  },
  {
    file: 'inaturalist.csv',
    format: 'csv',
    events: [
      ['2024-05-03', [13.29, 52.58], 'Common Swift'],
      ['2024-05-04', [13.28, 52.59], 'Red Fox'],
    ],
    notes: [],
  },
  {
    file: 'json-fg.json',
    format: 'geojson',
    events: [
      [null, [7, 50], 'A'],
      [null, null, 'B'],
    ],
    notes: [],
  },
  {
    file: 'kepler.json',
    format: 'json',
    events: [
      ['2020-01-01T10:00:00', [13.4, 52.5], 'A'],
      ['2020-01-02T11:00:00', [13.5, 52.6], 'B'],
    ],
    notes: ['found-by-content', 'zone-assumed'],
  },
  {
    file: 'kobo.csv',
    format: 'csv',
    events: [
      [
        '2024-02-03T10:11:12+03:00/2024-02-03T10:20:00+03:00',
        [32.5, 15.5],
        'looting, _id 11',
        'looting',
      ],
      [
        '2024-02-04T10:11:12+03:00/2024-02-04T10:20:00+03:00',
        [32.6, 15.6],
        'shelling, _id 12',
        'shelling',
      ],
    ],
    notes: ['composed-title'],
  },
  {
    file: 'meltwater.tsv',
    format: 'csv',
    events: [
      ['2024-03-24T14:05', null, 'Bridge closed after strike'],
      ['2024-03-25T11:10', null, 'Ferry service resumes'],
    ],
    notes: ['zone-assumed'],
  },
  {
    file: 'my-maps.kml',
    format: 'kml',
    events: [
      ['2022-03-12', [30.5, 50.4, 0], 'P1', 'layer-a'],
      ['2022-03-25', [31, 51, 0], 'P2', 'layer-a'],
    ],
    notes: ['day-order'],
  },
  {
    file: 'noaa-storms.csv',
    format: 'csv',
    options: { century: 2000 },
    events: [
      ['2023-05-14T15:45:00/2023-05-14T16:00:00', [-96.63, 32.91], 'Hail, TEXAS', 'Hail'],
      ['2023-05-15T02:30:00/2023-05-15T02:45:00', [-97.48, 35.33], 'Tornado, OKLAHOMA', 'Tornado'],
    ],
    notes: ['composed-title', 'other-coordinates', 'zone-assumed'],
  },
  {
    file: 'noaa-tsunami.tsv',
    format: 'csv',
    events: [
      ['-0479', [23.3, 39.7], 'POTIDAEA, Tsunami Event Validity 1'],
      ['1755-11-01T09:50', [-11, 36], 'LISBON, Tsunami Event Validity 4'],
    ],
    rejected: [1],
    notes: ['composed-title', 'missing-place', 'zone-assumed'],
  },
  {
    file: 'overpass.geojson',
    format: 'geojson',
    events: [
      ['1921-05', [13.4, 52.5], 'Old bridge memorial'],
      [
        '~1850/1943-11-22',
        [
          [
            [13.1, 52.1],
            [13.2, 52.1],
            [13.2, 52.2],
            [13.1, 52.1],
          ],
        ],
        'Mill',
      ],
    ],
    notes: [],
  },
  {
    file: 'overpass.json',
    format: 'json',
    events: [
      ['1921-05', [13.4, 52.5], 'Old bridge memorial', 'node'],
      ['1850', [13.1, 52.1], 'Mill', 'way'],
    ],
    notes: [],
  },
  {
    file: 'police-uk.csv',
    format: 'csv',
    events: [
      [
        '2024-03',
        [-2.49487, 51.422276],
        'Burglary, On or near Conference/Exhibition Centre',
        'Burglary',
      ],
      [
        '2024-03',
        [-2.495055, 51.422132],
        'Anti-social behaviour, On or near Cross Street',
        'Anti-social behaviour',
      ],
    ],
    notes: ['composed-title', 'found-by-content'],
  },
  {
    file: 'reliefweb.json',
    format: 'json',
    events: [
      ['2024-03-01', [37.9, 0.5], 'Flood'],
      ['2024-03-05', [35.5, -17.3], 'Cyclone'],
    ],
    notes: ['found-by-content', 'midnight-only'],
  },
  {
    file: 'socrata.csv',
    format: 'csv',
    events: [
      ['2024-03-24T02:05:00', [-87.63, 41.881], 'THEFT, STREET', 'THEFT'],
      ['2024-03-13T23:40:00', [-87.65, 41.9], 'BATTERY, SIDEWALK', 'BATTERY'],
    ],
    notes: ['composed-title', 'day-order', 'projected-coordinates', 'zone-assumed'],
  },
  {
    file: 'storymap.json',
    format: 'storymapjs',
    events: [
      ['2014-05-03', [-87.6, 41.9], 'First stop'],
      ['../..', [-74, 40.7], 'Second'],
    ],
    notes: ['missing-date'],
  },
  {
    file: 'ucdp-candidate.csv',
    format: 'ucdp',
    events: [
      [
        '2024-01-02',
        [32.534167, 15.588056],
        'Government of Sudan - RSF, Khartoum town',
        'state-based-conflict',
      ],
      [
        '2024-01-01?/2024-01-31?',
        [33, 14.5],
        'Government of Sudan - RSF, Gezira state',
        'state-based-conflict',
      ],
    ],
    notes: [],
  },
  {
    file: 'usgs.csv',
    format: 'csv',
    events: [
      [
        '2024-01-01T07:10:09.476Z',
        [137.271, 37.4874],
        'earthquake, 42 km NE of Anamizu, Japan',
        'earthquake',
      ],
      ['2024-01-02T01:17:05.014Z', [136.7, 37.2], 'earthquake, Noto, Japan', 'earthquake'],
    ],
    notes: ['composed-title'],
  },
  {
    file: 'usgs.geojson',
    format: 'geojson',
    events: [['2023-11-14T22:13:21.234Z', [142.1, 38.2, 10], 'M 4.5 - 10 km N of X', 'earthquake']],
    notes: ['epoch'],
  },
  {
    file: 'ushahidi.csv',
    format: 'csv',
    events: [
      ['2010-01-13T16:00:00', [-72.33, 18.53], 'Road blocked', '2. Urgences'],
      ['2010-01-14T09:30:00', [-72.4, 18.54], 'Water needed', '2c. Water'],
    ],
    notes: ['category-list', 'zone-assumed'],
  },
  {
    file: 'wikidata-sparql.json',
    format: 'json',
    events: [['1815-06-18', [4.41, 50.68], 'Battle A']],
    notes: ['midnight-only'],
  },
  {
    file: 'wikidata.csv',
    format: 'csv',
    events: [
      ['1815-06-18', [4.41, 50.68], 'Battle of Example'],
      ['-0489-09-12', [23.97, 38.12], 'Battle of Sample'],
    ],
    notes: ['midnight-only'],
  },
];

describe.each(shapes)('$file', ({ file, format, options, events, rejected = [], notes: codes }) => {
  it('opens as it is', async () => {
    const text = readFileSync(`tests/fixtures/shapes/${file}`, 'utf8');
    const result = await imported(text, { name: file, gazetteer, ...options });
    expect([result.format, result.read]).toEqual([format, events.length + rejected.length]);
    expect(
      result.story.features.map((feature) => {
        const { coordinates = null } =
          (feature as { geometry: { coordinates?: unknown } | null }).geometry ?? {};
        const [when = null, title, category] = ['when', 'title', 'category'].map((name) =>
          property(feature, name),
        );
        return [when, coordinates, title, ...(category === undefined ? [] : [category])];
      }),
    ).toEqual(events);
    const refused = told(result).filter((line) => line.startsWith('error'));
    expect(refused.map((line) => Number(line.split(' ')[1]))).toEqual(rejected);
    const said = new Set([...notes(result), ...warnings(result)]);
    expect([...said].filter((code) => !usual.has(code)).sort()).toEqual(codes);
  });
});

/** The codes of what is said of records. */
function warnings(result: Parameters<typeof told>[0]): string[] {
  const lines = told(result).filter((line) => line.startsWith('warning'));
  return lines.map((line) => line.split(' ').at(-1)!);
}
