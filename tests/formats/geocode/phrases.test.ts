import { describe, expect, it } from 'vitest';
import { nominativesOf } from '../../../src/formats/geocode/cases';
import { phraseReadings } from '../../../src/formats/geocode/phrases';

/** Each reading as `relation name metres`, marked where it is one of several kinds. */
function readings(text: string): string[] {
  return phraseReadings(text).map(({ phrases, between, listed, address }) => {
    const marks = [between && 'between', listed && 'listed', address && 'address'].filter(Boolean);
    const parts = phrases.map(({ relation, name, metres }) =>
      [relation, name, ...(metres === undefined ? [] : [metres])].join(' '),
    );
    return [...marks, parts.join(' + ')].join(': ');
  });
}

describe('the text of a cell', () => {
  it.each([
    ['near Bakhmut', 'near Bakhmut'],
    ['outskirts of Aleppo', 'near Aleppo'],
    ['on the outskirts of Aleppo', 'near Aleppo'],
    ['North of Izium', 'near Izium'],
    ['10 km north of Izium', 'near Izium 10000'],
    ['3 miles from Homs', 'near Homs 4827'],
    ['off the coast of Odesa', 'near Odesa'],
    ['Bakhmut direction', 'near Bakhmut'],
    ['біля Краматорська', 'near Краматорська'],
    ['неподалік від Києва', 'near Києва'],
    ['Бахмутський напрямок', 'near Бахмутський'],
    ['около Донецка', 'near Донецка'],
    ['قرب حلب', 'near حلب'],
    ['ريف إدلب', 'near إدلب'],
    ['Bakhmut raion', 'district Bakhmut'],
    ['Bakhmut district', 'district Bakhmut'],
    ['Бахмутський район, Донецька область', 'district Бахмутський, Донецька область'],
    ['between Kyiv and Lviv', 'between: at Kyiv + at Lviv'],
    ['між Києвом і Львовом', 'between: at Києвом + at Львовом'],
    ['между Киевом и Львовом', 'between: at Киевом + at Львовом'],
    ['بين حلب وإدلب', 'between: at حلب + at إدلب'],
    ['Kyiv–Odesa highway', 'between: at Kyiv + at Odesa'],
    ['Kyiv; near Lviv', 'at Kyiv + near Lviv'],
    ['Kyiv/Lviv', 'at Kyiv + at Lviv'],
    ['Kyiv and Lviv', 'at Kyiv + at Lviv'],
    ['Київ та Львів', 'at Київ + at Львів'],
    ['حلب وحمص', 'at حلب + at حمص'],
    ['Sumy and Kharkiv oblasts', 'at Sumy oblast + at Kharkiv oblast'],
    ['Kyiv, Lviv', 'listed: at Kyiv + at Lviv'],
    ['Khreshchatyk 12, Kyiv', 'address: at Kyiv'],
    ['eastern Ukraine', 'at Ukraine'],
    ['у Харкові', 'at Харкові'],
  ])('%s can be read as %s', (text, reading) => {
    expect(readings(text)).toContain(reading);
  });

  it('is a name as it stands first, unless it is a unit of the second order', () => {
    expect(readings('Bosnia and Herzegovina')[0]).toBe('at Bosnia and Herzegovina');
    expect(readings('North Kivu')[0]).toBe('at North Kivu');
    expect(readings('Bakhmut raion')[0]).toBe('district Bakhmut');
  });

  it.each(['', '   ', '123', '???', 'x'.repeat(200)])('%j has none', (text) => {
    expect(phraseReadings(text)).toEqual([]);
  });

  it('names at most twelve places', () => {
    const many = Array.from({ length: 13 }, (_, at) => `Place ${at}`).join('; ');
    expect(phraseReadings(many).every(({ phrases }) => phrases.length <= 12)).toBe(true);
  });

  it('is read in no time however it is made', () => {
    for (const text of [
      'between '.repeat(20),
      'near '.repeat(30),
      ', '.repeat(80),
      ' و'.repeat(80),
    ])
      expect(phraseReadings(text).length).toBeLessThan(100);
  });
});

describe('a name in another case', () => {
  it.each([
    ['Краматорська', 'Краматорськ'],
    ['Авдіївки', 'Авдіївка'],
    ['Києва', 'Київ'],
    ['Миколаєва', 'Миколаїв'],
    ['Харковом', 'Харків'],
    ['Одесі', 'Одеса'],
    ['Маріуполя', 'Маріуполь'],
    ['Хмельницького', 'Хмельницький'],
    ['Рівного', 'Рівне'],
    ['Запоріжжям', 'Запоріжжя'],
    ['Бахмутський', 'Бахмут'],
    ['Донецка', 'Донецк'],
    ['Москвы', 'Москва'],
    ['Херсоном', 'Херсон'],
    ['Горловки', 'Горловка'],
  ])('%s may be of %s', (name, nominative) => {
    expect(nominativesOf(name)).toContain(nominative);
  });

  it('is looked for in Cyrillic only', () => {
    expect(nominativesOf('Kyiv')).toEqual([]);
    expect(nominativesOf('حلب')).toEqual([]);
  });
});
