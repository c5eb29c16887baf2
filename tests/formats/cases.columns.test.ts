/** Files that people have: what their columns mean. Each kind of file gave a wrong event, or none,
 * before its test was written. */
import { describe, expect, it } from 'vitest';
import { imported, notes, property, told, type Imported } from './import/importing';

/** Longitudes and latitudes, to four digits. */
function positions({ story }: Imported): unknown[] {
  return story.features.map(({ geometry }) => {
    const coordinates = (geometry as { coordinates?: number[] } | null)?.coordinates;
    return coordinates?.map((value) => Number(value.toFixed(4))) ?? null;
  });
}

function messages({ problems }: Imported, code: string): string[] {
  return problems.filter((problem) => problem.code === code).map(({ message }) => message);
}

/** A table with a row for each cell of one more column. */
function withColumn(name: string, cells: readonly string[]): string {
  const rows = cells.map((cell, at) => `T${at},2024-01-0${at + 1},1,2,"${cell}"`);
  return [`title,date,lat,lng,${name}`, ...rows, ''].join('\n');
}

describe('amounts', () => {
  const killed = async (cells: readonly string[], decimal?: '.' | ',') => {
    const map = new Map([['figures.killed', 'deaths']]);
    const result = await imported(withColumn('deaths', cells), { map, decimal });
    const figures = result.story.features.map(
      (feature) => (property(feature, 'figures') as { best: number }[] | undefined)?.[0]?.best,
    );
    return { result, figures };
  };

  it('are whole numbers where they are counts, whatever stands between their thousands', async () => {
    const english = await killed(['53,537', '299']);
    expect(english.figures).toEqual([53537, 299]);
    expect(messages(english.result, 'decimal-sign')).toEqual([
      'deaths has numbers such as "53,537" (record 1), which can mean two; it is read as 53537. --decimal , reads it otherwise.',
    ]);
    expect((await killed(['53.537', '299'])).figures).toEqual([53537, 299]);
    expect((await killed(['1 234', "1'234", '12,34,567'])).figures).toEqual([1234, 1234, 1234567]);
    expect((await killed(['1,234,567', '53,537'])).figures).toEqual([1234567, 53537]);
  });

  it('are refused where a count has a fraction, and as --decimal says', async () => {
    const { result, figures } = await killed(['53,537', '12.5', '3'], ',');
    expect(figures).toEqual([undefined, undefined, 3]);
    expect(told(result)).toEqual(['warning 1 deaths bad-number', 'warning 2 deaths bad-number']);
    expect(property(result.story.features[0], 'deaths')).toBe('53,537');
  });

  it('are refused where a column is written in two ways', async () => {
    const { result, figures } = await killed(['1,234,567', '1.234.567', '1,234']);
    expect(figures).toEqual([1234567, 1234567, undefined]);
    expect(told(result)).toEqual(['warning 3 deaths ambiguous-number']);
    expect(notes(result)).toContain('mixed-decimal-signs');
  });

  it('may be ranges, of which the text is kept', async () => {
    const cells = ['10-15', 'at least 5', '20+', 'up to 1,200', 'between 3 and 4', '9-3', '~20'];
    const { story, problems } = await imported(withColumn('deaths', cells), {
      map: new Map([['figures.killed', 'deaths']]),
    });
    expect(story.features.map((feature) => property(feature, 'figures'))).toEqual([
      [{ measure: 'killed', min: 10, max: 15 }],
      [{ measure: 'killed', min: 5 }],
      [{ measure: 'killed', min: 20 }],
      [{ measure: 'killed', max: 1200 }],
      [{ measure: 'killed', min: 3, max: 4 }],
      undefined,
      undefined,
    ]);
    expect(story.features.map((feature) => property(feature, 'deaths'))).toEqual(cells);
    expect(problems.filter(({ code }) => code === 'bad-number')).toHaveLength(2);
  });

  it('that are measured may have a fraction', async () => {
    const tons = async (cells: readonly string[]) => {
      const map = new Map([['figures.tons', 'w']]);
      const { story } = await imported(withColumn('w', cells), { map });
      return story.features.map(
        (feature) => (property(feature, 'figures') as { best: number }[])[0]!.best,
      );
    };
    expect(await tons(['1,5', '1,234'])).toEqual([1.5, 1.234]);
    expect(await tons(['1.5', '1,234'])).toEqual([1.5, 1234]);
  });

  it('of -99 and the like are unknown, which is said', async () => {
    const { result, figures } = await killed(['-99', '-9', '9999', '12', 'NA', '0']);
    expect(figures).toEqual([undefined, undefined, undefined, 12, undefined, 0]);
    expect(notes(result)).toEqual(['guessed-columns', 'title-from-name', 'sentinel'].sort());
    expect(property(result.story.features[0], 'deaths')).toBe('-99');
  });
});

