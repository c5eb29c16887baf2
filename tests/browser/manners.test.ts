import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { approach, agree, fromElsewhere, open, settle } from './page';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = ['', 'embed/'];
const sizes = [
  { width: 1280, height: 840 },
  { width: 680, height: 560 },
  { width: 390, height: 720 },
];

/** What axe finds against WCAG 2.2 A and AA: rules, and where. */
async function violations(page: Page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const run = (window as unknown as { axe: { run(options: object): Promise<never> } }).axe.run;
    const { violations } = await (run({ runOnly: tags }) as Promise<{
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    }>);
    return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))]);
  });
}

describe.each(pages)('the page "%s"', (path) => {
  it('asks nobody else, and says nothing on the console', async () => {
    const { page, errors, foreign } = await open(path, { webgl: true });
    await approach(page);
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await agree(page);
    await page.getByRole('list', { name: 'Events' }).getByRole('button').first().click();
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'has no axe violation of WCAG 2.2 A/AA, and does not scroll sideways, %s',
    async (theme) => {
      const { page } = await open(path, { viewport: sizes[0], colorScheme: theme });
      await agree(page);
      for (const viewport of sizes) {
        await page.setViewportSize(viewport);
        await settle(page);
        await page.getByRole('list', { name: 'Events' }).getByRole('button').nth(1).click();
        await page.getByRole('article').waitFor();
        const [inner, whole] = await page.evaluate(() => [
          document.documentElement.clientWidth,
          document.documentElement.scrollWidth,
        ]);
        expect(whole, `${viewport.width} px`).toBe(inner);
        expect(await violations(page), `${viewport.width} px`).toEqual([]);
        await page.getByRole('button', { name: 'Close', exact: true }).click();
        await page.getByRole('article').waitFor({ state: 'detached' });
      }
    },
  );
});

describe('a story of many events', () => {
  it.each(['light', 'dark'] as const)('has no axe violation, %s', async (colorScheme) => {
    const { page } = await open(`${fromElsewhere('large.dl')}&from=2022-03-01&to=2022-08-10`, {
      colorScheme,
    });
    await agree(page);
    expect(await violations(page)).toEqual([]);
  });

  it('has its categories beside the list, where they cover no cluster', async () => {
    const { page } = await open(`${fromElsewhere('large.dl')}&from=2022-03-01&to=2022-08-10`);
    const all = await agree(page);
    const panel = page.getByRole('region', { name: 'Events in words' });
    const chips = panel.getByRole('group', { name: 'Categories' }).getByRole('button');
    expect(await chips.count()).toBe(6);
    await panel.getByRole('button', { name: '2 more', exact: true }).click();
    expect(await chips.count()).toBe(8);
    const counts = (await chips.locator('.count').allInnerTexts()).map((text) =>
      Number(text.replaceAll(',', '')),
    );
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all);
    await chips.first().click();
    expect(await agree(page, (count) => count < all)).toBe(all - counts[0]!);
    await chips.first().press('Space');
    expect(await agree(page, all)).toBe(all);
    const widths = await chips
      .locator('.bar')
      .evaluateAll((bars) => bars.map((bar) => parseFloat((bar as HTMLElement).style.width)));
    const most = Math.max(...counts);
    for (const [at, count] of counts.entries())
      expect(widths[at]).toBeCloseTo((100 * count) / most, 2);
  });
});

describe('the drawn map', () => {
  it('stays where there is no WebGL: marks, scrubbing and selecting work', async () => {
    const { page, errors } = await open('');
    expect(await agree(page, 7)).toBe(7);
    expect(await page.locator('[aria-label="Map"] svg path').count()).toBeGreaterThan(2);
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    expect(await agree(page, (count) => count < 7)).toBeLessThan(7);
    expect(errors).toEqual([]);
  });

  it('works where no worker may start', async () => {
    const { page } = await open('', { ready: false });
    await page.addInitScript(() => {
      window.Worker = class {
        constructor() {
          throw new Error('refused');
        }
      } as unknown as typeof Worker;
    });
    await page.reload();
    expect(await agree(page, 7)).toBe(7);
  });
});
