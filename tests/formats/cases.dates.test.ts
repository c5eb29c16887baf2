/** Dates and times as people's files have them, and what each is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../src/model/edtf';
import { printTableDate, readTableDate } from '../../src/formats/table/dates';
import type { DateWays } from '../../src/formats/table/table-date';
import type { ImportOptions } from '../../src/formats/import/import-stream';
import { imported, notes, property, told } from './import/importing';

function date(text: string, ways: DateWays = {}): string {
  const reading = readTableDate(text, ways);
  if ('fault' in reading) return reading.fault;
  const printed = printTableDate(reading.date);
  parseEdtf(printed);
  return printed;
}

function expected(text: string, ways: DateWays = {}): string {
  const reading = readTableDate(text, ways);
  return 'fault' in reading ? reading.expected : 'none';
}

async function whens(input: string, options: ImportOptions & { name?: string } = {}) {
  const result = await imported(input, options);
  return {
    whens: result.story.features.map((feature) => property(feature, 'when')),
    told: told(result),
    notes: notes(result).filter(
      (code) => !/^(guessed-columns|title-from-name|composed-title|zone-assumed)$/.test(code),
    ),
    problems: result.problems,
  };
}

/** A table of one column of dates. */
const column = (cells: readonly string[], name = 'date') =>
  ['title', ...cells.map((_, at) => `T${at}`)].map((title, at) => `${title},"${[name, ...cells][at]}",50,10`).join('\n').replace(/50,10/, 'lat,lon'); // prettier-ignore

