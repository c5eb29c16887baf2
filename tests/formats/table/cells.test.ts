import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCode } from '../../../src/formats/table/countries';
import { guarded, unguarded } from '../../../src/formats/table/formula';
import { isMidnight, printClock, readClock } from '../../../src/formats/table/clock';
import { orderIn, printTableDate, readTableDate } from '../../../src/formats/table/dates';
import { isSentinel, readAngle, readNumber, readPair } from '../../../src/formats/table/numbers';

function date(text: string, order?: 'day-first' | 'month-first'): string {
  const reading = readTableDate(text, order);
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
  });

  it('come in pairs', () => {
    expect(readPair('35.5, -1.2')?.parts).toEqual(['35.5', '-1.2']);
    expect(readPair('35,5; -1,2')?.parts).toEqual(['35,5', '-1,2']);
    expect(readPair('(35.5 -1.2)')?.parts).toEqual(['35.5', '-1.2']);
    expect(readPair('POINT (26.4 5.3)')).toEqual({ parts: ['26.4', '5.3'], wkt: true });
    expect(['35,5', '35.5', 'a b c'].map(readPair)).toEqual([undefined, undefined, undefined]);
  });

  it('may stand for nothing', () => {
    expect(['-9999', '-999.0', '9999', '-99'].every(isSentinel)).toBe(true);
    expect(['99', '999', '-9998', '1999', ''].some(isSentinel)).toBe(false);
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
