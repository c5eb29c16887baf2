import { describe, expect, it } from 'vitest';
import { agree, open } from './page';

/** The places of the bundled story and how far the map is from showing them at first. */
const events = [
  { place: 'Berlin', title: 'Berlin talks on the plan' },
  { place: 'Brussels', title: 'Brussels summit on a loan' },
  { place: 'Rostov', title: 'Strikes in Rostov region' },
  { place: 'Miami', title: 'Miami meeting' },
];

describe.each(events)('$place opens its article', ({ place, title }) => {
  it('by its entry in the list', async () => {
    const { page, errors } = await open(place === 'Miami' ? '?at=-60,40,2' : '');
    await agree(page);
    await page
      .getByRole('list', { name: 'Events' })
      .getByRole('button', { name: new RegExp(title) })
      .click();
    await page.getByRole('article', { name: title }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('article').waitFor({ state: 'detached' });
    expect(await page.getByRole('article').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('by its mark or chip, which brings the map along', async () => {
    const { page } = await open('');
    await agree(page);
    const map = page.getByRole('region', { name: 'Map', exact: true });
    await map.getByRole('button', { name: new RegExp(`^${title}`) }).click();
    await page.getByRole('article', { name: title }).waitFor();
    await agree(page);
    const mark = map
      .locator('[data-count]')
      .and(map.getByRole('button', { name: new RegExp(title) }));
    await expect.poll(() => mark.count()).toBe(1);
    expect(
      await page
        .getByRole('list', { name: 'Events' })
        .getByRole('heading', { name: title })
        .count(),
    ).toBe(1);
  });

  it('by keyboard alone: to the marks with Tab, along them with arrows', async () => {
    const { page } = await open(place === 'Miami' ? '?at=-60,40,2' : '');
    await agree(page);
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement!;
        return {
          mark: element.hasAttribute('data-count'),
          name: element.getAttribute('aria-label'),
        };
      });
    for (let i = 0; i < 40 && !(await focused()).mark; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    for (let i = 0; i < 12 && !(await focused()).name?.startsWith(title); i++)
      await page.keyboard.press('ArrowRight');
    expect((await focused()).name).toContain(place);
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: title }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('article').waitFor({ state: 'detached' });
    expect(await page.getByRole('article').count()).toBe(0);
    expect((await focused()).name).toContain(title);
  });
});

describe('selecting', () => {
  it('all marks are one tab stop', async () => {
    const { page } = await open('');
    await agree(page);
    expect(await page.locator('[aria-label="Map"] [data-count][tabindex="0"]').count()).toBe(1);
  });

  it('an event outside the window brings window and map along', async () => {
    const { page } = await open('?at=-100,40,3');
    await page.getByRole('button', { name: 'Full-scale invasion begins' }).click();
    await page.getByRole('article', { name: 'Full-scale invasion begins' }).waitFor();
    expect(await agree(page, 1)).toBe(1);
    const window = page.getByRole('slider', { name: 'Window', exact: true });
    expect(await window.getAttribute('aria-valuetext')).toContain('2022');
  });

  it('a claim says who makes it, and a planned event says so', async () => {
    const { page } = await open('?event=drones-ukraine');
    const article = page.getByRole('article', { name: '82 drones over Ukraine' });
    await article.waitFor();
    expect(await article.innerText()).toMatch(/Ukrainian authorities:/);
    expect(await article.innerText()).toContain('Claimed');
    await page.goto(page.url().replace(/event=[^&]*/, 'event=miami-meeting'));
    await page.getByRole('article', { name: 'Miami meeting' }).waitFor();
    expect(await page.getByRole('article').innerText()).toContain('Planned');
  });
});
