/**
 * `no-places.tsv`: what stands in a column of places where there is none, each with its kind; written
 * down before the sources' other names were cleaned, when 127 of them gave a place that stood clear.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commonWords } from '../../../geo/gazetteer/no-names';
import lists from '../../../geo/gazetteer/no-places.json';
import { gazetteer } from './files';

const { find } = gazetteer();

const texts = readFileSync('tests/world/gazetteer/no-places.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t') as [string, string]);

/** The fold makes "xizi" of it, as of "Xızı", Khizi in Azerbaijan. */
const spellings = ['xyzzy'];

/** What stands clear, as `text: place, why`. */
async function clearOf(names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const [best] = await find(name, { limit: 2 });
    if (best && !best.ambiguous) found.push(`${name}: ${best.name}, ${best.why}`);
  }
  return found;
}

describe('what is no place', { timeout: 120_000 }, () => {
  it('is of many kinds and languages', () => {
    expect(texts.length).toBeGreaterThanOrEqual(500);
    expect(new Set(texts.map(([, kind]) => kind)).size).toBe(5);
    expect(Object.keys(lists).length).toBeGreaterThanOrEqual(20);
  });

  it('gives none that stands clear', async () => {
    const names = texts.map(([text]) => text).filter((text) => !spellings.includes(text));
    expect(await clearOf(names)).toEqual([]);
  });

  it('gives none by a word that the recipe knows for no place, in any case of letters', async () => {
    const words = [...commonWords()].flatMap(([word, kind]) => (kind === 'no place' ? [word] : []));
    expect(words.length).toBeGreaterThan(1500);
    expect(await clearOf([...words, ...words.map((word) => word.toUpperCase())])).toEqual([]);
  });

  it.each(['Zzzzq', 'Unknown', 'Victory', 'Невідомо', 'غير معروف', '未知'])(
    '%s gives nothing at all',
    async (name) => {
      expect(await find(name)).toEqual([]);
    },
  );
});

describe('a word that is a name', () => {
  it.each([
    ['Cologne', 'Köln'],
    ['Hull', 'Kingston upon Hull'],
    ['Mecca', 'Makkah'],
    ['Reading', 'Reading'],
    ['LA', 'Los Angeles'],
  ])('%s comes first where it is one by hand or by its size', async (name, expected) => {
    expect((await find(name))[0]!.name).toBe(expected);
  });

  it.each(['Nice', 'Mobile', 'Split', 'Turkey', 'Suède'])(
    '%s stands clear where the place is well known',
    async (name) => {
      const [best] = await find(name);
      expect(best).toBeDefined();
      expect(best!.ambiguous).toBeUndefined();
    },
  );

  it.each(['Bath', 'Hope', 'Orange', 'Police', 'Man', 'Most', 'March'])(
    '%s is asked about',
    async (name) => {
      const [best] = await find(name);
      expect(best).toMatchObject({ ambiguous: true });
      expect(best!.why).toMatch(/is a common word|is no name, as a rule|too close/);
    },
  );

  it('is settled by a country, by a position or by what follows it', async () => {
    for (const [best] of [
      await find('Bath', { country: 'GB' }),
      await find('Bath', { near: [-2.4, 51.4] }),
      await find('Bath, England'),
    ])
      expect(best).toMatchObject({ name: 'Bath', country: 'GB' });
    expect((await find('Bath', { country: 'GB' }))[0]!.ambiguous).toBeUndefined();
    expect((await find('Bath', { near: [-2.4, 51.4] }))[0]!.ambiguous).toBeUndefined();
  });

  it('that says there is no place is settled by none of them', async () => {
    const [best] = await find('Police', { country: 'PL' });
    expect(best).toMatchObject({ name: 'Police', ambiguous: true });
    expect(best!.why).toContain('is no name, as a rule');
  });
});

describe('what may be otherwise', () => {
  it('a name off by a letter is said to be, and scores less than any that is spelt right', async () => {
    const [best] = await find('Mariupl');
    expect(best).toMatchObject({ name: 'Mariupol', ambiguous: true });
    expect(best!.why).toContain('it may be misspelt');
    expect(best!.score).toBeLessThan(0.4);
  });

  it('a place outside what follows it is asked about, unless that is unknown', async () => {
    const [outside] = await find('Paris, Ukraine');
    expect(outside).toMatchObject({ ambiguous: true });
    expect(outside!.why).toContain('it is not in “Ukraine”');
    expect((await find('Pahalgam, Kashmir'))[0]!.ambiguous).toBeUndefined();
  });

  it('two letters are, but for a country’s own', async () => {
    expect((await find('UK'))[0]).not.toHaveProperty('ambiguous');
    expect((await find('US'))[0]).not.toHaveProperty('ambiguous');
    expect((await find('us'))[0]).toHaveProperty('ambiguous');
    expect((await find('DE'))[0]).toHaveProperty('ambiguous');
    expect((await find('NY'))[0]).toHaveProperty('ambiguous');
  });
});