describe('a cell', () => {
  it.each([
    // Months and years.
    ['12/2014', '2014-12'],
    ['2014/12', '2014-12'],
    ['5/2016', '2016-05'],
    ['05.2016', '2016-05'],
    ['05-2016', '2016-05'],
    ['2014-12', '2014-12'],
    ['2017-06', '2017-06'],
    ['Dec 2014', '2014-12'],
    ['2014 December', '2014-12'],
    ['2014-Dec-05', '2014-12-05'],
    // Signed and short years.
    ['-2150', '-2150'],
    ['-500', '-0500'],
    ['+2017-06-03', '2017-06-03'],
    ['-0489-09-12', '-0489-09-12'],
    ['-0489-09-12T00:00:00Z', '-0489-09-12T00:00:00Z'],
    ['-12000', 'Y-12000'],
    ['-4600000000-00-00T00:00:00Z', 'Y-4600000000'],
    ['9/14/125', '0125-09-14'],
    ['14 September 125', '0125-09-14'],
    ['0125-09-14', '0125-09-14'],
    // Eras.
    ['480 BC', '-0479'],
    ['480 BCE', '-0479'],
    ['480 B.C.', '-0479'],
    ['480 b.c.e.', '-0479'],
    ['0020 BC', '-0019'],
    ['1 BC', '0000'],
    ['0001 AD', '0001'],
    ['AD 79', '0079'],
    ['A.D. 79', '0079'],
    ['79 CE', '0079'],
    ['44 v. Chr.', '-0043'],
    ['44 av. J.-C.', '-0043'],
    ['480 до н. е.', '-0479'],
    ['480 до н.э.', '-0479'],
    ['79 н. е.', '0079'],
    ['15 March 44 BC', '-0043-03-15'],
    ['March 44 BC', '-0043-03'],
    ['24 August 79 AD', '0079-08-24'],
    ['12000 BC', 'Y-11999'],
    ['c. 480 BC', '-0479~'],
    ['490–479 BC', '-0489/-0478'],
    ['490-479 BCE', '-0489/-0478'],
    ['AD 50–100', '0050/0100'],
    ['20 BC – AD 10', '-0019/0010'],
    // Decades, centuries.
    ['1860s', '186X'],
    ["1860's", '186X'],
    ['the 1860s', '186X'],
    ['early 1860s', '186X'],
    ['mid-1860s', '186X'],
    ['1860er', '186X'],
    ['1860-х годов', '186X'],
    ['1860-ті роки', '186X'],
    ['années 1860', '186X'],
    ['480s BC', '-0488/-0479'],
    ['C17', '16XX'],
    ['17th century', '16XX'],
    ['17th c.', '16XX'],
    ['late 17th century', '16XX'],
    ['the 17th century', '16XX'],
    ['17. Jahrhundert', '16XX'],
    ['17. Jh.', '16XX'],
    ['XVIIe siècle', '16XX'],
    ['siglo XVII', '16XX'],
    ['XVII ст.', '16XX'],
    ['XVII век', '16XX'],
    ['21st century', '20XX'],
    ['5th century BC', '-04XX'],
    ['5th c. BCE', '-04XX'],
    ['1st century', '0001/0100'],
    ['1st century BC', '-0099/0000'],
    ['2nd millennium BC', '-1XXX'],
    // About.
    ['c. 1850', '1850~'],
    ['c.1850', '1850~'],
    ['c1850', '1850~'],
    ['ca. 1850', '1850~'],
    ['ca 1850', '1850~'],
    ['Circa 1850', '1850~'],
    ['circa 1850', '1850~'],
    ['about 1850', '1850~'],
    ['approx. 1850', '1850~'],
    ['um 1850', '1850~'],
    ['vers 1850', '1850~'],
    ['около 1850', '1850~'],
    ['1850 ca.', '1850~'],
    ['1850 (circa)', '1850~'],
    ['1850 (?)', '1850?'],
    ['1850 ?', '1850?'],
    ['probably 1850', '1850?'],
    ['c. 1850?', '1850%'],
    ['c. March 1850', '1850-03~'],
    ['c. 1850–1860', '1850~/1860~'],
    ['c. 1860s', '186X~'],
    // Before and after.
    ['before 1810', '../1810'],
    ['Before 12 March 2022', '../2022-03-12'],
    ['prior to 1810', '../1810'],
    ['pre-1810', '../1810'],
    ['vor 1810', '../1810'],
    ['avant 1810', '../1810'],
    ['до 1810', '../1810'],
    ['until 1810', '../1810'],
    ['until the 1860s', '../186X'],
    ['after 1810', '1810/..'],
    ['post-1945', '1945/..'],
    ['nach 1810', '1810/..'],
    ['since 1810', '1810/..'],
    ['since March 2014', '2014-03/..'],
    ['seit 1810', '1810/..'],
    ['с 1810', '1810/..'],
    ['2014 – present', '2014/..'],
    ['2014-present', '2014/..'],
    ['2014 to present', '2014/..'],
    ['from 2014 to the present', '2014/..'],
    ['before c. 1810', '../1810~'],
    // Seasons, quarters.
    ['2024-21', '2024-21'],
    ['spring 2024', '2024-21'],
    ['Summer of 1916', '1916-22'],
    ['Fall 2024', '2024-23'],
    ['autumn, 2024', '2024-23'],
    ['2024 winter', '2024-24'],
    ['winter 1939/40', '1939-28'],
    ['winter 1939–1940', '1939-28'],
    ['Frühjahr 1918', '1918-21'],
    ['осінь 2022', '2022-23'],
    ['Q1 2024', '2024-33'],
    ['2024 Q4', '2024-36'],
    ['2024Q2', '2024-34'],
    ['2024-Q2', '2024-34'],
    ['1Q2024', '2024-33'],
    ['third quarter of 2024', '2024-35'],
    ['H2 2024', '2024-41'],
    // Ranges.
    ['1939-45', '1939/1945'],
    ['1939–45', '1939/1945'],
    ['1939/45', '1939/1945'],
    ['1939-1945', '1939/1945'],
    ['1939–1945', '1939/1945'],
    ['1939 - 1945', '1939/1945'],
    ['1939 to 1945', '1939/1945'],
    ['from 1939 to 1945', '1939/1945'],
    ['between 1939 and 1945', '[1939..1945]'],
    ['1914..1918', '1914/1918'],
    ['1860s–1880s', '186X/188X'],
    ['C16–C17', '15XX/16XX'],
    ['1999-00', 'ambiguous-date'],
    ['2008–09', '2008/2009'],
    ['12–15 March 2022', '2022-03-12/2022-03-15'],
    ['12-15 March 2022', '2022-03-12/2022-03-15'],
    ['March 12–15, 2022', '2022-03-12/2022-03-15'],
    ['March–May 2022', '2022-03/2022-05'],
    ['28 February – 3 March 2022', '2022-02-28/2022-03-03'],
    ['2022-03-11 - 2022-03-15', '2022-03-11/2022-03-15'],
    ['2022-03-11 to 2022-03-15', '2022-03-11/2022-03-15'],
    ['11/13/2022 – 11/15/2022', '2022-11-13/2022-11-15'],
    // 0 is not known.
    ['1970-00-00', '1970'],
    ['1970-01-00', '1970-01'],
    ['19700100', '1970-01'],
    ['00/00/1970', '1970'],
    // Numbers since 1970.
    ['1517966773840', '2018-02-07T01:26:13.840Z'],
    ['1517966773', '2018-02-07T01:26:13Z'],
    ['1517966773.84', '2018-02-07T01:26:13.840Z'],
    ['966643200000', '2000-08-19T00:00:00Z'],
    ['201706031015', '2017-06-03T10:15'],
    // Zones.
    ['2024-02-03 14:30 Europe/Kyiv', '2024-02-03T14:30+02:00'],
    ['2024-07-03 14:30:15 Europe/Kyiv', '2024-07-03T14:30:15+03:00'],
    ['2024-07-03T14:30[America/New_York]', '2024-07-03T14:30-04:00'],
    ['2024-07-03T14:30:00+03:00[Europe/Kyiv]', '2024-07-03T14:30:00+03:00'],
    ['3 July 2024, 14:30 UTC', '2024-07-03T14:30Z'],
    ['2024-07-03 14:30 GMT', '2024-07-03T14:30Z'],
    ['2024-07-03 14:30 UTC+3', '2024-07-03T14:30+03:00'],
    ['2024-07-03 2:30 PM (Europe/Kyiv)', '2024-07-03T14:30+03:00'],
    ['2024-01-03 14:30 Europe/London', '2024-01-03T14:30Z'],
    // Others of the same kinds.
    ['500 BC-AD 100', '-0499/0100'],
    ['10,000 BC', '-9999'],
    ['~500 BC', '-0499~'],
    ['IV в. до н. э.', '-03XX'],
    ['18th-19th century', '17XX/18XX'],
    ['1st c. BC – 1st c. AD', '-0099/0100'],
    ['2. Hälfte 19. Jh.', '18XX'],
    ['кінець XIX ст.', '18XX'],
    ['1990s-present', '199X/..'],
    ['1850 onwards', '1850/..'],
    ['1850 or later', '1850/..'],
    ['20th century or earlier', '../19XX'],
    ['1850 or 1851', '[1850,1851]'],
    ['1850-?', '1850/'],
    ['?-1850', '/1850'],
    ['1850s?', '185X?'],
    ['1850?-1860', '1850?/1860'],
    ['1995 р.', '1995'],
    ['в 1995 году', '1995'],
    ['з 1995 по 1999', '1995/1999'],
    ['24 лютого 2022 року о 5:00', '2022-02-24T05:00'],
    ['24.02.2022 р.', '2022-02-24'],
    ['20MAY2020', '2020-05-20'],
    ['20 May 2020 at 14:30', '2020-05-20T14:30'],
    ['Wed May 20 14:30:00 +0000 2020', '2020-05-20T14:30:00Z'],
    ['Wed May 20 2020 14:30:00 GMT+0200 (CEST)', '2020-05-20T14:30:00+02:00'],
    ['Wed, 20 May 2020 14:30:00 GMT', '2020-05-20T14:30:00Z'],
    ['April/Mai 1945', '1945-04/1945-05'],
    ['13/02/2014-15/02/2014', '2014-02-13/2014-02-15'],
    ['2020-W05', '2020-01-27/2020-02-02'],
    ['2020-W53', '2020-12-28/2021-01-03'],
    // EDTF.
    ['Y17E8', 'Y17E8'],
    ['../..', '../..'],
    ['186X', '186X'],
    ['156X-12-25', '156X-12-25'],
    ['2004-XX', '2004-XX'],
    ['1984?/2004-06~', '1984?/2004-06~'],
    ['1860/..', '1860/..'],
    ['/1860', '/1860'],
    ['[1667,1668]', '[1667,1668]'],
    ['2041-33', '2041-33'],
    ['~1855', '~1855'],
    ['XXXX-12-25', 'XXXX-12-25'],
    ['Saturday, 3 June 2017', '2017-06-03'],
    ['Fri Nov 24 2017', '2017-11-24'],
  ])('%s is %s', (text, value) => expect(date(text)).toBe(value));

  it.each([
    ['2008-09', 'ambiguous-date'],
    ['2008/09', 'ambiguous-date'],
    ['1921-22', 'ambiguous-date'],
    ['1900s', 'ambiguous-date'],
    ['12/2014/15', 'bad-date'],
    ['20/2014', 'impossible-date'],
    ['14/19', 'bad-date'],
    ['9/3/17', 'two-digit-year'],
    ["3 Sep '17", 'two-digit-year'],
    ['3-Sep-17', 'two-digit-year'],
    ["'60s", 'two-digit-year'],
    ['0000', 'impossible-date'],
    ['0 BC', 'impossible-date'],
    ['1945–1939', 'bad-date'],
    ['1970-00-05', 'impossible-date'],
    ['2024-07-03 14:30 EST', 'date-zone'],
    ['2024-07-03 14:30 CET', 'date-zone'],
    ['2024-07-03 14:30 Europe/Kiew', 'date-zone'],
    ['2024-03-31 03:30 Europe/Kyiv', 'ambiguous-date'],
    ['present', 'bad-date'],
    ['circa', 'bad-date'],
    ['before', 'bad-date'],
    ['before present', 'bad-date'],
    ['c19', 'bad-date'],
    ['40th century', 'bad-date'],
    ['1.5', 'bad-date'],
    ['55.1234', 'bad-date'],
    ['1234.56', 'bad-date'],
    ['99999999999', 'bad-date'],
    ['June 17', 'bad-date'],
    ['5 BP', 'bad-date'],
    ['-1', 'bad-date'],
    ['-99', 'bad-date'],
    ['43890', 'bad-date'],
    ['12 s.', 'bad-date'],
    ['2021-W53', 'bad-date'],
    ['2024-07-03 14:30 local', 'date-zone'],
  ])('%s is none: %s', (text, fault) => expect(date(text)).toBe(fault));

  it('that can mean two says both', () => {
    expect(expected('2008-09')).toContain('month 9 of 2008, or the years 2008 to 2009');
    expect(expected('1921-22')).toContain('summer 1921, or the years 1921 to 1922');
    expect(expected('1900s')).toContain('1900 to 1909, or 1900 to 1999');
    expect(expected('9/3/17')).toContain('--century');
    expect(expected('2024-07-03 14:30 EST')).toContain('EST is short for several zones');
    expect(expected('43890')).toContain('spreadsheet');
    expect(expected('2024-03-31 03:30 Europe/Kyiv')).toContain('Europe/Kyiv');
  });

  it('of two digits has the century that is stated', () => {
    const order = 'month-first';
    expect(date('9/3/17', { century: 2000, order })).toBe('2017-09-03');
    expect(date('9/3/17', { century: 1900, order })).toBe('1917-09-03');
    expect(date('9/3/49', { century: 1950, order })).toBe('2049-09-03');
    expect(date('9/3/50', { century: 1950, order })).toBe('1950-09-03');
    expect(date('9/3/17', { century: 2000 })).toBe('ambiguous-date');
    expect(date('30/8/17', { century: 2000 })).toBe('2017-08-30');
    expect(date('30-8-17', { century: 2000 })).toBe('ambiguous-date');
    expect(date('30-8-17', { century: 2000, order: 'day-first' })).toBe('2017-08-30');
    expect(date('17-03-04', { century: 2000, order: 'year-first' })).toBe('2017-03-04');
    expect(date('99/12/31', { century: 1900 })).toBe('1999-12-31');
    expect(date('3-Sep-17', { century: 2000 })).toBe('2017-09-03');
    expect(date("Sep '17", { century: 2000 })).toBe('2017-09');
    expect(date("'60s", { century: 1900 })).toBe('196X');
  });

  it('is read in time that grows with its length', () => {
    const words = ['c. ', 'before ', '1860s – ', 'AD ', 'the early ', '1-', "'", 'IX ', '(?)'];
    for (const word of words) {
      expect(date(word.repeat(30_000))).toBe('bad-date');
      expect(date(word.repeat(80).slice(0, 80).trim())).toMatch(/-date$|\/\.\.|^\d/);
    }
  });
});

