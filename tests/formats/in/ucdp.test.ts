import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../src/model/edtf';
import { geojson } from '../../../src/formats/in/geojson/geojson';
import { ucdp } from '../../../src/formats/in/ucdp/ucdp';
import { propertiesOf, readTable, readText, said } from '../shared/reading';

const COLUMNS =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'.split(
    ',',
  );

const ROW = {
  id: '900001',
  year: '2021',
  code_status: 'Clear',
  type_of_violence: '1',
  conflict_name: 'Kenya: Government',
  dyad_name: 'Government of Kenya - Lake Front',
  side_a: 'Government of Kenya',
  side_b: 'Lake Front',
  number_of_sources: '2',
  source_article:
    '"Daily Lantern,2021-05-04,Six dead; "more to come";"Radio Ferry, Kisumu,2021-05-06,Fighting, again"',
  source_office: 'Daily Lantern;Radio Ferry, Kisumu',
  source_original: 'army spokesperson',
  where_prec: '1',
  where_coordinates: 'Kisumu town',
  where_description: 'Kisumu town',
  latitude: '-0.1',
  longitude: '34.75',
  country: 'Kenya',
  country_id: '501',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2021-05-03 00:00:00.000',
  date_end: '2021-05-03 00:00:00.000',
  deaths_a: '2',
  deaths_b: '4',
  deaths_civilians: '0',
  deaths_unknown: '0',
  best: '6',
  high: '9',
  low: '5',
};

const one = (row: Partial<typeof ROW>) => readTable(ucdp, COLUMNS, [{ ...ROW, ...row }]);

