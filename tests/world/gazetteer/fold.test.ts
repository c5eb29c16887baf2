import { describe, expect, it } from 'vitest';
import { keyOf, keysOf, foldName } from '../../../src/world/gazetteer/fold';
import { withoutKind } from '../../../src/world/gazetteer/generic';
import { queriesOf } from '../../../src/world/gazetteer/query';
import { oneEdit } from '../../../src/world/gazetteer/typos';

describe('a name folded', () => {
  it('loses case, diacritics, apostrophes and hyphens', () => {
    expect(foldName('  Mar-a-Lago ')).toBe('mar a lago');
    expect(foldName('Rzeszów')).toBe('rzeszow');
    expect(foldName('Куп’янськ')).toBe(foldName("куп'янськ"));
    expect(foldName('مُوسكو')).toBe('موسكو');
    expect(foldName('दिल्ली')).toBe('दिल्ली');
  });

  it.each([
    ['Zaporizhzhia', 'Zaporizhzhya', 'Запоріжжя'],
    ['Avdiivka', 'Avdiyivka', 'Авдіївка'],
    ['Sharm el-Sheikh', 'Sharm el Sheikh', 'Sharm El-Sheikh'],
    ['Huliaipole', 'Hulyaypole', 'Гуляйполе'],
    ['St Petersburg', 'Saint Petersburg', 'Sankt Petersburg'],
    ['القاهرة', 'قاهره', 'القَاهِرة'],
  ])('%s, %s and %s have one key', (...names) => {
    const [a, b, c] = names.map(keysOf);
    expect(a).toContain(b![0]);
    expect(c!.some((key) => a!.includes(key))).toBe(true);
  });

  it('reads г as Ukrainian, Russian or both', () => {
    expect(keysOf('Гагарін')).toHaveLength(1);
    expect(keysOf('Быхаг')).toHaveLength(1);
    expect(keysOf('Горловка')).toEqual(['gorlovka', 'horlovka']);
  });

  it('reads no name out of letters held down, nor of letters of two languages', () => {
    expect(keysOf('Zzzzq')).toEqual(['zzzzq']);
    expect(keysOf('Uukk')).toEqual(['uukk']);
    expect(keysOf('Mariuppol')).toEqual(keysOf('Mariupol'));
    expect(keysOf('ґьгіёрїя')).not.toContain(keyOf('Geria'));
  });

  it('keeps different names apart', () => {
    const names = ['Kyiv', 'Kharkiv', 'Kherson', 'Lviv', 'Odesa', 'Gaza', '東京', '北京', 'رفح'];
    expect(new Set(names.map(keyOf)).size).toBe(names.length);
    expect(keyOf('!!!')).toBe('');
  });
});

describe('a question read', () => {
  it('takes off what says the kind', () => {
    expect(withoutKind('Rostov region')).toEqual({ core: 'rostov', wants: 'region' });
    expect(withoutKind('محافظة إدلب')).toMatchObject({ wants: 'region' });
    expect(withoutKind('Gaza City')).toEqual({ core: 'gaza', wants: 'settlement' });
    expect(withoutKind('Region')).toBeUndefined();
    expect(withoutKind('Kyiv')).toBeUndefined();
  });

  it('parts a place from what it lies within', () => {
    expect(queriesOf('Paris, Texas')[0]).toMatchObject({ within: ['Texas'] });
    expect(queriesOf('Springfield (Greene County, Missouri)')[0]!.within).toEqual([
      'Greene County',
      'Missouri',
    ]);
    expect(queriesOf('Kyiv')).toHaveLength(1);
  });
});

it('one letter apart: left out, put in, another, two swapped; not two', () => {
  expect(oneEdit('mariupl', 'mariupol')).toBe(true);
  expect(oneEdit('mariupool', 'mariupol')).toBe(true);
  expect(oneEdit('mariupal', 'mariupol')).toBe(true);
  expect(oneEdit('mariuplo', 'mariupol')).toBe(true);
  expect(oneEdit('mariupol', 'mariupol')).toBe(false);
  expect(oneEdit('mriupl', 'mariupol')).toBe(false);
});
