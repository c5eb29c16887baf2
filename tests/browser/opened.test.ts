import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { agree, open } from './page';

const article = (page: Page) => page.getByRole('article');
const entry = (page: Page, name: RegExp) =>
  page.getByRole('list', { name: 'Events' }).getByRole('button', { name });
const boxOf = async (part: Locator) => (await part.boundingBox())!;

/** Pixels between the list's bar and the top of the article. */
const below = async (page: Page) => {
  const bar = await boxOf(page.locator('.panel .count:has([role=status])'));
  return Math.abs(Math.round((await boxOf(article(page))).y - bar.y - bar.height));
};

/** Whether what stands at the middle of the selected mark is the mark. */
const isMarkClear = (page: Page, key: string) =>
  page.evaluate((of) => {
    const mark = document.querySelector(`[data-key="${of}"]`)!;
    const { x, y, width, height } = mark.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('[data-key]') === mark;
  }, key);

it('an opened event is at the top of the list, by its address and by its entry', async () => {
  const { page } = await open('?event=rostov-strikes');
  await expect.poll(() => below(page)).toBeLessThan(2);
  await agree(page);
  expect(await below(page)).toBeLessThan(2);
  await entry(page, /^.*Brussels summit/).click();
  await article(page)
    .getByRole('heading', { name: /Brussels/ })
    .waitFor();
  await expect.poll(() => below(page)).toBeLessThan(2);
});

it('in a frame an opened event stands beside its mark, on a phone in a sheet over the map', async () => {
  const viewport = { width: 680, height: 560 };
  const { page, errors } = await open('embed/?event=rostov-strikes', { viewport });
  await article(page).waitFor();
  await agree(page);
  const row = await page.locator('li [aria-current]').getAttribute('data-row');
  const mark = `event ${row}`;
  const map = page.getByRole('region', { name: 'Map', exact: true });
  const inMap = async () => {
    const [outer, inner] = [await boxOf(map), await boxOf(article(page))];
    return inner.y >= outer.y && inner.y < outer.y + outer.height - 60;
  };
  expect(await inMap()).toBe(true);
  expect(await isMarkClear(page, mark)).toBe(true);

  await page.getByRole('button', { name: 'Close' }).click();
  await page.setViewportSize({ width: 390, height: 720 });
  await agree(page);
  const placed = () =>
    page
      .locator('.mark')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).style.transform));
  const before = await placed();
  const line = page.locator('.step button[data-row]');
  await entry(page, /Strikes in Rostov/).click();
  await expect
    .poll(() => article(page).evaluate((own) => own === document.activeElement))
    .toBe(true);
  expect(await line.textContent()).toContain('Strikes in Rostov');
  await expect.poll(() => isMarkClear(page, mark)).toBe(true);
  expect(await inMap()).toBe(true);

  const grip = page.getByRole('button', { name: 'Make the article larger' });
  const lower = page.getByRole('button', { name: 'Make the article smaller' });
  const drag = async (part: Locator, by: number) => {
    const { x, y, width, height } = await boxOf(part);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2 + by, { steps: 4 });
    await page.mouse.up();
  };
  const high = async () => (await boxOf(page.locator('.sheet'))).height;
  // Closed, it leaves the map where it was.
  const aside = await placed();
  await page.keyboard.press('Escape');
  await expect.poll(placed).toEqual(before);
  await entry(page, /Strikes in Rostov/).click();
  await expect.poll(placed).toEqual(aside);
  const half = await high();
  await drag(grip, -110);
  expect(await high()).toBe((await boxOf(map)).height);
  await lower.press('Enter');
  expect(await high()).toBe(half);
  await drag(grip, 150);
  await article(page).waitFor({ state: 'detached' });
  // The focus is where the event was opened, in sight again.
  const back = entry(page, /Strikes in Rostov/);
  await expect.poll(() => back.evaluate((own) => own === document.activeElement)).toBe(true);
  const { y } = await boxOf(back);
  expect(y > 0 && y < 720).toBe(true);
  expect(errors).toEqual([]);
});
