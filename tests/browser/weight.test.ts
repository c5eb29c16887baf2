/** What pages fetch, gzipped, from a host that sends what `docs/embedding.md` says. `npm run weight` prints
 * it by file. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveGzipped } from '../weight/serve';
import { approach, open } from './page';

let served: Awaited<ReturnType<typeof serveGzipped>>;
beforeAll(async () => {
  served = await serveGzipped(resolve('node_modules/.cache/browser-tests'));
});
afterAll(() => served.close());

const bytes = () => served.sent().reduce((sum, each) => sum + each.bytes, 0);
const named = (pattern: RegExp) => served.sent().filter(({ path }) => pattern.test(path));
/** Milliseconds in which a page at rest has asked for all that it asks for. */
const rest = 4000;

describe('what a page fetches', () => {
  it.each([
    { path: 'embed/', width: 680, height: 560, all: 730_000 },
    { path: 'embed/', width: 390, height: 720, all: 730_000 },
    // A near view needs the files of its countries.
    { path: 'embed/?at=37.6,50.2,6.2', width: 680, height: 560, all: 800_000 },
    { path: '', width: 390, height: 720, all: 730_000 },
  ])(
    'is little at rest, and in all with MapLibre: /$path at $width',
    { timeout: 120_000 },
    async ({ path, width, height, all }) => {
      served.forget();
      const viewport = { width, height };
      const { page, errors } = await open(served.site + path, { viewport, webgl: true });
      await page.locator('#at-rest').waitFor({ state: 'detached' });
      await page.waitForTimeout(rest);
      expect(bytes()).toBeLessThan(250_000);
      // Page and script, before faces and all that follows.
      const first = named(/^$|^embed\/$|^assets\/(?:index-[^/]*|elsewhere)\.js$/);
      expect(first).toHaveLength(3);
      expect(first.reduce((sum, each) => sum + each.bytes, 0)).toBeLessThan(
        path === '' ? 158_000 : 152_000,
      );
      await approach(page);
      await page.waitForTimeout(rest);
      expect(bytes()).toBeLessThan(all);
      // The shapes of its events were in the page, and names on the map need no face of their own.
      expect(named(/worker|events\/|latin-ext|cyrillic/)).toEqual([]);
      if (!path.includes('at=')) expect(named(/\/(?:RU|UA)-/)).toEqual([]);
      // Page and worker share it.
      expect(named(/maplibre/)).toHaveLength(1);
      expect(errors).toEqual([]);
    },
  );

  it('is no more on a wide page that fetches when it is idle', { timeout: 120_000 }, async () => {
    served.forget();
    const { page, errors } = await open(served.site, { webgl: true });
    await page.locator('.stage.ready').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(rest);
    expect(bytes()).toBeLessThan(800_000);
    expect(errors).toEqual([]);
  });

  it('waits on a wide page too where the connection is to be spared', async () => {
    for (const connection of [{ saveData: true }, { effectiveType: '3g' }, { type: 'cellular' }]) {
      served.forget();
      const { page } = await open('about:blank', { ready: false });
      await page.addInitScript((value) => {
        Object.defineProperty(navigator, 'connection', { value });
      }, connection);
      await page.goto(served.site);
      await page.getByRole('status').waitFor();
      await page.waitForTimeout(rest);
      expect(bytes()).toBeLessThan(250_000);
      expect(named(/maplibre|world-/)).toEqual([]);
    }
  });
});
