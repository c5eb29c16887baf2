import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCode } from '../../../src/formats/table/countries';
import { guarded, unguarded } from '../../../src/formats/table/formula';
import { isMidnight, printClock, readClock } from '../../../src/formats/table/clock';
import { orderIn, printTableDate, readTableDate } from '../../../src/formats/table/dates';
import { readAngle, readPair } from '../../../src/formats/table/angles';
import { isEmptyText, isSentinel, standsForNothing } from '../../../src/formats/table/nothing';
import { readAmount, readNumber, signEvidence } from '../../../src/formats/table/numbers';
import { readWkt } from '../../../src/formats/table/wkt';

function date(text: string, order?: 'day-first' | 'month-first'): string {
  const reading = readTableDate(text, { order });
  return 'date' in reading ? printTableDate(reading.date) : reading.fault;
}

describe('dates', () => {
  it.each([
    ['2017', '2017'],
    ['2017-06', '2017-06'],
    ['2017-06-03', '2017-06-03'],
    ['2017/6/3', '2017-06-03'],
    ['2017.06.03', '2017-06-03'],
    ['20170603', '2017-06-03'],
    ['20170603T101500Z', '2017-06-03T10:15:00Z'],
    ['2017/06/03 00:00:00+00', '2017-06-03T00:00:00Z'],
    ['2017-06-03 10:15:30.000', '2017-06-03T10:15:30'],
    ['2017-06-03T10:15:30.25+0200', '2017-06-03T10:15:30.25+02:00'],
    ['2017-06-03T02:58:41.000Z', '2017-06-03T02:58:41Z'],
    ['June 3, 2017', '2017-06-03'],
    ['3 June 2017', '2017-06-03'],
    ['Saturday, 3rd of June 2017', '2017-06-03'],
    ['03-Jun-2017', '2017-06-03'],
    ['Jun 3 2017 5:30 PM', '2017-06-03T17:30'],
    ['June 2017', '2017-06'],
    ['3. März 2017', '2017-03-03'],
    ['24 лютого 2022 р.', '2022-02-24'],
    ['24 февраля 2022', '2022-02-24'],
    ['5 de mayo de 2017', '2017-05-05'],
    ['31/12/2017', '2017-12-31'],
    ['12/31/2017', '2017-12-31'],
    ['6/6/2017', '2017-06-06'],
    ['2017-06-03~', '2017-06-03~'],
    ['2017-06-03/2017-06-05', '2017-06-03/2017-06-05'],
    ['201X', '201X'],
    ['2017-06-03T10:00Z/2017-06-03T11:59Z', '2017-06-03T10:00Z/2017-06-03T11:59Z'],
    ['../2017-06', '../2017-06'],
  ])('%s is %s', (text, expected) => expect(date(text)).toBe(expected));

  it.each([
    ['3/6/2017', 'ambiguous-date'],
    ['3.6.2017', 'ambiguous-date'],
    ['3/6/17', 'two-digit-year'],
    ['2017-02-29', 'impossible-date'],
    ['31 June 2017', 'impossible-date'],
    ['2017-13-01', 'impossible-date'],
    ['20171301', 'impossible-date'],
    ['45/45/2017', 'impossible-date'],
    ['19', 'bad-date'],
    ['198', 'bad-date'],
    ['43890', 'bad-date'],
    ['yesterday', 'bad-date'],
    ['3 Foo 2017', 'bad-date'],
    ['2017-06-03 25:00', 'bad-date'],
    ['', 'bad-date'],
  ])('%s is none: %s', (text, fault) => expect(date(text)).toBe(fault));

  it('take the order of day and month that is stated, and no other', () => {
    expect(date('3/6/2017', 'day-first')).toBe('2017-06-03');
    expect(date('3/6/2017', 'month-first')).toBe('2017-03-06');
    expect(date('31/6/2017', 'month-first')).toBe('impossible-date');
    expect([orderIn('31/12/2017'), orderIn('12/31/2017'), orderIn('6/12/2017')]).toEqual([
      'day-first',
      'month-first',
      undefined,
    ]);
  });

  it('are read in time that grows with their length', () => {
    for (const sign of ['1', ' ', 'a', '-', ':', '1 ', '"'])
      expect(date(sign.repeat(100_000))).toBe('bad-date');
  });
});