describe('positions', () => {
  it('are read in degrees, minutes and seconds however they are written', async () => {
    const csv = `title,date,lat,lon
curly quotes,2024-01-01,02 15’39.6’’N,59 12’ 7.7’’W
hemisphere first,2024-01-01,"N 48°51'24""","E 2°21'08"""
spaces,2024-01-01,48 51 24 N,2 21 08 E
minutes,2024-01-01,S41 25.117,E174 46.5
colons,2024-01-01,01:49.9N,003:12.1E
`;
    const result = await imported(csv);
    expect(told(result)).toEqual([]);
    expect(positions(result)).toEqual([
      [-59.2021, 2.261],
      [2.3522, 48.8567],
      [2.3522, 48.8567],
      [174.775, -41.4186],
      [3.2017, 1.8317],
    ]);
  });

  it('beyond 180 degrees are counted on around the globe, which is said', async () => {
    const result = await imported('title,date,lat,lon\nA,2024-01-01,1,184.8\nB,2024-01-02,1,359\n');
    expect(positions(result)).toEqual([
      [-175.2, 1],
      [-1, 1],
    ]);
    expect(messages(result, 'wrapped-longitude')).toEqual([
      'lon has 2 longitudes beyond 180 degrees, such as 184.8 in record 1; 360 degrees are taken off.',
    ]);
  });

  it('have an O for east beside a W, for west beside an E, and for nothing alone', async () => {
    const csv = (one: string, two: string) =>
      `title,date,lat,lon\nA,2024,50 N,${one}\nB,2024,50 N,${two}\n`;
    expect(positions(await imported(csv('2 O', '3 W')))).toEqual([
      [2, 50],
      [-3, 50],
    ]);
    expect(positions(await imported(csv('2 O', '3 E')))).toEqual([
      [-2, 50],
      [3, 50],
    ]);
    const alone = await imported(csv('2 O', '3 O'));
    expect(alone.written).toBe(0);
    expect(messages(alone, 'bad-position')[0]).toContain('O can mean east (Ost) and west');
  });

  it('in one cell are told by its letters, the name of its column, and the countries of rows', async () => {
    const inside = (country: string, lng: number, lat: number) =>
      country === 'UA' ? lng > 22 && lng < 41 && lat > 44 && lat < 53 : undefined;
    const csv = (name: string, countries: readonly string[]) =>
      `title,date,${name},country
Depot,2022-05-01,"48.5123, 37.9911",${countries[0]}
Bridge,2022-05-02,"49.8397, 24.0297",${countries[1]}
`;
    const right = [
      [37.9911, 48.5123],
      [24.0297, 49.8397],
    ];
    for (const name of ['Lat/Long', 'lat_lon', 'geo_point_2d'])
      expect(positions(await imported(csv(name, ['', ''])))).toEqual(right);
    const told = await imported(csv('coordinates', ['Ukraine', 'Ukraine']), { inside });
    expect(positions(told)).toEqual(right);
    expect(notes(told)).toContain('coordinate-order');
    const unclear = await imported(csv('coordinates', ['', '']), { inside });
    expect(unclear.written).toBe(0);
    expect(messages(unclear, 'coordinate-order')[0]).toContain(
      'map the column to latlng or lnglat',
    );
    const map = new Map([['latlng', 'coordinates']]);
    expect(positions(await imported(csv('coordinates', ['', '']), { map }))).toEqual(right);
    const swapped = new Map([['lnglat', 'coordinates']]);
    expect(positions(await imported(csv('coordinates', ['', '']), { map: swapped }))).toEqual(
      right.map(([lng, lat]) => [lat, lng]),
    );
    const letters = await imported('title,date,gps\nA,2024,"48.5 N, 37.9 E"\n');
    expect(positions(letters)).toEqual([[37.9, 48.5]]);
  });

  it('are geometries where a column has well-known text', async () => {
    const csv = `title,date,wkt
A,2024,POINT (184 1)
B,2024,"LINESTRING (1 2, 3 4)"
C,2024,SRID=3857;POINT (1000000 2000000)
`;
    const result = await imported(csv);
    expect(result.story.features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [-176, 1] },
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ]);
    expect(told(result)).toEqual(['error 3 wkt other-crs']);
  });
});

