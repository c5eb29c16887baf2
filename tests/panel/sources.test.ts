import { describe, expect, it } from 'vitest';
import { isRelativeAddress } from '../../src/model/safe-address';
import { edtfInWords } from '../../src/panel/edtf-words';
import { isOwnHost, mediaAddress, mediaKind } from '../../src/panel/media-address';
import { sourcesOf } from '../../src/panel/source-list';
import { storyOf } from '../view/stories';

describe('sourcesOf', () => {
  it('has each source once, and those that only claims name', () => {
    const { events, sources } = storyOf(
      [
        {
          when: '2026-03-12',
          sources: ['paper', { title: 'Same', url: 'https://example.org/1' }],
          claims: [
            { by: 'A', stance: 'denies', text: 'No.', source: 'paper' },
            { by: 'B', stance: 'asserts', text: 'Yes.', source: 'agency' },
          ],
        },
      ],
      {
        sources: {
          paper: { title: 'Paper', url: 'https://example.org/1' },
          agency: { title: 'Agency' },
        },
      },
    );
    expect(sourcesOf(events[0]!, sources).map(({ title }) => title)).toEqual(['Paper', 'Agency']);
  });
});

describe('edtfInWords', () => {
  it.each([
    ['2025-12-17', '17 Dec 2025'],
    ['2025-12-17~', 'c. 17 Dec 2025'],
    ['2025-12', 'Dec 2025'],
    ['2025', '2025'],
    ['2025-12-17T23:30:00Z', '18 Dec 2025, 01:30'],
    ['2025-12-17/2025-12-18', '2025-12-17/2025-12-18'],
  ])('%s is %s', (text, words) => {
    expect(edtfInWords(text, 'en', 'Europe/Kyiv')).toBe(words);
  });
});

describe('an address of media', () => {
  const story = 'https://example.org/events/a.geojson';

  it('is seen from the story', () => {
    expect(mediaAddress('https://other.org/a.jpg', story)).toBe('https://other.org/a.jpg');
    expect(mediaAddress('media/a.jpg', story)).toBe('https://example.org/events/media/a.jpg');
    expect(mediaAddress('/a.jpg', story)).toBe('https://example.org/a.jpg');
    expect(mediaAddress('media/a.jpg', '../../events/a.geojson')).toBe('../../events/media/a.jpg');
    expect(mediaAddress('a.jpg', 'blob:null/1')).toBeNull();
  });

  it('is of the own host or not', () => {
    expect(isOwnHost('https://example.org/a.jpg', 'https://example.org/s/a/')).toBe(true);
    expect(isOwnHost('https://other.org/a.jpg', 'https://example.org/s/a/')).toBe(false);
  });

  it('may be relative where it names no other host', () => {
    expect(['a.jpg', 'media/a.jpg', '../a.jpg', '/a.jpg'].every(isRelativeAddress)).toBe(true);
    const unsafe = [
      '',
      '//x.org/a',
      '/\\x.org',
      '\\\\x',
      'javascript:1',
      'data:x',
      ' a',
      'a\u202e',
      5,
    ];
    expect(unsafe.some(isRelativeAddress)).toBe(false);
  });

  it('has a kind by its type', () => {
    expect(['image/png', 'Photo', 'video/mp4', 'recording', 'article'].map((type) => mediaKind({ type }))).toEqual(['image', 'image', 'video', 'audio', null]); // prettier-ignore
  });
});
