import { expect, it } from 'vitest';
import { agree, open, settle } from './page';

it('Back and Forward undo and redo what a reader does, step by step', async () => {
  const { page, errors } = await open('');
  const opening = await agree(page);
  // What makes entries comes once the page can be used.
  await page.waitForLoadState('networkidle');
  const entries = () => page.evaluate(() => history.length);
  const query = () => decodeURIComponent(new URL(page.url()).search);
  const first = await entries();
  const list = page.getByRole('list', { name: 'Events' });
  const article = page.getByRole('article');
  const toggle = page.getByRole('button', { name: /^Talks/ });
  const box = page.getByRole('searchbox');

  await list.getByRole('button', { name: /Berlin talks/ }).click();
  await expect.poll(query).toContain('event=berlin-talks');
  await toggle.click();
  await expect.poll(query).toContain('show=');
  await page.getByRole('button', { name: /^Miami meeting/ }).click();
  await expect.poll(query).toMatch(/event=miami-meeting.*at=/);
  await box.pressSequentially('miami');
  await expect.poll(query).toContain('q=miami');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect.poll(query).toContain('from=2022');
  expect(await entries()).toBe(first + 5);

  // A drag, the arrow keys and playing add nothing.
  const window = page.getByRole('slider', { name: 'Window', exact: true });
  const end = page.getByRole('slider', { name: 'Window end' });
  const { x, y, width, height } = (await end.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x - 150, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await window.press('ArrowLeft');
  await page.getByRole('button', { name: 'Play' }).click();
  await page
    .getByRole('button', { name: 'Pause' })
    .or(page.getByRole('button', { name: 'Play' }))
    .first()
    .click();
  await settle(page);
  expect(await entries()).toBe(first + 5);

  for (const wanted of [
    /event=miami-meeting.*q=miami$/,
    /event=miami-meeting&at=[^&]*$/,
    /event=berlin-talks&show=(?!.*talks)/,
    /^\?event=berlin-talks$/,
  ]) {
    await page.goBack();
    await expect.poll(query).toMatch(wanted);
  }
  await article.getByRole('heading', { name: /Berlin talks/ }).waitFor();
  expect(await toggle.getAttribute('aria-pressed')).toBe('true');
  await page.goBack();
  await article.waitFor({ state: 'detached' });
  expect(query()).toBe('');
  expect(await agree(page, opening)).toBe(opening);

  await page.goForward();
  await article.getByRole('heading', { name: /Berlin talks/ }).waitFor();
  await page.goForward();
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('false');
  await page.goForward();
  await page.goForward();
  await expect.poll(() => box.inputValue()).toBe('miami');
  await article.getByRole('heading', { name: 'Miami meeting' }).waitFor();
  expect(await agree(page, 1)).toBe(1);
  expect(await entries()).toBe(first + 5);
  expect(errors).toEqual([]);
});