describe('rows that are no records', () => {
  it('have units, and are said', async () => {
    const csv = `SID,NAME,ISO_TIME,LAT,LON,WIND
,,,degrees_north,degrees_east,kts
A1,ALPHA,2022-01-08 00:00:00,-11.9,179.9,25
A1,ALPHA,2022-01-08 06:00:00,-12.4,184.8,30
`;
    const result = await imported(csv);
    expect([result.read, result.written]).toEqual([2, 2]);
    expect(positions(result)).toEqual([
      [179.9, -11.9],
      [-175.2, -12.4],
    ]);
    expect(notes(result)).toEqual(expect.arrayContaining(['unit-row', 'wrapped-longitude']));
    expect(property(result.story.features[1], 'when')).toBe('2022-01-08T06:00:00');
    const record = await imported('date,title,unit,n\n2024,m,km,1\n2024,B,km,2\n');
    expect(record.read).toBe(2);
  });

  it('have hashtags of HXL, which name the columns', async () => {
    const rows = `Date,Country,Location,Lat,Lon,Killed
#date+occurred,#country+code,#loc+name,#geo+lat,#geo+lon,#affected+killed
2024-03-01,SDN,Town,13.63,25.35,12
`;
    for (const csv of [rows, `A title,,,,,\nof two rows,,,,,\n${rows}`]) {
      const result = await imported(csv);
      expect([result.read, result.written]).toEqual([1, 1]);
      expect(notes(result)).toContain('hxl-hashtags');
      const [feature] = result.story.features;
      expect(property(feature, 'when')).toBe('2024-03-01');
      expect(property(feature, 'figures')).toEqual([{ measure: 'killed', best: 12 }]);
      expect(property(feature, 'where')).toMatchObject({ name: 'Town' });
      expect(positions(result)).toEqual([[25.35, 13.63]]);
    }
    const bare = `#date+start,#date+end,#adm1+name,#event+type,#affected+injured,Remarks,#geo+lat,#geo+lon
2024-03-01,2024-03-05,North,Flood,3,x,1,2
`;
    const [feature] = (await imported(bare)).story.features;
    expect(feature!.properties).toMatchObject({
      when: '2024-03-01/2024-03-05',
      where: { name: 'North' },
      category: 'Flood',
      figures: [{ measure: 'injured', best: 3 }],
      Remarks: 'x',
    });
  });
});