describe('times of day', () => {
  it.each([
    ['9', 'T09'],
    ['23', 'T23'],
    ['930', 'T09:30'],
    ['0930', 'T09:30'],
    ['9:30', 'T09:30'],
    ['09:30:15.5', 'T09:30:15.5'],
    ['9:30 pm', 'T21:30'],
    ['12 am', 'T00'],
    ['12:05 p.m.', 'T12:05'],
    ['9h30', 'T09:30'],
    ['14 Uhr', 'T14'],
    ['14:00Z', 'T14:00Z'],
    ['14:00 UTC', 'T14:00Z'],
    ['14:00+02', 'T14:00+02:00'],
    ['24:00', 'T24:00'],
  ])('%s is %s', (text, expected) => expect(printClock(readClock(text)!)).toBe(expected));

  it.each(['25', '2575', '9:75', '13 pm', '24:30', 'noon', '', '12345'])('%s is none', (text) =>
    expect(readClock(text)).toBeUndefined(),
  );

  it('know midnight', () => {
    expect(['0', '00:00', '12 am', '0:00:01'].map((text) => isMidnight(readClock(text)!))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('numbers', () => {
  it('have a point or a comma', () => {
    expect(['1.5', '1,5', '-.5', '−3', '1e3', '007'].map(readNumber)).toEqual([
      1.5, 1.5, -0.5, -3, 1000, 7,
    ]);
    expect(['1,234.5', 'x', '', '1e999', '1.2.3'].map(readNumber)).toEqual(
      new Array(5).fill(undefined),
    );
  });

  it('may be angles', () => {
    expect(readAngle('53,863081147000059', 'lat')).toBeCloseTo(53.863081147, 9);
    expect(readAngle('52° 30\' 36" N', 'lat')).toBeCloseTo(52.51, 9);
    expect(readAngle('13.4 W', 'lng')).toBe(-13.4);
    expect(readAngle('13.4 W', 'lat')).toBeUndefined();
    expect(readAngle("52° 75'", 'lat')).toBeUndefined();
    const lats = [
      `02 15’39.6’’N`, `N 48°51'24"`, '48 51 24 N', 'S41 25.117', '01:49.9N', '48º 51′ 24″ N', '485124N',
      `48°51.4'N`, '48d51m24s N', '48,5°N', 'N48.5', '48° 51` 24`` North', `-41° 25'`, '48.5°',
    ]; // prettier-ignore
    expect(lats.map((text) => Number(readAngle(text, 'lat')!.toFixed(4)))).toEqual([
      2.261, 48.8567, 48.8567, -41.4186, 1.8317, 48.8567, 48.8567, 48.8567, 48.8567, 48.5, 48.5,
      48.8567, -41.4167, 48.5,
    ]);
    expect(readAngle('003:12.1E', 'lng')).toBeCloseTo(3.2017, 4);
    for (const text of ['48d51m24s', '48D51M24S', '48°51m24s', '48d51m24sN', '48-51-24N'])
      expect(readAngle(text, 'lat'), text).toBeCloseTo(48.8567, 4);
    expect(readAngle('48d51m24sS', 'lat')).toBeCloseTo(-48.8567, 4);
    expect(readAngle('58d21m03sW', 'lng')).toBeCloseTo(-58.3508, 4);
    expect(readAngle('48 51 24 s', 'lat')).toBeCloseTo(-48.8567, 4);
    expect(readAngle('48-51-24', 'lat')).toBeUndefined();
    expect(readAngle('0022108W', 'lng')).toBeCloseTo(-2.3522, 4);
    const none = [
      '48.5 30 N',
      'N 48 S',
      '-48 N',
      '48 51 24 99',
      'degrees_north',
      '2024-01-01',
      '12:99N',
    ];
    expect(none.map((text) => readAngle(text, 'lat'))).toEqual(none.map(() => undefined));
    expect(
      ['2.5 O', '2.5 O', '2.5 O'].map((text, at) =>
        readAngle(text, 'lng', ([undefined, 'east', 'west'] as const)[at]),
      ),
    ).toEqual([undefined, 2.5, -2.5]);
  });

  it('have signs between thousands, by what their column shows', () => {
    const points = ['1,234.5', '12,34,567', '1 234', "1'234.5", '53,537', '1234', '-1,000'];
    expect(points.map((text) => readAmount(text, '.'))).toEqual([
      1234.5, 1234567, 1234, 1234.5, 53537, 1234, -1000,
    ]);
    expect(['1.234,5', '53,5', '1.234'].map((text) => readAmount(text, ','))).toEqual([
      1234.5, 53.5, 1234,
    ]);
    expect(['1,2', '12,3456', '1,234,5', '1.2.3', ''].map((text) => readAmount(text, '.'))).toEqual(
      new Array(5).fill(undefined),
    );
    const signs = [
      '53,537',
      '1.234',
      '1,5',
      '1.5',
      '1,234,567',
      '0,125',
      '12',
      '1,234.5',
      '1 234,5',
    ];
    expect(signs.map(signEvidence)).toEqual([
      'either-comma', 'either-point', 'comma', 'point', 'point', 'comma', undefined, 'point', 'comma',
    ]); // prettier-ignore
  });

  it('come in pairs', () => {
    expect(readPair('35.5, -1.2')?.parts).toEqual(['35.5', '-1.2']);
    expect(readPair('35,5; -1,2')?.parts).toEqual(['35,5', '-1,2']);
    expect(readPair('(35.5 -1.2)')?.parts).toEqual(['35.5', '-1.2']);
    expect(readPair('48°51\'24"N 2°21\'08"E')).toMatchObject({ order: 'latlng' });
    expect(readPair('E 37.99, N 48.51')).toEqual({
      parts: ['E 37.99', 'N 48.51'],
      order: 'lnglat',
    });
    expect(readPair('12.5N,37.9E')?.parts).toEqual(['12.5N', '37.9E']);
    expect(readPair('lat: 48.5, lng: 37.9')).toEqual({ parts: ['48.5', '37.9'], order: 'latlng' });
    expect(readPair('{"lng":37.9,"lat":48.5}')).toEqual({
      parts: ['37.9', '48.5'],
      order: 'lnglat',
    });
    expect(readPair('geo:48.5,37.9;u=10')?.order).toBe('latlng');
    expect(['35,5', '35.5', 'a b c'].map(readPair)).toEqual([undefined, undefined, undefined]);
  });

  it('may stand for nothing', () => {
    expect(['-9999', '-999.0', '9999', '-99'].every(isSentinel)).toBe(true);
    expect(['99', '999', '-9998', '1999', ''].some(isSentinel)).toBe(false);
  });
});

describe('cells', () => {
  it('say nothing in many ways, but no name is nothing', () => {
    const nothing = [
      'NA', 'n/a', 'N/A', 'null', 'NULL', 'none', 'nan', 'NaN', '-', '—', '?', '#N/A', '\\N',
      'not available', 'Not available', '<NA>', '',
    ]; // prettier-ignore
    expect(nothing.filter((text) => !isEmptyText(text))).toEqual([]);
    expect(nothing.filter((text) => !standsForNothing(text))).toEqual([]);
    const names = [
      'Nan',
      'NAN',
      'Null',
      'Na',
      'Unknown',
      'Nil',
      'NATO',
      'Nana',
      'Missing',
      'Other',
      '0',
    ];
    expect(names.filter(isEmptyText)).toEqual([]);
    expect(['unknown', 'Unknown', 'Nan'].every(standsForNothing)).toBe(true);
  });

  it('may have a geometry as well-known text', () => {
    const geometries = [
      'POINT (26.4 5.3)', 'Point(23.97 38.11)', 'SRID=4326;POINT Z (1 2 3)', 'POINT M (1 2 9)',
      'MULTIPOINT (1 2, 3 4)', 'MULTIPOINT ((1 2), (3 4))', 'LINESTRING(1 2,3 4)',
      'POLYGON ((0 0, 1 0, 1 1, 0 0))', 'GEOMETRYCOLLECTION (POINT (1 2))',
    ].map((text) => (readWkt(text) as { geometry: { coordinates?: unknown } }).geometry.coordinates); // prettier-ignore
    expect(geometries).toEqual([
      [26.4, 5.3], [23.97, 38.11], [1, 2, 3], [1, 2], [[1, 2], [3, 4]], [[1, 2], [3, 4]],
      [[1, 2], [3, 4]], [[[0, 0], [1, 0], [1, 1], [0, 0]]], undefined,
    ]); // prettier-ignore
    expect(readWkt('SRID=3857;POINT (1 2)')).toEqual({ system: 'EPSG:3857' });
    expect(['POINT (1)', 'POINT (1 2', 'POLYGON (1 2)', 'POINT (1 2) x'].map(readWkt)).toEqual(
      new Array(4).fill({ fault: true }),
    );
    expect(['Pointe-Noire', 'POINT EMPTY', '12', ''].map(readWkt)).toEqual(
      new Array(4).fill(undefined),
    );
  });
});

describe('formulas', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '＝1', "'=1", "''@"])('%j is guarded', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
  });

  it('come back', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '-', 'a', '\t', '＋') });
    fc.assert(fc.property(text, (some) => void expect(unguarded(guarded(some))).toBe(some)));
    expect([guarded('a=b'), guarded("it's"), unguarded("'tis")]).toEqual(['a=b', "it's", "'tis"]);
  });
});

describe('countries', () => {
  it('are known by name and code', () => {
    const names = [
      'Germany',
      'UA',
      'DR Congo (Zaire)',
      'Côte d’Ivoire',
      'Turkey',
      'Türkiye',
      'USA',
    ];
    expect(names.map(countryCode)).toEqual(['DE', 'UA', 'CD', 'CI', 'TR', 'TR', 'US']);
    expect(['Atlantis', 'SU', 'EU', 'ZZ', ''].map(countryCode)).toEqual(
      new Array(5).fill(undefined),
    );
  });
});
