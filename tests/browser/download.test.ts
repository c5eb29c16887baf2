import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { agree, open } from './page';

it('saves the whole story, or what is on the screen, and says what is left out', async () => {
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
  await dialog.getByText('Of sources only titles and addresses were kept').waitFor();

  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe('Download');
  expect([errors, foreign]).toEqual([[], []]);
});