describe('a column', () => {
  it('of months and years', async () => {
    expect((await whens(column(['12/2014', '05/2016']))).whens).toEqual(['2014-12', '2016-05']);
  });

  it('of times without leading zeros', async () => {
    const file = (times: readonly string[]) =>
      ['name,latitude,longitude,acq_date,acq_time', ...times.map((time, at) => `F${at},1,2,2019-08-02,${time}`)].join('\n'); // prettier-ignore
    const read = await whens(file(['4', '12', '56', '1415', '930']));
    expect(read.whens).toEqual(['00:04', '00:12', '00:56', '14:15', '09:30'].map((clock) => `2019-08-02T${clock}`)); // prettier-ignore
    expect(read.notes).toEqual(['short-times']);
    expect(read.told).toEqual([]);
    const hours = await whens(file(['4', '12', '23']));
    expect(hours.whens).toEqual(['2019-08-02T04', '2019-08-02T12', '2019-08-02T23']);
    expect(hours.notes).toEqual([]);
    const seconds = await whens(file(['30', '41530', '153045.0']));
    expect(seconds.whens.map((when) => String(when).slice(11))).toEqual(['00:00:30', '04:15:30', '15:30:45']); // prettier-ignore
  });

  it('of numbers since 1970', async () => {
    const feature = (properties: object) => ({ type: 'Feature', geometry: null, properties });
    const collection = (times: readonly (number | null)[]) =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: times.map((time) => feature({ place: 'Town', title: 'M 2', time })),
      });
    const read = await whens(collection([1517966773840, -1577923200000, 86400000001]));
    expect(read.whens).toEqual(['2018-02-07T01:26:13.840Z', '1920-01-01T00:00:00Z', '1972-09-27T00:00:00.001Z']); // prettier-ignore
    expect(read.notes).toEqual(['epoch']);
    expect(read.problems.find(({ code }) => code === 'epoch')?.message).toContain('milliseconds');
    const seconds = await whens(column(['1517966773', '1931000000', '-100000000'], 'time'));
    expect(seconds.whens).toEqual(['2018-02-07T01:26:13Z', '2031-03-11T12:53:20Z', '1966-10-31T14:13:20Z']); // prettier-ignore
    expect(seconds.notes).toEqual(['epoch']);
    // All at midnight are days, as ArcGIS has them; 0 is no date.
    const days = await whens(column(['1517961600000', '1518048000000', '0']));
    expect(days.whens).toEqual(['2018-02-07', '2018-02-08']);
    expect(days.notes).toEqual(['midnight-only', 'epoch']);
    expect(days.told).toEqual(['error 3 date missing-date']);
  });

  it('has midnight for no time only where every cell has it, however it is written', async () => {
    const seconds = await whens(column(['1583020800', '1583107215']));
    expect(seconds.whens).toEqual(['2020-03-01T00:00:00Z', '2020-03-02T00:00:15Z']);
    const before = await whens(column(['1583020800', '-100000001']));
    expect(before.whens).toEqual(['2020-03-01T00:00:00Z', '1966-10-31T14:13:19Z']);
    const compact = await whens(column(['2020-03-01T00:00:00Z', '20200302T101500Z', '3 March 2020, 14h30'])); // prettier-ignore
    expect(compact.whens).toEqual(['2020-03-01T00:00:00Z', '2020-03-02T10:15:00Z', '2020-03-03T14:30']); // prettier-ignore
    expect(compact.notes).toEqual([]);
  });

  it('of two-digit years', async () => {
    const csv = 'longitude,latitude,acq_date,id\n1,2,9/3/17,1\n1,2,8/30/17,2\n';
    const none = await whens(csv);
    expect(none.told).toEqual(['error 1 acq_date two-digit-year', 'error 2 acq_date two-digit-year']); // prettier-ignore
    expect(none.problems.find(({ code }) => code === 'two-digit-year')?.message).toContain('--century'); // prettier-ignore
    const stated = await whens(csv, { century: 2000 });
    expect(stated.whens).toEqual(['2017-09-03', '2017-08-30']);
    const years = await whens('title,year\nA,98\nB,2001\nC,05\n');
    expect(years.told).toEqual(['error 1 year two-digit-year', 'error 3 year two-digit-year']);
    const meant = await whens('title,year\nA,98\nB,2001\nC,05\n', { century: 1950 });
    expect(meant.whens).toEqual(['1998', '2001', '2005']);
  });

  it('of years with parts beside', async () => {
    const tsv = `I_D	YEAR	MONTH	DAY	HOUR	MINUTE	SECOND	LATITUDE	LONGITUDE
1	-2150						31.1	35.5
2	79	8	24				40.8	14.4
3	2017	7	18	2	5		-16.4	-73.6
4	1906	4	18	13	12	21.5	37.7	-122.5
5	1923.0	9.0	1.0	2.0	58.0		35.3	139.1
6	1924	9	1	2	77		35.3	139.1
`;
    const read = await whens(tsv);
    expect(read.whens).toEqual(['-2150', '0079-08-24', '2017-07-18T02:05', '1906-04-18T13:12:21.5', '1923-09-01T02:58', '1924-09-01T02']); // prettier-ignore
    expect(read.notes).toEqual(['short-years']);
    expect(read.told).toEqual(['warning 6 MINUTE bad-time-of-day']);
    const beside = await whens('title,date,hour,minute\nA,2024-02-03,14,5\n');
    expect(beside.whens).toEqual(['2024-02-03T14:05']);
  });

  it('of years with eras, circa, decades and ranges', async () => {
    const cells = ['0020 BC', '0001 AD', '44 BCE', '79 CE', 'c. 1850', '1860s', '1939-45', '476'];
    expect((await whens(column(cells, 'year'))).whens).toEqual(['-0019', '0001', '-0043', '0079', '1850~', '186X', '1939/1945', '0476']); // prettier-ignore
  });

  it('is the title where a row has nothing else', async () => {
    const { story } = await imported('year,lon,lat\n0020 BC,1,1\n0001 AD,4,4\n');
    expect(story.features.map((feature) => property(feature, 'title'))).toEqual(['year 0020 BC', 'year 0001 AD']); // prettier-ignore
  });

  it('of ranges of years', async () => {
    const ranges = await whens(column(['1939-45', '2008-09', '1911-12']));
    expect(ranges.whens).toEqual(['1939/1945', '2008/2009', '1911/1912']);
    expect(ranges.notes).toEqual(['year-ranges']);
    const alone = await whens(column(['2008-09']));
    expect(alone.told).toEqual(['error 1 date ambiguous-date']);
    expect(alone.problems.find(({ code }) => code === 'ambiguous-date')?.message).toMatch(/month 9 of 2008.*2008 to 2009/); // prettier-ignore
    const months = await whens(column(['2008-09', '2017-06', '2011-12']));
    expect(months.whens).toEqual(['2008-09', '2017-06', '2011-12']);
    const days = await whens(column(['2008-09', '2008-09-12']));
    expect(days.whens).toEqual(['2008-09', '2008-09-12']);
    const both = await whens(column(['2008-09', '2017-06', '1939-45']));
    expect(both.whens).toEqual(['2017-06', '1939/1945']);
    expect(both.told).toEqual(['error 1 date ambiguous-date']);
  });

  it('of decades has decades only', async () => {
    const read = await whens(column(['1890s', '1900s']));
    expect(read.whens).toEqual(['189X', '190X']);
    expect(read.notes).toEqual(['decades']);
    expect((await whens(column(['1800s', '1900s']))).whens).toEqual([]);
  });

  it('of EDTF, in a table that was written from a story', async () => {
    const cells = ['2024-21', 'Y17E8', '../..', '2008-09', '19', '198', '186X', '2024-01-01'];
    const csv = ['title,when,lng,lat,where.name', ...cells.map((cell) => `T,${cell},30.5,50.4,Town`)]; // prettier-ignore
    const read = await whens(csv.join('\n'));
    expect(read.whens).toEqual(cells);
  });

  it('of a query of Wikidata', async () => {
    const csv = `battleLabel,location,pointInTime
A,Point(23.97 38.11),-0489-09-12T00:00:00Z
B,Point(4.4 50.68),1815-06-18T00:00:00Z
`;
    const read = await whens(csv, { map: new Map([['when', 'pointInTime']]) });
    expect(read.whens).toEqual(['-0489-09-12', '1815-06-18']);
    expect(read.notes).toEqual(['midnight-only']);
  });

  it('with 0 for what is not known', async () => {
    const csv = `eventid,iyear,imonth,iday,city,latitude,longitude
1,1970,1,0,A,15.47,120.59
2,1970,0,0,B,19.37,-99.08
3,1970,1,2,B,19.37,-99.08
4,1970,0,7,B,19.37,-99.08
`;
    expect((await whens(csv)).whens).toEqual(['1970-01', '1970', '1970-01-02', '1970']);
    const zero = await whens(column(['0000-00-00', '1970-00-00 00:00:00', '1971-02-03']));
    expect(zero.whens).toEqual(['1970', '1971-02-03']);
    expect(zero.told).toEqual(['error 1 date missing-date']);
  });

  it('of starts has months where another has the ends', async () => {
    const spans = await whens(
      'What,Begin,Finish,lat,lon\nA,2001-02,offen,50,10\nB,2001-11,2001-12,50,10\n',
    );
    expect(spans.whens).toEqual(['2001-02/..', '2001-11/2001-12']);
    expect(spans.told).toEqual([]);
    const years = await whens('what,begin,end,lat,lon\nA,1939-45,1950,50,10\nB,2001-02,,50,10\n');
    expect(years.whens).toEqual(['1939/1950', '2001/2002']);
  });

  it('of starts beside one of ends', async () => {
    const csv = `title,start,end,lat,lon
A,1860s,1899,50.2,14.2
B,C17,1750,50.5,14.5
C,before 1810,1850,50.6,14.6
D,c. 1850,1901,50.9,14.9
E,1989-11-17,present,50.1,14.1
F,480 BC,479 BC,50.4,14.4
G,,1850,50.4,14.4
H,1989-11-17,1989,50.4,14.4
I,after 1850,before 1900,50.4,14.4
J,1900,,50.4,14.4
K,,present,50.4,14.4
`;
    const read = await whens(csv);
    expect(read.whens).toEqual([
      '186X/1899',
      '16XX/1750',
      '../1850',
      '1850~/1901',
      '1989-11-17/..',
      '-0479/-0478',
      '../1850',
      '1989-11-17/1989-XX-XX',
      '1850/1900',
      '1900',
    ]);
    expect(read.told).toEqual(['error 11 start missing-date']);
    expect(read.notes).toEqual(['end-without-start']);
  });

  it('of years of three digits', async () => {
    const tsv = 'Artefact\tX\tY\tStart\tend\nA1\t4,58677\t51,41131\t9/14/125\t1/1/151\n';
    expect((await whens(`${tsv}A2\t5,7\t51,8\t9/14/113\t9/14/121\n`)).whens).toEqual([
      '0125-09-14/0151-01-01',
      '0113-09-14/0121-09-14',
    ]);
    const years = await whens('title,start,end\nA,125,151\nB,-20,300\nC,1066,1100\n');
    expect(years.whens).toEqual(['0125/0151', '-0020/0300', '1066/1100']);
  });

  it('may have numbers that stand for nothing, which are no years', async () => {
    const sentinels = await whens('title,year\nA,2015\nB,-99\nC,-999\nD,9999\nE,-1\n');
    expect(sentinels.whens).toEqual(['2015']);
    expect(sentinels.told).toEqual([2, 3, 4, 5].map((at) => `error ${at} year missing-date`));
    const ancient = await whens('title,year\nA,-44\nB,79\nC,-999\nD,-1\n');
    expect(ancient.whens).toEqual(['-0044', '0079', '-0999', '-0001']);
  });

  it('in which every date is 1 January is one of years, and that is said', async () => {
    const years = await whens(column(['2015-01-01', '1/1/2016', '2017-01-01']));
    expect(years.whens).toEqual(['2015', '2016', '2017']);
    expect(years.notes).toEqual(['new-year-only']);
    const clocks = await whens(column(['2015-01-01T00:00:00Z', '2016-01-01T00:00:00Z']));
    expect(clocks.whens).toEqual(['2015', '2016']);
    expect(clocks.notes).toEqual(['midnight-only', 'new-year-only']);
    for (const cells of [
      ['2015-01-01'],
      ['2015-01-01', '2015-01-01'],
      ['2015-01-01', '2016-01-02'],
      ['2015-01-01', '2016-01-01', '2017-02'],
    ])
      expect((await whens(column(cells))).whens).toEqual(cells);
    const timed = await whens(column(['2015-01-01T10:00Z', '2016-01-01T11:00Z']));
    expect(timed.whens).toEqual(['2015-01-01T10:00Z', '2016-01-01T11:00Z']);
  });

  it('of times with zones', async () => {
    const csv = `title,date,time
A,2024-02-03,14:30 Europe/Kyiv
B,2024-07-03,14:30 Europe/Kyiv
C,2024-07-03,14:30 UTC
D,2024-07-03,14:30 EST
E,2024-03-31,03:30 Europe/Kyiv
`;
    const read = await whens(csv);
    expect(read.whens).toEqual(['2024-02-03T14:30+02:00', '2024-07-03T14:30+03:00', '2024-07-03T14:30Z', '2024-07-03', '2024-03-31']); // prettier-ignore
    expect(read.told).toEqual(['warning 4 time bad-time-of-day', 'warning 5 time bad-time-of-day']);
    const [first] = read.problems.filter(({ code }) => code === 'bad-time-of-day');
    expect(first?.message).toMatch(/EST is short for several zones.*the day is kept/);
  });

  it('is read in the order that is stated', async () => {
    const cells = ['03/04/2024', '01/02/2024'];
    const order = (dayOrder: ImportOptions['dayOrder']) => whens(column(cells), { dayOrder });
    expect((await order('day-first')).whens).toEqual(['2024-04-03', '2024-02-01']);
    expect((await order('month-first')).whens).toEqual(['2024-03-04', '2024-01-02']);
    expect((await order('year-first')).told).toHaveLength(2);
    const short = await whens(column(['17/03/04', '99/12/31']), { century: 1950 });
    expect(short.whens).toEqual(['2017-03-04', '1999-12-31']);
    expect(short.notes).toEqual(['day-order']);
  });
});

