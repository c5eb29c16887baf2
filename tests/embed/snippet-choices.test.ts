import { describe, expect, it } from 'vitest';
import { languagesOf, readHeight, snippetOf, type Choices } from '../../src/embed/snippet-choices';
import type { Outline } from '../../src/model/event';
import { readAddress } from '../../src/view/address';

const root = 'https://example.org/maps/';
const shown = {
  root,
  story: 'a-story',
  title: 'Talks & "strikes" </a><script>alert(1)</script>',
  address: {
    from: '2025-12-14',
    to: '2025-12-16',
    event: 'x&y="z"',
    at: { lng: 31.2, lat: 48.4, zoom: 5 },
    show: ['talks', 'strike'],
    unplaced: 'none' as const,
    q: '<b>',
  },
};
const title = 'Talks &amp; &quot;strikes&quot; &lt;/a&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
const plainest: Choices = {
  form: 'iframe',
  height: 560,
  fits: true,
  theme: 'auto',
  lang: undefined,
  dates: false,
  view: false,
  picks: false,
};
const all = { ...plainest, dates: true, view: true, picks: true };

describe('a snippet', () => {
  it('is a frame in plain HTML', () => {
    expect(snippetOf(shown, plainest)).toEqual({
      code:
        `<iframe src="${root}s/a-story/embed/" title="${title}" width="100%" height="560" ` +
        'style="border: 0" loading="lazy" allow="fullscreen" referrerpolicy="no-referrer"></iframe>',
      frame: `${root}s/a-story/embed/`,
      height: 560,
    });
  });

  it('keeps what was chosen, so that the frame opens the same', async () => {
    const { frame } = snippetOf(shown, { ...all, theme: 'dark', lang: 'uk' });
    const { address, notes } = await readAddress(new URL(frame).search);
    expect(notes).toEqual([]);
    expect(address).toMatchObject({ ...shown.address, theme: 'dark', lang: 'uk' });
    const plain = await readAddress(new URL(snippetOf(shown, plainest).frame).search);
    expect(plain.address).toEqual({});
  });

  it('is an element with its script, and a link where scripts do not run', () => {
    const { code, height } = snippetOf(shown, { ...all, form: 'element', height: 700 });
    expect(height).toBeNull();
    expect(code.split('\n')[0]).toBe(`<script src="${root}embed.js" async></script>`);
    expect(code).toContain(`<datelines-embed title="${title}" story="a-story" from="2025-12-14"`);
    expect(code).toContain('event="x&amp;y=&quot;z&quot;" at="31.20,48.40,5"');
    expect(code).toContain('q="&lt;b&gt;">');
    expect(code).not.toContain('height=');
    expect(code).toMatch(/<a href="[^"<>]*">[^<>]*<\/a>\n<\/datelines-embed>$/);
    const fixed = snippetOf(shown, { ...all, form: 'element', height: 700, fits: false });
    expect([fixed.height, fixed.code.includes(' height="700">')]).toEqual([700, true]);
  });

  it('is the address of the page', () => {
    const { code } = snippetOf(shown, { ...plainest, form: 'link', dates: true });
    expect(code).toBe(`${root}s/a-story/?from=2025-12-14&to=2025-12-16`);
  });

  it('leads to a story elsewhere by its address', () => {
    const src = 'https://elsewhere.example/a.geojson?b=c&d';
    const other = { ...shown, story: 'src', address: { src } };
    const { frame } = snippetOf(other, plainest);
    expect(frame).toBe(`${root}embed/?src=${encodeURIComponent(src).replace(/%3A/g, ':')}`);
    const { code } = snippetOf(other, { ...plainest, form: 'element' });
    expect(code).toContain(' src="https://elsewhere.example/a.geojson?b=c&amp;d"');
    expect(code).not.toContain('story=');
  });
});

it.each([
  ['320', 320],
  [' 1200 ', 1200],
  ['319', null],
  ['1201', null],
  ['', null],
  ['5e2', null],
  ['-400', null],
])('a height of "%s" is read as %s', (text, height) => expect(readHeight(text)).toBe(height));

it('the languages of a story are those of its texts, its own first', () => {
  const story = {
    language: 'en',
    title: { uk: 'Мапа', en: 'Map' },
    categories: [{ label: { de: 'Treffen' } }, { label: 'Strike' }],
  } as unknown as Outline;
  expect(languagesOf(story, [])).toEqual(['en', 'uk', 'de']);
  expect(languagesOf({ ...story, title: 'Map', categories: [] }, [])).toEqual(['en']);
});
