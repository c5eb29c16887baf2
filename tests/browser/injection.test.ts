import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readGeoFile } from '../../src/build/geo-file';
import { filled } from '../../src/build/story-pages';
import { storyAtRest } from '../../src/pages/prerender/open';
import { wordsIn } from '../../src/formats/shared/plain-text';
import { prerender } from '../../src/pages/prerender/render';
import { injectedQuery, injectedStory, injectedTable } from '../fixtures/injected';
import { injections, links } from '../fixtures/injections';
import { agree, open } from './page';

const story = injectedStory(injections);

/** A page of the site where whatever runs from a text would be seen. */
async function guarded() {
  const opened = await open('embed/', { ready: false, javaScriptEnabled: true });
  const { page } = opened;
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const own = window as unknown as { hits: unknown[]; __hit(what: unknown): void };
    own.hits = [];
    own.__hit = (what) => own.hits.push(what);
  });
  return { ...opened, dialogs };
}
type Guarded = Awaited<ReturnType<typeof guarded>>;

/** Nothing has run, nobody else was asked, and the page has no parts but its own. */
async function expectUnhurt({ page, errors, foreign, dialogs }: Guarded) {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const own = window as unknown as { hits: unknown[] };
    return {
      hits: own.hits,
      handlers: all.flatMap(({ attributes }) =>
        [...attributes].map(({ name }) => name).filter((name) => /^on/.test(name)),
      ),
      others: all
        .filter((element) =>
          element.matches(
            'iframe,object,embed,img,image,video,audio,base,form[action],math,template,b>i>i,' +
              'script[src]:not([src*="/assets/"]),script:not([src],[type*="json"]),' +
              'link[href]:not([href*="/assets/"],[rel="icon"],[href$="/oembed.json"]),meta[http-equiv]',
          ),
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
      links: [...document.querySelectorAll('a[href],[href]')]
        .map((link) => link.getAttribute('href')!)
        .filter((href) => !/^(?:https?:|mailto:|#|\.{0,2}\/|data:,$)/.test(href)),
      polluted: 'hit' in {},
    };
  });
  expect(found).toEqual({ hits: [], handlers: [], others: [], links: [], polluted: false });
  expect([...foreign, ...dialogs, ...errors]).toEqual([]);
}

/** As an element holds it, where markup may have made of it what markup can't hold. */
const held = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n');

/** The texts that are nowhere within an element. */
async function missing(page: Page, selector: string, texts = injections): Promise<string[]> {
  const whole = held((await page.locator(selector).first().textContent()) ?? '');
  return texts.filter((text) => !whole.includes(held(text).trim()));
}

describe('texts that would run as something else', () => {
  it('stand as texts on a page at rest, and when scripts have taken it over', async () => {
    const test = await guarded();
    const { page } = test;
    const bytes = new TextEncoder().encode(story).buffer;
    const files = {
      geo: (name: string) => readGeoFile(name, '.'),
      beside: () => Promise.reject(new Error('nothing beside it')),
    };
    const rested = await storyAtRest(bytes, 'hostile', files);
    const drawn = await prerender(rested, 'reader', '../', files);
    const site = inject('site');
    const built = await (await page.request.get(site)).text();
    const facts = 'data-root="../../" data-page="reader" data-story="hostile"';
    const html = filled(
      readFileSync('index.html', 'utf8').replace('<html', `<html ${facts}`),
      drawn,
      [],
    );
    const own = /<script type="module"[^>]*src=[^>]*><\/script>/;
    const scripts = built.match(
      /<(?:script type="module"|link rel="(?:modulep|styles))[^>]*>(?:<\/script>)?/g,
    )!;
    const live = html.replace(own, () => scripts.join('').replaceAll('"./', '"../../'));
    await page.route(`${site}s/hostile/**`, (route) =>
      route.fulfill({
        body: route.request().url().endsWith('rest/') ? html.replace(own, '') : live,
        contentType: 'text/html; charset=utf-8',
      }),
    );
    await page.route('**/events/hostile.geojson', (route) => route.fulfill({ body: story }));

    await page.goto(`${site}s/hostile/rest/`);
    await page.locator('summary').nth(3).click();
    expect(await missing(page, '#at-rest')).toEqual([]);
    await expectUnhurt(test);

    await page.goto(`${site}s/hostile/`);
    await page.getByRole('status').waitFor();
    expect(await page.title()).toContain(injections[0]);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await agree(page, (count) => count > 150)).toBeGreaterThan(150);
    const entries = page.getByRole('list', { name: 'Events' }).getByRole('button');
    for (const at of [0, 21, 78, 141]) {
      await entries.nth(at).click();
      const article = page.getByRole('article');
      const show = article.getByRole('button', { name: 'Show the text' });
      await show.or(article.locator('blockquote').first()).waitFor();
      if (await show.count()) await show.click();
      const title = (await article.locator('h2').textContent())!.trim();
      const words = (await article.textContent())!;
      expect(words.split(title).length).toBeGreaterThan(14);
    }
    await page.getByText(/warnings about the records shown/).click();
    await expectUnhurt(test);
  });

  it('stand as texts in a table and in its report', async () => {
    const test = await guarded();
    const { page } = test;
    await page.goto(inject('site'));
    await page.getByRole('status').waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: '<img src=1 onerror=__hit(0)>.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(injectedTable(injections)),
    });
    await page
      .getByText(/352 records read/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await agree(page);
    // HTML becomes its words; what is none stands as it came.
    const words = injections.map(wordsIn).filter((text) => text !== '');
    expect(words.filter((text) => injections.includes(text)).length).toBeGreaterThan(70);
    expect(await missing(page, '[aria-label="Events"]', words)).toEqual([]);
    await page.getByRole('list', { name: 'Events' }).getByRole('button').nth(30).click();
    await page.getByRole('article').waitFor();
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    const report = page.getByRole('dialog', { name: /^Report on <img/ });
    await report.getByLabel('Contains').fill('onerror');
    expect(await report.getByRole('row').count()).toBeGreaterThan(20);
    await expectUnhurt(test);
  });

  it('stand as texts where the address brings them, and are looked for as texts', async () => {
    const test = await guarded();
    const { page } = test;
    await page.route(/\?story=/, async (route) =>
      route.fulfill({ response: await route.fetch({ url: inject('site') }) }),
    );
    // What may be linked to may be asked for too, where it is the address of a story.
    const texts = injections.filter((text) => !(links as readonly string[]).includes(text));
    const query = texts.map((text) => injectedQuery(text).slice(1)).join('&');
    await page.goto(`${inject('site')}?${query}`);
    await page.getByRole('status').waitFor();
    await page.getByText(/parts of the address left out/).click();
    expect(await missing(page, '.notes', texts)).toEqual([]);
    const search = page.getByRole('searchbox');
    // A field of one line has no line ends.
    const bare = (text: string) => text.replace(/\s/g, '');
    for (const text of injections.filter((_, number) => number % 9 === 0)) {
      await search.fill(text);
      expect(bare(await search.inputValue())).toBe(bare(text));
    }
    await expectUnhurt(test);
  });
});