describe('other formats', () => {
  const kml = (time: string) =>
    `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>T</name>${time}<Point><coordinates>1,2</coordinates></Point></Placemark></kml>`;

  it.each([
    ['<TimeStamp><when>2008-09</when></TimeStamp>', '2008-09'],
    ['<TimeStamp><when>1860s</when></TimeStamp>', '186X'],
    ['<TimeStamp><when>480 BC</when></TimeStamp>', '-0479'],
    ['<TimeStamp><when>-0489-09-12</when></TimeStamp>', '-0489-09-12'],
    ['<TimeSpan><begin>1989-11-17</begin><end>present</end></TimeSpan>', '1989-11-17/..'],
    ['<TimeSpan><begin>before 1810</begin><end>1850</end></TimeSpan>', '../1850'],
    ['<TimeSpan><end>1850</end></TimeSpan>', '../1850'],
    ['<TimeSpan><begin>1939-45</begin><end>1950</end></TimeSpan>', '1939/1950'],
  ])('KML: %s is %s', async (time, when) => {
    expect((await whens(kml(time))).whens).toEqual([when]);
  });

  it('say that a number counts from 1970, and take the century', async () => {
    const epoch = await whens(kml('<TimeStamp><when>1517966773840</when></TimeStamp>'));
    expect(epoch.whens).toEqual(['2018-02-07T01:26:13.840Z']);
    expect(epoch.told).toEqual(['warning 1 TimeStamp epoch']);
    const short = kml('<TimeStamp><when>30/8/17</when></TimeStamp>');
    expect((await whens(short)).told).toEqual(['error 1 TimeStamp two-digit-year']);
    expect((await whens(short, { century: 2000 })).whens).toEqual(['2017-08-30']);
  });
});

