/** What a page fetches after its story: details, files for a download, and parts of its own code. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agree, open } from '../browser/page';
import { made } from '../browser/stories';

let origin = '';
/** Paths that get no answer. */
let hangs = /^$/;
let ended: string[] = [];
const server = createServer((request, response) => {
  const path = request.url!;
  response.on('close', () => response.writableFinished || ended.push(path));
  if (hangs.test(path)) return;
  response.writeHead(200, { 'Access-Control-Allow-Origin': '*' });
  createReadStream(join(made, path)).pipe(response);
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  hangs = /^$/;
  ended = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const from = (name: string) => `?src=${encodeURIComponent(`${origin}/${name}`)}`;
const spring = '&from=2022-03-01&to=2022-08-10&at=20,20,1';

describe('a server that hangs after the story', () => {
  it('leaves rows that say so, and that come when they are asked for again', async () => {
    hangs = /\.dl\.d/;
    const { page } = await open(`${from('large.dl')}${spring}`);
    const count = await agree(page, (some) => some > 60);
    const list = page.getByRole('list', { name: 'Events' });
    await list.getByText('Waiting for details').first().waitFor({ timeout: 10_000 });
    await page.getByText(/have not arrived yet. The server is slow/).waitFor();
    await page.getByText(/of \d+ events? could not be read/).waitFor({ timeout: 60_000 });
    await list.getByRole('button').first().click();
    const article = page.getByRole('article');
    await article.getByText('sent nothing for 9 seconds').waitFor({ timeout: 30_000 });
    expect(await agree(page)).toBe(count);
    hangs = /^$/;
    await article.getByRole('button', { name: 'Try again' }).click();
    await article.getByText('A witness').waitFor({ timeout: 10_000 });
    await list
      .getByText(/^\w+ \d+ at /)
      .nth(3)
      .waitFor();
    await expect.poll(() => page.getByText(/of \d+ events? could not be read/).count()).toBe(0);
  });

  it('is given up by a download, which can be tried again', async () => {
    const { page } = await open(from('large.geojson'));
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Download' });
    hangs = /large\.geojson/;
    await dialog.getByRole('button', { name: 'Save file' }).click();
    await dialog.getByText('sent nothing for 9 seconds').waitFor({ timeout: 20_000 });
    hangs = /^$/;
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save file' }).click();
    expect((await saving).suggestedFilename()).toBe('src.geojson');
  });

  it('is left alone once the reader cancels, in a worker and on the page itself', async () => {
    hangs = /large\.dl/;
    await Promise.all(
      ['worker', 'page'].map(async (where) => {
        const { page } = await open('', { ready: false });
        if (where === 'page')
          await page.addInitScript(() => {
            window.Worker = class {
              constructor() {
                throw new Error('refused');
              }
            } as unknown as typeof Worker;
          });
        await page.goto(new URL(from(`large.dl?${where}`), page.url()).href);
        await page.getByRole('button', { name: 'Cancel' }).click();
        await page.getByText('Opening the story was cancelled.').waitFor();
        await expect.poll(() => ended).toContain(`/large.dl?${where}`);
      }),
    );
  });
});

/** Opens a page some of whose own files are dealt with otherwise, until that ends. */
async function without(files: RegExp, path: string, deal = (route: Route) => route.abort()) {
  const opened = await open('', { ready: false });
  const { page } = opened;
  await page.route(files, deal);
  await page.goto(new URL(path, page.url()).href);
  return { ...opened, page, end: () => page.unroute(files) };
}

const absent = 'This part of the page could not be fetched.';

describe('a part of the page that fails', () => {
  const press = (name: string) => (page: Page) =>
    page.getByRole('button', { name, exact: true }).click();
  it.each<[RegExp, (page: Page) => Promise<unknown>, (page: Page) => Promise<unknown>]>([
    [
      /DownloadDialog-.*\.js/,
      press('Download'),
      (page) => page.getByRole('dialog', { name: 'Download' }).waitFor(),
    ],
    [
      /EmbedDialog-.*\.css/,
      press('Embed'),
      async (page) => {
        const dialog = page.getByRole('dialog', { name: 'Embed' });
        // Its stylesheet came, too.
        await expect
          .poll(() => dialog.getByRole('textbox').evaluate((code) => getComputedStyle(code).resize))
          .toBe('vertical');
      },
    ],
    [
      /WindowForm-.*\.js/,
      (page) => page.getByRole('button', { name: 'choose the dates' }).click(),
      (page) => page.getByLabel('From', { exact: true }).waitFor(),
    ],
    [
      /PlaybackForm-.*\.js/,
      press('Speed and step'),
      (page) => page.getByLabel('Speed', { exact: true }).waitFor(),
    ],
    [
      /Notes-.*\.js/,
      async () => {},
      (page) => page.getByText('1 part of the address left out').waitFor(),
    ],
  ])('says so, and comes when it is tried again: %s', async (file, ask, seen) => {
    const { page, end } = await without(file, '?nobody=1');
    await page.getByRole('status').waitFor();
    await ask(page);
    const said = page.getByRole('alert').filter({ hasText: absent });
    await said.waitFor();
    await end();
    await said.getByRole('button', { name: 'Try again' }).click();
    await seen(page);
    expect(await said.count()).toBe(0);
  });

  it('comes by its own button as well', async () => {
    const { page, end } = await without(/EmbedDialog-.*\.js/, '');
    await press('Embed')(page);
    await page.getByText(absent).waitFor();
    await end();
    await press('Embed')(page);
    await page.getByRole('dialog', { name: 'Embed' }).waitFor();
  });

  it('says that it is still on the way where its server hangs', async () => {
    const hung = async () => {};
    await Promise.all([
      without(/EmbedDialog-.*\.js/, '', hung).then(async ({ page }) => {
        await press('Embed')(page);
        await page.getByText('This part of the page has not arrived yet').waitFor();
        await page.getByRole('button', { name: 'Reload the page' }).waitFor();
      }),
      // That of the worker can be cancelled at once.
      without(/worker-.*\.js/, from('large.dl'), hung).then(async ({ page }) => {
        await page.getByRole('button', { name: 'Cancel' }).click();
        await page.getByText('Opening the story was cancelled.').waitFor({ timeout: 2000 });
      }),
    ]);
  });

  it('of what tells about files leaves that to the browser', async () => {
    const { page } = await without(/DropZone-.*\.js/, '');
    await page.getByRole('status').waitFor();
    const told = new Promise<string>((resolve) =>
      page.on('dialog', (dialog) => {
        resolve(dialog.message());
        void dialog.accept();
      }),
    );
    await page.locator('input[type=file]').setInputFiles({
      name: 'page.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<!doctype html><title>No data</title>'),
    });
    expect(await told).toMatch(/The file could not be opened\. .*web page/);
  });
});
