/** A page under test: what it said on the console and whom it asked is kept. */
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import { expect, inject } from 'vitest';

let browsers: Record<'browser' | 'webgl', Browser> | undefined;

/** Connects to the browsers, once for all files that a process runs. */
export async function connect(): Promise<void> {
  browsers ??= {
    browser: await chromium.connect(inject('browser')),
    webgl: await chromium.connect(inject('webgl')),
  };
}

/** Closes every page. */
export async function closePages(): Promise<void> {
  const contexts = Object.values(browsers ?? {}).flatMap((browser) => browser.contexts());
  await Promise.all(contexts.map((context) => context.close()));
}

export interface Opened {
  page: Page;
  /** Errors of page and console. */
  errors: string[];
  /** Addresses asked for on other origins than the one opened. */
  foreign: string[];
}

/** Opens a path of the site (or a whole address) and waits until its events are counted. */
export async function open(
  path: string,
  options: BrowserContextOptions & { ready?: false; webgl?: true } = {},
): Promise<Opened> {
  const { ready, webgl, ...context } = options;
  const made = await browsers![webgl ? 'webgl' : 'browser'].newContext({
    viewport: { width: 1280, height: 840 },
    reducedMotion: 'reduce',
    timezoneId: 'America/New_York',
    locale: 'en-GB',
    // A quarter of the pixels, which software draws one by one.
    ...(webgl && { deviceScaleFactor: 0.5 }),
    ...context,
  });
  const page = await made.newPage();
  const opened: Opened = { page, errors: [], foreign: [] };
  const url = new URL(path, inject('site')).href;
  page.on('pageerror', (error) => opened.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      opened.errors.push(message.text());
  });
  page.on('request', (request) => {
    const address = request.url();
    if (/^https?:/.test(address) && new URL(address).origin !== new URL(url).origin)
      opened.foreign.push(address);
  });
  await page.goto(url);
  if (ready !== false) await page.getByRole('status').waitFor();
  return opened;
}

/** `?src=` of a story of `tests/fixtures/` on another origin. */
export function fromElsewhere(name: string): string {
  return `?src=${encodeURIComponent(`${inject('elsewhere')}/${name}`)}`;
}

/** The three numbers that must agree; `NaN` for a status that is not there yet. */
export async function numbers(page: Page) {
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll('[aria-label="Map"] [data-count]')];
    const status = document.querySelector('[role="status"]')?.textContent ?? '';
    return {
      marks: marks.reduce((sum, mark) => sum + Number(mark.getAttribute('data-count')), 0),
      status: Number(/\d+/.exec(status.replace(/[,.\s](?=\d{3})/g, ''))?.[0] ?? NaN),
      list: document.querySelectorAll('[aria-label="Events"] > li').length,
    };
  });
}

/** Points at the map, as a reader who is about to move it, and waits for MapLibre; needs `webgl`. */
export async function approach(within: Page | FrameLocator): Promise<void> {
  const map = within.getByRole('region', { name: 'Map' });
  await map.hover({ position: { x: 4, y: 4 }, force: true });
  await map.locator('.stage.ready').waitFor({ timeout: 40_000 });
}

/** Waits until two frames are drawn and the worker has had its say. */
export async function settle(page: Page) {
  await page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done()), 30)),
      ),
  );
}

/** The count of marks, status and list, once they are the same, and what is wanted of it. */
export async function agree(page: Page, wanted?: number | ((count: number) => boolean)) {
  await settle(page);
  let last = await numbers(page);
  const unlike = () => {
    if (!equal(last)) return last;
    const fits = typeof wanted === 'function' ? wanted(last.status) : wanted === last.status;
    return wanted === undefined || fits ? null : { ...last, wanted: String(wanted) };
  };
  await expect
    .poll(async () => ((last = await numbers(page)), unlike()), { timeout: 5000 })
    .toBeNull();
  return last.status;
}

function equal({ marks, status, list }: { marks: number; status: number; list: number }) {
  return marks === status && status === list;
}
