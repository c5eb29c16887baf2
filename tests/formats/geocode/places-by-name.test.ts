/**
 * `places-by-name.csv`: 40 dated events in English, Ukrainian and Arabic with names of places and no
 * position, 20 of them names that several places have. `places-by-name.expected.tsv` says what each
 * means: a position with the kilometres off that still are that place, a code of ISO 3166, `asked`
 * where the row alone does not tell, `unknown`. It was written before the rows were placed.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { kilometres } from '../../../src/world/gazetteer/score';
import type { GeocodingSummary } from '../../../src/formats/geocode/types';
import { importStream, type ImportProblem } from '../../../src/formats/import/import-stream';
import { imported, type Imported, type Json } from '../import/importing';
import { gazetteer } from './finder';

const folder = 'tests/formats/geocode';
const csv = readFileSync(`${folder}/places-by-name.csv`, 'utf8');
const expected = readFileSync(`${folder}/places-by-name.expected.tsv`, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [name: string, meaning: string, homonym: string]);

interface Where {
  precision?: string;
  radius?: number;
  country?: string;
  regions?: string[];
  evidence?: string;
  name?: string;
}
const whereOf = (feature: Json) => (feature.properties as { where?: Where }).where ?? {};
const pointOf = (feature: Json) =>
  (feature.geometry as { coordinates: [number, number] } | null)?.coordinates;

/** `right`, `wrong`, or that the record has no place. */
function judged(feature: Json, meaning: string): 'right' | 'wrong' | 'none' {
  const { evidence, country, regions = [] } = whereOf(feature);
  if (evidence === undefined) return 'none';
  const point = pointOf(feature);
  const [lng, lat, within] = meaning.split(' ').map(Number);
  if (within === undefined)
    return !point && [country, ...regions].includes(meaning) ? 'right' : 'wrong';
  const near = point && kilometres({ lng: point[0], lat: point[1] }, { lng: lng!, lat: lat! });
  return near !== undefined && near <= within ? 'right' : 'wrong';
}

async function summaryOf(text: string, geocode?: 'strict' | 'propose' | 'off') {
  const problems: ImportProblem[] = [];
  const open = async function* () {
    yield new TextEncoder().encode(text);
  };
  const { geocoding } = await importStream(
    { name: 'file.csv', open },
    { problem: (problem) => void problems.push(problem) },
    { gazetteer, geocode },
  );
  return { geocoding, problems };
}

describe('a sheet of 40 events with names of places only', { timeout: 120_000 }, () => {
  let result: Imported;
  let summary: GeocodingSummary;
  beforeAll(async () => {
    result = await imported(csv, { gazetteer });
    summary = (await summaryOf(csv)).geocoding!;
  }, 120_000);

  it('has three languages and 20 homonyms', () => {
    expect(expected).toHaveLength(40);
    expect(expected.filter(([, , homonym]) => homonym)).toHaveLength(20);
    for (const script of ['Latin', 'Cyrillic', 'Arabic'])
      expect(
        expected.filter(([name]) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)).length,
      ).toBeGreaterThanOrEqual(12);
  });

  it('has none placed wrongly in silence, nearly all others placed, the rest asked about', () => {
    const { features } = result.story;
    expect(features).toHaveLength(40);
    const verdicts = features.map((feature, at) => judged(feature, expected[at]![1]));
    const names = (verdict: string) =>
      expected.filter((_, at) => verdicts[at] === verdict).map(([name]) => name);
    expect(names('wrong')).toEqual([]);
    // Of what has a meaning only "Georgia" beside places of the United States is asked about.
    expect(names('none')).toEqual(
      expected
        .filter(([name, meaning]) => ['asked', 'unknown', 'GE'].includes(meaning) && name)
        .map(([name]) => name),
    );
    expect(names('right')).toHaveLength(32);
  });

  it('says of each that is not placed what it may be, and counts', () => {
    const { placed, proposed, asked, unknown, open } = summary;
    // "Unknown" and "غير معروف" stand for nothing.
    expect({ placed, proposed, asked, unknown }).toEqual({
      placed: 32,
      proposed: 0,
      asked: 6,
      unknown: 0,
    });
    expect(open).toHaveLength(6);
    const springfield = open.find(({ name }) => name === 'Springfield')!;
    expect(springfield).toMatchObject({ state: 'asked', records: 1, record: 7 });
    expect(springfield.candidates.map(({ region }) => region)).toContain('US-IL');
    const told = result.problems.filter(({ record }) => record !== null);
    expect(told.map(({ record, code }) => `${record} ${code}`)).toEqual([
      '7 place-not-clear',
      '10 place-not-clear',
      '13 place-not-clear',
      '24 place-not-clear',
      '25 place-not-clear',
      '32 place-not-clear',
    ]);
    expect(told[1]!.message).toContain('Georgia (country, GE), Georgia (region, US-GA)');
    expect(result.problems.find(({ code }) => code === 'places-by-name')!.message).toContain('32');
  });

  it('has each place as fine as its kind is known, and no pin for a region', () => {
    const features = new Map(
      result.story.features.map((feature) => [whereOf(feature).name, feature]),
    );
    const where = (name: string) => whereOf(features.get(name)!);
    expect(where('Kyiv')).toMatchObject({
      precision: 'settlement',
      country: 'UA',
      evidence: 'by-name',
    });
    expect(where('Kyiv').radius).toBeGreaterThan(10_000);
    expect(where('near Bakhmut')).toMatchObject({ precision: 'district', radius: 10_000 });
    expect(where('Бахмутський район')).toMatchObject({ precision: 'district', radius: 25_000 });
    expect(where('Kharkiv Oblast')).toMatchObject({ precision: 'region', regions: ['UA-63'] });
    expect(features.get('Kharkiv Oblast')!.geometry).toBeNull();
    expect(where('between Kramatorsk and Sloviansk').radius).toBeGreaterThan(5000);
    const several = features.get('Київ; Львів')!.properties as { places: unknown };
    expect(several.places).toMatchObject([
      { name: 'Lviv', precision: 'settlement', geometry: { type: 'Point' }, evidence: 'by-name' },
    ]);
  });
});

