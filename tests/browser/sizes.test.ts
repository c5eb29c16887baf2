/** What a reader first sees of stories of every kind, at the three sizes of a page. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { agree, fromElsewhere, open } from './page';

const sizes = [
  { width: 1280, height: 840 },
  { width: 680, height: 560 },
  { width: 390, height: 720 },
];

/** Parts that a page must not show: each as a sentence. */
const faultsOf = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const box = (element: Element) => element.getBoundingClientRect();
    const over = (a: DOMRect, b: DOMRect, by = 1) =>
      a.left < b.right - by &&
      b.left < a.right - by &&
      a.top < b.bottom - by &&
      b.top < a.bottom - by;
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const map = box(document.querySelector('.overlay')!);
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');

    const controls = all('.buttons button, [data-key="unplaced"]');
    for (const mark of all('.mark')) {
      const { left, top, width, height } = box(mark);
      const middle = new DOMRect(left + width / 2 - 1, top + height / 2 - 1, 2, 2);
      if (!over(middle, map, 0)) faults.push(`out of the map: ${mark.ariaLabel}`);
      for (const control of controls)
        if (over(new DOMRect(left + 4, top + 4, width - 8, height - 8), box(control)))
          faults.push(`under ${control.textContent || control.ariaLabel}: ${mark.ariaLabel}`);
    }
    // Labels of the map lie on no other and inside the map.
    const labels = all('.labels text, .chip').filter((label) => box(label).width > 0);
    labels.forEach((label, at) => {
      const own = box(label);
      if (own.left < map.left - 1 || own.right > map.right + 1)
        faults.push(`cut off: ${label.textContent}`);
      for (const other of labels.slice(at + 1))
        if (over(own, box(other), 3)) faults.push(`${label.textContent} on ${other.textContent}`);
    });
    // Labels of the timeline lie inside their track.
    const track = box(document.querySelector('.track')!);
    for (const text of all('.plot .bar text')) {
      const own = box(text);
      if (own.left < track.left - 1 || own.right > track.right + 19)
        faults.push(`cut off on the timeline: ${text.textContent}`);
    }
    return faults;
  });

/** Pixels between the middle of a category's name and its nearest bar. */
const namesAway = (page: Page) =>
  page.evaluate(() => {
    const middle = (element: Element) => {
      const { top, height } = element.getBoundingClientRect();
      return top + height / 2;
    };
    return [...document.querySelectorAll('.names > svg')].flatMap((glyph) => {
      const color = glyph.querySelector('path')!.getAttribute('fill');
      const bars = [...document.querySelectorAll(`.plot .bar[fill="${color}"] .target`)];
      return bars.length
        ? [Math.min(...bars.map((bar) => Math.abs(middle(bar) - middle(glyph))))]
        : [];
    });
  });

describe('what a reader first sees', () => {
  it.each([
    ['the bundled story', ''],
    ['forty minutes', 'forty-minutes.geojson'],
    ['1914–2026', 'century.geojson'],
    ['every member', 'every-member.geojson'],
  ])('of %s is whole at every size', async (_, name) => {
    for (const viewport of sizes) {
      const path = `${viewport.width === 680 ? 'embed/' : ''}${name && fromElsewhere(name)}`;
      const { page, errors } = await open(path, { viewport });
      await agree(page, (count) => count > 0);
      expect(await faultsOf(page)).toEqual([]);
      for (const away of await namesAway(page)) expect(away).toBeLessThan(9);
      expect(errors).toEqual([]);
      await page.context().close();
    }
  });
});
