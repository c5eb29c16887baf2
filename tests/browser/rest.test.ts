import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { agree, approach, fromElsewhere, open } from './page';

const boxes = (page: Page, root: string) =>
  page.evaluate((of) => {
    const box = (part: Element | null | undefined) => {
      const { x, y, width, height } = part!.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    };
    const within = document.querySelector(of)!;
    const one = (selector: string) => box(within.querySelector(selector));
    return { map: one('[aria-label="Map"]'), time: one('[aria-label="Timeline"]') };
  }, root);

interface Shot {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel. */
  readonly pixels: readonly number[];
}

/** The map as the screen shows it, at half of its size. */
async function shotOf(page: Page): Promise<Shot> {
  const png = await page.getByRole('region', { name: 'Map', exact: true }).screenshot();
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const [width, height] = [image.width >> 1, image.height >> 1];
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(image, 0, 0, width, height);
    return { width, height, pixels: [...context.getImageData(0, 0, width, height).data] };
  }, png.toString('base64'));
}

/** The share of pixels with the wash of a red category. */
function reddish({ pixels }: Shot): number {
  const reds = pixels.filter((value, at) => at % 4 === 0 && value - pixels[at + 2]! > 12);
  return reds.length / (pixels.length / 4);
}

/** The share of pixels that differ, where one picture is moved to the right; edges are left out. */
function differing(a: Shot, b: Shot, right = 0): number {
  let [all, unlike] = [0, 0];
  for (let y = 5; y < a.height - 15; y++)
    for (let x = 5; x < a.width - 20 - right; x++) {
      const [from, to] = [(y * a.width + x) * 4, (y * a.width + x + right) * 4];
      const away = [0, 1, 2].map((part) => Math.abs(a.pixels[from + part]! - b.pixels[to + part]!));
      all++;
      if (Math.max(...away) > 24) unlike++;
    }
  return unlike / all;
}

describe('a page without scripts', () => {
  it.each(['', 'embed/'])('tells the whole story: /%s', async (path) => {
    const { page, foreign } = await open(path, { javaScriptEnabled: false, ready: false });
    await page.getByRole('heading', { level: 1 }).waitFor();
    const map = page.getByRole('region', { name: 'Map' });
    expect(await map.locator('svg.picture:visible').count()).toBe(1);
    await map
      .getByRole('link', { name: /Berlin/ })
      .first()
      .waitFor();
    await page.getByRole('group', { name: 'Timeline' }).waitFor();
    expect(
      await page
        .getByRole('list', { name: /^Events/ })
        .getByRole('listitem')
        .count(),
    ).toBe(9);
    const entry = page.getByText('Berlin talks on the plan').last();
    await entry.click();
    await page
      .getByRole('article', { name: /Berlin/ })
      .getByText(/^Sources?$/)
      .first()
      .waitFor();
    expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1);
    expect(foreign).toEqual([]);
  });

  it('follows the system’s dark theme', async () => {
    const dark = { javaScriptEnabled: false, colorScheme: 'dark', ready: false } as const;
    const { page } = await open('', dark);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(23, 27, 32)');
  });

  it('has every event open on paper', async () => {
    const { page } = await open('', { javaScriptEnabled: false, ready: false });
    await page.emulateMedia({ media: 'print' });
    const sources = page.getByText(/^Sources?$/);
    expect(await sources.count()).toBeGreaterThan(8);
    for (const source of await sources.all()) expect(await source.isVisible()).toBe(true);
  });
});

it(
  'an embed at rest is light, and what moves its map comes once, when a reader is about to',
  { timeout: 120_000 },
  async () => {
    const { page, errors } = await open(`${inject('elsewhere')}/?html=`, {
      ready: false,
      webgl: true,
      viewport: { width: 680, height: 560 },
    });
    // By address: a browser keeps what it has once fetched.
    const fetched = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      const url = response.url();
      if (url.includes('?html=')) return;
      const sizeOf = (body: Buffer) => (url.endsWith('.woff2') ? body : gzipSync(body)).length;
      fetched.set(url, response.body().then(sizeOf));
    });
    const total = async () =>
      (await Promise.all(fetched.values())).reduce((sum, size) => sum + size, 0);
    await page.goto(`${inject('site')}embed/`);
    await page.getByRole('status').waitFor();
    await page.waitForTimeout(1500);
    expect(await total()).toBeLessThan(250_000);
    const data = page.getByRole('button', { name: 'Map data' });
    const before = await data.boundingBox();
    await approach(page);
    expect(await data.boundingBox()).toEqual(before);
    // Ground and marks move as one while the map is dragged.
    const still = await shotOf(page);
    await page.mouse.move(200, 250);
    await page.mouse.down();
    await page.mouse.move(280, 250, { steps: 4 });
    await page.waitForTimeout(300);
    const moved = await shotOf(page);
    const shift = (80 * moved.width) / 680;
    expect(differing(still, moved, shift)).toBeLessThan(differing(still, moved) / 3);
    await page.mouse.move(200, 250, { steps: 4 });
    await page.waitForTimeout(300);
    await page.mouse.up();
    // What was in view stays there in a smaller map.
    const count = await agree(page);
    await page.setViewportSize({ width: 330, height: 560 });
    await agree(page, count);
    await page.setViewportSize({ width: 680, height: 560 });
    await agree(page, count);
    // Its worker is the same file.
    expect([...fetched.keys()].filter((url) => /maplibre/.test(url)).length).toBe(1);
    expect(errors).toEqual([]);
  },
);

