import { describe, expect, it } from 'vitest';
import { agree, fromElsewhere, open, settle } from './page';

const zones = ['America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati'];

async function state(page: Awaited<ReturnType<typeof open>>['page']) {
  const value = (name: string) =>
    page.getByRole('slider', { name, exact: true }).getAttribute('aria-valuetext');
  return {
    start: await value('Window start'),
    end: await value('Window end'),
    article: await page.getByRole('article').getByRole('heading').innerText(),
    total: await agree(page),
  };
}

describe('the address', () => {
  it('holds window and selection over a reload, the same in every time zone', async () => {
    const { page } = await open('?event=berlin-talks');
    await page.getByRole('slider', { name: 'Window end' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => new URL(page.url()).search).toContain('to=');
    await expect.poll(() => new URL(page.url()).search).toContain('to=2025-12-18');
    const there = await state(page);
    await page.reload();
    await page.getByRole('status').waitFor();
    expect(await state(page)).toEqual(there);
    for (const timezoneId of zones) {
      const other = await open(page.url(), { timezoneId });
      expect(await state(other.page), timezoneId).toEqual(there);
      expect(new URL(other.page.url()).search, timezoneId).toBe(new URL(page.url()).search);
    }
  });

  it('reads from and to as inclusive, with times of day too', async () => {
    const { page } = await open('?from=2025-12-18&to=2025-12-18');
    const window = page.getByRole('slider', { name: 'Window', exact: true });
    expect(await window.getAttribute('aria-valuetext')).toBe('18 December 2025');
    const timed = await open('?from=2025-12-17T12:00Z&to=2025-12-17T17:59Z');
    const text = await timed.page
      .getByRole('slider', { name: 'Window', exact: true })
      .getAttribute('aria-valuetext');
    expect(text).toMatch(/12:00.*18:00/);
    await settle(timed.page);
    expect(new URL(timed.page.url()).search).toBe('?from=2025-12-17T12:00Z&to=2025-12-17T17:59Z');
  });

  it('opens at a place, with categories, a search and a theme', async () => {
    const { page } = await open('?at=13.4,52.5,6&show=talks&q=berlin&theme=dark');
    expect(await agree(page, 1)).toBe(1);
    expect(await page.getByRole('button', { name: /^Talks/ }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(await page.getByRole('button', { name: /^Strike/ }).getAttribute('aria-pressed')).toBe(
      'false',
    );
    expect(await page.getByRole('searchbox').inputValue()).toBe('berlin');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  it('leaves out what it does not know or can not read, with a note', async () => {
    const broken =
      '?from=2025-13-40&at=1,2&show=talks,nothing&event=nobody&theme=pink&borders=moon&story=none&src=javascript:alert(1)&colour=red&lang=%00';
    const { page, errors } = await open(broken);
    expect(await agree(page, 1)).toBe(1);
    await page.getByText('10 parts of the address left out').click();
    for (const part of ['from=2025-13-40', 'at=1,2', 'show=nothing', 'event=nobody', 'colour=red'])
      expect(await page.getByText(part).isVisible(), part).toBe(true);
    expect(errors).toEqual([]);
  });

  it('opens a story from elsewhere, and a bundled one by its id and its own page', async () => {
    const { page } = await open(fromElsewhere('many.geojson'));
    await page.getByRole('heading', { name: 'Many at one place, some without' }).waitFor();
    for (const path of ['?story=peace-plan-december-2025', 's/peace-plan-december-2025/']) {
      const bundled = await open(path);
      await bundled.page.getByRole('heading', { name: /Talks and strikes/ }).waitFor();
      expect(await agree(bundled.page, 7)).toBe(7);
    }
  });
});

describe('bad input', () => {
  it('shows the good records and says what is wrong with the others', async () => {
    const { page } = await open(fromElsewhere('some-bad.geojson'));
    expect(await agree(page, 2)).toBe(2);
    await page.getByText('2 of 4 records could not be shown').click();
    const note = await page.locator('details[open]').innerText();
    expect(note).toContain('no-such-day');
    expect(note).toContain('2024-02-31');
    expect(note).toContain('swapped');
    expect(note).toContain('120');
  });

  it.each([
    ['no-story.geojson', /line 2/],
    ['there-is-none.geojson', /answered 404/],
  ])('says why %s is no story', async (name, reason) => {
    const { page } = await open(fromElsewhere(name), { ready: false });
    await page.getByRole('heading', { name: 'This story could not be shown' }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(reason);
  });
});
