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
    const { page, errors } = await open(
      `${inject('elsewhere')}/?html=${encodeURIComponent(html)}`,
      {
        ready: false,
        webgl: true,
        viewport: { width: 600, height: 500 },
      },
    );
    const map = (at: number) => page.locator('iframe').nth(at).contentFrame();
    await map(0).getByRole('status').waitFor();
    expect((await running(page)).drawing).toBe(0);
    await approach(map(0));
    const first = await running(page);
    // As far below the screen as the browser fetches lazy frames.
    expect(first.loaded).toBeLessThan(12);
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
