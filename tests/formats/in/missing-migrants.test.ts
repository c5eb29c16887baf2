import { describe, expect, it } from 'vitest';
import { missingMigrants } from '../../../src/formats/in/missing-migrants/missing-migrants';
import { propertiesOf, readTable, said } from '../shared/reading';

const OLD =
  'Web ID,Region of Incident,Reported Date,Reported Year,Reported Month,Number Dead,Minimum Estimated Number of Missing,Total Dead and Missing,Number of Survivors,Number of Females,Number of Males,Number of Children,Cause of Death,Location Description,Information Source,Location Coordinates,Migration Route,URL,UNSD Geographical Grouping,Source Quality'.split(
    ',',
  );
const NEW =
  'Main ID,Incident ID,Incident Type,Region of Incident,Incident Date,Number of Dead,Minimum Estimated Number of Missing,Total Number of Dead and Missing,Number of Survivors,Country of Origin,Cause of Death,Country of Incident,Migration Route,Location of Incident,Coordinates,Information Source,URL,Source Quality'.split(
    ',',
  );

const ROW = {
  'Web ID': '4001',
  'Region of Incident': 'Mediterranean',
  'Reported Date': 'March 4, 2018',
  'Number Dead': '2',
  'Minimum Estimated Number of Missing': '7',
  'Total Dead and Missing': '9',
  'Number of Survivors': '',
  'Number of Children': '0',
  'Cause of Death': 'Drowning',
  'Location Description': 'Ten miles north of Cape Example',
  'Information Source': 'Harbour Post, Gull Radio',
  'Location Coordinates': '35.500000, -1.250000',
  URL: 'https://bit.example/a, https://bit.example/b',
  'Source Quality': '3',
};

const one = (row: Partial<typeof ROW>) => readTable(missingMigrants, OLD, [{ ...ROW, ...row }]);

describe('Missing Migrants Project', () => {
  it('reads “lat, lng” in one cell, several links, and least numbers as such', () => {
    const read = one({});
    expect(read.records[0]!.feature).toMatchObject({
      id: '4001',
      geometry: { type: 'Point', coordinates: [-1.25, 35.5] },
      properties: {
        title: 'Drowning, Ten miles north of Cape Example',
        category: 'mediterranean',
        when: '2018-03-04?',
        where: { name: 'Ten miles north of Cape Example' },
        evidence: 'corroborated',
        figures: [
          { measure: 'dead', best: 2, by: 'Missing Migrants Project' },
          { measure: 'missing', min: 7, by: 'Missing Migrants Project' },
          { measure: 'dead and missing', min: 9, by: 'Missing Migrants Project' },
        ],
        sources: ['s1', 's2'],
        missingMigrants: { 'Number of Children': '0', 'Source Quality': '3' },
      },
    });
    expect(read.facts.sources).toMatchObject({
      s2: { title: 'Harbour Post, Gull Radio', url: 'https://bit.example/b' },
    });
    expect(read.judged).toEqual([]);
  });

  it('keeps a record without a position, and refuses one whose position can’t be read', () => {
    const empty = one({ 'Location Coordinates': '' });
    expect(empty.records[0]!.feature!.geometry).toBeNull();
    expect(said(empty)).toEqual(['warning missing-place Location Coordinates']);
    expect(said(one({ 'Location Coordinates': 'near the cape' }))).toEqual([
      'error bad-position Location Coordinates',
    ]);
    expect(said(one({ 'Location Coordinates': '95.5, 3.25' }))).toEqual([
      'error coordinate-range Location Coordinates',
    ]);
  });

  it('names a row that sums up incidents', () => {
    const sum = 'Cumulative total 1 Jan - 20 Dec 2018 for one county';
    expect(said(one({ 'Location Description': sum }))).toEqual([
      'warning sum-of-incidents Location Description',
    ]);
  });

  it('says that a cause is unknown, and how good the sources are', () => {
    const unknown = propertiesOf(one({ 'Cause of Death': 'Unknown', 'Source Quality': '2' }));
    expect(unknown).toMatchObject({
      title: 'Cause of death unknown, Ten miles north of Cape Example',
      evidence: 'claimed',
    });
    expect(propertiesOf(one({ 'Source Quality': '' }))).not.toHaveProperty('evidence');
  });

  it('reads the tables since 2020', () => {
    const row = {
      'Main ID': '2020.MMP1',
      'Region of Incident': 'Europe',
      'Incident Date': '2020-05-06',
      'Number of Dead': '1',
      'Country of Incident': 'Italy',
      'Location of Incident': 'River bank',
      Coordinates: 'POINT (13.5 45.9)',
      'Source Quality': '5',
    };
    const read = readTable(missingMigrants, NEW, [row]);
    expect(read.records[0]!.feature).toMatchObject({
      id: '2020.MMP1',
      geometry: { coordinates: [13.5, 45.9] },
      properties: { when: '2020-05-06?', where: { name: 'River bank', country: 'IT' } },
    });
    expect(missingMigrants.fits(NEW)).toBeGreaterThan(0.9);
    expect(missingMigrants.fits(OLD)).toBeGreaterThan(0.9);
    expect(missingMigrants.fits(['Region of Incident', 'URL'])).toBe(0);
  });
});
