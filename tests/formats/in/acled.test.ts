import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acled } from '../../../src/formats/in/acled/acled';
import { FormatError } from '../../../src/formats/format';
import { propertiesOf, readTable, said } from '../shared/reading';

const COLUMNS =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp'.split(
    ',',
  );

const ROW = {
  event_id_cnty: 'FRE9001',
  event_date: '2024-03-13',
  year: '2024',
  time_precision: '1',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Northern Guard',
  assoc_actor_1: 'Harbour Watch; Old Mill Company',
  inter1: '2',
  actor2: 'Military Forces of Freedonia',
  inter2: '1',
  iso: '804',
  country: 'Ukraine',
  location: 'Stonebridge',
  latitude: '48.5',
  longitude: '37.25',
  geo_precision: '1',
  source: 'Morning Courier; Radio Delta',
  source_scale: 'National',
  notes: 'On 13 March 2024, two groups exchanged fire at the bridge.',
  fatalities: '3',
  tags: 'crowd size=no report',
};

const one = (row: Partial<typeof ROW>) => readTable(acled, COLUMNS, [{ ...ROW, ...row }]);

describe('ACLED', () => {
  it('puts every column where the story has a place for it, and keeps the others', () => {
    const read = one({});
    expect(read.records[0]!.feature).toEqual({
      type: 'Feature',
      id: 'FRE9001',
      geometry: { type: 'Point', coordinates: [37.25, 48.5] },
      properties: {
        title: 'Armed clash, Stonebridge',
        summary: 'On 13 March 2024, two groups exchanged fire at the bridge.',
        category: 'battles',
        when: '2024-03-13',
        where: { name: 'Stonebridge', precision: 'settlement', country: 'UA' },
        actors: [
          { name: 'Northern Guard', role: 'Rebel group' },
          { name: 'Harbour Watch', role: 'With Northern Guard' },
          { name: 'Old Mill Company', role: 'With Northern Guard' },
          { name: 'Military Forces of Freedonia', role: 'State forces' },
        ],
        figures: [{ measure: 'killed', best: 3, by: 'ACLED' }],
        sources: ['s1', 's2'],
        acled: {
          event_date: '2024-03-13',
          year: '2024',
          time_precision: '1',
          event_type: 'Battles',
          sub_event_type: 'Armed clash',
          actor1: 'Northern Guard',
          assoc_actor_1: 'Harbour Watch; Old Mill Company',
          inter1: '2',
          actor2: 'Military Forces of Freedonia',
          inter2: '1',
          iso: '804',
          country: 'Ukraine',
          geo_precision: '1',
          source: 'Morning Courier; Radio Delta',
          source_scale: 'National',
          fatalities: '3',
          tags: 'crowd size=no report',
        },
      },
    });
    expect(read.judged).toEqual([]);
    expect(read.facts).toMatchObject({
      categories: [{ id: 'battles', label: 'Battles' }],
      sources: { s1: { title: 'Morning Courier' }, s2: { title: 'Radio Delta' } },
    });
  });

  it('reads the dates of the interface, of downloads and of old files', () => {
    for (const event_date of ['2024-03-05', '5 March 2024', '05-03-2024', '05/03/2024'])
      expect(propertiesOf(one({ event_date })).when).toBe('2024-03-05');
  });

  it('takes a time precision of 2 for the week around the day, of 3 for the month', () => {
    const week = propertiesOf(one({ event_date: '2024-03-01', time_precision: '2' }));
    expect(week).toMatchObject({
      when: '2024-02-27?/2024-03-04?',
      note: 'The date is known to the week only.',
    });
    expect(propertiesOf(one({ time_precision: '3' })).when).toBe('2024-03');
    const unknown = one({ time_precision: '7' });
    expect(propertiesOf(unknown).when).toBe('2024-03-13?');
    expect(said(unknown)).toEqual(['warning unknown-code time_precision']);
  });

  it('takes a position that stands for more than a town as such', () => {
    const near = propertiesOf(one({ geo_precision: '2' }));
    expect(near.where).toMatchObject({ precision: 'district', radius: 25_000 });
    const region = propertiesOf(one({ geo_precision: '3' }));
    expect(region.where).toEqual({ name: 'Stonebridge', precision: 'region', country: 'UA' });
  });

  it('knows countries by number, else by name; actors by digit or word', () => {
    expect(propertiesOf(one({ iso: '4' })).where).toMatchObject({ country: 'AF' });
    expect(propertiesOf(one({ iso: '0', country: 'Kosovo' })).where).toMatchObject({
      country: 'XK',
    });
    expect(propertiesOf(one({ iso: '', country: 'Freedonia' })).where).not.toHaveProperty(
      'country',
    );
    const words = propertiesOf(one({ inter1: 'Rioters', inter2: '0', assoc_actor_1: '' }));
    expect(words.actors).toEqual([
      { name: 'Northern Guard', role: 'Rioters' },
      { name: 'Military Forces of Freedonia' },
    ]);
  });

  it('keeps zero killed apart from an empty cell', () => {
    expect(propertiesOf(one({ fatalities: '0' })).figures).toEqual([
      { measure: 'killed', best: 0, by: 'ACLED' },
    ]);
    expect(propertiesOf(one({ fatalities: '' }))).not.toHaveProperty('figures');
    const odd = one({ fatalities: 'several' });
    expect(said(odd)).toEqual(['warning bad-number fatalities']);
    expect(propertiesOf(odd)).toMatchObject({ acled: { fatalities: 'several' } });
  });

  it('names columns and values of what it can’t read, and guesses nothing', () => {
    const date = one({ event_date: '31 February 2024' });
    expect(date.records[0]!.feature).toBeUndefined();
    expect(date.records[0]!.problems).toMatchObject([
      { severity: 'error', field: 'event_date', value: '31 February 2024', record: 1 },
    ]);
    expect(said(one({ event_date: '' }))).toEqual(['error missing-date event_date']);
    expect(said(one({ event_date: 'March 2024' }))).toEqual(['error bad-date event_date']);
    expect(said(one({ latitude: '91' }))).toEqual(['error coordinate-range latitude']);
    expect(said(one({ longitude: 'x' }))).toEqual(['error bad-position longitude']);
    expect(said(one({ latitude: '' }))).toEqual(['error half-position latitude']);
    expect(one({ latitude: '', longitude: '' }).records[0]!.feature!.geometry).toBeNull();
  });

  it('takes a title from the notes where no type is given', () => {
    const read = one({ event_type: '', sub_event_type: '', location: '', country: '' });
    expect(propertiesOf(read).title).toBe(ROW.notes);
    expect(propertiesOf(read)).not.toHaveProperty('summary');
    expect(said(read)).toEqual(['warning missing-category event_type']);
    expect(
      said(one({ event_type: '', sub_event_type: '', location: '', country: '', notes: '' })),
    ).toContain('error missing-title sub_event_type');
  });

  it('knows its columns in capitals and keeps those it does not know', () => {
    const columns = [...COLUMNS.map((name) => name.toUpperCase()), 'POPULATION_1KM'];
    expect(acled.fits(columns)).toBeGreaterThan(0.9);
    const row = Object.fromEntries(
      Object.entries(ROW).map(([name, value]) => [name.toUpperCase(), value]),
    );
    const read = readTable(acled, columns, [{ ...row, POPULATION_1KM: '41' }]);
    expect(propertiesOf(read)).toMatchObject({
      title: 'Armed clash, Stonebridge',
      acled: { POPULATION_1KM: '41', COUNTRY: 'Ukraine' },
    });
  });

  it('does not take other tables for its own', () => {
    expect(acled.fits(COLUMNS)).toBeGreaterThan(0.9);
    expect(acled.fits(['event_date', 'event_type', 'actor1', 'latitude', 'longitude'])).toBe(0);
    expect(() => acled.open(['event_date', 'notes'], {})).toThrow(FormatError);
  });

  it('gives each source one id, however many records name it', () => {
    const rows = [ROW, { ...ROW, event_id_cnty: 'FRE9002', source: 'Radio Delta;Radio Delta' }];
    const read = readTable(acled, COLUMNS, rows);
    expect(propertiesOf(read, 2).sources).toEqual(['s2']);
    expect(Object.keys(read.facts.sources as object)).toEqual(['s1', 's2']);
  });

  it('answers any cells with a feature or with errors, and never throws', () => {
    const cells = fc.record(
      Object.fromEntries(COLUMNS.map((name) => [name, fc.string({ maxLength: 20 })])),
    );
    fc.assert(
      fc.property(cells, (row) => {
        readTable(acled, COLUMNS, [row]);
      }),
      { numRuns: 200 },
    );
  });
});
