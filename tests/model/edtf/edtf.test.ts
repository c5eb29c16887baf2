import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EdtfError, parseEdtf, printDate, printTimestamp } from '../../../src/model/edtf';

const MAX = 8.64e15;

/** Bounds as ISO text without milliseconds of zero; `-` and `+` for what is unbounded. */
function bounds(text: string, zone?: string): [string, string] {
  const { start, end } = parseEdtf(text, zone);
  const iso = (ms: number): string => {
    if (Math.abs(ms) === MAX) return ms < 0 ? '-' : '+';
    const whole = new Date(ms).toISOString().replace('.000Z', 'Z');
    return whole.replace('T00:00:00Z', '');
  };
  return [iso(start), iso(end)];
}

function refusal(text: string): string {
  try {
    parseEdtf(text);
  } catch (error) {
    if (error instanceof EdtfError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('bounds', () => {
  test.each([
    // Level 0
    ['1985', '1985-01-01', '1986-01-01'],
    ['1985-04', '1985-04-01', '1985-05-01'],
    ['1985-12', '1985-12-01', '1986-01-01'],
    ['1985-04-12', '1985-04-12', '1985-04-13'],
    ['2024-02-29', '2024-02-29', '2024-03-01'],
    ['0000', '0000-01-01', '0001-01-01'],
    ['0050-06', '0050-06-01', '0050-07-01'],
    ['1985-04-12T23:20:30', '1985-04-12T23:20:30Z', '1985-04-12T23:20:31Z'],
    ['1985-04-12T23:20:30Z', '1985-04-12T23:20:30Z', '1985-04-12T23:20:31Z'],
    ['1985-04-12T23:20:30-04', '1985-04-13T03:20:30Z', '1985-04-13T03:20:31Z'],
    ['1985-04-12T23:20:30+04:30', '1985-04-12T18:50:30Z', '1985-04-12T18:50:31Z'],
    ['1985-04-12T24:00:00Z', '1985-04-13', '1985-04-13T00:00:01Z'],
    ['2025-12-17T10:00Z', '2025-12-17T10:00:00Z', '2025-12-17T10:01:00Z'],
    ['2025-12-17T10Z', '2025-12-17T10:00:00Z', '2025-12-17T11:00:00Z'],
    ['2025-12-17T10:00:00.25Z', '2025-12-17T10:00:00.250Z', '2025-12-17T10:00:00.251Z'],
    ['1964/2008', '1964-01-01', '2009-01-01'],
    ['2004-06/2006-08', '2004-06-01', '2006-09-01'],
    ['2004-02-01/2005', '2004-02-01', '2006-01-01'],
    ['2004-02-01/2004-02-01', '2004-02-01', '2004-02-02'],
    ['2025-12-17T22:00Z/2025-12-18T05:00Z', '2025-12-17T22:00:00Z', '2025-12-18T05:01:00Z'],
    ['19', '1900-01-01', '2000-01-01'],
    ['198', '1980-01-01', '1990-01-01'],
    // Level 1
    ['1984?', '1984-01-01', '1985-01-01'],
    ['2004-06-11%', '2004-06-11', '2004-06-12'],
    ['201X', '2010-01-01', '2020-01-01'],
    ['20XX', '2000-01-01', '2100-01-01'],
    ['2004-XX', '2004-01-01', '2005-01-01'],
    ['1985-04-XX', '1985-04-01', '1985-05-01'],
    ['1985-XX-XX', '1985-01-01', '1986-01-01'],
    ['-1985', '-001985-01-01', '-001984-01-01'],
    ['-0001', '-000001-01-01', '0000-01-01'],
    ['1985-04-12/..', '1985-04-12', '+'],
    ['1985-04-12/', '1985-04-12', '+'],
    ['../1985-04', '-', '1985-05-01'],
    ['/1985-04', '-', '1985-05-01'],
    ['../..', '-', '+'],
    ['2001-21', '2001-03-01', '2001-12-01'],
    ['2001-22', '2001-01-01', '2002-03-01'],
    ['2001-23', '2001-03-01', '2001-12-01'],
    ['2001-24', '2001-01-01', '2002-03-01'],
    ['2003-22/2003-23', '2003-01-01', '2003-12-01'],
    // Level 2
    ['2004-06-~11', '2004-06-11', '2004-06-12'],
    ['?2004-06~-11', '2004-06-11', '2004-06-12'],
    ['156X-12-25', '1560-12-25', '1569-12-26'],
    ['15XX-12-XX', '1500-12-01', '1600-01-01'],
    ['1XXX-02-29', '1004-02-29', '1996-03-01'],
    ['1984-1X', '1984-10-01', '1985-01-01'],
    ['2025-X2', '2025-02-01', '2026-01-01'],
    ['2025-12-X9', '2025-12-09', '2025-12-30'],
    ['-20XX', '-002099-01-01', '-001999-01-01'],
    ['2001-25', '2001-03-01', '2001-06-01'],
    ['2001-28', '2001-12-01', '2002-03-01'],
    ['2001-30', '2001-12-01', '2002-03-01'],
    ['2001-32', '2001-06-01', '2001-09-01'],
    ['2001-33', '2001-01-01', '2001-04-01'],
    ['2001-36', '2001-10-01', '2002-01-01'],
    ['2001-37', '2001-01-01', '2001-05-01'],
    ['2001-39', '2001-09-01', '2002-01-01'],
    ['2001-40', '2001-01-01', '2001-07-01'],
    ['2001-41', '2001-07-01', '2002-01-01'],
    ['1950S2', '1900-01-01', '2000-01-01'],
    ['Y12345S3', '+012300-01-01', '+012400-01-01'],
    ['Y12E3', '+012000-01-01', '+012001-01-01'],
    ['[1667,1668,1670..1672]', '1667-01-01', '1673-01-01'],
    ['{1960, 1961-12}', '1960-01-01', '1962-01-01'],
    ['[1760-01,-1760-02,1760-12..]', '-001760-02-01', '+'],
    ['{..1984}', '-', '1985-01-01'],
    ['1984-11-12/1984-11-XX', '1984-11-12', '1984-12-01'],
  ])('%s', (text, start, end) => {
    expect(bounds(text)).toEqual([start, end]);
  });

  test('years beyond a Date are clamped and last a millisecond', () => {
    expect(parseEdtf('Y170000002')).toMatchObject({ start: MAX - 1, end: MAX, endOpen: false });
    expect(parseEdtf('Y-17E7')).toMatchObject({ start: -MAX, end: -MAX + 1 });
    expect(parseEdtf('Y-17E900/1985')).toMatchObject({ start: -MAX });
    expect(parseEdtf('Y17101000S3').end).toBe(MAX);
  });

  test('dates and times without an offset are read in the zone', () => {
    expect(bounds('2025-12-17', 'Pacific/Kiritimati')).toEqual([
      '2025-12-16T10:00:00Z',
      '2025-12-17T10:00:00Z',
    ]);
    expect(bounds('2025-03-09', 'America/New_York')).toEqual([
      '2025-03-09T05:00:00Z',
      '2025-03-10T04:00:00Z',
    ]);
    expect(bounds('2025-12-17T10:00', 'Asia/Tokyo')[0]).toBe('2025-12-17T01:00:00Z');
    expect(bounds('2025-12-17T10:00Z', 'Asia/Tokyo')[0]).toBe('2025-12-17T10:00:00Z');
  });
});

describe('what is known of a bound', () => {
  test.each([
    ['2025-12-17~', 'day', true],
    ['2025-12', 'month', false],
    ['2025-1X', 'year', true],
    ['2025-12-XX', 'month', true],
    ['2025-24', 'season', false],
    ['202X', 'decade', true],
    ['198', 'decade', false],
    ['19', 'century', false],
    ['19XX', 'century', true],
    ['XXXX', 'longer', true],
    ['1950S2', 'century', true],
    ['?2025', 'year', true],
    ['2025-12-17T10:00~', 'minute', true],
    ['2025-12-17T10', 'hour', false],
    ['2025-12-17T10:00:00.5Z', 'millisecond', false],
  ])('%s', (text, precision, soft) => {
    expect(parseEdtf(text)).toMatchObject({
      startPrecision: precision,
      endPrecision: precision,
      startSoft: soft,
      endSoft: soft,
    });
  });

  test('each end of an interval has its own; open is not unknown', () => {
    expect(parseEdtf('1984~/2004-06')).toMatchObject({
      startPrecision: 'year',
      endPrecision: 'month',
      startSoft: true,
      endSoft: false,
    });
    expect(parseEdtf('2004-06/..')).toMatchObject({
      endOpen: true,
      endUnknown: false,
      startOpen: false,
      endPrecision: 'month',
    });
    expect(parseEdtf('/2004')).toMatchObject({ startOpen: false, startUnknown: true });
  });

  test('one of several is soft, all of several is not', () => {
    expect(parseEdtf('[1667,1670]')).toMatchObject({ startSoft: true, endSoft: true });
    expect(parseEdtf('{1667,1670}')).toMatchObject({ startSoft: false, endSoft: false });
  });
});

describe('refused, saying what was expected', () => {
  test.each([
    ['', 'empty'],
    ['-0000', 'year zero'],
    ['2025-13', 'month 13'],
    ['2025-02-30', '01 to 28'],
    ['2025-02-3X', 'day 3X'],
    ['2025-00-01', 'month 00'],
    ['2025-21-01', 'season with a day'],
    ['2025-42', 'month 42'],
    ['2025-12-17T25:00:00Z', 'hour 25'],
    ['2025-12-17T24:00:01Z', 'hour 24'],
    ['2025-12-17T10:60:00Z', 'minute 60'],
    ['2025-12-17T10:00:00+14:30', 'offset'],
    ['2025-12-17T10:00:00-00:00', 'offset'],
    ['2025-02-29T10:00Z', '01 to 28'],
    ['2025-12-17 10:00', 'no EDTF date'],
    [' 2025-12-17', 'no EDTF date'],
    ['17.12.2025', 'no EDTF date'],
    ['12345', 'no EDTF date'],
    ['June 2025', 'no EDTF date'],
    ['Y2006', 'four digits without Y'],
    ['1950S0', 'significant'],
    ['2025/2024', 'ends before it starts'],
    ['2012-24/2012-21', 'earlier season'],
    ['2025-12-17/2025-12', '2025-12-XX'],
    ['2024/2025/2026', 'slashes'],
    ['[1667', 'no set'],
    ['[1667}', 'no set'],
    ['{}', 'no set'],
    ['[1667,,1668]', 'member'],
    ['[..]', 'member'],
    ['{1672..1670}', 'ends before it starts'],
    ['199u', 'old EDTF'],
    ['196x', 'old EDTF'],
    ['unknown/2006', 'old EDTF'],
    ['2004-01-01/open', 'old EDTF'],
    ['(2011)-06-04~', 'old EDTF'],
    ['2004-06?~', 'old EDTF'],
    ['y17e7', 'old EDTF'],
  ])('%s', (text, part) => {
    expect(refusal(text)).toContain(part);
  });

  test('any text gives a span that ends after it starts, or an EdtfError', () => {
    const alphabet = [...'0123456789-/.,XY?~%[]{}TZ:+ES u'];
    const text = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 30 });
    fc.assert(
      fc.property(text, (value) => {
        if (refusal(value) !== 'accepted') return;
        const { start, end } = parseEdtf(value, 'Europe/Kyiv');
        expect(end).toBeGreaterThan(start);
        expect(Math.max(-start, end)).toBeLessThanOrEqual(MAX);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('printing', () => {
  test('dates in their zone, timestamps at the least precision', () => {
    const ms = Date.parse('2025-12-17T10:30:00Z');
    expect(printDate(ms, 'UTC')).toBe('2025-12-17');
    expect(printDate(ms, 'Pacific/Kiritimati')).toBe('2025-12-18');
    expect(printDate(Date.parse('-000044-03-15T00:00:00Z'), 'UTC')).toBe('-0044-03-15');
    expect(printDate(Date.parse('+012345-03-15T00:00:00Z'), 'UTC')).toBe('Y12345');
    expect(printTimestamp(ms)).toBe('2025-12-17T10:30Z');
    expect(printTimestamp(ms + 5000)).toBe('2025-12-17T10:30:05Z');
    expect(printTimestamp(ms + 7)).toBe('2025-12-17T10:30:00.007Z');
  });

  test('a printed date holds its instant, a printed timestamp begins with it', () => {
    const zone = fc.constantFrom('UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati');
    const instant = fc.integer({ min: -6e13, max: 2.5e14 });
    fc.assert(
      fc.property(instant, zone, (ms, name) => {
        const { start, end } = parseEdtf(printDate(ms, name), name);
        expect(start <= ms && ms < end).toBe(true);
        expect(parseEdtf(printTimestamp(ms)).start).toBe(ms);
      }),
    );
  });
});
