import { describe, expect, it } from 'vitest';
import { thor } from '../../../src/formats/in/thor/thor';
import { propertiesOf, readTable, said } from '../shared/reading';

const COLUMNS =
  'Mission ID,Mission Date,Theater of Operations,Country,Air Force,Unit ID,Aircraft Series,Callsign,Mission Type,Takeoff Base,Takeoff Location,Takeoff Latitude,Takeoff Longitude,Target ID,Target Country,Target City,Target Type,Target Latitude,Target Longitude,Attacking Aircraft,Aircraft Lost,Total Weight (Tons),Time Over Target,Source ID'.split(
    ',',
  );

const ROW = {
  'Mission ID': '500001',
  'Mission Date': '3/4/1943',
  'Theater of Operations': 'MTO',
  Country: 'USA',
  'Air Force': '99 AF',
  'Unit ID': '9 BG',
  'Aircraft Series': 'B25',
  'Takeoff Base': 'GRASS FIELD',
  'Takeoff Location': 'ISLAND',
  'Takeoff Latitude': '37.5',
  'Takeoff Longitude': '14.25',
  'Target Country': 'ITALY',
  'Target City': 'EXAMPLE',
  'Target Latitude': '41.25',
  'Target Longitude': '13.5',
  'Attacking Aircraft': '12',
  'Total Weight (Tons)': '18.5',
  'Time Over Target': '',
};

const one = (row: Partial<typeof ROW>) => readTable(thor, COLUMNS, [{ ...ROW, ...row }]);

describe('THOR', () => {
  it('makes one event with two places of take-off and target, months first', () => {
    const read = one({});
    expect(read.records[0]!.feature).toMatchObject({
      id: '500001',
      geometry: { type: 'Point', coordinates: [13.5, 41.25] },
      properties: {
        title: '99 AF B25: EXAMPLE, ITALY',
        category: 'mediterranean-theater',
        when: '1943-03-04',
        where: { name: 'EXAMPLE, ITALY' },
        places: [
          {
            name: 'GRASS FIELD, ISLAND',
            role: 'origin',
            geometry: { type: 'Point', coordinates: [14.25, 37.5] },
          },
        ],
        figures: [
          { measure: 'aircraft attacking', best: 12, by: 'THOR' },
          { measure: 'bombs, tons', best: 18.5, by: 'THOR' },
        ],
      },
    });
    expect(read.judged).toEqual([]);
    expect(said(read)).toEqual([]);
  });

  it('reads times of three and four digits, and guesses no shorter one', () => {
    expect(propertiesOf(one({ 'Time Over Target': '830' })).when).toBe('1943-03-04T08:30');
    const four = one({ 'Time Over Target': '1405' });
    expect(propertiesOf(four).when).toBe('1943-03-04T14:05');
    expect(said(four)).toEqual(['warning zone-not-stated Time Over Target']);
    expect(propertiesOf(one({ 'Time Over Target': '13:40:00' })).when).toBe('1943-03-04T13:40');
    for (const text of ['5', '42']) {
      const short = one({ 'Time Over Target': text });
      expect(propertiesOf(short)).toMatchObject({
        when: '1943-03-04',
        thor: { 'Time Over Target': text },
      });
      expect(said(short)).toEqual(['warning ambiguous-time-of-day Time Over Target']);
    }
    expect(said(one({ 'Time Over Target': '2575' }))).toEqual([
      'warning bad-time-of-day Time Over Target',
    ]);
  });

  it('names a target off the globe with its column and value', () => {
    const read = one({ 'Target Latitude': '1108' });
    expect(read.records[0]!.feature).toBeUndefined();
    expect(read.records[0]!.problems).toMatchObject([
      { field: 'Target Latitude', value: '1108', code: 'coordinate-range', severity: 'error' },
    ]);
    const both = one({ 'Target Latitude': '100.65', 'Target Longitude': '1000.65' });
    expect(said(both)).toEqual([
      'error coordinate-range Target Latitude',
      'error coordinate-range Target Longitude',
    ]);
  });

  it('keeps a mission without a target for its date, and a base without a position', () => {
    const none = one({ 'Target Latitude': '', 'Target Longitude': '', 'Target City': 'UNKNOWN' });
    expect(none.records[0]!.feature).toMatchObject({
      geometry: null,
      properties: { title: '99 AF B25: ITALY', when: '1943-03-04' },
    });
    expect(said(one({ 'Target Latitude': '0', 'Target Longitude': '' }))).toEqual([
      'warning half-position Target Longitude',
    ]);
    const base = one({ 'Takeoff Latitude': '4248', 'Takeoff Longitude': '1355' });
    expect(propertiesOf(base)).toMatchObject({
      places: [{ name: 'GRASS FIELD, ISLAND', role: 'origin', geometry: null }],
      thor: { 'Takeoff Latitude': '4248' },
    });
    expect(said(base)).toEqual([
      'warning coordinate-range Takeoff Latitude',
      'warning coordinate-range Takeoff Longitude',
    ]);
  });

  it('refuses a record without a date', () => {
    expect(said(one({ 'Mission Date': '' }))).toEqual(['error missing-date Mission Date']);
    expect(said(one({ 'Mission Date': '13/4/1943' }))).toEqual([
      'error impossible-date Mission Date',
    ]);
    expect(thor.fits(COLUMNS)).toBeGreaterThan(0.9);
    expect(thor.fits(['Mission ID', 'Mission Date'])).toBe(0);
  });
});