describe('a known format', () => {
  const UCDP =
    'id,date_start,date_end,latitude,longitude,country_id,type_of_violence,side_a,side_b,where_prec,date_prec,where_coordinates,source_article,best,high,low';

  it('is known by its telling columns, though others are missing', async () => {
    const csv = `${UCDP}
9,2023-06-15,2023-06-17,48.5,33.2,369,1,Government of A,B,4,2,Village,"""Agency,2023-01-02,Head""",3,5,2
`;
    const result = await imported(csv);
    expect(result.format).toBe('ucdp');
    const [feature] = result.story.features;
    expect(feature!.properties).toMatchObject({
      when: '2023-06-15?/2023-06-17?',
      where: { name: 'Village', precision: 'region', country: 'UA' },
      actors: [
        { name: 'Government of A', role: 'Side A' },
        { name: 'B', role: 'Side B' },
      ],
      figures: [{ measure: 'killed', min: 2, best: 3, max: 5 }],
      sources: ['s1'],
    });
    expect(notes(result)).not.toContain('lacking-columns');
  });

  it.each([
    ['ucdp', 'date_start,latitude,longitude,side_a,side_b,best,high,low', '2023-06-15,48,33,A,B,1,2,0'],
    ['acled', 'event_date,event_type,sub_event_type,actor1,interaction,location', '2023-06-15,Protests,Peaceful protest,A,10,T'],
    ['viina', 'date,longitude,latitude,report_id,GEO_PRECISION,text', '20230615,33,48,7,ADM1,Words'],
    ['missing-migrants', 'Incident Date,Coordinates,Cause of Death,Number of Dead,Migration Route', '06/15/2023,"33.1, 12.2",Drowning,3,M'],
    ['thor', 'Mission Date,Theater of Operations,Target City,Takeoff Base', '8/15/1943,MTO,SPADAFORA,PONTE'],
    ['cdb90', 'isqno,datetime_min,datetime_max', '1,1915-01-01 00:00:00,1915-01-02 00:00:00'],
    ['timemap', 'date,latitude,longitude,description,associations', '01/15/2023,48,33,Words,Type=School'],
    ['timelinejs', 'Year,Headline,Text,Media,Media Credit,Display Date', '2023,Words,T,,,2023'],
    ['atlos', 'slug,description,latitude,longitude,sensitive,date_recorded', 'A1,Words,48,33,,2023-06-15'],
    ['gdelt', 'SQLDATE,GLOBALEVENTID,EventRootCode,ActionGeo_Lat,ActionGeo_Long', '20230615,7,18,48,33'],
  ])('%s is known by some of its columns', async (format, columns, row) => {
    const result = await imported(`${columns}\n${row}\n`);
    expect(result.format).toBe(format);
    expect(result.written).toBe(1);
    expect(told(result).filter((line) => line.includes('unknown-code'))).toEqual([]);
  }); // prettier-ignore

  it('says which of its columns it lacks', async () => {
    const csv = `date_start,latitude,longitude,side_a,side_b,best,high,low\n2023-06-15,48,33,A,B,1,2,0\n`;
    expect(messages(await imported(csv), 'lacking-columns')).toEqual([
      'The table is read as UCDP GED by its other columns, though it lacks id, date_end, type_of_violence, where_prec, date_prec; what they would say is not known.',
    ]);
  });

  it('has nobody called NA, and unknown numbers are no figures', async () => {
    const csv = `event_id_cnty,event_date,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,latitude,longitude,time_precision,geo_precision,source,fatalities,notes
A1,28 December 2022,Protests,Peaceful protest,Protesters,NA,6,NA,NA,0,12.04,3.13,1,1,NA,-99,<p>People &amp; police</p>
`;
    const result = await imported(csv);
    const [feature] = result.story.features;
    expect(property(feature, 'actors')).toEqual([{ name: 'Protesters', role: 'Protesters' }]);
    expect(property(feature, 'sources')).toBeUndefined();
    expect(property(feature, 'figures')).toBeUndefined();
    expect(property(feature, 'summary')).toBe('People & police');
    expect(property(feature, 'acled')).toMatchObject({ notes: '<p>People &amp; police</p>' });
    expect(told(result)).toEqual(['warning 1 fatalities sentinel']);
  });

  it('counts thousands, and refuses a part of a person', async () => {
    const csv = `${UCDP}
1,2023-06-15,2023-06-15,48.5,33.2,369,1,A,B,1,1,V,,"1,203",1500,1
2,2023-06-15,2023-06-15,48.5,33.2,369,1,A,B,1,1,V,,"1,5",3,1
`;
    const result = await imported(csv);
    expect(property(result.story.features[0], 'figures')).toMatchObject([{ best: 1203 }]);
    expect(told(result)).toContain('warning 2 best bad-number');
  });
});

