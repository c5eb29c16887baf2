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
  await within.getByRole('article').getByText('Source:').first().waitFor();
  await within.getByRole('button', { name: 'Close' }).first().click();
  await within.getByRole('slider', { name: 'Window', exact: true }).press('ArrowLeft');
  await within.getByRole('button', { name: 'Play' }).click();
  await within.getByRole('button', { name: 'Pause' }).click();
  await within.getByRole('searchbox').fill('talks');
  await within.getByRole('group', { name: 'Categories' }).getByRole('button').first().click();
}

it('the page breaks nothing of a strict policy', async () => {
  const { page, broken, errors } = await watched(new URL('/strict/', inject('site')).href);
  await use(page, page);
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save file' }).click();
  await saving;
  expect([...broken, ...errors]).toEqual([]);
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