describe('how places are found', { timeout: 120_000 }, () => {
  const rows = (...lines: string[]) => `date,title,place,country\n${lines.join('\n')}\n`;
  const first = async (text: string, options = {}) =>
    (await imported(text, { gazetteer, ...options })).story.features[0]!;

  it('is by name only where the table has no position, or where it is asked for', async () => {
    const csv = 'date,title,place,lat,lon\n2024-01-01,A,Kyiv,,\n2024-01-02,B,Lviv,49.84,24.03\n';
    expect(pointOf(await first(csv))).toBeUndefined();
    expect(pointOf(await first(csv, { geocode: 'strict' }))).toEqual([30.524, 50.455]);
    const empty = 'date,title,place,lat,lon\n2024-01-01,A,Kyiv,,\n';
    expect(pointOf(await first(empty))).toEqual([30.524, 50.455]);
    expect(pointOf(await first(empty, { geocode: 'off' }))).toBeUndefined();
  });

  it('leaves the features of a story alone, and says that it was not used', async () => {
    const properties = { title: 'A', when: '2024-01-01', place: 'Kyiv' };
    const features = [{ type: 'Feature', geometry: null, properties }];
    const geojson = JSON.stringify({ type: 'FeatureCollection', features });
    const looked: string[] = [];
    const find = (name: string) => Promise.resolve((looked.push(name), []));
    const { problems } = await imported(geojson, {
      gazetteer: { ...gazetteer, find },
      geocode: 'strict',
    });
    expect(looked).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain('geocode-not-used');
  });

  it('proposes the likeliest of several only where that is asked for, and marks it', async () => {
    const csv = rows('2024-01-01,A,Donetsk,', '2024-01-02,B,Mariupl,', '2024-01-03,C,home,');
    const { story, problems } = await imported(csv, { gazetteer, geocode: 'propose' });
    expect(whereOf(story.features[0]!)).toMatchObject({ country: 'UA', evidence: 'proposed' });
    // What may be misspelt and a common word are asked about all the same.
    expect(story.features.slice(1).map(pointOf)).toEqual([undefined, undefined]);
    const codes = problems.filter(({ record }) => record !== null).map(({ code }) => code);
    expect(codes).toEqual(['place-proposed', 'place-not-clear', 'place-not-clear']);
  });

  it('goes by the country in any language; one that is not known settles nothing', async () => {
    expect(whereOf(await first(rows('2024-01-01,A,طرابلس,لبنان')))).toMatchObject({
      country: 'LB',
      evidence: 'by-name',
    });
    expect(pointOf(await first(rows('2024-01-01,A,Kyiv,Ruritania')))).toBeUndefined();
    expect(pointOf(await first(rows('2024-01-01,A,Paris,Ukraine')))).toBeUndefined();
  });

  it('lets other places speak against the greatest of a name, and for a small one', async () => {
    const texas = ['Houston', 'Dallas', 'Austin', 'Paris'].map((name) => `2024-01-01,A,${name},`);
    const { story } = await imported(rows(...texas), { gazetteer });
    expect(story.features.map((feature) => pointOf(feature) !== undefined)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(pointOf(await first(rows('2024-01-01,A,Robotyne,')))).toBeUndefined();
    expect(
      pointOf(await first(rows('2024-01-01,A,Robotyne,', '2024-01-01,B,Zaporizhzhia,'))),
    ).toBeDefined();
  });

  it('takes what is not the greatest of a name only where others are close to it', async () => {
    const beside = async (other: string, name: string) =>
      whereOf(await first(rows(`2024-01-01,A,${name},`, `2024-01-02,B,${other},`))).country;
    expect(await beside('Moscow', 'Donetsk')).toBeUndefined();
    expect(await beside('Kyiv', 'Donetsk')).toBe('UA');
    expect(await beside('Beirut', 'Tripoli')).toBe('LB');
  });

  it('does not take a name that stands elsewhere in the file for the same place', async () => {
    const csv = rows('2024-01-01,A,Springfield,', '2024-01-02,B,"Springfield, Illinois",');
    expect(pointOf(await first(csv))).toBeUndefined();
  });

  it('does not take a spelling of a town for what is a smaller one’s own name', async () => {
    expect(pointOf(await first(rows('2024-01-01,A,Qamishli,')))).toBeUndefined();
    expect(whereOf(await first(rows('2024-01-01,A,Qamishli,Syria')))).toMatchObject({
      evidence: 'by-name',
    });
    expect(whereOf(await first(rows('2024-01-01,A,Calcutta,')))).toMatchObject({ country: 'IN' });
  });

  it('has no place of the news wrong in silence, alone or among all of them', async () => {
    const news = readFileSync('tests/world/gazetteer/news-places.tsv', 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const table = (some: string[][]) => rows(...some.map(([name]) => `2024-01-01,A,"${name}",`));
    const all = (await imported(table(news), { gazetteer, size: 100_000 })).story.features;
    const missed: string[] = [];
    let placed = 0;
    for (const [at, [name, lng, lat, within]] of news.entries()) {
      const alone = at % 10 > 0 ? undefined : await first(table([news[at]!]));
      for (const feature of alone ? [all[at]!, alone] : [all[at]!]) {
        const [x, y] = pointOf(feature) ?? [];
        if (feature === all[at] && whereOf(feature).evidence) placed++;
        if (x === undefined || y === undefined) continue;
        const apart = kilometres({ lng: x, lat: y }, { lng: Number(lng), lat: Number(lat) });
        if (apart > Number(within)) missed.push(name!);
      }
    }
    expect(missed).toEqual([]);
    // The others are asked about.
    expect(placed / news.length).toBeGreaterThan(0.85);
  });

  it('keeps what the row itself says of its place', async () => {
    const csv = 'date,title,place,accuracy\n2024-01-01,A,Kyiv,50000\n';
    const map = new Map([['where.radius', 'accuracy']]);
    expect(whereOf(await first(csv, { map }))).toMatchObject({ radius: 50_000, name: 'Kyiv' });
  });

  it('says that the gazetteer can’t be read, and loses nothing', async () => {
    const broken = { ...gazetteer, find: () => Promise.reject(new Error('no network')) };
    const { story, problems } = await imported(rows('2024-01-01,A,Kyiv,'), { gazetteer: broken });
    expect(story.features).toHaveLength(1);
    expect(problems.find(({ code }) => code === 'gazetteer-not-read')!.message).toContain(
      'no network',
    );
  });

  it('looks up so many names and no more, and says so', async () => {
    const known = { ...gazetteer, find: () => Promise.resolve([]) };
    const lines = Array.from({ length: 20_001 }, (_, at) => `2024-01-01,A,Place ${at},`);
    const { problems } = await imported(rows(...lines), { gazetteer: known, size: 100_000 });
    expect(problems.map(({ code }) => code)).toContain('too-many-names');
  });

  it.each(['various', 'unknown', 'border', 'front line', 'online', 'multiple locations', 'Zzzzq'])(
    'gives no place for %s',
    async (name) => {
      expect(whereOf(await first(rows(`2024-01-01,A,${name},`)))).not.toHaveProperty('evidence');
    },
  );

  it.each([
    ['Kyiv, Kharkiv and Odesa', 2],
    ['Aleppo / Homs / Hama', 2],
    ['Khan Younis and Rafah', 1],
    ['Bosnia and Herzegovina', 0],
  ])('%s has %i further places', async (name, further) => {
    const { properties } = await first(rows(`2024-01-01,A,"${name}",`));
    expect((properties as { places?: [] }).places ?? []).toHaveLength(further);
    expect(whereOf({ properties })).toMatchObject({ evidence: 'by-name' });
  });

  it.each([
    ['Sumy and Kharkiv oblasts', ['UA-59', 'UA-63'], 'region'],
    ['eastern Ukraine', undefined, 'country'],
    ['Kursk region', ['RU-KRS'], 'region'],
    ['Dhaka District', ['BD-C'], 'region'],
  ])('%s has a shape and no point', async (name, regions, precision) => {
    const feature = await first(rows(`2024-01-01,A,${name},`));
    expect(feature.geometry).toBeNull();
    expect(whereOf(feature)).toMatchObject({ precision, ...(regions && { regions }) });
  });

  it.each(['Jackson County, Mississippi', 'Washington County', 'between Kyiv and Lviv'])(
    '%s is asked about',
    async (name) => {
      const csv = rows(`2024-01-01,A,"${name}",`);
      expect(whereOf(await first(csv))).not.toHaveProperty('evidence');
    },
  );

  it('has a radius for a region that the map has no shape of', async () => {
    const feature = await first(rows('2024-01-01,A,Lombardy,'));
    expect(pointOf(feature)).toBeDefined();
    expect(whereOf(feature)).toMatchObject({ precision: 'region', regions: ['IT-25'] });
    expect(whereOf(feature).radius).toBeGreaterThan(50_000);
  });
});