describe('texts', () => {
  it('have the first sentence of their summary for a title where nothing shorter says what it is', async () => {
    const result = await imported(
      'Datum;Ort;lat;lon;Beschreibung;Tote\n2022-03-01;Charkiw;50;36.2;Angriff auf ein Haus;3\n2022-03-02;Izyum;49.2;37.2;;4\n',
    );
    expect(result.story.features.map(({ properties }) => (properties as { title: string }).title)).toEqual([
      'Angriff auf ein Haus',
      'Izyum, Tote 4',
    ]);
    expect(result.story.features[0]!.properties).not.toHaveProperty('summary');
    expect(messages(result, 'composed-title')[0]).toContain('first sentences of Beschreibung');
  }); // prettier-ignore

  it('have a title composed where a row’s own is empty, which is said', async () => {
    const csv = `Incident date,Title,Location,lat,lon,Notes
2023-10-08,Strike on a home,Camp A,31.45,34.38,
2023-10-08,,,31.53,34.54,Strike at 0:01 in clip
2023-10-09,N/A,Camp B,31.53,34.54,
2023-10-10,,,31.53,34.54,
`;
    const result = await imported(csv);
    expect(told(result)).toEqual([]);
    expect(result.story.features.map((feature) => property(feature, 'title'))).toEqual([
      'Strike on a home',
      'Strike at 0:01 in clip',
      'Camp B',
      'Incident date 2023-10-10',
    ]);
    expect(messages(result, 'composed-title')[0]).toContain('empty in 3 rows');
  });

  it('of Wikidata have the label for a title, and the address for a link', async () => {
    const csv = `battle,battleLabel,location,country,countryLabel,pointInTime
http://www.wikidata.org/entity/Q1,Battle A,Point(23.97 38.11),http://www.wikidata.org/entity/Q41,Greece,1890-09-12T00:00:00Z
http://www.wikidata.org/entity/Q2,Battle B,Point(4.4 50.68),http://www.wikidata.org/entity/Q31,Belgium,1815-06-18T00:00:00Z
`;
    const result = await imported(csv);
    expect(result.story.features[1]!.properties).toMatchObject({
      title: 'Battle B',
      when: '1815-06-18',
      where: { country: 'BE' },
      sources: [{ title: 'www.wikidata.org', url: 'http://www.wikidata.org/entity/Q2' }],
    });
    expect(positions(result)[1]).toEqual([4.4, 50.68]);
  });

  it('are words where they are HTML, and keep it', async () => {
    const csv = `title,date,notes
<b>Fire &amp; smoke</b>,2024,"<p>One.</p><p>Two.</p>"
A < b and R&D,2024,plain
`;
    const { story } = await imported(csv);
    expect(story.features[0]!.properties).toEqual({
      title: 'Fire & smoke',
      when: '2024',
      summary: 'One.\n\nTwo.',
      'imported:title': '<b>Fire &amp; smoke</b>',
      notes: '<p>One.</p><p>Two.</p>',
    });
    expect(property(story.features[1], 'title')).toBe('A < b and R&D');
  });

  it('that are nothing are no category, place or actor, though a name may be "Nan"', async () => {
    const csv = `title,date,type,place,who
Nan,2024,NA,-,NA
T,2024,Other,Nan,Unknown
`;
    const map = new Map([['actors', 'who']]);
    const { story } = await imported(csv, { map });
    expect(story.features[0]!.properties).toEqual({ title: 'Nan', when: '2024' });
    expect(story.features[1]!.properties).toMatchObject({
      category: 'Other',
      where: { name: 'Nan' },
      actors: [{ name: 'Unknown' }],
    });
  });

  it('of categories may be lists, of which the first is used', async () => {
    const csv = (cells: readonly string[]) =>
      ['title,date,type', ...cells.map((cell) => `T,2024,"${cell}"`)].join('\n');
    const used = async (cells: readonly string[]) => {
      const result = await imported(csv(cells));
      return [
        result.story.features.map((feature) => property(feature, 'category')),
        notes(result).includes('category-list'),
      ];
    };
    expect(await used(['Airstrike; Shelling', 'Shelling'])).toEqual([
      ['Airstrike', 'Shelling'],
      true,
    ]);
    expect(await used(['Airstrike, Shelling', 'Shelling'])).toEqual([
      ['Airstrike', 'Shelling'],
      true,
    ]);
    expect(await used(['[""Airstrike"",""Shelling""]', 'x'])).toEqual([['Airstrike', 'x'], true]);
    expect(await used(['School, other', 'Home'])).toEqual([['School, other', 'Home'], false]);
    const { story } = await imported(csv(['A|B']));
    expect(story.features[0]!.properties).toMatchObject({ category: 'A', type: 'A|B' });
    expect(story.categories).toEqual([{ id: 'A', label: 'A' }]);
  });

  it('of countries may be codes of three letters, and numbers where they are those of ISO', async () => {
    const inside = (country: string, lng: number) => (country === 'UA') === lng > 20;
    const countries = async (column: string, cells: readonly string[]) => {
      const rows = cells.map((cell) => `T,2024,50,30,${cell}`);
      const { story } = await imported([`title,date,lat,lng,${column}`, ...rows].join('\n'), {
        inside,
      });
      return story.features.map(
        (feature) => (property(feature, 'where') as { country: string } | undefined)?.country,
      );
    };
    expect(await countries('country', ['UKR', 'UA', 'Ukraine'])).toEqual(['UA', 'UA', 'UA']);
    expect(await countries('iso_n3', ['804', '008'])).toEqual(['UA', 'AL']);
    expect(await countries('country', ['804', '804'])).toEqual(['UA', 'UA']);
    expect(await countries('country', ['217', '4'])).toEqual([undefined, undefined]);
    expect(await countries('country', ['NA', 'UA'])).toEqual([undefined, 'UA']);
  });
});

