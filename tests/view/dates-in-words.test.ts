import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/view/dates-in-words';
import { at, time } from './stories';

const words = wordsFor('en', 'UTC');

describe('dates in words', () => {
  it.each([
    ['2025-12-14/2025-12-15', '14–15 Dec'],
    ['2025-12-17~', 'c. 17 Dec'],
    ['2025-12~', 'c. Dec 2025'],
    ['2025-12', 'Dec 2025'],
    ['2022-02-24', '24 Feb 2022'],
    ['2024-12-30/2025-01-02', '30 Dec 2024 – 2 Jan 2025'],
    ['2025-12-17T22:05:00Z', '17 Dec, 22:05'],
    ['1914', '1914'],
    ['1914/1918', '1914–1918'],
    ['2025-12-18/..', 'since 18 Dec'],
    ['../2025-12-18', 'until 18 Dec'],
    ['2025-12-14~/2025-12-18', 'c. 14 Dec – 18 Dec'],
  ])('%s is "%s"', (edtf, expected) => {
    expect(words.when(time(edtf), 2025)).toBe(expected);
  });

  it('has the year where it does not go without saying', () => {
    expect(words.when(time('2025-12-18'))).toBe('18 Dec 2025');
    expect(words.when(time('2025-12-18'), 2024)).toBe('18 Dec 2025');
  });

  it('shows a day of the zone, wherever the reader is', () => {
    const tokyo = wordsFor('en', 'Asia/Tokyo');
    expect(tokyo.when(time('2025-12-18', 'Asia/Tokyo'), 2025)).toBe('18 Dec');
    expect(tokyo.window(at('2025-12-13T15:00Z'), at('2025-12-20T15:00Z'))).toBe(
      '14 – 20 December 2025',
    );
  });

  it('is in the reader’s language', () => {
    expect(wordsFor('uk', 'UTC').window(at('2025-12-14'), at('2025-12-21'))).toMatch(/груд/);
    expect(wordsFor('de', 'UTC').instant(at('2025-12-14'))).toBe('14. Dezember 2025');
  });
});

describe('windows and lengths in words', () => {
  it('are inclusive', () => {
    expect(words.window(at('2025-12-18'), at('2025-12-19'))).toBe('18 December 2025');
    expect(words.instant(at('2025-12-14'))).toBe('14 December 2025');
    expect(words.lastInstant(at('2025-12-21'))).toBe('20 December 2025');
    expect(words.instant(at('2025-12-14T06:30Z'))).toMatch(/14 December 2025.*06:30/);
  });

  it('count days, hours and minutes', () => {
    expect(words.length(at('2025-12-14'), at('2025-12-21'))).toBe('7 days');
    expect(words.length(at('2025-12-14'), at('2025-12-15'))).toBe('1 day');
    expect(words.length(at('2025-12-14T06:00Z'), at('2025-12-14T18:00Z'))).toBe('12 hours');
    expect(words.length(at('1969-07-20T19:48Z'), at('1969-07-20T20:28Z'))).toBe('40 minutes');
    expect(words.length(at('2024-01-01'), at('2025-07-01'))).toBe('18 months');
    expect(words.length(at('1938-11-09'), at('1990-10-03'))).toBe('52 years');
    expect(words.length(at('2025-12-14T06:00Z'), at('2025-12-14T06:30Z'))).toBe('30 minutes');
    const kyiv = wordsFor('en', 'Europe/Kyiv');
    // The clocks went forward in between.
    expect(kyiv.length(at('2025-03-29T22:00Z'), at('2025-03-30T21:00Z'))).toBe('1 day');
  });

  it('count events and kilometres', () => {
    expect(words.events(1)).toBe('1 event');
    expect(words.events(331742)).toBe('331,742 events');
    expect(words.distance(8_541_000)).toBe('8,500 km');
    expect(words.distance(42_400)).toBe('42 km');
  });
});