/** Every way to write a span of years, and the years it may not leave. */
const years = fc.tuple(fc.integer({ min: 100, max: 2100 }), fc.integer({ min: 1, max: 120 }));
const written: readonly ((first: number, last: number) => [text: string, first: number, last: number])[] = [
  (first) => [`${first}`, first, first],
  (first) => [`c. ${first}`, first, first],
  (first, last) => [`${first}–${last}`, first, last],
  (first, last) => [`${first}-${last}`, first, last],
  (first, last) => [`${first}-${String(last).slice(-2)}`, first, last],
  (first, last) => [`${first}/${String(last).slice(-2)}`, first, last],
  (first, last) => [`from ${first} to ${last}`, first, last],
  (first, last) => [`between ${first} and ${last}`, first, last],
  (first) => [`before ${first}`, -Infinity, first],
  (first) => [`since ${first}`, first, Infinity],
  (first) => [`${first} BC`, 1 - first, 1 - first],
  (first) => [`${first} AD`, first, first],
  (first) => [`${first}s`, first, first + (first % 100 === 0 ? 99 : 9)],
  (first) => [`${Math.ceil(first / 100)}th century`, Math.floor((first - 1) / 100) * 100, Math.ceil(first / 100) * 100], // prettier-ignore
  (first) => [`Q3 ${first}`, first, first],
  (first) => [`winter ${first}`, first, first + 1],
  (first) => [`March ${first}`, first, first],
]; // prettier-ignore

