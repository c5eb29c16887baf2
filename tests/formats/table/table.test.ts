import { describe, expect, it } from 'vitest';
import { imported, notes, property, told } from '../import/importing';

const at = (rows: readonly string[]) => ['date,title,lat,lng', ...rows].join('\n');

describe('a table', () => {
  it('is understood by the names of its columns, and keeps the others', async () => {
    const csv = `Event ID,Event Date,Headline,Latitude,Longitude,Country,Type,Dead
a1,2024-02-03,Talks in the town,50.45,30.52,Ukraine,talks,0
a2,2024-02-04,More talks,50.45,30.52,Ukraine,talks,
`;
    const result = await imported(csv);
    expect(result.format).toBe('csv');
    expect(result.story.features[0]).toEqual({
      type: 'Feature',
      id: 'a1',
      geometry: { type: 'Point', coordinates: [30.52, 50.45] },
      properties: {
        title: 'Talks in the town',
        when: '2024-02-03',
        category: 'talks',
        where: { country: 'UA' },
        Country: 'Ukraine',
        Dead: '0',
      },
    });
    expect(result.story.categories).toEqual([{ id: 'talks', label: 'talks' }]);
    expect(notes(result)).toEqual(['guessed-columns', 'title-from-name']);
  });

  it('has its columns as they are given, before any guess', async () => {
    const csv = 'when,what,y,x,n\n2024,A thing,1,2,3–5\n';
    const map = new Map([
      ['title', 'what'],
      ['figures.killed.min', 'y'],
      ['summary', 'n'],
    ]);
    const { story } = await imported(csv, { map });
    expect(property(story.features[0], 'figures')).toEqual([{ measure: 'killed', min: 1 }]);
    expect(property(story.features[0], 'summary')).toBe('3–5');
    await expect(imported(csv, { map: new Map([['title', 'nope']]) })).rejects.toThrow(
      'no column "nope" for title',
    );
    await expect(imported(csv, { map: new Map([['tilte', 'what']]) })).rejects.toThrow('no field');
  });

  it('keeps columns of any name', async () => {
    const csv =
      'date,title,__proto__,constructor,status,places,,x,x\n2024,T,p,c,Clear,here,n,1,2\n';
    const { story } = await imported(csv);
    const properties = story.features[0]!.properties as object;
    expect(Object.entries(properties)).toEqual([
      ['title', 'T'],
      ['when', '2024'],
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['imported:status', 'Clear'],
      ['imported:places', 'here'],
      ['column 7', 'n'],
      ['x', '1'],
      ['x (2)', '2'],
    ]);
  });

  it('composes titles where no column has them, and says so', async () => {
    const csv =
      'date,kind of thing,size\n2024,Tremor,5.1\n2024,Landslide,\n2025,,6\n2026,,\n2026,Flood,3\n';
    const result = await imported(csv);
    expect(result.story.features.map((feature) => property(feature, 'title'))).toEqual([
      'Tremor, size 5.1',
      'Landslide',
      'size 6',
      'Flood, size 3',
    ]);
    expect(notes(result)).toContain('composed-title');
    expect(told(result)).toEqual(['error 4 kind of thing missing-title']);
  });

  it('without a date rejects every record, by name', async () => {
    const result = await imported('name,war\nNieuport,Eighty Years War\nBreda,\n');
    expect(told(result)).toEqual(['error 1 when missing-date', 'error 2 when missing-date']);
    expect(result.read).toBe(2);
  });

  it('whose first row is data is refused, so that it is not lost', async () => {
    await expect(imported('2024-02-03,50.4,30.5\n2024-02-04,50.4,30.5\n')).rejects.toThrow(
      'looks like data',
    );
  });

  it('names what is wrong with a row as a row', async () => {
    const csv = 'date,title,n\n2024,A,1,more\n2024,"B"x,2\n2024,C\n2024,"D,3\n';
    const result = await imported(csv);
    expect(told(result)).toEqual([
      'warning 1 line 2 extra-cells',
      'warning 2 line 3 stray-quote',
      'warning 3 line 4 short-row',
      'error 4 line 5 open-quote',
      'warning 4 line 5 short-row',
    ]);
    expect(property(result.story.features[0], 'column 4')).toBe('more');
    expect(property(result.story.features[1], 'title')).toBe('Bx');
  });
});

