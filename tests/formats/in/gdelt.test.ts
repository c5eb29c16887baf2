import { describe, expect, it } from 'vitest';
import { gdelt } from '../../../src/formats/in/gdelt/gdelt';
import { gdeltColumns, columnsV1 } from '../../../src/formats/in/gdelt/codes';
import { propertiesOf, readText, said } from '../shared/reading';

const ROW: Readonly<Record<string, string>> = {
  GLOBALEVENTID: '1900000001',
  SQLDATE: '20240305',
  MonthYear: '202403',
  Year: '2024',
  FractionDate: '2024.1781',
  Actor1Name: 'MINISTER "X"',
  Actor2Name: 'UNION',
  EventCode: '040',
  EventRootCode: '04',
  QuadClass: '1',
  GoldsteinScale: '1.0',
  ActionGeo_Type: '4',
  ActionGeo_Fullname: 'Kyiv, Kyyiv, Misto, Ukraine',
  ActionGeo_CountryCode: 'UP',
  ActionGeo_Lat: '50.4333',
  ActionGeo_Long: '30.5167',
  DATEADDED: '20240305101500',
  SOURCEURL: 'https://news.example/a',
};
const line = (changes: object = {}, columns = gdeltColumns) => {
  const row: Readonly<Record<string, string>> = { ...ROW, ...changes };
  return columns.map((column) => row[column] ?? '').join('\t');
};
const one = (changes: object) => readText(gdelt, `${line(changes)}\n`);

describe('GDELT', () => {
  it('has the columns of its codebooks', () => {
    expect(gdeltColumns).toHaveLength(61);
    expect(columnsV1).toHaveLength(58);
    expect(gdeltColumns[26]).toBe('EventCode');
    expect(gdeltColumns[60]).toBe('SOURCEURL');
    expect(columnsV1[57]).toBe('SOURCEURL');
  });

  it('takes every row for a lead that nobody has checked', async () => {
    const read = await one({});
    const { gdelt: kept, ...properties } = propertiesOf(read);
    expect(properties).toEqual({
      title: 'MINISTER "X" – UNION: Consultation, Kyiv, Kyyiv, Misto, Ukraine',
      category: 'consultation',
      when: '2024-03-05',
      where: { name: 'Kyiv, Kyyiv, Misto, Ukraine', precision: 'settlement', country: 'UA' },
      evidence: 'claimed',
      actors: [
        { name: 'MINISTER "X"', role: 'Actor 1' },
        { name: 'UNION', role: 'Actor 2' },
      ],
      sources: ['s1'],
      note: 'Found and coded by machine in news; nobody has checked it. Date, place and sides may be wrong.',
    });
    expect(kept).toMatchObject({
      EventCode: '040',
      GoldsteinScale: '1.0',
      DATEADDED: '20240305101500',
    });
    expect(kept).not.toHaveProperty('ActionGeo_Lat');
    expect(read.judged).toEqual([]);
  });

  it('takes the middle of an area for an area', async () => {
    for (const [ActionGeo_Type, precision] of [
      ['1', 'country'],
      ['2', 'region'],
      ['5', 'region'],
    ]) {
      const { where, note } = propertiesOf(await one({ ActionGeo_Type }));
      expect(where).toMatchObject({ precision });
      expect(note).toMatch(/middle of an area/);
    }
  });

  it('gives records of one article its one source, in pieces of any size', async () => {
    const text = [
      line(),
      line({ GLOBALEVENTID: '2' }),
      '',
      line({ GLOBALEVENTID: '3', SOURCEURL: 'A news service' }),
    ].join('\r\n');
    for (const size of [1, 7, 4096]) {
      const read = await readText(gdelt, text, {}, size);
      expect(read.records).toHaveLength(3);
      expect(propertiesOf(read, 2).sources).toEqual(['s1']);
      expect(read.facts.sources).toEqual({
        s1: { title: 'news.example', url: 'https://news.example/a' },
        s2: { title: 'A news service' },
      });
    }
  });

  it('reads the columns of version 1', async () => {
    const read = await readText(gdelt, line({}, columnsV1));
    expect(propertiesOf(read)).toMatchObject({ when: '2024-03-05', sources: ['s1'] });
  });

  it('names columns and lines of what it can’t read', async () => {
    expect(said(await one({ SQLDATE: '20240399' }))).toEqual(['error impossible-date SQLDATE']);
    expect(said(await one({ ActionGeo_Lat: '' }))).toEqual(['error half-position ActionGeo_Lat']);
    expect(said(await one({ EventRootCode: '77' }))).toEqual([
      'warning unknown-code EventRootCode',
    ]);
    const short = await readText(gdelt, `${line()}\n${line()}\tmore`);
    expect(said(short)).toEqual(['error column-count line 2']);
  });

  it('is known by its rows, which no other table has', () => {
    const detect = (text: string, whole = true) => gdelt.detect({ name: '', text, whole });
    expect(detect(line())).toBeGreaterThan(0.9);
    expect(detect(`${line()}\n${line().slice(0, 40)}`, false)).toBeGreaterThan(0.9);
    expect(detect(`${line()}\na\tb`)).toBe(0);
    expect(detect(gdeltColumns.join('\t'))).toBe(0);
    expect(detect('')).toBe(0);
  });
});
