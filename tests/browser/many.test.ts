import type { Frame, Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { approach, open } from './page';

const element = '<datelines-embed story="peace-plan-december-2025">A map</datelines-embed>';

/** Frames whose page has come, and those of them in which MapLibre draws. */
async function running(page: Page) {
  const loaded = page.frames().filter((frame) => frame.url().includes('/embed/'));
  const draws = (frame: Frame) => frame.evaluate(() => document.querySelector('.stage canvas'));
  const drawing = await Promise.all(loaded.map(async (frame) => (await draws(frame)) !== null));
  return { loaded: loaded.length, drawing: drawing.filter(Boolean).length };
}

it(
  'of twenty maps on a page only those in sight come, and only those in use draw',
  { timeout: 120_000 },
  async () => {
    const body = `<!doctype html><body style="margin:0">${element.repeat(20)}`;
    const html = `${body}<script src="${inject('site')}embed.js"></script>`;
    const { page, errors } = await open('about:blank', {
      ready: false,
      webgl: true,
      viewport: { width: 600, height: 500 },
    });
    // How far below the screen lazy frames come depends on what the browser takes the connection for:
    // 2,500 pixels where it is fast, 4,000 where it is slow, as on a machine that is busy.
    const network = await page.context().newCDPSession(page);
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 1,
      downloadThroughput: 1e8,
      uploadThroughput: 1e8,
      connectionType: 'wifi',
    });
    await page.goto(`${inject('elsewhere')}/?html=${encodeURIComponent(html)}`);
    const map = (at: number) => page.locator('iframe').nth(at).contentFrame();
    await map(0).getByRole('status').waitFor();
    expect((await running(page)).drawing).toBe(0);
    await approach(map(0));
    const first = await running(page);
    // Those that begin within 2,500 pixels below the screen, each 560 high: six.
    expect(first.loaded).toBeLessThan(8);
    expect(first.drawing).toBe(1);
    // As a reader scrolls, past all of them.
    for (let at = 1; at < 20; at++) {
      await page.evaluate((top) => scrollTo(0, top), at * 560);
      await page.waitForTimeout(60);
    }
    await map(19).getByRole('status').waitFor();
    expect((await running(page)).drawing).toBeLessThan(4);
    await approach(map(19));
    await expect.poll(async () => (await running(page)).drawing, { timeout: 10_000 }).toBe(1);
    // Whoever goes back finds a map, drawn at once.
    await page.evaluate(() => scrollTo(0, 0));
    await map(0)
      .getByRole('button', { name: /^Brussels summit/ })
      .first()
      .click();
    await map(0)
      .getByRole('article', { name: /^Brussels summit/ })
      .waitFor();
    expect(errors).toEqual([]);
  },
);
