import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksIn, plainText } from '../../../src/formats/shared/plain-text';

describe('plain text', () => {
  it('has the words of HTML and nothing else', () => {
    expect(plainText('<p>One &amp; <b>two</b>&hellip;</p><p>Three<br>four</p>')).toBe(
      'One & two…\n\nThree\nfour',
    );
    expect(plainText('<script>alert("<b>")</script>a<!-- b --><style>c{}</style>')).toBe('a');
    expect(plainText('&#1046;&#x416;&#0;&#xD800;&unknown;')).toBe('ЖЖ&#0;&#xD800;&unknown;');
    expect(plainText(' 3 < 4 and a > b ')).toBe('3 < 4 and a > b');
  });

  it('finds what the text links to', () => {
    const html = '<a href="https://a.example/?x=1&amp;y=2">a</a> <A class=b HREF=\'b\'>b</A>';
    expect(linksIn(html)).toEqual(['https://a.example/?x=1&y=2', 'b']);
  });

  it('keeps text without elements, and ends soon on any', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^<&]*$/), (text) => {
        expect(plainText(text)).toBe(text.trim());
      }),
    );
    for (const part of ['<p', '<!--', '<script>', '&', '<a href="'])
      expect(plainText(part.repeat(50_000))).not.toMatch(/<script>/);
  });
});