describe('columns without telling names', () => {
  it('are found by what stands in them, which is said', async () => {
    const csv = `Titel,a,b,entered
Eins,2024-01-05,"48.5123, 137.9911",2025-01-01
Zwei,7 January 2024,"49.8397, 124.0297",2025-01-01
`;
    const result = await imported(csv);
    expect(result.story.features[1]!.properties).toMatchObject({ when: '2024-01-07' });
    expect(positions(result)).toEqual([
      [137.9911, 48.5123],
      [124.0297, 49.8397],
    ]);
    expect(messages(result, 'found-by-content')).toEqual([
      'a is read as when, because 2 of its 2 filled cells are dates. --map when=COLUMN sets another. entered have them too.',
      'b is read as pair, because 2 of its 2 filled cells are positions. --map pair=COLUMN sets another.',
    ]);
    const letters = await imported('title,date,p,q\nA,2024,48.5 N,2.1 W\n');
    expect(positions(letters)).toEqual([[-2.1, 48.5]]);
    const sizes = await imported('title,date,p,q\nA,2024,148.5123,2.1234\nB,2024,8.5123,3.1234\n');
    expect(positions(sizes)).toEqual([
      [148.5123, 2.1234],
      [8.5123, 3.1234],
    ]);
    const wkt = await imported('title,date,p\nA,2024,"POLYGON ((0 0, 1 0, 1 1, 0 0))"\n');
    expect(wkt.story.features[0]!.geometry).toMatchObject({ type: 'Polygon' });
    const nation = await imported('title,date,c\nA,2024,Ukraine\nB,2024,Poland\n');
    expect(property(nation.story.features[0], 'where')).toEqual({ country: 'UA' });
  });

  it('are not taken where they can be something else', async () => {
    const numbers = await imported('title,n,m\nA,2024,12 15\nB,1999,3 4\n');
    expect(numbers.written).toBe(0);
    expect(messages(numbers, 'no-date-column')).toEqual([
      'No column has dates. --map when=COLUMN names one.',
    ]);
    const some = await imported('title,n\nA,2024-01-01\nB,x\n');
    expect(messages(some, 'no-date-column')[0]).toContain('n (50 %)');
    const sides = await imported('title,date,attacker\nA,2024,Ukraine\nB,2024,Poland\n');
    expect(property(sides.story.features[0], 'where')).toBeUndefined();
    const either = await imported('title,date,p,q\nA,2024,48.5123,2.1234\nB,2024,8.5123,3.1234\n');
    expect(positions(either)).toEqual([null, null]);
    expect(messages(either, 'no-position-column')[0]).toContain('p, q have numbers');
  });

  it('that look projected are named, with the way round', async () => {
    const csv = 'X,Y,name,date\n349344.89,1053019.49,Church A,1841-05-01\n';
    const result = await imported(csv);
    expect(positions(result)).toEqual([null]);
    expect(messages(result, 'projected-coordinates')).toEqual([
      'X, Y look like projected coordinates, not degrees; expected their reference system. --crs EPSG:N names it.',
    ]);
    const utm = await imported('easting,northing,title,date\n349344,1053019,A,1841\n');
    expect(notes(utm)).toContain('projected-coordinates');
  });

  it('are judged by the whole file, not by its first rows', async () => {
    const early = Array.from({ length: 2500 }, (_, at) => `E${at},,,NA,2024-01-01,x`);
    const late = Array.from({ length: 600 }, (_, at) => `L${at},1.5,2.5,2023-05-05,2024-01-01,y`);
    const csv = ['title,y coord,x coord,event date,created,n', ...early, ...late].join('\n');
    const result = await imported(csv, { size: 60_000 });
    expect(result.written).toBe(600);
    expect(property(result.story.features[0], 'when')).toBe('2023-05-05');
    expect(positions(result)[0]).toEqual([2.5, 1.5]);
    // The same in GeoJSON.
    const features = [...early, ...late].map((row) => {
      const [title, , , date, created] = row.split(',');
      return { type: 'Feature', geometry: null, properties: { name: title, day: date, created } };
    });
    const json = await imported(JSON.stringify({ type: 'FeatureCollection', features }));
    expect(json.written).toBe(600);
  });
});

