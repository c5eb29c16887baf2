import { expect, test } from 'vitest';
import { isText, plain } from '../../src/model/text';

const names = { 'uk-UA': 'Київ', en: 'Kyiv', 'pt-BR': 'Kiev', de: 'Kiew' };

test.each([
  ['de', 'Kiew'],
  ['DE-at', 'Kiew'],
  ['uk-UA', 'Київ'],
  ['uk', 'Київ'],
  ['uk-Cyrl-UA', 'Київ'],
  ['pt-PT', 'Kiev'],
  ['fr', 'Kyiv'],
  ['', 'Kyiv'],
  ['__proto__', 'Kyiv'],
  ['constructor', 'Kyiv'],
])('%s', (language, expected) => {
  expect(plain(names, language)).toBe(expected);
});

test('falls back to the story, then English, then whatever there is', () => {
  expect(plain(names, 'fr', 'de')).toBe('Kiew');
  expect(plain({ ja: 'キーウ', ko: '키이우' }, 'fr', 'de')).toBe('キーウ');
  expect(plain({ en: '', ja: 'キーウ' }, 'en')).toBe('キーウ');
  expect(plain('Kyiv', 'uk')).toBe('Kyiv');
  expect(plain(undefined, 'uk')).toBe('');
  expect(plain({}, 'uk')).toBe('');
});

test('text is a string or an object of strings, not empty', () => {
  expect(isText('a') && isText({ en: 'a', uk: '' })).toBe(true);
  for (const wrong of ['', ' ', {}, { en: '' }, { en: 1 }, ['a'], 5, null, undefined]) {
    expect(isText(wrong)).toBe(false);
  }
});
