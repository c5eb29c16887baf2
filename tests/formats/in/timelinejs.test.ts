import { describe, expect, it } from 'vitest';
import { timelinejsTable } from '../../../src/formats/in/timelinejs/spreadsheet';
import { timelinejs } from '../../../src/formats/in/timelinejs/timelinejs';
import { propertiesOf, readTable, readText, said } from '../shared/reading';

const EVENT = {
  start_date: { year: '2021', month: '3', day: '9', hour: '14', minute: '5' },
  end_date: { year: 2021, month: 4 },
  text: {
    headline: 'The <i>bridge</i> opens',
    text: '<p>See <a href="https://example.org/a">the report</a>.</p>',
  },
  media: {
    url: 'https://example.org/bridge.jpg?w=2',
    caption: 'A bridge',
    credit: '<b>Somebody</b>',
  },
  group: 'Building',
  unique_id: 'bridge',
  background: { color: '#fff' },
};
const file = (...events: unknown[]) => JSON.stringify({ events });

describe('TimelineJS JSON', () => {
  it('takes the words of a slide, and keeps the slide', async () => {
    const read = await readText(timelinejs, file(EVENT), {}, 7);
    expect(read.records[0]!.feature).toEqual({
      type: 'Feature',
      id: 'bridge',
      geometry: null,
      properties: {
        title: 'The bridge opens',
        summary: 'See the report.',
        category: 'building',
        when: '2021-03-09T14:05/2021-04',
        sources: [{ title: 'example.org', url: 'https://example.org/a' }],
        media: [
          {
            type: 'image',
            url: 'https://example.org/bridge.jpg?w=2',
            alt: 'A bridge',
            credit: 'Somebody',
          },
        ],
        timelinejs: EVENT,
      },
    });
    expect(said(read)).toEqual(['warning zone-not-stated start_date']);
    expect(read.judged).toEqual([]);
  });

  it.each([
    [{ year: 2021 }, undefined, '2021'],
    [{ year: '2021', month: '12' }, undefined, '2021-12'],
    [{ year: '-44', month: 3, day: 15 }, undefined, '-0043-03-15'],
    [{ year: '-4500000000' }, undefined, 'Y-4499999999'],
    [{ year: '1,984' }, { year: '1985' }, '1984/1985'],
    [{ year: 2021, month: 5, day: 20 }, { year: 2021, month: 5 }, '2021-05-20/2021-05-XX'],
    [{ year: 2021, month: 5, day: 20 }, { year: 2021 }, '2021-05-20/2021-XX-XX'],
    [{ year: 2021, month: 5, day: 2, hour: 9 }, undefined, '2021-05-02T09'],
  ])('reads the date %j to %j', async (start_date, end_date, when) => {
    const read = await readText(timelinejs, file({ ...EVENT, start_date, end_date }));
    expect(propertiesOf(read).when).toBe(when);
  });

  it.each([
    [{}, undefined, 'error missing-date start_date.year'],
    [{ year: 'soon' }, undefined, 'error bad-date start_date.year'],
    [{ year: 2021, month: 13 }, undefined, 'error impossible-date start_date.month'],
    [{ year: 2021, month: 2, day: 29 }, undefined, 'error impossible-date start_date.day'],
    [{ year: 2021, day: 2 }, undefined, 'error bad-date start_date.month'],
    [{ year: 2021 }, { year: 2020 }, 'error end-before-start end_date.year'],
  ])('refuses the date %j to %j', async (start_date, end_date, problem) => {
    const read = await readText(timelinejs, file({ ...EVENT, start_date, end_date }));
    expect(said(read)).toEqual([problem]);
  });

  it('reads eras as records and the title slide as the story’s own', async () => {
    const text = JSON.stringify({
      title: { text: { headline: 'Two <b>bridges</b>', text: 'A short history' } },
      events: [EVENT, 'no slide'],
      eras: [{ start_date: { year: 1900 }, end_date: { year: 1950 }, text: { headline: 'Iron' } }],
      scale: 'human',
    });
    const read = await readText(timelinejs, text);
    expect(propertiesOf(read, 3)).toMatchObject({ title: 'Iron', category: 'era' });
    expect(said(read)).toContain('error not-an-event events');
    expect(read.facts).toMatchObject({
      title: 'Two bridges',
      description: 'A short history',
      timelinejs: { scale: 'human' },
    });
  });

  it('shows no embedded HTML and no unsafe address', async () => {
    const media = { url: '<iframe src="https://x.example"></iframe>', link: 'javascript:1' };
    const read = await readText(timelinejs, file({ ...EVENT, media, text: { headline: 'a' } }));
    expect(propertiesOf(read)).not.toHaveProperty('media');
    expect(propertiesOf(read)).not.toHaveProperty('sources');
    expect(propertiesOf(read)).toMatchObject({ timelinejs: { media } });
  });

  it('is known by its slides, and is no GeoJSON', async () => {
    const head = (text: string) => ({ name: '', text, whole: true });
    expect(timelinejs.detect(head(file(EVENT)))).toBeGreaterThan(0.9);
    expect(timelinejs.detect(head('{"type":"FeatureCollection","features":[]}'))).toBe(0);
    expect(timelinejs.detect(head('{"events":[]}'))).toBe(0);
    await expect(readText(timelinejs, '{"events":3}')).rejects.toThrow(/list "events"/);
    await expect(readText(timelinejs, '{"events":[')).rejects.toThrow(/line 1, column 12/);
  });
});

const COLUMNS =
  'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background'.split(
    ',',
  );

describe('TimelineJS spreadsheet', () => {
  it('reads rows as slides, eras too', () => {
    const read = readTable(timelinejsTable, COLUMNS, [
      { Year: '2021', Month: '3', Day: '9', Time: '2:05 PM', Headline: 'Opens', Background: 'red' },
      { Year: '1900', 'End Year': '1950', Headline: 'Iron', Type: 'era' },
    ]);
    expect(propertiesOf(read)).toEqual({
      title: 'Opens',
      when: '2021-03-09T14:05',
      timelinejs: {
        Year: '2021',
        Month: '3',
        Day: '9',
        Time: '2:05 PM',
        Headline: 'Opens',
        Background: 'red',
      },
    });
    expect(propertiesOf(read, 2)).toMatchObject({ category: 'era', when: '1900/1950' });
  });

  it('refuses the title row by name and gives the story its title', () => {
    const read = readTable(timelinejsTable, COLUMNS, [
      { Headline: 'Two bridges', Text: 'A history', Type: 'title' },
      { Year: '2021', Headline: 'Opens' },
    ]);
    expect(said(read)).toEqual(['error title-slide Type']);
    expect(read.facts).toMatchObject({ title: 'Two bridges', description: 'A history' });
    expect(propertiesOf(read, 2).title).toBe('Opens');
  });

  it('names columns of what it can’t read', () => {
    const read = readTable(timelinejsTable, COLUMNS, [
      { Year: '2021', 'End Month': '4', Headline: 'Opens' },
      { Year: '2021' },
    ]);
    expect(said(read)).toEqual(['error missing-date End Year', 'error missing-title Headline']);
  });

  it('is known by its columns in any case', () => {
    expect(timelinejsTable.fits(COLUMNS)).toBeGreaterThan(0.9);
    expect(timelinejsTable.fits(COLUMNS.map((name) => name.toLowerCase()))).toBeGreaterThan(0.9);
    expect(timelinejsTable.fits(['Year', 'Month', 'Day', 'Headline'])).toBe(0);
  });
});
