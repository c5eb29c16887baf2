import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { agree, numbers, open, settle } from './page';

const map = (page: Page) => page.getByRole('region', { name: 'Map' });

/** Drags the map by so many pixels, from a place without marks. */
async function drag(page: Page, across: number, down: number) {
  const box = (await map(page).boundingBox())!;
  const [x, y] = [box.x + box.width * 0.7, box.y + box.height * 0.8];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + across / 2, y + down / 2, { steps: 3 });
  await page.mouse.move(x + across, y + down, { steps: 3 });
  // A hand that rests before it lets go throws nothing.
  await page.waitForTimeout(120);
  await page.mouse.up();
  await settle(page);
}

const berlin = async (page: Page) =>
  (await map(page)
    .getByRole('button', { name: /^Berlin talks/ })
    .first()
    .boundingBox())!;

/** Panned and zoomed in every way, the drawn map stays true. */
async function exercise(page: Page) {
  const whole = await agree(page);
  expect(await map(page).locator('svg path').count()).toBeGreaterThan(2);
  const before = await berlin(page);
  await drag(page, -120, -40);
  const after = await berlin(page);
  expect(Math.abs(after.x - before.x + 120)).toBeLessThan(3);
  expect(Math.abs(after.y - before.y + 40)).toBeLessThan(3);
  await agree(page);
  await page.mouse.move(after.x + 40, after.y + 30);
  await page.mouse.wheel(0, -600);
  await expect.poll(async () => page.evaluate(() => location.search)).toMatch(/at=/);
  expect(await agree(page, (count) => count < whole)).toBeLessThan(whole);
  const near = await page.evaluate(() => new URLSearchParams(location.search).get('at'));
  await page.getByRole('button', { name: 'Zoom out', exact: true }).click();
  await expect
    .poll(() => page.evaluate(() => new URLSearchParams(location.search).get('at')))
    .not.toBe(near);
  await agree(page);
  await page.getByRole('button', { name: 'Show all', exact: true }).click();
  await expect.poll(async () => (await numbers(page)).status).toBeGreaterThan(whole - 1);
  await agree(page);
  expect(await map(page).locator('.stage canvas').count()).toBe(0);
}

/** What needs the events asked again. */
async function scrub(page: Page) {
  await page.getByRole('slider', { name: 'Window start' }).press('ArrowRight');
  await settle(page);
  await agree(page);
  await page.getByRole('list', { name: 'Events' }).getByRole('button').first().click();
  await page
    .getByRole('article')
    .getByText(/^Sources?$/)
    .first()
    .waitFor();
}

it('without WebGL the drawn map pans and zooms, and marks, status and list agree', async () => {
  const { page, errors } = await open('');
  await exercise(page);
  await scrub(page);
  expect(errors).toEqual([]);
});

/** Browsers without workers, and pages whose policy has none. */
const refusals = [
  [
    'throw',
    async () => {
      const opened = await open('', { ready: false });
      await opened.page.addInitScript(() => {
        window.Worker = class {
          constructor() {
            throw new Error('refused');
          }
        } as unknown as typeof Worker;
      });
      await opened.page.reload();
      return opened;
    },
  ],
  ['are against the policy', () => open('/strict-alone/', { ready: false })],
] as const;

describe.each(refusals)('where workers %s', (_, opened) => {
  it('the page stays whole, and its drawn map pans and zooms', async () => {
    const { page, errors } = await opened();
    await page.getByRole('status').waitFor();
    await exercise(page);
    expect(errors.filter((text) => !text.includes('Content Security Policy'))).toEqual([]);
  });

  it('the window moves and events open', async () => {
    const { page } = await opened();
    await page.getByRole('status').waitFor();
    await scrub(page);
  });
});

it('MapLibre gives way to the drawn map where it may start no worker', async () => {
  const { page, errors } = await open('/strict-alone/', { webgl: true });
  const box = (await map(page).boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.8);
  const told = () => errors.some((text) => /maplibre-[\w-]+\.js/.test(text));
  await expect.poll(told, { timeout: 30_000 }).toBe(true);
  await expect.poll(() => map(page).locator('.stage canvas').count()).toBe(0);
  expect(await map(page).locator('svg path').count()).toBeGreaterThan(2);
  await map(page).getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expect.poll(() => page.evaluate(() => location.search)).toMatch(/at=/);
  await agree(page);
});
