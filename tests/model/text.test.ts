import { expect, test } from 'vitest';
import { isText, textInLanguage } from '../../src/model/text';

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
  expect(textInLanguage(names, language)).toBe(expected);
});

test('falls back to the story, then English, then whatever there is', () => {
  expect(textInLanguage(names, 'fr', 'de')).toBe('Kiew');
  expect(textInLanguage({ ja: 'キーウ', ko: '키이우' }, 'fr', 'de')).toBe('キーウ');
  expect(textInLanguage({ en: '', ja: 'キーウ' }, 'en')).toBe('キーウ');
  expect(textInLanguage('Kyiv', 'uk')).toBe('Kyiv');
  expect(textInLanguage(undefined, 'uk')).toBe('');
  expect(textInLanguage({}, 'uk')).toBe('');
});

test('text is a string or an object of strings, not empty', () => {
  expect(isText('a') && isText({ en: 'a', uk: '' })).toBe(true);
  for (const wrong of ['', ' ', {}, { en: '' }, { en: 1 }, ['a'], 5, null, undefined]) {
    expect(isText(wrong)).toBe(false);
  }
});