describe('dates of a table', () => {
  const whens = async (rows: readonly string[], options = {}) => {
    const result = await imported(at(rows), options);
    const said = [...told(result), ...notes(result).filter((code) => /day-order/.test(code))];
    return [result.story.features.map((feature) => property(feature, 'when')), said];
  };

  it('have the order that the whole file tells, ISO dates among them', async () => {
    const rows = ['01/02/1965,A,1,2', '1975-02-23T02:58:41.000Z,B,1,2', '01/15/1965,C,1,2'];
    expect(await whens(rows)).toEqual([
      ['1965-01-02', '1975-02-23T02:58:41Z', '1965-01-15'],
      ['day-order'],
    ]);
  });

  it('are rejected where nothing tells, and read where it is stated', async () => {
    const rows = ['01/02/1965,A,1,2', '05/05/1965,B,1,2'];
    expect(await whens(rows)).toEqual([['1965-05-05'], ['error 1 date ambiguous-date']]);
    expect(await whens(rows, { dayOrder: 'day-first' })).toEqual([
      ['1965-02-01', '1965-05-05'],
      [],
    ]);
  });

  it('that contradict each other are read only where they can mean one day', async () => {
    const rows = ['01/02/1965,A,1,2', '13/02/1965,B,1,2', '02/13/1965,C,1,2'];
    expect(await whens(rows)).toEqual([
      ['1965-02-13', '1965-02-13'],
      ['error 1 date ambiguous-date', 'mixed-day-order'],
    ]);
  });

  it('that can not be read are never replaced', async () => {
    const rows = ['soon,A,1,2', '2024-02-30,B,1,2', ',C,1,2', '1/1/24,D,1,2', '2024-02-01,E,1,2'];
    expect(await whens(rows)).toEqual([
      ['2024-02-01'],
      [
        'error 1 date bad-date',
        'error 2 date impossible-date',
        'error 3 date missing-date',
        'error 4 date two-digit-year',
      ],
    ]);
  });

  it('with nothing but midnights are days', async () => {
    const rows = ['2017/06/03 00:00:00+00,A,1,2', '2017/06/04 00:00:00+00,B,1,2'];
    expect((await whens(rows))[0]).toEqual(['2017-06-03', '2017-06-04']);
    const others = [...rows, '2017/06/04 12:30:00+00,C,1,2'];
    expect((await whens(others))[0]).toEqual([
      '2017-06-03T00:00:00Z',
      '2017-06-04T00:00:00Z',
      '2017-06-04T12:30:00Z',
    ]);
  });

  it('come from several columns', async () => {
    const spans = await imported(
      'title,start,end\nA,2024-01-05,2024-01-07\nB,2024-01-05,2024-01-05\nC,2024-01-05,\nD,2024-02-05,2024-01-05\n',
    );
    expect(spans.story.features.map((feature) => property(feature, 'when'))).toEqual([
      '2024-01-05/2024-01-07',
      '2024-01-05',
      '2024-01-05',
    ]);
    expect(told(spans)).toEqual(['error 4 end end-before-start']);

    const parts = await imported(
      'title,year,month,day,hour\nA,2024,Feb,3,14\nB,2024,2,,9\nC,2024,,,\nD,2024,2,30,1\nE,24,1,1,1\n',
    );
    expect(parts.story.features.map((feature) => property(feature, 'when'))).toEqual([
      '2024-02-03T14',
      '2024-02',
      '2024',
    ]);
    expect(told(parts)).toEqual(['error 4 day impossible-date', 'error 5 year two-digit-year']);

    const clock = await imported('title,date,time\nA,2024-02-03,14:30\nB,2024-02-03,noonish\n', {
      timeZone: 'Europe/Kyiv',
      map: new Map([['time', 'time']]),
    });
    expect(clock.story.features.map((feature) => property(feature, 'when'))).toEqual([
      '2024-02-03T14:30',
      '2024-02-03',
    ]);
    expect(told(clock)).toEqual(['warning 2 time bad-time-of-day']);
    expect(clock.story.timeZone).toBe('Europe/Kyiv');
  });

  it('say where an hour has no day', async () => {
    const result = await imported('title,jahr,monat,stunde\nA,2016,01,18\n');
    expect(property(result.story.features[0], 'when')).toBe('2016-01');
    expect(property(result.story.features[0], 'stunde')).toBe('18');
    expect(notes(result)).toContain('hour-without-day');
  });
});

