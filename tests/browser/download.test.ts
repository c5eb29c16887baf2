import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { agree, open } from './page';

it('saves the whole story, or what is on the screen, and says before what is left out', async () => {
  const { page, errors, foreign } = await open('?at=13.4,52.5,9');
  const onScreen = await agree(page);
  expect(onScreen).toBeLessThan(4);
  await page.getByRole('button', { name: 'Download' }).click();
  const dialog = page.getByRole('dialog', { name: 'Download' });
  const save = async () => {
    const waiting = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save file' }).click();
    const file = await waiting;
    return { name: file.suggestedFilename(), text: await text(await file.createReadStream()) };
  };

  const whole = await save();
  expect(whole.name).toBe('peace-plan-december-2025.geojson');
  const own = JSON.parse(readFileSync('events/peace-plan-december-2025.geojson', 'utf8'));
  expect(JSON.parse(whole.text)).toMatchObject(own);

  await dialog.getByRole('radio', { name: 'What is on the screen' }).check();
  await dialog.getByRole('radio', { name: 'CSV' }).check();
  const part = await save();
  expect(part.name).toBe('peace-plan-december-2025-part.csv');
  expect(part.text.trimEnd().split('\r\n')).toHaveLength(onScreen + 1);

  // A calendar can't hold all: nothing is saved before that is said.
  let files = 0;
  page.on('download', () => files++);
  await dialog.getByRole('radio', { name: 'The whole story', exact: true }).check();
  await dialog.getByRole('radio', { name: 'Calendar (ICS)' }).check();
  await page.keyboard.press('Enter');
  const lost = dialog.getByRole('region', { name: 'Calendar (ICS) can’t hold all of it' });
  await lost.getByText('properties.claims').waitFor();
  expect(await lost.textContent()).toContain('First in “');
  const heading = await page.evaluate(() => document.activeElement?.textContent?.trim());
  expect(heading).toBe('Calendar (ICS) can’t hold all of it');
  for (const [width, height] of [
    [1280, 840],
    [390, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/download-${width}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  }
  expect(files).toBe(0);
  // Another choice takes the list away, and what was made for it.
  await dialog.getByRole('radio', { name: 'schema.org' }).check();
  expect(await lost.count()).toBe(0);
  await dialog.getByRole('radio', { name: 'Calendar (ICS)' }).check();
  await dialog.getByRole('button', { name: 'Save file' }).click();
  await lost.waitFor();
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save without these' }).press('Enter');
  expect((await waiting).suggestedFilename()).toBe('peace-plan-december-2025.ics');

  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe('Download');
  expect([errors, foreign]).toEqual([[], []]);
});
