import { describe, expect, it } from 'vitest';
import { oembed, sharingTags } from '../../src/build/sharing';
import { siteUrl } from '../../src/build/site-url';

const story = {
  id: 'a "b"',
  title: 'Talks & "strikes" <b>',
  description: 'One week',
  card: { width: 1200, height: 630, alt: 'A map' },
};
const site = 'https://example.org/maps/';
const folder = `${site}s/a%20%22b%22/`;

describe('the address of the site', () => {
  it('ends in one slash, however it is given', () => {
    for (const given of ['https://example.org/maps', ' https://example.org/maps/ '])
      expect(siteUrl(given)).toBe(site);
    expect(siteUrl('http://localhost:4321')).toBe('http://localhost:4321/');
  });

  it('is none where none is given', () => {
    expect([siteUrl(undefined), siteUrl(' ')]).toEqual([null, null]);
  });

  it.each([
    'example.org/maps',
    '/maps/',
    'ftp://example.org/',
    'javascript:alert(1)',
    'https://me:secret@example.org/',
    'https://example.org/?a=b',
  ])('is refused as %s', (given) => {
    expect(() => siteUrl(given)).toThrow(/SITE_URL is ".*expected an address such as/);
  });
});

describe('oEmbed', () => {
  it('frames the story by whole addresses, without a script and with all of its picture', () => {
    expect(oembed(story, site)).toEqual({
      version: '1.0',
      type: 'rich',
      title: story.title,
      provider_name: 'Datelines',
      provider_url: site,
      width: 600,
      height: 560,
      html:
        `<blockquote><a href="${folder}">Talks &amp; &quot;strikes&quot; &lt;b&gt;</a></blockquote>` +
        `<iframe src="${folder}embed/" title="Talks &amp; &quot;strikes&quot; &lt;b&gt;" width="600" ` +
        'height="560" frameborder="0" style="border: 0; max-width: 100%" loading="lazy" ' +
        'allow="fullscreen"></iframe>',
      thumbnail_url: `${folder}card.png`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
  });

  it('is a link where the site’s address is not known', () => {
    expect(oembed(story, null)).toEqual({
      version: '1.0',
      type: 'link',
      title: story.title,
      provider_name: 'Datelines',
    });
  });

  it('names no picture where there is none', () => {
    const keys = Object.keys(oembed({ ...story, card: null }, site));
    expect(keys.filter((key) => key.startsWith('thumbnail'))).toEqual([]);
  });
});

describe('the tags of a page', () => {
  it('lead to oEmbed and to the picture', () => {
    const tags = sharingTags(story, site, '../').join('\n');
    expect(tags).toContain(`<meta property="og:url" content="${folder}" />`);
    expect(tags).toContain(`<meta property="og:image" content="${folder}card.png" />`);
    expect(tags).toContain('<meta property="og:image:width" content="1200" />');
    expect(tags).toContain('<meta name="twitter:card" content="summary_large_image" />');
    expect(tags).toContain(
      `<link rel="alternate" type="application/json+oembed" href="${folder}oembed.json" ` +
        'title="Talks &amp; &quot;strikes&quot; &lt;b&gt;" />',
    );
  });

  it('say the way from the page where the site’s address is not known', () => {
    const tags = sharingTags(story, null, '../../').join('\n');
    expect(tags).toContain('og:title');
    expect(tags).not.toMatch(/og:url|https?:/);
    expect(tags).toContain('<meta property="og:image" content="../../s/a%20%22b%22/card.png" />');
    expect(tags).toContain('href="../../s/a%20%22b%22/oembed.json"');
  });
});