describe('places of a table', () => {
  const points = (features: readonly Record<string, unknown>[]) =>
    features.map(({ geometry }) => (geometry as { coordinates?: unknown } | null)?.coordinates);

  it('may have decimal commas, degrees and minutes', async () => {
    const csv =
      'datum;titel;XGCSWGS84;YGCSWGS84\n2018;A;10,7039;53,8631\n2018;B;"10° 30\' E";53 N\n';
    const { story } = await imported(csv);
    expect(points(story.features)).toEqual([
      [10.7039, 53.8631],
      [10.5, 53],
    ]);
  });

  it('out of range are rejected, missing and −9999 ones are named', async () => {
    const rows = ['2024,A,1108,2', '2024,B,,', '2024,C,-9999,-9999', '2024,D,12,x', '2024,E,0,0'];
    const result = await imported(at(rows));
    expect(told(result)).toEqual([
      'error 1 lat coordinate-range',
      'warning 2 lat missing-place',
      'warning 3 lat missing-place',
      'error 4 lng bad-position',
      'warning 5 geometry.coordinates null-island',
    ]);
    expect(points(result.story.features)).toEqual([undefined, undefined, [0, 0]]);
  });

  it('in one cell have the order that the whole file tells', async () => {
    const csv = (cells: readonly string[]) =>
      ['date,title,coordinates', ...cells.map((cell) => `2024,T,"${cell}"`)].join('\n');
    const latFirst = await imported(csv(['35.5, -1.2', '38.1, 138.0']));
    expect(points(latFirst.story.features)).toEqual([
      [-1.2, 35.5],
      [138, 38.1],
    ]);
    expect(notes(latFirst)).toContain('coordinate-order');
    const untold = await imported(csv(['35.5, -1.2', '38.1, 13.0']));
    expect(told(untold)).toEqual([
      'error 1 coordinates coordinate-order',
      'error 2 coordinates coordinate-order',
    ]);
    const map = new Map([['latlng', 'coordinates']]);
    const stated = await imported(csv(['35.5, -1.2', '']), { map });
    expect(points(stated.story.features)).toEqual([[-1.2, 35.5], undefined]);
    const wkt = await imported(csv(['POINT (26.4 5.3)']));
    expect(points(wkt.story.features)).toEqual([[26.4, 5.3]]);
  });

  it('given twice are read once, and said', async () => {
    const csv = 'X,Y,name,date,LATITUDE,LONGITUDE,t\n-158.13,59.5,A,2017,59.6,-158.1,-9999\n';
    const result = await imported(`${csv}-1,5,B,2017,59.6,-158.1,-9999\n`);
    expect(points(result.story.features)[0]).toEqual([-158.1, 59.6]);
    expect(property(result.story.features[0], 'X')).toBe('-158.13');
    expect(notes(result)).toEqual([
      'guessed-columns',
      'other-coordinates',
      'sentinel',
      'title-from-name',
    ]);
  });

  it('that seem swapped are named', async () => {
    const csv = 'date,title,lat,lng,country\n2024,A,30.5,50.4,Ukraine\n2024,B,50.4,30.5,Ukraine\n';
    const inside = (country: string, lng: number, lat: number) =>
      country === 'UA' ? lng > 22 && lng < 40 && lat > 44 && lat < 53 : undefined;
    expect(told(await imported(csv, { inside }))).toEqual([
      'warning 1 geometry.coordinates swapped',
    ]);
  });
});

describe('sources and ids of a table', () => {
  it('several links in a cell are several sources', async () => {
    const csv =
      'date,title,source,url\n2024,A,Wire,"https://a.example/1, https://b.example/2"\n2024,B,One; Two,https://a.example https://b.example\n2024,C,,javascript:alert(1)\n2024,D,Wire,https://a.example/\n';
    const { story } = await imported(csv);
    expect(story.features.map((feature) => property(feature, 'sources'))).toEqual([
      [
        { title: 'Wire', url: 'https://a.example/1' },
        { title: 'Wire', url: 'https://b.example/2' },
      ],
      [
        { title: 'One', url: 'https://a.example' },
        { title: 'Two', url: 'https://b.example' },
      ],
      undefined,
      [{ title: 'Wire', url: 'https://a.example/' }],
    ]);
    expect(property(story.features[2], 'url')).toBe('javascript:alert(1)');
  });

  it('a column that only looked like ids is none', async () => {
    const unique = Array.from({ length: 2100 }, (_, at) => `${at},2024,T${at}`);
    const csv = ['id,date,title', ...unique, '5,2024,Again'].join('\n');
    const guessed = await imported(csv);
    expect(guessed.written).toBe(2101);
    expect(notes(guessed)).toContain('id-not-unique');
    expect(property(guessed.story.features[5], 'id')).toBe('5');
    const given = await imported(csv, { map: new Map([['id', 'id']]) });
    expect(told(given)).toEqual(['error 2101 id duplicate-id']);
  });

  it('very many categories are said', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `2024,T${at},k${at}`);
    const result = await imported(['date,title,type', ...rows].join('\n'));
    expect(result.written).toBe(3000);
    expect(notes(result).filter((code) => code === 'too-many-categories')).toHaveLength(2);
    expect(result.story.categories).toBeUndefined();
  });
});