it('the map looks the same while MapLibre comes, as it takes over and after it', async () => {
  const viewport = { width: 680, height: 560 };
  // The area of an event fills a third of it.
  const { page, errors } = await open('embed/?at=31,48.6,5', { webgl: true, viewport });
  await page.waitForLoadState('networkidle');
  const drawn = await shotOf(page);
  expect(reddish(drawn)).toBeGreaterThan(0.15);
  let there = false;
  const coming = approach(page).then(() => (there = true));
  const apart: number[] = [];
  while (!there) apart.push(differing(drawn, await shotOf(page)));
  await coming;
  apart.push(differing(drawn, await shotOf(page)));
  // Coasts and borders are a little finer in the one than in the other.
  expect(Math.max(...apart)).toBeLessThan(0.06);
  expect(errors).toEqual([]);
});

describe('scripts', () => {
  it.each([
    ['', 1280, 840],
    ['', 390, 720],
    ['embed/', 680, 560],
  ])('take the page over without a jump: /%s at %d', async (path, width, height) => {
    const viewport = { width, height };
    const rest = await open(path, { javaScriptEnabled: false, ready: false, viewport });
    await rest.page.getByRole('heading', { level: 1 }).waitFor();
    const before = await boxes(rest.page, '#at-rest');
    const { page, errors } = await open(path, { viewport });
    const after = await boxes(page, '#page');
    for (const part of ['map', 'time'] as const)
      before[part].forEach((value, side) =>
        expect(Math.abs(value - after[part][side]!)).toBeLessThan(9),
      );
    expect(await page.locator('#at-rest').count()).toBe(0);
    expect(await agree(page, (count) => count > 5)).toBeGreaterThan(5);
    expect(errors).toEqual([]);
  });

  it.each([
    { asked: 'its own story', path: '?story=peace-plan-december-2025', shown: true },
    { asked: 'a file elsewhere', path: null, shown: false },
    { asked: 'a story that is not there', path: '?story=another', shown: false },
  ])('find a page that shows what it was asked for: $asked', async ({ path, shown }) => {
    const { page, errors } = await open(`${inject('elsewhere')}/?html=`, { ready: false });
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route(/\/assets\/index-[^/]*\.js$/, (route) => held.then(() => route.continue()));
    await page.goto(new URL(path ?? fromElsewhere('many.geojson'), inject('site')).href, {
      waitUntil: 'commit',
    });
    const rest = page.locator('#at-rest');
    await rest.waitFor({ state: 'attached' });
    await page.locator('#page').waitFor({ state: 'attached' });
    await expect.poll(() => rest.isVisible()).toBe(shown);
    go();
    await page.getByRole('status').waitFor();
    await expect.poll(() => rest.count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('leave the focus with the event that had it', async () => {
    const { page } = await open(`${inject('elsewhere')}/?html=`, { ready: false });
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route(/\/assets\/index-[^/]*\.js$/, (route) => held.then(() => route.continue()));
    await page.goto(inject('site'), { waitUntil: 'commit' });
    const entry = page.locator('#at-rest li [data-row]').first();
    await entry.focus();
    const row = await entry.getAttribute('data-row');
    go();
    await page.locator('#at-rest').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(row);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  });

  it('show the marks where they were', async () => {
    const rest = await open('', { javaScriptEnabled: false, ready: false });
    const berlin = /^Berlin talks/;
    const at = await rest.page.getByRole('link', { name: berlin }).first().boundingBox();
    const { page } = await open('');
    const mark = page.getByRole('region', { name: 'Map' }).getByRole('button', { name: berlin });
    const now = await mark.first().boundingBox();
    const middle = (box: typeof at) => [box!.x + box!.width / 2, box!.y + box!.height / 2];
    middle(at).forEach((value, axis) =>
      expect(Math.abs(value - middle(now)[axis]!)).toBeLessThan(5),
    );
  });
});
