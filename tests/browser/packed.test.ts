import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { agree, fromElsewhere, numbers, open, settle } from './page';

const spring = '&from=2022-03-01&to=2022-08-10&at=20,20,1';

/** Everything a reader finds, once all titles have come. */
async function read(page: Page) {
  await agree(page);
  const list = page.getByRole('list', { name: 'Events' });
  const entries = list.getByRole('listitem');
  for (const at of [0, 1, 2, 3, 4]) {
    // Titles come with what is in sight.
    await entries.nth(at).scrollIntoViewIfNeeded();
    await entries
      .nth(at)
      .getByText(/^\w+ \d+ at /)
      .waitFor();
  }
  return {
    ...(await numbers(page)),
    head: await page.getByRole('banner').innerText(),
    first: (await entries.allInnerTexts()).slice(0, 5),
    bars: await page.locator('.most').textContent(),
    categories: await page.getByRole('group', { name: 'Categories' }).innerText(),
  };
}

describe('a packed story', () => {
  it('is the same on a page as the GeoJSON it was made from', async () => {
    const [packed, plain] = await Promise.all(
      ['large.dl', 'large.geojson'].map((name) => open(`${fromElsewhere(name)}${spring}`)),
    );
    const there = await read(packed!.page);
    expect(there).toEqual(await read(plain!.page));
    expect(there.status).toBeGreaterThan(60);
    for (const { page, errors } of [packed!, plain!]) {
      await page.getByRole('list', { name: 'Events' }).getByRole('button').nth(3).click();
      await page.getByRole('article').getByText('A witness').waitFor();
      expect(errors).toEqual([]);
    }
    const articles = [packed!, plain!].map(({ page }) => page.getByRole('article'));
    const expected = await articles[1]!.innerText();
    await expect.poll(() => articles[0]!.innerText()).toBe(expected);
  });

  it('keeps its numbers while the window is dragged and searched', async () => {
    const { page, errors } = await open(`${fromElsewhere('large.dl')}${spring}`);
    const window = page.getByRole('slider', { name: 'Window', exact: true });
    let before = await agree(page);
    const seen = new Set<number>();
    for (let step = 0; step < 6; step++) {
      const last = before;
      seen.add(last);
      await window.press('ArrowRight');
      before = await agree(page, (count) => count !== last);
    }
    expect(seen.size).toBeGreaterThan(3);
    await page.getByRole('searchbox').fill('battle place');
    await expect.poll(async () => (await numbers(page)).status).toBeLessThan(before);
    expect(await agree(page, (count) => count > 0)).toBeGreaterThan(0);
    await page.getByRole('searchbox').fill('');
    await expect.poll(async () => (await numbers(page)).status).toBe(before);
    expect(errors).toEqual([]);
  });

  it('draws its counts in the colours of the categories, whatever these are written in', async () => {
    const { page, errors } = await open(`${fromElsewhere('large.dl')}${spring}`);
    /** Whether counts are drawn, and nearly all of them in one of these colours. */
    const drawn = (colors: readonly string[]) =>
      page.evaluate((names) => {
        const picture = document.querySelector<HTMLCanvasElement>('.counts canvas')!;
        const { width, height } = picture;
        const context = Object.assign(document.createElement('canvas'), {
          width,
          height,
        }).getContext('2d', { willReadFrequently: true })!;
        const pixelsOf = (draw: () => void) => {
          context.clearRect(0, 0, width, height);
          draw();
          const { data } = context.getImageData(0, 0, width, height);
          return new Uint32Array(data.buffer);
        };
        const known = names.map(
          (name) =>
            pixelsOf(() => {
              context.fillStyle = name;
              context.fillRect(0, 0, 1, 1);
            })[0],
        );
        // Some pixels have two colours, and some are covered in part.
        const full = pixelsOf(() => context.drawImage(picture, 0, 0)).filter(
          (pixel) => pixel >>> 24 === 255,
        );
        return {
          some: full.length > 50,
          known: full.filter((pixel) => known.includes(pixel)).length > 0.9 * full.length,
        };
      }, colors);
    await page.getByRole('button', { name: '2 more', exact: true }).click();
    const chips = page.getByRole('group', { name: 'Categories' }).getByRole('button');
    const samples = page.locator('.samples i');
    await expect.poll(() => samples.count()).toBe(await chips.count());
    const colors = await page.evaluate(() =>
      [...document.querySelectorAll('.samples i')].map((sample) => getComputedStyle(sample).color),
    );
    await expect.poll(() => drawn(colors)).toEqual({ some: true, known: true });
    const paint = async (color: string, theme: string) => {
      await page.addStyleTag({ content: `.samples i { color: ${color} !important }` });
      await page.evaluate((name) => {
        document.documentElement.setAttribute('data-theme', name);
      }, theme);
      await expect.poll(() => drawn([color])).toEqual({ some: true, known: true });
    };
    await paint('oklch(0.6 0.15 150)', 'dark');
    await page.emulateMedia({ forcedColors: 'active' });
    await paint('oklch(0.6 0.15 300)', 'light');
    expect(errors).toEqual([]);
  });

  it('opens on an event by its id, and puts the id in the address', async () => {
    const { page } = await open(`${fromElsewhere('large.dl')}&event=event-1234`);
    await page.getByRole('article', { name: / 1234 at / }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('list', { name: 'Events' }).getByRole('button').first().click();
    const title = page.getByRole('article').getByRole('heading', { name: /^\w+ \d+ at / });
    const number = (await title.innerText()).match(/\d+/)![0];
    await expect.poll(() => new URL(page.url()).searchParams.get('event')).toBe(`event-${number}`);
    const unknown = await open(`${fromElsewhere('large.dl')}&event=nobody`);
    await unknown.page.getByText('1 part of the address left out').waitFor();
  });

  it('works in the embed', async () => {
    const { page, errors } = await open(`embed/${fromElsewhere('large.dl')}${spring}`, {
      viewport: { width: 680, height: 560 },
    });
    expect(await agree(page, (count) => count > 60)).toBeGreaterThan(60);
    await page.getByRole('list', { name: 'Events' }).getByRole('button').first().click();
    await page.getByRole('article').getByText('A witness').waitFor();
    expect(errors).toEqual([]);
  });
});

describe('a packed story that is broken', () => {
  it.each([
    ['wrong-magic.dl', /not a packed story: it starts with 94 44/],
    ['wrong-version.dl', /version is 7, expected 1 or 2/],
    ['wrong-length.dl', /file has \d+ bytes, expected \d+ as it states/],
    ['damaged-head.dl', /the head is damaged: the checksum is \w{8}, expected \w{8}/],
    ['damaged-columns.dl', /the columns are damaged: the checksum is \w{8}/],
  ])('says so: %s', async (name, reason) => {
    const { page } = await open(fromElsewhere(name), { ready: false });
    await page.getByRole('heading', { name: 'This story could not be shown' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(reason);
  });

  it.each([
    ['without-details.dl', /the server answered 404/],
    ['other-details.dl', /stamp is "\w+", expected "\w+"/],
    ['swapped-details.dl', /00000(4.json: its number is 5, expected 4|5.json: its number is 4)/],
    ['changed-details.dl', /the checksum is \w{8}, expected \w{8} \(the file is damaged/],
  ])('counts and lists all the same, and says what is missing: %s', async (name, reason) => {
    const { page } = await open(`${fromElsewhere(name)}${spring}`);
    expect(await agree(page, (count) => count > 60)).toBeGreaterThan(60);
    const first = page.getByRole('list', { name: 'Events' }).getByRole('listitem').first();
    await first.getByText('Details could not be read').waitFor();
    await first.getByRole('button').click();
    const article = page.getByRole('article');
    await article.getByText('The details of this event could not be read.').waitFor();
    expect(await article.innerText()).toMatch(reason);
    await settle(page);
  });

  it('opens without the event of the address where its file of ids is damaged', async () => {
    const { page, errors } = await open(`${fromElsewhere('damaged-ids.dl')}&event=event-1234`);
    await page.getByText('1 part of the address left out').click();
    await page.getByText(/could not be looked up\. ids-\d{6}\.json: the checksum is/).waitFor();
    expect(errors).toEqual([]);
  });
});

describe('a packed story of version 1', () => {
  it('opens with its details, and with a note that damage can’t be detected', async () => {
    const { page, errors } = await open(fromElsewhere('version-1.dl'));
    expect(await agree(page)).toBe(4);
    await page.getByText(/^\d warnings? about the records shown/).click();
    await page.getByText(/has version 1, which has no checksums: damage.*Pack it again/).waitFor();
    await page.getByRole('list', { name: 'Events' }).getByText('Strike on Kyiv').click();
    await page.getByRole('article').getByText('Two were injured.').waitFor();
    expect(errors).toEqual([]);
  });
});