describe('KML', () => {
  const kml = (...placemarks: readonly string[]) =>
    `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Incidents</name><Folder><name>Strikes</name>${placemarks
      .map(
        (content) =>
          `<Placemark>${content}<Point><coordinates>30.5,50.4,0</coordinates></Point></Placemark>`,
      )
      .join('')}</Folder></Document></kml>`;
  const data = (name: string, value: string) =>
    `<Data name="${name}"><value>${value}</value></Data>`;

  it('has columns in its extended data and in lines of its descriptions', async () => {
    const result = await imported(
      kml(
        `<name>Depot hit</name><description><![CDATA[Date: 2022-03-11<br>Source: x]]></description><ExtendedData>${data('Date', '2022-03-11')}${data('Source', 'https://example.org/a')}${data('Killed', '3')}</ExtendedData>`,
        '<name>Mill</name><description>Date: 13 March 2022\nA fire.</description>',
        '<name>Dam</name><description><![CDATA[<table><tr><td>Date</td><td>14 March 2022</td></tr></table>]]></description>',
        '<name>12 MAR 2022: Bridge down</name><description>note</description>',
        '<name>Shop</name><TimeStamp><when>2022-03-15</when></TimeStamp><description>Date: 2001-01-01</description>',
        '<name>Never</name>',
      ),
    );
    expect(result.story.features.map((feature) => property(feature, 'when'))).toEqual([
      '2022-03-11',
      '2022-03-13',
      '2022-03-14',
      '2022-03-12',
      '2022-03-15',
    ]);
    expect(result.story.features[0]!.properties).toMatchObject({
      title: 'Depot hit',
      category: 'strikes',
      sources: [{ title: 'example.org', url: 'https://example.org/a' }],
    });
    expect(told(result)).toEqual([
      'warning 4 name date-in-name',
      'error 6 TimeSpan or TimeStamp missing-date',
    ]);
    expect(notes(result)).toEqual(['guessed-columns']);
  });

  it('is mapped as a table is', async () => {
    const map = new Map([
      ['when', 'Seen'],
      ['title', 'What'],
      ['category', 'Kind'],
      ['figures.killed', 'Killed'],
    ]);
    const extended = `<ExtendedData><SchemaData><SimpleData name="Seen">2022-03-11</SimpleData><SimpleData name="What">W</SimpleData><SimpleData name="Kind">Fire</SimpleData><SimpleData name="Killed">1,203</SimpleData></SchemaData></ExtendedData>`;
    const { story } = await imported(kml(`<name>N</name>${extended}`), { map });
    expect(story.features[0]!.properties).toMatchObject({
      title: 'W',
      when: '2022-03-11',
      category: 'fire',
      figures: [{ measure: 'killed', best: 1203 }],
    });
    const wrong = imported(kml(`<name>N</name>${extended}`), { map: new Map([['when', 'nope']]) });
    await expect(wrong).rejects.toThrow('no column "nope" for when');
  });
});
