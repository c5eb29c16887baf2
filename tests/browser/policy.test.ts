import type { FrameLocator, Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { open } from './page';

/** Opens an address whose pages, frames too, keep what breaks their policy. */
async function watched(path: string, webgl = true) {
  const opened = await open(`${inject('elsewhere')}/?html=`, {
    ready: false,
    ...(webgl && { webgl }),
    viewport: { width: 900, height: 640 },
  });
  const { page } = opened;
  const broken: string[] = [];
  await page.exposeFunction('__broken', (what: string) => broken.push(what));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
      const tell = (window as unknown as { __broken(what: string): void }).__broken;
      tell([violatedDirective, blockedURI, sourceFile, lineNumber].join(' '));
    }),
  );
  await page.goto(path);
  return { ...opened, broken };
}

/** Opens every dialog and form of a reader, and does in each what it is there for. */
async function useDialogs(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Embed').click();
  const embed = page.getByRole('dialog', { name: 'Embed' });
  const preview = embed.frameLocator('iframe');
  await preview.getByRole('status').waitFor();
  await preview.locator('#at-rest').waitFor({ state: 'detached' });
  await embed.getByRole('radio', { name: 'Dark' }).check();
  await preview.locator('html[data-theme="dark"]').waitFor();
  await preview.getByRole('status').waitFor();
  await embed.getByRole('button', { name: 'Copy' }).click();
  await embed.getByText(/^Copied|The code is selected/).waitFor();
  await embed.getByRole('button', { name: 'Close' }).click();

  await button('Download').click();
  const download = page.getByRole('dialog', { name: 'Download' });
  await download.getByRole('radio', { name: /^CSV/ }).check();
  await saved(page, () => download.getByRole('button', { name: 'Save file' }).click());
  await download.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'choose the dates' }).click();
  await page.getByLabel('From', { exact: true }).fill('2025-12-15');
  await button('Show').click();
  await button('Speed and step').click();
  await page.getByLabel('Speed', { exact: true }).selectOption('2');
  await page.keyboard.press('Escape');
  await page.getByText('Map data', { exact: true }).click();
  await page.getByText('Natural Earth').first().waitFor();
  await page.getByText('Map data', { exact: true }).click();

  const chosen = (name: string, text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await chosen('page.html', '<!doctype html><title>No data</title>');
  const refused = page.getByRole('dialog', { name: 'The file could not be opened' });
  await refused.getByRole('button', { name: 'Close' }).click();
  await chosen('rows.csv', 'date,title,lat,lng\n2024-05-01,First,50,30\nonce,Second,52,32\n');
  await page
    .getByText(/2 records read, 1 shown, 1 rejected/)
    .first()
    .waitFor();
  await button('Report').click();
  const report = page.getByRole('dialog', { name: 'Report on rows.csv' });
  await report.getByLabel(/^Show/).selectOption('errors');
  await saved(page, () => report.getByRole('button', { name: 'Save the report' }).click());
  await report.getByLabel('Format').selectOption('kml');
  await report.getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
}

async function saved(page: Page, save: () => Promise<void>) {
  const saving = page.waitForEvent('download');
  await save();
  await saving;
}

/** What a reader does: each part that loads or draws something by itself is used. */
async function use(page: Page, within: Page | FrameLocator, webgl = true) {
  await within.getByRole('status').waitFor();
  const map = within.getByRole('region', { name: 'Map' });
  const box = (await map.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.7, { steps: 4 });
  await page.mouse.up();
  if (webgl) await map.locator('.stage.ready').waitFor();
  await map.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await within.getByRole('list', { name: 'Events' }).getByRole('button').first().click();
  await within
    .getByRole('article')
    .getByText(/^Sources?$/)
    .first()
    .waitFor();
  await within.getByRole('button', { name: 'Close' }).first().click();
  await within.getByRole('slider', { name: 'Window', exact: true }).press('ArrowLeft');
  await within.getByRole('button', { name: 'Play' }).click();
  await within.getByRole('button', { name: 'Pause' }).click();
  await within.getByRole('searchbox').fill('talks');
  await within.getByRole('group', { name: 'Categories' }).getByRole('button').first().click();
}

it.each([
  ['/strict/', true],
  ['/strict-framed/', true],
  // No worker is let start there: that, and nothing else, is refused.
  ['/strict-alone/', false],
])('the page and all its dialogs break nothing of a strict policy: %s', async (base, workers) => {
  const { page, broken, errors } = await watched(new URL(base, inject('site')).href, workers);
  await use(page, page, workers);
  await page.getByRole('searchbox').fill('');
  await useDialogs(page);
  const ours = (told: string) => workers || !told.includes('worker-src');
  expect([...broken, ...errors].filter(ours)).toEqual([]);
});

it.each([
  ['', '/strict/', false],
  // There a worker has no address of the page's own origin.
  ['sandbox="allow-scripts"', '/strict-framed/', true],
])('nor does the embed in a frame: %s', async (attributes, base, webgl) => {
  const src = new URL(`${base}embed/`, inject('site')).href;
  const frame = `<iframe ${attributes} title="map" width="600" height="620" src="${src}"></iframe>`;
  const host = `${inject('elsewhere')}/?html=${encodeURIComponent(`<!doctype html>${frame}`)}`;
  const { page, broken, errors } = await watched(host, webgl);
  await use(page, page.frameLocator('iframe'), webgl);
  expect([...broken, ...errors]).toEqual([]);
});
