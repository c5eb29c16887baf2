import { describe, expect, it } from 'vitest';
import { agree, fromElsewhere, numbers, open } from './page';

describe('marks, status and list agree', () => {
  it('at every step of scrubbing the whole span by keyboard', async () => {
    const { page, errors } = await open('?from=2025-11-20&to=2025-11-24');
    const window = page.getByRole('slider', { name: 'Window', exact: true });
    const end = Number(await window.getAttribute('aria-valuemax'));
    await window.focus();
    const seen = new Set<number>();
    let before = '';
    for (let step = 0; step < 120; step++) {
      const at = (await window.getAttribute('aria-valuenow'))!;
      if (at === before || Number(at) >= end) break;
      before = at;
      seen.add(await agree(page));
      await page.keyboard.press('ArrowRight');
    }
    // Nothing, some, and much were seen on the way, up to the end of the span.
    expect(Math.min(...seen)).toBe(0);
    expect(Math.max(...seen)).toBeGreaterThanOrEqual(5);
    expect(await window.getAttribute('aria-valuetext')).toContain('31 December 2025');
    await page.keyboard.press('Home');
    expect(await agree(page, 1)).toBe(1);
    expect(await window.getAttribute('aria-valuetext')).toContain('February 2022');
    expect(errors).toEqual([]);
  });

  it('when either end is moved, categories are toggled, words are searched and the map moves', async () => {
    const { page } = await open('');
    const all = await agree(page);
    const start = page.getByRole('slider', { name: 'Window start' });
    await start.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp');
    const fewer = await agree(page, (count) => count < all);
    expect(fewer).toBeLessThan(all);
    await page.getByRole('button', { name: /^Statement/ }).click();
    expect(await agree(page, (count) => count < fewer)).toBeLessThan(fewer);
    await page.getByRole('button', { name: /^Statement/ }).click();
    expect(await agree(page, fewer)).toBe(fewer);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Search events' }).fill('drone rostov');
    expect(await agree(page, 1)).toBe(1);
    await page.getByRole('searchbox', { name: 'Search events' }).fill('');
    const most = await agree(page, (count) => count > 1);
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await page.waitForTimeout(600);
    expect(await agree(page, (count) => count < most)).toBeLessThan(most);
  });

  it('with events that have no place, and with many at one place', async () => {
    const { page } = await open(fromElsewhere('many.geojson'));
    expect(await agree(page, 43)).toBe(43);
    expect((await numbers(page)).marks).toBe(43);
    const status = page.getByRole('status');
    await expect.poll(() => status.innerText()).toContain('40 here and 3 without a place');
    const items = page.getByRole('list', { name: 'Events', exact: true }).getByRole('listitem');
    expect(await items.nth(40).getByRole('heading').textContent()).toBe('Without a place');
    const counted = page.getByRole('button', { name: 'Without a place', exact: true });
    await counted.click();
    expect(await agree(page, 40)).toBe(40);
    expect(await status.innerText()).not.toContain('without');
    // The address has it, and Back and Forward undo and redo it.
    await expect.poll(() => page.url()).toContain('unplaced=none');
    await page.goBack();
    expect(await agree(page, 43)).toBe(43);
    expect(page.url()).not.toContain('unplaced');
    await page.goForward();
    expect(await agree(page, 40)).toBe(40);
    await counted.click();
    expect(await agree(page, 43)).toBe(43);

    const here = page.getByRole('list', { name: 'Events at this place' }).getByRole('listitem');
    const unplaced = page.locator('[data-key="unplaced"]');
    expect(await unplaced.getAttribute('aria-label')).toMatch(/^3 without a place, 3 events: B/);
    await unplaced.press('Enter');
    await expect.poll(() => here.count()).toBe(3);
    await page.keyboard.press('Escape');
    await expect.poll(() => here.count()).toBe(0);
    await expect
      .poll(() => unplaced.evaluate((mark) => mark === document.activeElement))
      .toBe(true);

    // A list of one place is in step with the other numbers.
    const mark = page.locator('[data-count="10"]');
    const name = await mark.getAttribute('aria-label');
    await mark.click();
    await expect.poll(() => here.count()).toBe(10);
    const [, category] = /10 events: ([ABC]), /.exec(name!)!;
    const filter = page.getByRole('button', { name: new RegExp(`^${category} `) });
    await filter.click();
    await expect.poll(() => here.count()).toBe(0);
    await agree(page, 23);
    await filter.click();
    await expect.poll(() => here.count()).toBe(10);
    await page.getByRole('searchbox').fill('nothing like it');
    await expect.poll(() => here.count()).toBe(0);
    await agree(page, 0);
  });
});
