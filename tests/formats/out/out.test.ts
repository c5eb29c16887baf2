import { describe, expect, it } from 'vitest';
import { exportStory, outFormats, type ExportOptions } from '../../../src/formats/out';
import { spanEdtf, jsonFgTime } from '../../../src/formats/out/spans';
import { parseEdtf } from '../../../src/model/edtf';
import { readStory } from '../../../src/model/read/read';
import { imported, notes, property, told, type Json } from '../import/importing';

const collection = {
  type: 'FeatureCollection',
  title: { en: 'A week', de: 'Eine Woche' },
  language: 'en',
  asOf: '2025-12-18',
  timeZone: 'Europe/Kyiv',
  categories: [{ id: 'talks', label: 'Talks' }],
  'x-own': [1],
  features: [
    {
      type: 'Feature',
      id: 'berlin',
      geometry: { type: 'Point', coordinates: [13.4, 52.5] },
      'x-member': true,
      properties: {
        title: { en: '=Talks, "first"', de: 'Gespräche' },
        summary: 'Line one\nline two; and more',
        category: 'talks',
        when: '2025-12-14/2025-12-15~',
        where: { name: 'Berlin', precision: 'settlement', country: 'DE', radius: 500 },
        sources: [{ title: 'Wire', url: 'https://a.example/1', publisher: 'P', published: '2025-12-15' }, { title: 'Other', url: 'https://b.example/2' }],
        actors: [{ name: 'One', role: 'host' }, { name: 'Two' }],
        figures: [{ measure: 'killed', min: 1, max: 3, by: 'Somebody' }],
        claims: [{ by: 'X', stance: 'asserts', text: 'T' }],
        own: { deep: [1] },
        note2: '-5',
      },
    },
    {
      type: 'Feature',
      id: 'miami',
      geometry: null,
      time: { interval: ['2025-12-20T10:00:00Z', '2025-12-20T11:59:59Z'] },
      properties: { title: 'Miami meeting', status: 'scheduled', where: { name: 'Miami', regions: ['US-FL'] } },
    },
    { type: 'Feature', id: 'lost', geometry: null, properties: { title: 'No date' } },
    {
      type: 'Feature',
      id: 'area',
      geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] },
      properties: { title: 'An area', when: '1850', status: 'cancelled' },
    },
  ],
}; // prettier-ignore

function exported(id: string, options: ExportOptions = {}) {
  const format = outFormats.find((candidate) => candidate.id === id)!;
  return exportStory(format, collection, readStory(collection, 'week'), options);
}
const fields = (id: string) => exported(id).losses.map(({ field, records }) => [field, records]);

describe('GeoJSON', () => {
  it('is the story, with the times of JSON-FG added', () => {
    const { text, losses } = exported('geojson');
    const written = JSON.parse(text) as Json & { features: Json[] };
    expect(written).toMatchObject(collection);
    expect(written.conformsTo).toEqual(['http://www.opengis.net/spec/json-fg-1/1.0/conf/core']);
    expect(written.features.map(({ time }) => time)).toEqual([
      { interval: ['2025-12-14', '2025-12-15'] },
      collection.features[1]!.time,
      undefined,
      { interval: ['1850-01-01', '1850-12-31'] },
    ]);
    expect(losses).toEqual([]);
    const again = readStory(text, 'week').story!;
    expect(again.events).toEqual(readStory(collection, 'week').story!.events);
  });

  it('may hold some of the records', () => {
    const { text, records } = exported('geojson', { only: new Set([2, 4]) });
    const ids = (JSON.parse(text) as { features: Json[] }).features.map(({ id }) => id);
    expect([ids, records]).toEqual([['miami', 'area'], 2]);
  });
});

describe('Linked Places', () => {
  it('says when, where and what in its own words, and comes back whole', async () => {
    const { text } = exported('linked-places');
    const [berlin, miami] = (JSON.parse(text) as { features: Json[] }).features;
    expect(berlin).toMatchObject({
      '@id': '#berlin',
      when: {
        timespans: [{ start: { in: '2025-12-14' }, end: { latest: '2025-12-15' } }],
        certainty: 'less-certain',
      },
      names: [{ toponym: 'Berlin', lang: 'en' }],
      types: [{ label: 'Talks' }],
    });
    expect(miami!.when).toMatchObject({ timespans: [{ start: { in: '2025-12-20T10:00:00Z' } }] });
    const back = await imported(text);
    expect(back.written).toBe(3);
    expect(back.story.features[0]).toMatchObject(collection.features[0]!);
  });
});

