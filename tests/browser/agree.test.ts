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
    await expect
      .poll(() => page.getByRole('button', { name: /3 events.*without a place/ }).count())
      .toBe(1);
  });
});
