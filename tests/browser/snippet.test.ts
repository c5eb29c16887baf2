import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { open } from './page';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function opened(path: string, options: Parameters<typeof open>[1] = {}) {
  const { page, errors, foreign } = await open(path, options);
  await page.getByRole('button', { name: 'Embed', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed' });
  const code = () => dialog.getByRole('textbox', { name: 'Code' }).inputValue();
  return { page, dialog, code, errors, foreign };
}

/** Puts it into a page of another origin. */
async function pasted(page: Page, code: string) {
  await page.goto(
    `${inject('elsewhere')}/?html=${encodeURIComponent(`<!doctype html><title>x</title>${code}`)}`,
  );
  const frame = page.frameLocator('iframe');
  await frame.getByRole('status').waitFor();
  return frame;
}

it('makes a frame that shows the same window and view elsewhere', async () => {
  const { page, dialog, code, errors, foreign } = await opened(
    '?from=2025-12-15&to=2025-12-17&at=13.4,52.5,6',
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
  await dialog.getByRole('spinbutton', { name: 'Height in pixels' }).fill('700');
  await dialog.getByRole('radio', { name: 'Dark' }).check();
  const preview = dialog.locator('iframe');
  await expect.poll(() => preview.evaluate((frame) => frame.clientHeight)).toBe(698);
  await expect.poll(() => preview.getAttribute('src')).toContain('theme=dark');
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await dialog.getByText('Copied.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await code());
  await dialog.getByRole('radio', { name: /^Element/ }).check();
  const element = await code();
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Embed');
  expect([errors, foreign]).toEqual([[], []]);

  const frame = await pasted(page, copied);
  await frame.getByText('15 – 17 December 2025').first().waitFor();
  expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
  const shown = await frame.locator('html').evaluate(() => location.search);
  expect(shown).toBe('?from=2025-12-15&to=2025-12-17&at=13.400,52.500,6&theme=dark');
  expect(await page.locator('iframe').evaluate((own) => own.clientHeight)).toBe(700);
  const inElement = await pasted(page, element);
  await inElement.getByText('15 – 17 December 2025').first().waitFor();
  expect(await page.locator('datelines-embed > *').count()).toBe(1);
});

it('selects the code where copying is refused, and keeps a wrong height out', async () => {
  const { page, dialog, code } = await opened('');
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    }),
  );
  await dialog.getByRole('spinbutton').fill('20');
  expect(await code()).toContain('height="560"');
  expect(await dialog.getByRole('combobox').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await dialog.getByText('The code is selected').waitFor();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await code());
});

it('says in steps how a file of the device comes to be embedded', async () => {
  const { page } = await open('');
  const buffer = Buffer.from(
    'date,title,lat,lng\n2024-05-01,First,50,30\n2024-05-02,Second,51,31\n',
  );
  const file = { name: 'rows.csv', mimeType: 'text/csv', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page
    .getByText(/2 records read/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Embed', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed' });
  await expect.poll(() => dialog.innerText()).toContain('on this device only');
  expect(await dialog.getByRole('listitem').count()).toBe(4);
});

it.each([
  [390, 'dark'],
  [1280, 'light'],
] as const)('has no axe violation and no sideways scroll at %d px, %s', async (width, theme) => {
  const { page, dialog } = await opened('?event=miami-meeting', {
    viewport: { width, height: 780 },
    colorScheme: theme,
  });
  await dialog.locator('iframe').waitFor();
  const wide = await dialog.evaluate((own) => own.scrollWidth - own.clientWidth);
  expect(wide).toBe(0);
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(of: string, how: object): Promise<never> } };
    const { violations } = (await axe.run('dialog', { iframes: false })) as {
      violations: { id: string }[];
    };
    return violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);
});

it('oEmbed and the picture stand where the page says', async () => {
  const { page } = await open('s/peace-plan-december-2025/', { ready: false });
  const root = 'https://example.org/maps/';
  const link = page.locator('link[type="application/json+oembed"]');
  const href = (await link.getAttribute('href'))!.replace(root, inject('site'));
  const told = await (await page.request.get(href)).json();
  expect(told).toMatchObject({ version: '1.0', type: 'rich', thumbnail_width: 1200 });
  const image = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect(told.thumbnail_url).toBe(image);
  const picture = await page.request.get(image!.replace(root, inject('site')));
  expect([picture.status(), (await picture.body()).length < 300_000]).toEqual([200, true]);
});