describe('CSV', () => {
  it('comes back as it went, but for what is said to be left out', async () => {
    const { text } = exported('csv');
    const back = await imported(text);
    expect(back.read).toBe(3);
    expect(notes(back)).toEqual([]);
    expect(back.story).toEqual({
      ...collection,
      features: [0, 1, 3].map((at) => collection.features[at]),
    });
    const rows = text.split('\r\n');
    expect(rows[0]).toContain('category,category.label,when,time,timeZone,lng,lat,');
    expect(rows[0]).toContain('title,title@en,title@de,');
    expect(rows[1]).toContain('"Line one\nline two; and more",talks,Talks,2025-12-14/2025-12-15~,');
    expect(rows[1]).toContain('One; Two');
  });

  it('keeps seasons, far years, open sides, names with separators and columns named like ours', async () => {
    const whens = ['2025-21', 'Y17E8', 'Y-17000002', '../..', '2025-12-17T10:30:05', '19XX'];
    const features = whens.map((when, at) => ({
      type: 'Feature',
      id: `r${at}`,
      geometry: null,
      properties: {
        title: 'T',
        when,
        category: 'talks',
        actors: [{ name: 'Smith; Jones' }, { name: '"Quoted"', role: 'host' }],
        sources: [{ title: 'A; B' }, { title: 'C' }],
        lat: 1,
        lng: '2',
        id: 'theirs',
      },
    }));
    const story = { ...collection, features };
    const format = outFormats.find(({ id }) => id === 'csv')!;
    const { text, losses } = exportStory(format, story, readStory(story, 'week'));
    const back = await imported(text);
    expect(losses).toEqual([]);
    expect([back.format, back.story]).toEqual(['csv', story]);
  });

  it('that somebody went on with says what was changed where it is told twice', async () => {
    const { text } = exported('csv');
    const changed = text
      .replace(`"'=Talks, ""first""",`, 'Another title,')
      .replace(',Talks,2025', ',Discussions,2025')
      .replace(',13.4,', ',13.4 degrees,');
    const back = await imported(changed);
    expect(told(back)).toEqual(
      expect.arrayContaining([
        'warning 1 title differs-from-languages',
        'error 1 lng bad-position',
      ]),
    );
    expect(notes(back)).toEqual(['rows-disagree']);
    const mapped = await imported(text, { map: new Map([['title', 'title@de']]), format: 'csv' });
    expect(property(mapped.story.features[0], 'title')).toBe('Gespräche');
  });

  it('runs nothing in a spreadsheet', () => {
    const rows = exported('csv').text.split('\r\n');
    expect(rows[0]!.startsWith('\ufeffid,title')).toBe(true);
    expect(rows[1]).toContain(`"'=Talks, ""first"""`);
    expect(rows[1]).toContain(`"'-5"`);
  });

  it('lists what it can not hold', () => {
    expect(exported('csv').losses).toEqual([
      {
        field: 'record',
        records: 1,
        message: 'Records that can’t be shown are left out.',
        example: { value: JSON.stringify(collection.features[2]), title: 'lost' },
      },
    ]);
  });
});

describe('a calendar', () => {
  const lines = exported('ics').text.replace(/\r\n /g, '').split('\r\n');
  it('has the events that lie ahead, in its own words', () => {
    expect(lines.filter((line) => line.startsWith('UID'))).toEqual([
      'UID:miami@week',
      'UID:area@week',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART:20251220T100000Z',
        'DTEND:20251220T115959Z',
        'LOCATION:Miami',
        'STATUS:CONFIRMED',
        'DTSTART;VALUE=DATE:18500101',
        'DTEND;VALUE=DATE:18510101',
        'STATUS:CANCELLED',
      ]),
    );
    expect(fields('ics')).toContainEqual(['record', 1]);
  });

  it('folds its lines at 75 bytes and escapes what it must', () => {
    const title = `${'ї'.repeat(60)}, a; b\\ \n next`;
    const story = {
      ...collection,
      features: [{ ...collection.features[1], properties: { title, status: 'scheduled' } }],
    };
    const format = outFormats.find(({ id }) => id === 'ics')!;
    const { text } = exportStory(format, story, readStory(story, 'week'));
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replace(/\r\n /g, '')).toContain(
      `SUMMARY:${'ї'.repeat(60)}\\, a\\; b\\\\ \\n next`,
    );
  });
});

describe('feeds and pages', () => {
  it('JSON Feed holds the features whole', () => {
    const feed = JSON.parse(exported('json-feed', { language: 'de' }).text) as Json & {
      items: Json[];
    };
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Eine Woche',
    });
    expect(feed.items[0]).toMatchObject({
      id: 'berlin',
      title: 'Gespräche',
      external_url: 'https://a.example/1',
      date_published: '2025-12-15T00:00:00Z',
      tags: ['Talks'],
      _datelines: { when: '2025-12-14/2025-12-15~', feature: collection.features[0] },
    });
    expect(feed.items).toHaveLength(3);
  });

  it('schema.org says what it has words for', () => {
    const graph = (JSON.parse(exported('json-ld').text) as { '@graph': Json[] })['@graph'];
    expect(graph[0]).toMatchObject({
      '@type': 'Event',
      name: '=Talks, "first"',
      startDate: '2025-12-14',
      endDate: '2025-12-15',
      location: { name: 'Berlin', geo: { latitude: 52.5, longitude: 13.4 } },
    });
    expect(graph[0]).not.toHaveProperty('eventStatus');
    expect(graph[1]).toMatchObject({
      eventStatus: 'https://schema.org/EventScheduled',
      startDate: '2025-12-20T10:00:00Z',
    });
    expect(fields('json-ld')).toEqual(
      expect.arrayContaining([
        ['properties.claims', 1],
        ['properties.when', 2],
        ['geometry', 1],
      ]),
    );
  });
});

describe('spans', () => {
  it.each([
    ['2025-12-17', 'UTC', { date: '2025-12-17' }],
    ['2025-12', 'Europe/Kyiv', { interval: ['2025-12-01', '2025-12-31'] }],
    ['2025-12-17/..', 'UTC', { interval: ['2025-12-17', '..'] }],
    ['2025-12-17T10:30:00Z', 'UTC', { timestamp: '2025-12-17T10:30:00Z' }],
    ['2025-12-17T10:30', 'Europe/Kyiv', { interval: ['2025-12-17T08:30:00Z', '2025-12-17T08:30:59Z'] }],
    ['Y17E7', 'UTC', undefined],
    ['-0044-03-15', 'UTC', undefined],
  ])('%s in %s is %j', (text, zone, expected) => {
    const time = parseEdtf(text, zone);
    expect(jsonFgTime(time, zone)).toEqual(expected);
    if (!expected) return;
    const again = parseEdtf(spanEdtf({ time }, zone), zone);
    expect([again.start, again.end]).toEqual([time.start, time.end]);
  }); // prettier-ignore
});