describe('UCDP GED', () => {
  it('puts every column where the story has a place for it', () => {
    const read = one({});
    const { ucdp: kept, ...properties } = propertiesOf(read);
    expect(properties).toEqual({
      title: 'Government of Kenya - Lake Front, Kisumu town',
      category: 'state-based-conflict',
      when: '2021-05-03',
      where: { name: 'Kisumu town', precision: 'settlement', country: 'KE' },
      actors: [
        { name: 'Government of Kenya', role: 'Side A' },
        { name: 'Lake Front', role: 'Side B' },
      ],
      figures: [
        { measure: 'killed', min: 5, best: 6, max: 9, by: 'UCDP' },
        { measure: 'killed, Government of Kenya', best: 2, by: 'UCDP' },
        { measure: 'killed, Lake Front', best: 4, by: 'UCDP' },
      ],
      claims: [
        {
          by: 'army spokesperson',
          stance: 'asserts',
          text: 'Named as the original source of what is reported here.',
        },
      ],
      sources: ['s1', 's2'],
    });
    expect(read.facts.sources).toEqual({
      s1: { title: 'Six dead; "more to come', publisher: 'Daily Lantern', published: '2021-05-04' },
      s2: { title: 'Fighting, again', publisher: 'Radio Ferry, Kisumu', published: '2021-05-06' },
    });
    expect(kept).toMatchObject({ source_office: ROW.source_office, deaths_civilians: '0' });
    expect(kept).not.toHaveProperty('latitude');
    expect(read.judged).toEqual([]);
    expect(read.records[0]!.feature).toMatchObject({
      id: '900001',
      geometry: { type: 'Point', coordinates: [34.75, -0.1] },
    });
  });

  it('gives the window of days in which the event lies', () => {
    const window = { date_start: '2021-05-03', date_end: '2021-05-09' };
    expect(propertiesOf(one(window)).when).toBe('2021-05-03/2021-05-09');
    const soft = propertiesOf(one({ ...window, date_prec: '3' }));
    expect(soft).toMatchObject({
      when: '2021-05-03?/2021-05-09?',
      note: 'The date is known to the week.',
    });
    expect(propertiesOf(one({ date_prec: '2' })).when).toBe('2021-05-03?');
    const reversed = one({ date_end: '2021-05-01' });
    expect(said(reversed)).toEqual(['error end-before-start date_end']);
    expect(said(one({ date_start: 'May 2021' }))).toEqual(['error bad-date date_start']);
    expect(said(one({ date_prec: '9' }))).toEqual(['warning unknown-code date_prec']);
  });

  it('says how finely the place is known', () => {
    const words = ['settlement', 'district', 'district', 'region', 'region', 'country', 'region'];
    words.forEach((precision, at) => {
      const read = one({ where_prec: String(at + 1), where_description: 'two hours north of it' });
      const { where, note } = propertiesOf(read) as { where: object; note?: string };
      expect(where).toMatchObject({ precision });
      if (at === 0) expect(note).toBeUndefined();
      else expect(note).toContain('“two hours north of it”');
      expect('radius' in where).toBe(at === 1);
      expect('country' in where).toBe(at !== 6);
    });
    expect(said(one({ where_prec: '' }))).toEqual(['warning unknown-code where_prec']);
  });

  it('names no country of today for an event in a larger state of its time', () => {
    const old = { date_start: '1991-02-01', date_end: '1991-02-01', country_id: '365' };
    expect(propertiesOf(one(old)).where).not.toHaveProperty('country');
    expect(propertiesOf(one({ country_id: '365' })).where).toMatchObject({ country: 'RU' });
    const byName = one({ country_id: '', country: 'DR Congo (Zaire)' });
    expect(propertiesOf(byName).where).toMatchObject({ country: 'CD' });
  });

  it('keeps numbers out of order, which the model then names', () => {
    const read = one({ low: '7' });
    expect(propertiesOf(read).figures).toContainEqual({
      measure: 'killed',
      min: 7,
      best: 6,
      max: 9,
      by: 'UCDP',
    });
    expect(read.judged).toMatchObject([{ code: 'figure-order', severity: 'warning' }]);
  });

  it('reads the free text of older records, and ties a claim to the only source', () => {
    const read = one({ source_article: 'Lantern 4/5-21', source_original: 'a priest' });
    expect(read.facts.sources).toEqual({ s1: { title: 'Lantern 4/5-21' } });
    expect(propertiesOf(read).claims).toMatchObject([{ by: 'a priest', source: 's1' }]);
    expect(propertiesOf(one({ source_original: ' . ' }))).not.toHaveProperty('claims');
    const two = one({ source_article: 'Lantern 4/5-21; Radio Ferry, in English 6 May 21;' });
    expect(propertiesOf(two).sources).toEqual(['s1', 's2']);
  });

  it('leaves out the date of a source that stands for none, and says so', () => {
    const read = one({ source_article: '"Lantern,1753-01-01,Six dead"' });
    expect(read.facts.sources).toEqual({ s1: { title: 'Six dead', publisher: 'Lantern' } });
    expect(said(read)).toEqual(['warning placeholder-date source_date']);
  });

  it('keeps a swapped pair as it is, for the model to name', () => {
    const read = one({ latitude: '34.75', longitude: '-0.1' });
    expect(read.records[0]!.feature!.geometry).toEqual({
      type: 'Point',
      coordinates: [-0.1, 34.75],
    });
    const range = one({ latitude: '134.75', longitude: '-0.1' });
    expect(range.records[0]!.problems[0]!.message).toBe(
      'latitude is "134.75"; expected a latitude -90 to 90 (with longitude -0.1: are the two swapped?).',
    );
  });

  it('of GeoJSON keeps every member as the value it was', async () => {
    const properties = { ...ROW, best: 6, adm_2: null, gwnob: '', mine: { a: [1.5] } };
    const geometry = { type: 'Point', coordinates: [34.7, -0.1, 12] };
    const feature = { type: 'Feature', bbox: [1, 2, 3, 4], own: { b: null }, properties, geometry };
    // That one comes after those by which the columns are found.
    const late = { ...feature, properties: { ...ROW, id: 'late', seen: 'late', n: 7 } };
    const features = [...Array.from({ length: 1000 }, () => feature), late];
    const read = await readText(
      geojson([ucdp]),
      JSON.stringify({ type: 'FeatureCollection', features }),
    );
    expect(read.records[0]!.feature).toMatchObject({
      bbox: [1, 2, 3, 4],
      own: { b: null },
      geometry,
    });
    expect(propertiesOf(read).ucdp).toMatchObject({
      best: 6,
      adm_2: null,
      gwnob: '',
      mine: { a: [1.5] },
      code_status: 'Clear',
    });
    expect(propertiesOf(read).ucdp).not.toHaveProperty('side_a');
    expect(propertiesOf(read, 1001).ucdp).toMatchObject({ seen: 'late', n: 7 });
  });

  it('is found in GeoJSON too, by the names of its properties', async () => {
    const { latitude, longitude, ...given } = ROW;
    const properties = { ...given, id: 900001, best: 6, where_prec: 2 };
    const geometry = { type: 'Point', coordinates: [Number(longitude), Number(latitude)] };
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties, geometry }],
    });
    const read = await readText(geojson([ucdp]), text);
    expect(propertiesOf(read)).toMatchObject({
      title: 'Government of Kenya - Lake Front, Kisumu town',
      where: { precision: 'district', radius: 25_000 },
    });
    expect(read.records[0]!.feature).toMatchObject({ id: '900001', geometry });
  });

  it('always gives a date that holds both ends of the window', () => {
    const day = fc.date({
      min: new Date('1946-01-01'),
      max: new Date('2030-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, day, fc.constantFrom('1', '2', '3', '4', '5'), (a, b, date_prec) => {
        const [first, last] = [a, b].sort((one, two) => one.getTime() - two.getTime());
        const [date_start, date_end] = [first!, last!].map((date) =>
          date.toISOString().slice(0, 10),
        );
        const { when } = propertiesOf(one({ date_start, date_end, date_prec }));
        const span = parseEdtf(when as string);
        expect(span.start).toBe(Date.parse(date_start!));
        expect(span.end).toBe(Date.parse(date_end!) + 86_400_000);
        expect(span.startSoft).toBe(date_prec !== '1');
      }),
      { numRuns: 100 },
    );
  });

  it('does not take other tables for its own', () => {
    expect(ucdp.fits(COLUMNS)).toBeGreaterThan(0.9);
    expect(ucdp.fits(['id', 'date_start', 'date_end', 'latitude', 'longitude', 'best'])).toBe(0);
    expect(() => ucdp.open(['id', 'best'], {})).toThrow(/date_start/);
  });
});
