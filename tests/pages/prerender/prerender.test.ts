import { readFileSync } from 'node:fs';
import { parse } from 'devalue';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGeoFile } from '../../../src/build/geo-file';
import { filled } from '../../../src/build/story-pages';
import { sharingTags } from '../../../src/build/sharing';
import { storyAtRest } from '../../../src/pages/prerender/open';
import { prerender, type Prerendered } from '../../../src/pages/prerender/render';
import type { PageData } from '../../../src/story/page-data';
import { injectedStory } from '../../fixtures/injected';
import { injections } from '../../fixtures/injections';

const story = injectedStory(injections);
const ownTags = (
  'a article b blockquote circle dd defs details div dl dt figcaption figure footer g h1 header li ' +
  'line main p path pattern rect section span strong summary svg text tspan ul use'
).split(' ');
const files = {
  geo: (name: string) => readGeoFile(name, '.'),
  beside: () => Promise.reject(new Error('nothing beside it')),
};

const site = 'https://example.org/maps/';
const card = { width: 1200, height: 630, alt: injections[0]! };

async function drawnWith(text: string, page: 'reader' | 'embed') {
  const bytes = new TextEncoder().encode(text).buffer;
  const drawn = await prerender(await storyAtRest(bytes, 'hostile', files), page, '../', files);
  const tags = sharingTags({ id: 'hostile', ...drawn, card }, site, '../');
  return { drawn, html: filled(readFileSync('index.html', 'utf8'), drawn, tags), tags };
}

/** What stands in each script of a page, by its attributes. */
function scriptsIn(html: string): Map<string, string> {
  const found = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script/gi)];
  return new Map(found.map(([, attributes, text]) => [attributes!.trim(), text!]));
}

describe.each(['reader', 'embed'] as const)('the %s of a hostile story at rest', (page) => {
  let drawn: Prerendered;
  let html: string;
  let ownHead: string[];
  beforeAll(async () => {
    ({ drawn, html, tags: ownHead } = await drawnWith(story, page));
  });

  it('has no elements and attributes but its own', () => {
    const tags = new Set<string>();
    const names = new Set<string>();
    const rest = drawn.body.replace(
      /<(\/?[a-zA-Z][a-zA-Z\d]*)((?: [\w:-]+(?:="[^"<]*")?)*) ?\/?>|<!--[^<>]{0,30}-->/g,
      (_, tag: string | undefined, attributes = '') => {
        if (tag) tags.add(tag.replace('/', ''));
        for (const [, name, value] of (attributes as string).matchAll(
          / ([\w:-]+)(?:="([^"]*)")?/g,
        )) {
          names.add(name!);
          if (name === 'href') expect(value).toMatch(/^(?:https?:|mailto:|#|\.\.\/)/);
        }
        return '';
      },
    );
    expect(rest).not.toContain('<');
    for (const tag of tags) expect(ownTags).toContain(tag);
    for (const name of names) expect(name).not.toMatch(/^(?:on|src|style|action|form)|:/);
  });

  it('has every text as text', () => {
    const text = (written: string) => written.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    for (const injection of injections) expect(drawn.body).toContain(text(injection));
  });

  it('has what is told to machines in scripts that nothing ends early', () => {
    const scripts = scriptsIn(html);
    expect([...scripts.keys()]).toEqual([
      'type="application/ld+json"',
      'type="module" src="/src/pages/main.ts"',
      'type="application/json" id="map"',
      'type="application/json" id="points"',
    ]);
    for (const [attributes, text] of scripts)
      if (attributes.includes('json')) expect(() => JSON.parse(text) as unknown).not.toThrow();
    expect(html.match(/<!--/g)?.length ?? 0).toBe(drawn.body.match(/<!--/g)?.length ?? 0);
    expect(html.match(/<title>/g)).toHaveLength(1);
    const head = html.slice(html.indexOf('<title>'), html.indexOf('<script'));
    expect(head.match(/</g)).toHaveLength(3 + ownHead.length);
  });
});

it('a story that is sent with its page comes back as it was', async () => {
  const few = injections.slice(0, 8);
  const { html } = await drawnWith(injectedStory(few), 'embed');
  const text = scriptsIn(html).get('type="application/json" id="sent"');
  expect(text).not.toContain('<');
  const { events } = parse(text!) as PageData;
  const titles = events.flatMap(({ title }) =>
    typeof title === 'string' ? [title] : Object.values(title),
  );
  for (const injection of few) expect(titles).toContain(injection);
});

it('a page at rest tells events without a place apart, in its count and in its list', async () => {
  const text = readFileSync('tests/fixtures/forty-minutes.geojson', 'utf8');
  const { drawn } = await drawnWith(text, 'reader');
  const said = drawn.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(said).toContain('16 events 9 here and 7 without a place');
  const [, apart] = drawn.body.split('aria-label="Without a place"');
  expect(apart!.split('</ul>')[0]!.match(/<details/g)).toHaveLength(7);
  const { drawn: placed } = await drawnWith(
    readFileSync('tests/fixtures/century.geojson', 'utf8'),
    'reader',
  );
  expect(placed.body).not.toContain('Without a place');
});
