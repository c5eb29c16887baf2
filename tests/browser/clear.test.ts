/** What stands on the page beside the map's marks leaves them and the event in sight. */
import { describe, expect, it } from 'vitest';
import { agree, open } from './page';

describe('what stands over the map', () => {
  it.each([
    ['', 1280, 840],
    ['', 680, 840],
    ['', 390, 720],
    ['embed/', 1280, 620],
    ['embed/', 680, 560],
    ['embed/', 390, 720],
  ])('covers no mark: /%s at %d', async (path, width, height) => {
    const { page, errors } = await open(path, { viewport: { width, height } });
    await agree(page, (count) => count > 5);
    const covered = await page.evaluate(() => {
      const map = document.querySelector('[aria-label="Map"]')!;
      const marks = [...map.querySelectorAll('[data-count]:not([data-key="unplaced"])')];
      const others = [
        ...document.querySelectorAll('[aria-label="Categories"] button'),
        ...map.querySelectorAll('.chip, [data-key="unplaced"]'),
      ].filter((each) => getComputedStyle(each).visibility === 'visible');
      const boxOf = (element: Element) => element.getBoundingClientRect();
      return marks.flatMap((mark) => {
        const own = boxOf(mark);
        const [x, y] = [own.left + own.width / 2, own.top + own.height / 2];
        return others
          .filter((other) => {
            const { left, right, top, bottom } = boxOf(other);
            return x > left - 8 && x < right + 8 && y > top - 8 && y < bottom + 8;
          })
          .map((other) => `${mark.getAttribute('aria-label')}: ${other.textContent}`);
      });
    });
    expect(covered).toEqual([]);
    expect(errors).toEqual([]);
  });
});

it('a page that changes its layout keeps its timeline', async () => {
  const { page, errors } = await open('', {
    viewport: { width: 1280, height: 840 },
    reducedMotion: 'no-preference',
  });
  await agree(page);
  for (const width of [680, 1280, 390, 1280]) {
    await page.setViewportSize({ width, height: 840 });
    await agree(page);
    await page.waitForTimeout(400);
  }
  expect(errors).toEqual([]);
});

it('a frame of 680 × 560 pixels shows map, timeline and an event with its title', async () => {
  const { page } = await open('embed/', { viewport: { width: 680, height: 560 } });
  const step = page.locator('.step button[data-row]').first();
  await step.waitFor();
  const { y, height } = (await step.boundingBox())!;
  expect(y + height).toBeLessThanOrEqual(562);
  const title = (await step.locator('.title').boundingBox())!;
  expect(title.y + title.height).toBeLessThanOrEqual(560);
});
