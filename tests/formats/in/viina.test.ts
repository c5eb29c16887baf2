import { describe, expect, it } from 'vitest';
import { viina } from '../../../src/formats/in/viina/viina';
import { propertiesOf, readTable, said } from '../shared/reading';

const MERGED =
  'event_id_1pd,date,n_reports,event_ids_matching,sources_matching,source_urls,target_classes,target_terms,attack_terms,geonameid,asciiname,ADM1_NAME,ADM2_NAME,longitude,latitude,location_bucket,location_method,a_ukr_init_field,a_ukr_init,a_ukr_field,a_ukr,a_rus_init_field,a_rus_init,a_rus_field,a_rus,representative_text'.split(
    ',',
  );
const REPORTS =
  'event_id,report_id,location,tempid,source,date,time,url,text,lang,address,longitude,latitude,GEO_PRECISION,GEO_API,t_airstrike_b,t_civcas_b,t_mil_b,a_rus_b'.split(
    ',',
  );

const MERGED_ROW = {
  event_id_1pd: '7001',
  date: '20240302',
  n_reports: '2',
  event_ids_matching: '11|12',
  sources_matching: 'liga|pravdaua',
  source_urls: 'https://news.liga.net/a/1|https://www.pravda.com.ua/news/2/',
  target_classes: 'FUEL_STORAGE|PORT_LOGISTICS',
  geonameid: '1',
  asciiname: 'Prymirske',
  ADM1_NAME: 'Crimea',
  longitude: '34.5',
  latitude: '45.25',
  location_method: 'REVIEW_DISPUTED_CRIMEA',
  a_ukr_init_field: 'a_ukr_init_b',
  a_ukr_init: '1',
  a_ukr: '1',
  a_rus: '0',
  representative_text: 'У порту Примирського сталася пожежа.',
};

const REPORT_ROW = {
  event_id: '81',
  report_id: '9',
  source: 'ria',
  date: '20230711',
  time: '14:05',
  url: 'https://ria.ru/20230711/x.html',
  text: 'Сообщается об ударе по складу.',
  lang: 'ru',
  address: 'Степная улица, Заречье',
  longitude: '36.1',
  latitude: '47.9',
  GEO_PRECISION: 'STREET',
  t_airstrike_b: '1',
  t_civcas_b: '1',
  a_rus_b: '1',
};

const merged = (row: Partial<typeof MERGED_ROW>) =>
  readTable(viina, MERGED, [{ ...MERGED_ROW, ...row }]);
const report = (row: Partial<typeof REPORT_ROW>) =>
  readTable(viina, REPORTS, [{ ...REPORT_ROW, ...row }]);

describe('VIINA', () => {
  it('splits joined values and keeps the flags of disputed places', () => {
    const read = merged({});
    expect(propertiesOf(read)).toMatchObject({
      title: 'У порту Примирського сталася пожежа.',
      category: 'fuel-storage',
      when: '2024-03-02?',
      where: { name: 'Prymirske', precision: 'settlement' },
      evidence: 'claimed',
      actors: [{ name: 'Ukrainian or Ukrainian-aligned forces', role: 'Initiator, as classified' }],
      sources: ['s1', 's2'],
      viina: { location_method: 'REVIEW_DISPUTED_CRIMEA', event_ids_matching: '11|12' },
    });
    expect(propertiesOf(read)).not.toHaveProperty('claims');
    expect(propertiesOf(read).note).toMatch(/date is that of the report/);
    expect(read.facts.sources).toEqual({
      s1: {
        title: 'ЛІГА.net, news.liga.net',
        publisher: 'ЛІГА.net',
        url: 'https://news.liga.net/a/1',
      },
      s2: {
        title: 'Українська правда, pravda.com.ua',
        publisher: 'Українська правда',
        url: 'https://www.pravda.com.ua/news/2/',
      },
    });
    expect(read.judged).toEqual([]);
  });

  it('says who says so where the words are of one outlet', () => {
    const read = report({});
    expect(propertiesOf(read)).toMatchObject({
      title: { ru: 'Сообщается об ударе по складу.' },
      category: 'air-strike',
      when: '2023-07-11?',
      where: { name: 'Степная улица, Заречье', precision: 'street' },
      actors: [{ name: 'Russian or Russian-aligned forces', role: 'Involved, as classified' }],
      claims: [
        {
          by: 'РИА Новости',
          stance: 'asserts',
          text: { ru: 'Сообщается об ударе по складу.' },
          source: 's1',
        },
      ],
      viina: { time: '14:05', GEO_PRECISION: 'STREET' },
    });
    expect(read.facts.sources).toMatchObject({ s1: { language: 'ru', publisher: 'РИА Новости' } });
  });

  it('puts no country to a place that is marked as disputed, and says so', () => {
    const read = merged({});
    expect(propertiesOf(read).where).not.toHaveProperty('country');
    expect(read.notes).toMatchObject([{ code: 'disputed-place', value: 1 }]);
    expect(merged({ location_method: 'DROP_LOCATION_NOT_RU' }).notes).toEqual([]);
  });

  it('cuts a long report to a title and keeps it whole', () => {
    const text = `${'Слово '.repeat(40).trim()}.`;
    const { title, summary } = propertiesOf(merged({ representative_text: text }));
    expect(String(title).length).toBeLessThanOrEqual(140);
    expect(title).toMatch(/^Слово .*…$/);
    expect(summary).toBe(text);
  });

  it('links to no unsafe address and names what it can’t read', () => {
    const unsafe = merged({ source_urls: 'javascript:alert(1)', sources_matching: 'unheard' });
    expect(unsafe.facts.sources).toEqual({ s1: { title: 'unheard' } });
    expect(said(report({ GEO_PRECISION: 'NEAR' }))).toEqual(['warning unknown-code GEO_PRECISION']);
    expect(said(merged({ date: '20240231', location_method: '' }))).toEqual([
      'error impossible-date date',
    ]);
    const bare = merged({
      location_method: '',
      representative_text: '',
      target_classes: '',
      asciiname: '',
      ADM1_NAME: '',
    });
    expect(said(bare)).toEqual(['error missing-title text']);
  });

  it('knows its tables by their columns', () => {
    expect(viina.fits(MERGED)).toBeGreaterThan(0.9);
    expect(viina.fits(REPORTS)).toBeGreaterThan(0.9);
    expect(viina.fits(['date', 'longitude', 'latitude', 'source', 'text'])).toBe(0);
  });
});