describe('whatever a cell says', () => {
  it('its date lies within the years it names, or it is rejected with what was expected', () => {
    fc.assert(
      fc.property(years, fc.constantFrom(...written), ([year, length], write) => {
        const [text, first, last] = write(year, year + length);
        const reading = readTableDate(text);
        if ('fault' in reading) {
          expect(reading.expected).not.toBe('');
          return;
        }
        const span = parseEdtf(printTableDate(reading.date));
        if (Number.isFinite(first)) expect(new Date(span.start).getUTCFullYear(), text).toBeGreaterThanOrEqual(first); // prettier-ignore
        if (Number.isFinite(last)) expect(new Date(span.end - 1).getUTCFullYear(), text).toBeLessThanOrEqual(last); // prettier-ignore
      }),
      { numRuns: 2000 },
    );
  });

  it('what is read is EDTF', () => {
    const word = fc.constantFrom('c.', 'before', 'after', '1860s', '1939', '-', '–', '/', '45', 'BC', 'AD', '480', 'to', 'present', 'spring', 'Q1', 'C17', '17th', 'century', 'March', '12', '2022', '14:30', 'UTC', 'EST', 'the', 'early', '?', '..', '186X', "'", '2024-02-03', 'T10:00Z', '00', ','); // prettier-ignore
    const text = fc.array(word, { maxLength: 6 }).chain((words) => fc.constantFrom(words.join(' '), words.join(''))); // prettier-ignore
    const ways = fc.record(
      {
        order: fc.constantFrom('day-first', 'month-first', 'year-first'),
        century: fc.constantFrom(1900, 1950, 2000),
        pairs: fc.constantFrom('months', 'ranges'),
        shortYears: fc.boolean(),
        decades: fc.boolean(),
        epoch: fc.constantFrom('seconds', 'milliseconds'),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<DateWays>;
    fc.assert(
      fc.property(text, ways, (some, how) => {
        const reading = readTableDate(some, how);
        if ('fault' in reading) expect(reading.expected).not.toBe('');
        else expect(() => parseEdtf(printTableDate(reading.date)), some).not.toThrow();
      }),
      { numRuns: 5000 },
    );
  });
});
