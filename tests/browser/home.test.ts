/** The first page of a site with several stories. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveGzipped } from '../weight/serve';
import { agree, open } from './page';

const base = mkdtempSync(join(tmpdir(), 'datelines-home-'));
const outDir = resolve('node_modules/.cache/home-tests');
let served: Awaited<ReturnType<typeof serveGzipped>>;

beforeAll(async () => {
  const events = join(base, 'events');
  mkdirSync(events);
  const own = 'peace-plan-december-2025.geojson';
  copyFileSync(join('events', own), join(events, own));
  writeFileSync(
    join(events, 'harbour.csv'),
    'date,title,lat,lng,category\n2024-04-28,Cranes stop,51.92,4.48,walkout\n2024-04-30,Talks,52.07,4.3,talks\n',
  );
  writeFileSync(join(events, 'harbour.import.json'), '{"title":"Strike at the harbour"}');
  const { NODE_ENV } = process.env;
  Object.assign(process.env, { NODE_ENV: 'production', DATELINES_EVENTS: events });
  await build({ logLevel: 'silent', build: { outDir, emptyOutDir: true } });
  process.env.NODE_ENV = NODE_ENV;
  delete process.env.DATELINES_EVENTS;
  served = await serveGzipped(outDir);
}, 240_000);
afterAll(() => {
  served?.close();
  rmSync(base, { recursive: true });
  rmSync(outDir, { recursive: true, force: true });
});

describe('a site with several stories', () => {
  it.each([
    [1280, 840],
    [680, 840],
    [390, 720],
  ])('lists them on its first page, below a map in sight: %d', async (width, height) => {
    const { page, errors } = await open(served.site, { viewport: { width, height } });
    await agree(page, (count) => count > 5);
    const map = (await page.getByRole('region', { name: 'Map' }).boundingBox())!;
    expect(map.y).toBeLessThan(height / 2);
    expect(map.height).toBeGreaterThan(200);
    const line = page.getByRole('link', { name: 'All 2 stories' });
    await line.focus();
    await page.keyboard.press('Enter');
    const list = page.getByRole('region', { name: 'Stories' });
    await expect.poll(() => list.evaluate((part) => part === document.activeElement)).toBe(true);
    const { y } = (await list.boundingBox())!;
    expect(y).toBeLessThan(height);
    expect(await list.getByRole('listitem').count()).toBe(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/s\/harbour\/$/);
    await page.getByRole('heading', { level: 1, name: 'Strike at the harbour' }).waitFor();
    expect(await page.getByRole('region', { name: 'Stories' }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('lists them without scripts, and opens what its address names as before', async () => {
    const still = await open(served.site, { javaScriptEnabled: false, ready: false });
    const list = still.page.getByRole('region', { name: 'Stories' });
    expect(await list.getByRole('link').allInnerTexts()).toEqual([
      'Strike at the harbour',
      'Talks and strikes: one week of the US peace plan',
    ]);
    await list.getByText('2 events, 28 – 30 April 2024').waitFor();
    const { page, errors } = await open(`${served.site}?story=harbour`);
    await page.getByRole('heading', { level: 1, name: 'Strike at the harbour' }).waitFor();
    await agree(page, 2);
    await page.goto(`${served.site}?event=miami-meeting`);
    await page.getByRole('article', { name: /Miami/ }).waitFor();
    expect(errors).toEqual([]);
  });
});
