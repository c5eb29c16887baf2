import { afterEach, expect, it, vi } from 'vitest';
import { withChoices } from '../../../src/pages/start/drop';
import { remember, rememberedChoices } from '../../../src/pages/start/remembered';

const file = (name: string, size = 1) => new File(['x'.repeat(size)], name);
const columns = ['Tag', 'Was'];

afterEach(() => vi.unstubAllGlobals());

function storage() {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  return kept;
}

it('choices come with the file that they are for, which is opened first', () => {
  const all = [file('large.csv', 9), file('rows.import.json'), file('rows.csv')];
  const { files, choices, base } = withChoices(all);
  expect(files.map(({ name }) => name)).toEqual(['rows.csv', 'large.csv']);
  expect([choices?.name, base]).toEqual(['rows.import.json', 'rows']);
  expect(withChoices([file('rows.csv')]).choices).toBeUndefined();
});

it('choices are remembered for the same columns, and forgotten with none', () => {
  storage();
  remember(columns, { dayOrder: 'day-first', title: 'One', map: new Map([['when', 'Tag']]) });
  expect(JSON.parse(rememberedChoices(columns)!)).toEqual({
    map: { when: 'Tag' },
    'day-order': 'day-first',
  });
  expect(rememberedChoices(['Tag'])).toBeUndefined();
  remember(columns, {});
  expect(rememberedChoices(columns)).toBeUndefined();
});

it('choices of the fifty last tables are kept', () => {
  storage();
  for (let table = 0; table < 60; table++) remember([`c${table}`], { century: 1900 + table });
  expect(rememberedChoices(['c9'])).toBeUndefined();
  expect(rememberedChoices(['c10'])).toBe('{"century":1910}');
});

it('a browser that keeps nothing, or something else, remembers nothing', () => {
  vi.stubGlobal('localStorage', undefined);
  remember(columns, { dayOrder: 'day-first' });
  expect(rememberedChoices(columns)).toBeUndefined();
  const kept = storage();
  for (const text of ['{', 'null', '3']) {
    kept.set('datelines:choices', text);
    expect(rememberedChoices(columns)).toBeUndefined();
  }
});
