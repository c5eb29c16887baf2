import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { agree, fromElsewhere, numbers, open } from './page';

const slider = (page: Page, name: string) =>
  page.getByRole('slider', { name, exact: true }).getAttribute('aria-valuetext');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Where the marks of single events are drawn. */
const places = (page: Page) =>
  page
    .locator('[data-key^="event "]')
    .evaluateAll((marks) =>
      Object.fromEntries(
        marks.map((mark) => [
          (mark as HTMLElement).dataset.key,
          (mark as HTMLElement).style.transform,
        ]),
      ),
    );

/** Whether nothing of the page lies over the speed and step. */
const isOnTop = (page: Page) =>
  page.getByRole('combobox', { name: 'Speed' }).evaluate((field) => {
    const panel = field.closest('.panel')!;
    const { left, right, top, bottom } = panel.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const over = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) =>
        document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y),
      ),
    );
    return inside && over.every((element) => panel.contains(element));
  });

it('Play tells the story day by day, stops at its end and rewinds', async () => {
  const { page, errors } = await open('');
  await agree(page);
  const steps = await page.evaluate(() => history.length);
  // Time stands still but for what the test lets pass.
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await press(page, 'Play');
  const caption = page.locator('.caption');
  await caption.waitFor();
  expect(await caption.innerText()).toBe('14–15 Dec: Berlin talks on the plan');
  expect(await page.locator('[aria-live="polite"]').allTextContents()).toContain(
    '14–15 Dec: Berlin talks on the plan',
  );
  const before = await places(page);
  for (const [day, count] of [
    [14, 2],
    [15, 2],
    [16, 2],
    [17, 5],
    [18, 7],
    [19, 7],
  ] as const) {
    expect(await slider(page, 'Window start')).toBe('14 December 2025');
    expect(await slider(page, 'Window end')).toBe(`${day} December 2025`);
    await expect.poll(() => numbers(page)).toEqual({ marks: count, status: count, list: count });
    await page.clock.runFor(1000);
  }
  expect(await slider(page, 'Window end')).toBe('20 December 2025');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(await caption.innerText()).toBe('planned 20 Dec: Miami meeting (outside the map)');
  expect(await places(page)).toMatchObject(before);
  await press(page, 'Play');
  await expect.poll(() => slider(page, 'Window end')).toBe('14 December 2025');
  await press(page, 'Pause');
  expect(await page.evaluate(() => history.length)).toBe(steps);

  for (const [width, height] of [
    [1280, 840],
    [680, 560],
    [390, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await press(page, 'Speed and step');
    await page.getByRole('combobox', { name: 'Speed' }).waitFor();
    await expect.poll(() => isOnTop(page)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Speed and step',
    );
  }

  // The bars are one tab stop; the arrows go through them by date.
  await page.setViewportSize({ width: 1280, height: 840 });
  const bar = page.getByRole('group', { name: 'Events in order of time' }).getByRole('button');
  const tip = page.getByRole('tooltip');
  await page.getByRole('slider', { name: 'Window end' }).press('Tab');
  for (const [key, name] of [
    ['Home', 'Zelenskyy sets out his position, c. Dec 2025'],
    ['End', 'Miami meeting, planned 20 Dec'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => bar.getAttribute('aria-label')).toBe(name);
    expect(await bar.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => tip.innerText()).toContain(name.split(',')[0]!);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: 'Miami meeting' }).waitFor();
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Miami meeting, planned 20 Dec');
  expect(errors).toEqual([]);
});

/** A finger that rests on a place for longer than a press. */
async function longPress(page: Page, x: number, y: number) {
  const touch = await page.context().newCDPSession(page);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await page.waitForTimeout(700);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

it('tooltips say what is pointed at, and a column becomes the window', async () => {
  const { page, errors } = await open(fromElsewhere('large.dl'), { hasTouch: true });
  await expect.poll(async () => (await numbers(page)).marks).toBe(3000);
  const tip = page.getByRole('tooltip');
  // By the keyboard: one tab stop after the handles, arrows from column to column.
  await page.getByRole('slider', { name: 'Window end' }).press('Tab');
  const column = page.getByRole('group', { name: 'Counts by date' }).getByRole('button');
  await page.keyboard.press('Home');
  const first = (await column.getAttribute('aria-label'))!;
  await page.keyboard.press('ArrowRight');
  expect(await column.getAttribute('aria-label')).not.toBe(first);
  await tip.waitFor();
  expect(await column.evaluate((element) => element === document.activeElement)).toBe(true);
  const [counted, ...when] = (await column.getAttribute('aria-label'))!.split(', ');
  expect(await tip.innerText()).toContain(counted!);
  expect(await tip.innerText()).toContain(when.join(', '));
  await page.keyboard.press('Enter');
  await agree(page, Number.parseInt(counted!));
  await press(page, 'All');
  await expect.poll(async () => (await numbers(page)).marks).toBe(3000);

  const plot = (await page.locator('.plot').boundingBox())!;
  const [x, y] = [plot.x + plot.width / 2, plot.y + plot.height - 8];
  await page.mouse.move(x, y);
  await tip.waitFor();
  const count = Number.parseInt(await tip.innerText());
  // It can be pointed at.
  await tip.hover();
  await page.waitForTimeout(400);
  expect(await tip.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await tip.count()).toBe(0);
  await page.mouse.click(x, y);
  await agree(page, count);
  expect(await tip.count()).toBe(0);
  await press(page, 'All');
  await expect.poll(async () => (await numbers(page)).marks).toBe(3000);

  // By a finger that rests; the press that would follow is none.
  await longPress(page, x, y);
  await tip.waitFor();
  expect(Number.parseInt(await tip.innerText())).toBe(count);
  expect((await numbers(page)).marks).toBe(3000);
  const mark = page.locator('[data-key^="cluster "]').first();
  const disc = (await mark.boundingBox())!;
  await longPress(page, disc.x + disc.width / 2, disc.y + disc.height / 2);
  await expect.poll(() => tip.innerText()).toContain((await mark.getAttribute('data-count'))!);
  expect((await numbers(page)).marks).toBe(3000);

  await page.locator('[data-count][tabindex="0"]').focus();
  await page.keyboard.press('Home');
  for (let at = 0; at < 20 && !(await tip.isVisible()); at++)
    await page.keyboard.press('ArrowRight');
  const { sum, described } = await page.evaluate(() => {
    const mark = document.activeElement as HTMLElement;
    const text = document.getElementById(mark.getAttribute('aria-describedby') ?? '')!;
    const counts = [...text.querySelectorAll('.row')].map((row) =>
      parseInt(/\d+$/.exec(row.textContent.trim())?.[0] ?? '1'),
    );
    return {
      sum: counts.reduce((all, each) => all + each, 0) - Number(mark.dataset.count),
      described: text.getAttribute('role'),
    };
  });
  expect({ sum, described }).toEqual({ sum: 0, described: 'tooltip' });
  expect(errors).toEqual([]);
});
