import { describe, expect, it } from 'vitest';
import { timemap } from '../../../src/formats/in/timemap/timemap';
import { timemapTable } from '../../../src/formats/in/timemap/table';
import { propertiesOf, readTable, readText, said } from '../shared/reading';

const EVENT = {
  id: '4',
  civId: 'EX0004',
  description: 'A school was damaged. Its roof is gone.',
  date: '3/9/2022',
  time: '00:00',
  time_precision: '',
  location: 'Stonebridge',
  latitude: '48.51234',
  longitude: '37.25123',
  associations: ['a1'],
  sources: ['src1', 'src2', 'lost'],
  graphic: 'TRUE',
  comments: 'seen twice',
};
const SOURCES = {
  srcHidden: { id: 'srcHidden', title: '', paths: [] },
  src1: {
    id: 'src1',
    title: 'Clip of the roof',
    paths: ['https://t.example/1', 'https://archive.example/1'],
    date: '3/10/2022',
  },
  src2: { id: 'src2', paths: ['https://v.example/2'], description: '' },
};
const ASSOCIATIONS = [
  { id: 'a1', title: 'School', mode: 'FILTER', filter_paths: ['Type of area affected', 'School'] },
];

describe('timemap', () => {
  it.each([
    ['one object', { events: [EVENT], sources: SOURCES, associations: ASSOCIATIONS }],
    ['a list of three', [[EVENT], SOURCES, ASSOCIATIONS]],
    ['a list of three in another order', [ASSOCIATIONS, [EVENT], Object.values(SOURCES)]],
  ])('reads %s', async (_, root) => {
    const read = await readText(timemap, JSON.stringify(root), {}, 11);
    const { timemap: kept, ...properties } = propertiesOf(read);
    expect(properties).toEqual({
      title: 'A school was damaged. Its roof is gone.',
      category: 'school',
      when: '2022-03-09',
      where: { name: 'Stonebridge' },
      sensitive: 'Graphic sources',
      sources: ['src1', 'src2', 'lost'],
    });
    expect(read.records[0]!.feature).toMatchObject({
      id: 'EX0004',
      geometry: { type: 'Point', coordinates: [37.25123, 48.51234] },
    });
    expect(kept).toMatchObject({ comments: 'seen twice', associations: ['a1'], sources: ['lost'] });
    expect(read.facts).toMatchObject({
      sources: {
        srcHidden: { title: 'Source not shown' },
        src1: {
          title: 'Clip of the roof',
          url: 'https://t.example/1',
          archiveUrl: 'https://archive.example/1',
          published: '2022-03-10',
        },
        src2: { title: 'v.example', url: 'https://v.example/2' },
      },
      timemap: { associations: { a1: { mode: 'FILTER' } }, sources: { src2: { id: 'src2' } } },
    });
    expect(read.judged).toMatchObject([{ code: 'unknown-source', value: 'lost' }]);
  });

  it('reads three files, whichever is given first', async () => {
    const files = {
      'events.json': [EVENT],
      'sources.json': SOURCES,
      'associations.json': ASSOCIATIONS,
    };
    for (const [name, value] of Object.entries(files)) {
      const others = Object.entries(files).filter(([other]) => other !== name);
      const companions = new Map(others.map(([other, list]) => [other, JSON.stringify(list)]));
      const read = await readText(timemap, JSON.stringify(value), { companions });
      expect(propertiesOf(read), name).toMatchObject({ category: 'school' });
      expect(Object.keys(read.facts.sources as object), name).toContain('src1');
    }
  });

  it('reads the site’s download, in which events have their sources and filters', async () => {
    const event = {
      id: 'EX0004',
      date: '2022-03-09',
      latitude: 48.51234,
      longitude: 37.25123,
      location: 'Stonebridge',
      description: 'A school was damaged.',
      sources: [{ id: 's9', path: 'https://t.example/1', description: 'Clip' }],
      filters: [
        { key: 'Weapon', value: 'Rocket' },
        { key: 'Type of area affected', value: 'School' },
      ],
    };
    const read = await readText(timemap, JSON.stringify([event]));
    expect(propertiesOf(read)).toMatchObject({
      category: 'school',
      sources: ['s1'],
      timemap: { filters: event.filters, sources: event.sources },
    });
    expect(read.facts.sources).toEqual({ s1: { title: 'Clip', url: 'https://t.example/1' } });
    expect(read.judged).toEqual([]);
  });

  const one = (changes: object) => readText(timemap, JSON.stringify([{ ...EVENT, ...changes }]));

  it('takes 00:00 for a time that is not known', async () => {
    expect(propertiesOf(await one({ time: '' })).when).toBe('2022-03-09');
    const known = await one({ time: '14:05' });
    expect(propertiesOf(known).when).toBe('2022-03-09T14:05');
    expect(said(known)).toEqual(['warning zone-not-stated time']);
    const odd = await one({ time: 'noon' });
    expect(propertiesOf(odd).when).toBe('2022-03-09');
    expect(said(odd)).toEqual(['warning bad-time-of-day time']);
  });

  it.each([
    ['48.512', '37.25', { precision: 'street', radius: 80 }],
    ['48.5', '37.25', { precision: 'settlement', radius: 790 }],
    ['48.5', '37', { precision: 'district', radius: 7900 }],
    ['48', '37', { precision: 'region', radius: 79_000 }],
    ['48.51', '37.25123', {}],
  ])('takes rounded coordinates for imprecise: %s, %s', async (latitude, longitude, where) => {
    const { where: found } = propertiesOf(await one({ latitude, longitude }));
    expect(found).toEqual({ name: 'Stonebridge', ...where });
  });

  it('says so where the source obscured a place', async () => {
    const read = await one({ comments: 'Location obscured for safety' });
    expect(propertiesOf(read).where).toMatchObject({ precision: 'settlement' });
    expect(propertiesOf(read).note).toMatch(/obscured/);
  });

  it('names members of what it can’t read, and every record once', async () => {
    const text = JSON.stringify([
      { ...EVENT, id: 'x', civId: '', date: 'spring' },
      { ...EVENT, civId: 'y', latitude: '', longitude: '37' },
      'nothing',
      { ...EVENT, civId: 'z', date: '' },
      { ...EVENT, civId: 'w', description: '', location: '' },
    ]);
    const read = await readText(timemap, text);
    expect(said(read)).toEqual([
      'error bad-date date',
      'error half-position latitude',
      'error not-an-event events',
      'error missing-date date',
      'error missing-title description',
    ]);
    await expect(readText(timemap, '{"a":1}')).rejects.toThrow(/no events/);
  });

  it('gives ids to sources that no declared one has', async () => {
    const root = {
      events: [{ ...EVENT, sources: [{ path: 'https://t.example/9' }, 's1'] }],
      sources: { s1: { title: 'Declared', paths: [] } },
    };
    const read = await readText(timemap, JSON.stringify(root));
    expect(propertiesOf(read).sources).toEqual(['s2', 's1']);
  });

  it('is known by what its events have', () => {
    const head = (value: unknown) => ({ name: '', text: JSON.stringify(value), whole: true });
    expect(timemap.detect(head([EVENT]))).toBeGreaterThan(0.9);
    expect(timemap.detect(head([{ date: '', latitude: '', longitude: '' }]))).toBe(0);
    expect(timemap.detect(head({ type: 'FeatureCollection', features: [EVENT] }))).toBe(0);
  });
});

describe('timemap as a table', () => {
  const columns = 'id,date,latitude,longitude,location,description,sources,associations'.split(',');

  it('splits what stands in one cell', () => {
    const read = readTable(timemapTable, columns, [
      {
        id: 'EX1',
        date: '2022-03-09',
        latitude: '48.51234',
        longitude: '37.25123',
        description: 'A school was damaged.',
        sources: 'https://t.example/1?a=1,2,https://v.example/2',
        associations: 'Weapon=Rocket,Type of area affected=School, or kindergarten',
      },
    ]);
    expect(propertiesOf(read)).toMatchObject({
      category: 'school-or-kindergarten',
      sources: ['s1', 's2'],
    });
    expect(read.facts.sources).toMatchObject({ s1: { url: 'https://t.example/1?a=1,2' } });
    expect(timemapTable.fits(columns)).toBeGreaterThan(0.9);
    expect(timemapTable.fits(columns.slice(0, 6))).toBe(0);
  });
});
