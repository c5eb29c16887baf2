/** What is an option of the command line is a menu of a page. */
import compile from 'icu-minify/compile';
import format from 'icu-minify/format';
import { describe, expect, it } from 'vitest';
import { dialogs, reading } from '../../src/words/en';

const formatters = {
  getDateTimeFormat: (...of: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...of),
  getNumberFormat: (...of: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...of),
  getPluralRules: (...of: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(...of),
};
/** Any value for every argument. */
const values = (surface: string) =>
  new Proxy({ surface } as Record<string, string | number>, {
    get: (given, name) => (name === 'surface' ? given.surface : 3),
    has: () => true,
  });
const written = (message: string, surface: string) =>
  String(format(compile(message), 'en', values(surface), { formatters }));

const messages = Object.entries(reading).filter(([, message]) => message.includes('surface'));

describe('a message that names a choice', () => {
  it('is one of many', () => expect(messages.length).toBeGreaterThan(20));

  it.each(messages)('%s names an option on the command line', (_, message) => {
    expect(written(message, 'command line')).toMatch(/--[a-z]/);
  });

  it.each(messages)('%s names a menu in the page, and no option', (_, message) => {
    const text = written(message, 'page');
    expect(text).not.toMatch(/--[a-z]/);
    const labels = [...text.matchAll(/“([^”]+)”/g)].map(([, label]) => label!);
    const known = [...Object.values<string>(dialogs)].join('\n');
    expect(labels.filter((label) => !known.includes(label))).toEqual([]);
  });

  it('speaks of options only where it knows the surface', () => {
    const bare = Object.entries<string>(reading).filter(
      ([, message]) => /--[a-z]/.test(message) && !message.includes('{surface, select'),
    );
    expect(bare).toEqual([]);
  });
});
