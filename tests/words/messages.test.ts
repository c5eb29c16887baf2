import { afterEach, describe, expect, it } from 'vitest';
import compile from 'icu-minify/compile';
import * as english from '../../src/words/en';
import { messagesOf, pseudoLanguage, useLanguage } from '../../src/words/messages';
import { t } from '../../src/words/page';

afterEach(() => useLanguage('en', {}));

describe('messages', () => {
  it('put values in and choose by number', () => {
    expect(t('events.count', { count: 1 })).toBe('1 event');
    expect(t('events.count', { count: 12_345 })).toBe('12,345 events');
    expect(t('map.basemapUnreadable', { reason: 'gone' })).toContain('(gone).');
  });

  it('follow the plural rules of a language, and fall back to English by key', () => {
    useLanguage('uk', {
      page: {
        'events.count':
          '{count, plural, one {# подія} few {# події} many {# подій} other {# події}}',
      },
    });
    expect([1, 2, 5, 21].map((count) => t('events.count', { count }))).toEqual([
      '1 подія',
      '2 події',
      '5 подій',
      '21 подія',
    ]);
    expect(t('map.zoomIn')).toBe('Zoom in');
  });

  it('stand in brackets in the pseudo-language', () => {
    useLanguage(pseudoLanguage, {});
    expect(t('map.zoomIn')).toBe('[Zoom in]');
    expect(t('events.count', { count: 2 })).toBe('[2 events]');
  });

  it('have one key each, and are ICU MessageFormat throughout', () => {
    const groups = Object.values(english).map((group) => Object.keys(group));
    expect(new Set(groups.flat()).size).toBe(groups.flat().length);
    for (const group of Object.values<Record<string, string>>(english))
      for (const [key, message] of Object.entries(group))
        expect(() => compile(message), key).not.toThrow();
  });

  it('are given the values that their arguments name', () => {
    const say = messagesOf('test', { plain: 'Plain', argued: '{a} of {b}' });
    expect(say('plain')).toBe('Plain');
    expect(say('argued', { a: 1, b: 'two' })).toBe('1 of two');
    // What the compiler refuses is not run.
    const refused = () => {
      // @ts-expect-error An argument is missing.
      say('argued', { a: 1 });
      // @ts-expect-error There is no such message.
      say('absent');
    };
    expect(refused).toBeTypeOf('function');
  });
});
