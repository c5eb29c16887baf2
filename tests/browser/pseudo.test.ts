import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pseudoLanguage } from '../../src/words/messages';
import { findings } from './axe';
import { fromElsewhere, open, settle } from './page';
import { enter, isSaidApart, looksFor, states } from './states';
import { made } from './stories';
import { remainder, textsOf, unbracketed } from './words';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;
const bundled = textsOf(json('events/peace-plan-december-2025.geojson'));

/** Files that states open, the titles in them, and a time zone's id. */
const others = [
  ...['peace-plan-december-2025.geojson', 'every-kind.geojson', 'rows.csv', 'rows', 'page.html'],
  ...['First', 'Second', 'Third', 'UTC', 'EPSG:27700'],
];

/** Of the story at a path, and names of files, formats and time zones, which no language changes. */
function ownTexts(path: string): string[] {
  const name = /elsewhere:([^&]+)|%2F([\w.-]+\.\w+)/.exec(path)?.slice(1).find(Boolean);
  const story = !name
    ? bundled
    : name.endsWith('.dl')
      ? textsOf(json(join(made, 'large.geojson')))
      : name === 'no-story.geojson'
        ? []
        : textsOf(json(join('tests/fixtures', name)));
  return [...story, ...others];
}

/** Beside those that both pages can be in: what only shows with other stories, sizes or servers. */
const further: typeof states = [
  { name: 'events of every kind', page: '', path: 'elsewhere:every-kind.geojson' },
  ...['whole', 'scheduled', 'rescheduled', 'cancelled'].map((id) => ({
    name: `the article of "${id}"`,
    page: '' as const,
    path: `elsewhere:every-kind.geojson&event=${id}`,
    act: (page: Page) => page.getByRole('article').getByText('[').first().waitFor(),
  })),
  {
    name: 'an address that says nothing right',
    page: '',
    path: '?from=2025-12-20&to=2025-12-01&at=1&show=none&event=none&q=&lang=en-XA&theme=x&borders=x&projection=x&story=none&src=x&x=1&--dl-x=1&--dl-text=x&--dl-radius=x&--dl-shadow=x&--dl-font-sans=(',
    act: openNotes,
  },
  {
    name: 'dates that are none',
    page: '',
    path: '?from=..%2F2025&to=Y170000002',
    act: openNotes,
  },
  {
    name: 'a base map of another host',
    page: '',
    path: 'elsewhere:foreign-basemap.geojson',
    act: openNotes,
  },
  {
    name: 'a download with losses',
    page: '',
    path: '',
    async act(page) {
      await page.getByRole('button', { name: /^\[?Download/ }).click();
      await page.getByRole('radio', { name: /ICS/ }).check();
      await page.getByRole('dialog').getByRole('button').last().click();
      await page.getByRole('dialog').getByRole('heading', { level: 3 }).waitFor();
    },
  },
  {
    name: 'embedding as a link',
    page: '',
    path: '',
    async act(page) {
      await page.getByRole('button', { name: /^\[?Embed/ }).click();
      await page.getByRole('radio', { name: /^\[?Link/ }).check();
    },
  },
  {
    name: 'a part that does not come',
    page: '',
    path: '',
    async act(page) {
      await page.route(/EmbedDialog-[^/]*\.js/, (route) => route.abort());
      await page.getByRole('button', { name: /^\[?Embed/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'a search of all details',
    page: '',
    path: 'elsewhere:without-details.dl&from=2022-03-01&to=2022-08-10&at=20,20,1',
    async act(page) {
      await page.getByRole('searchbox').fill('witness');
      await page.locator('.search-note').waitFor();
    },
  },
  {
    name: 'one event at a time',
    page: 'embed/',
    path: '',
    options: { viewport: { width: 390, height: 720 } },
  },
];

const walked = [
  ...states.filter(isSaidApart).map((state) => ({ state, look: looksFor(state)[0] })),
  ...further.map((state) => ({ state, look: {} })),
];
/** Pages at once. */
const beside = 4;

describe('in the pseudo-language', () => {
  it.each(
    Array.from({ length: Math.ceil(walked.length / beside) }, (_, part) => {
      const group = walked.slice(part * beside, (part + 1) * beside);
      return [
        group.map(({ state: { page, name } }) => `${page || 'reader'} ${name}`).join(', '),
        group,
      ] as const;
    }),
  )('every text is a message, and axe finds nothing: %s', async (_, group) => {
    const found = await Promise.all(
      group.map(async ({ state, look }) => {
        const { page } = await enter(state, look, pseudoLanguage);
        const texts = await unbracketed(page, ownTexts(state.path));
        await settle(page);
        const violations = await findings(page);
        const where = `${state.page || 'reader'} ${state.name}`;
        return [
          ...texts.map((text) => [text, where] as const),
          ...violations.map((finding) => [JSON.stringify(finding), where] as const),
        ];
      }),
    );
    // Each once, with one of the states that show it.
    expect(Object.fromEntries(found.flat())).toEqual({});
  });

  it('so is what a page says while its story is on the way', async () => {
    const { page } = await open(`${fromElsewhere('every-kind.geojson')}&lang=${pseudoLanguage}`, {
      ready: false,
    });
    await page.route('**/every-kind.geojson', () => {});
    await page.reload();
    await page.getByRole('button').last().waitFor({ timeout: 15_000 });
    // The title is that of the page as it was sent.
    expect(await unbracketed(page, [...bundled, 'Datelines'])).toEqual([]);
  });
});

describe('what is left of a text', () => {
  it('is words that are in no message, no story and no date', () => {
    const own = textsOf({ title: 'Berlin talks', language: 'en' });
    expect(remainder('[3 events], 14 – 15 December 2025, Berlin talks', own)).toBe('');
    expect(remainder('[planned [19 Dec]] · 1.2K · 7 days', own)).toBe('');
    expect(remainder('3 events', own)).toBe('3 events');
    expect(remainder('[Show more', own)).toBe('[Show more');
    expect(remainder('Berlin talks near [Kyiv]', own)).toBe('near');
  });
});

async function openNotes(page: Page) {
  await page.locator('.notes summary').first().waitFor();
  for (const summary of await page.locator('.notes summary').all()) await summary.click();
}
