/** A visit to a page of the site, as a reader makes it: it comes, rests, and is about to be moved. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** When something happened to a page, in milliseconds since 1970. */
export interface Times {
  began: number;
  /** Something of the story is on the screen. */
  firstPaint?: number;
  /** Scripts have taken the page over. */
  alive?: number;
  /** MapLibre has. */
  stage?: number;
}

export interface Visit {
  readonly page: Page;
  /** Once something is painted, and scripts have taken over. */
  alive(): Promise<Times>;
  /** Points at the map as someone about to move it, and waits for MapLibre.
   * @returns When the pointer came, and when MapLibre drew. */
  intend(): Promise<{ readonly from: number; readonly to: number }>;
  close(): Promise<void>;
}

/** @param url Framed by a page at `host` where one is given. */
export async function visit(
  browser: Browser,
  url: string,
  { slow = 1, ...context }: BrowserContextOptions & { slow?: number } = {},
): Promise<Visit> {
  const opened = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...context });
  const page = await opened.newPage();
  if (slow > 1) {
    const session = await opened.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
  }
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'commit' });
  const times = () => page.evaluate(() => (window as unknown as { times: Times }).times);
  const happened = (what: keyof Times) =>
    page.waitForFunction(`${JSON.stringify(what)} in window.times`, null, {
      timeout: 60_000,
    });
  return {
    page,
    async alive() {
      await happened('firstPaint');
      await happened('alive');
      return times();
    },
    async intend() {
      const map = page.getByRole('region', { name: 'Map' });
      const from = Date.now();
      await map.hover({ position: { x: 4, y: 4 }, force: true });
      await happened('stage');
      return { from, to: (await times()).stage! };
    },
    close: () => opened.close(),
  };
}

/** Runs in the page before its own scripts; a text, since what compiles this file adds to functions what a
 * page lacks. */
const watch = `
  const times = (window.times = { began: performance.timeOrigin });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') times.firstPaint = times.began + startTime;
  }).observe({ type: 'paint', buffered: true });
  const isThere = (selector) => document.querySelector(selector) !== null;
  new MutationObserver(() => {
    if (!times.alive && !isThere('#at-rest') && isThere('#page [role="status"]'))
      times.alive = Date.now();
    if (!times.stage && isThere('.stage.ready')) times.stage = Date.now();
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['class'] });
`;
