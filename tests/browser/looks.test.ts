import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { agree, fromElsewhere, open } from './page';

const property = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();
/** The colour of the map's sea as it is drawn. */
const sea = (page: Page) =>
  page
    .locator('.drawn')
    .first()
    .evaluate((svg) => getComputedStyle(svg).backgroundColor);
const host = (body: string) =>
  `${inject('elsewhere')}/?html=${encodeURIComponent(
    `<!doctype html><body>${body}<script src="${inject('site')}embed.js"></script>`,
  )}`;

describe('a page’s looks', () => {
  it('are those of its address, which keeps them', async () => {
    const { page, errors } = await open(
      'embed/?--dl-map-sea=%23ff0000&--dl-font-sans=Georgia,+serif&--dl-radius=2px&from=2025-12-14',
    );
    expect(await sea(page)).toBe('rgb(255, 0, 0)');
    expect(await page.evaluate(property, '--dl-font-sans')).toBe('Georgia, serif');
    expect(await page.evaluate(property, '--dl-radius')).toBe('2px');
    await page.getByRole('slider', { name: 'Window', exact: true }).press('ArrowLeft');
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).not.toBe('2025-12-14');
    expect(new URL(page.url()).searchParams.get('--dl-map-sea')).toBe('#ff0000');
    expect(errors).toEqual([]);
  });

  it('give titles on the map the room they take in the font that comes later', async () => {
    const { page } = await open('?from=2025-12-14&to=2025-12-21');
    const title = page.locator('.labels .label .title', { hasText: 'Brussels summit on a loan' });
    // A title with too little room is cut, and so has another text.
    await title.waitFor();
    /** Pairs of labels that cover one another: each has the room it was placed with. */
    const covering = () =>
      page.locator('.labels .label').evaluateAll((labels) => {
        const boxes = labels.map((label) => (label as SVGGraphicsElement).getBoundingClientRect());
        return boxes.flatMap((a, i) =>
          boxes
            .slice(i + 1)
            .filter(
              (b) =>
                a.left < b.right - 1 &&
                b.left < a.right - 1 &&
                a.top < b.bottom - 1 &&
                b.top < a.bottom - 1,
            ),
        ).length;
      });
    await expect.poll(covering).toBe(0);
    /** Pixels that texts are wider than a canvas measures them in the font that came. */
    const wider = await page.locator('.labels .title').evaluateAll((titles) => {
      const context = document.createElement('canvas').getContext('2d')!;
      return titles.map((each) => {
        const { fontFamily } = getComputedStyle(each);
        context.font = `600 13px ${fontFamily}`;
        const room = Math.ceil(context.measureText(each.textContent!).width);
        return (each as SVGTextContentElement).getComputedTextLength() - room;
      });
    });
    expect(Math.max(...wider)).toBeLessThanOrEqual(0.5);
  });

  it('stay where a value is none, with a note', async () => {
    const values = {
      '--dl-map-sea': 'url(https://example.org/x.png)',
      '--dl-text': 'nocolour',
      '--dl-radius': 'calc(1px * 9e9)',
      '--dl-font-serif': 'x; } body { display: none',
      '--dl-nothing': 'red',
    };
    const { page, foreign } = await open(`?${new URLSearchParams(values)}`);
    await page.getByText(`${Object.keys(values).length} parts of the address left out`).click();
    for (const name of Object.keys(values)) await page.getByText(name).first().waitFor();
    expect(await sea(page)).toBe('rgb(221, 232, 239)');
    expect(foreign).toEqual([]);
  });

  it('are taken over from the element and the text around it', async () => {
    const { page } = await open(
      host(
        '<div style="--dl-map-sea: rgb(0 128 0); font-family: Georgia, serif">' +
          '<datelines-embed story="peace-plan-december-2025" font="host"></datelines-embed></div>',
      ),
      { ready: false },
    );
    const frame = page.frameLocator('iframe');
    await frame.getByRole('status').waitFor();
    const inside = page.frames()[1]!;
    expect(
      await inside
        .locator('.drawn')
        .first()
        .evaluate((svg) => getComputedStyle(svg).backgroundColor),
    ).toBe('rgb(0, 128, 0)');
    expect(await inside.evaluate(property, '--dl-font-sans')).toBe('Georgia, serif');
  });
});

it('a framed map takes the whole screen and gives it back', async () => {
  const { page } = await open(
    host('<datelines-embed story="peace-plan-december-2025"></datelines-embed>'),
    { ready: false },
  );
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Full screen' }).click();
  await frame.getByRole('button', { name: 'Leave full screen' }).click();
  await frame.getByRole('button', { name: 'Full screen', exact: true }).waitFor();
  const sandboxed = await open(
    host(`<iframe title="map" sandbox="allow-scripts" src="${inject('site')}embed/"></iframe>`),
    { ready: false },
  );
  const shut = sandboxed.page.frameLocator('iframe');
  await shut.getByRole('status').waitFor();
  expect(await shut.getByRole('button', { name: 'Full screen' }).count()).toBe(0);
});

it('pictures are fetched once they are asked for', async () => {
  const { page, foreign } = await open(fromElsewhere('with-media.geojson'), { ready: false });
  await page.route('https://pictures.example.org/**', (route) =>
    route.request().url().endsWith('a.png')
      ? route.fulfill({
          contentType: 'image/svg+xml',
          body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        })
      : route.fulfill({ status: 404 }),
  );
  await page.getByRole('list', { name: 'Events' }).getByRole('button').first().click();
  const article = page.getByRole('article');
  const buttons = article.getByRole('button', { name: /^Show the image/ });
  await expect.poll(() => buttons.count()).toBe(2);
  expect(foreign.filter((url) => url.includes('pictures'))).toEqual([]);
  await buttons.first().click();
  const image = article.getByRole('img', { name: 'A grey square' });
  await expect.poll(() => image.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(9);
  await buttons.first().click();
  await article.getByText('This file can’t be shown here').waitFor();
  for (const link of await article.locator('a[href*="example.org"]').all())
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
});

describe('a story of many categories', () => {
  const story = fromElsewhere('sixteen-categories.geojson');
  const parts = (page: Page) => {
    const group = page.getByRole('group', { name: 'Categories' });
    return {
      group,
      chips: group.getByRole('button'),
      more: page.getByRole('button', { name: /^\d+ more$/ }),
    };
  };
  /** They take one row, and a button says how many more there are. */
  async function oneRow(page: Page, height: number) {
    const { group, chips, more } = parts(page);
    await expect
      .poll(async () => (await chips.count()) + parseInt(await more.innerText()))
      .toBe(13);
    expect((await group.boundingBox())!.height).toBeLessThanOrEqual(height);
  }

  it('takes one row at every width, and “Other” counts like any other', async () => {
    const { page, errors } = await open(`${story}&event=e1&at=22,50,3`);
    const { chips, more } = parts(page);
    const article = page.getByRole('article');
    // What else its file says of an event: as text, and no link but to the web.
    const rows = article.getByRole('row');
    await article.getByRole('button', { name: 'Show all 12' }).click();
    expect(await rows.count()).toBe(12);
    expect(await rows.locator('a').evaluateAll((links) => links.map((a) => a.textContent))).toEqual(
      ['https://example.org/row/1'],
    );
    expect(await rows.nth(1).innerText()).toContain('<b onclick="alert(1)">bold</b>');
    expect(await page.getByRole('link', { name: 'CC BY-SA 4.0' }).getAttribute('href')).toBe(
      'https://creativecommons.org/licenses/by-sa/4.0/',
    );
    await page.getByText('About this story').click();
    await page.getByText('Invented events of sixteen categories').waitFor();
    await more.press('Enter');
    expect(await chips.count()).toBe(13);
    const all = await agree(page);
    const others = Number(await chips.last().locator('.count').innerText());
    expect(others).toBeGreaterThan(0);
    await chips.last().click();
    expect(await agree(page, (count) => count < all)).toBe(all - others);
    await chips.last().click();
    await page.getByRole('button', { name: /Event 13$/ }).click();
    await article.getByText('Kind 13').waitFor();
    await page.getByRole('button', { name: 'Fewer' }).click();
    for (const width of [1280, 680, 390]) {
      await page.setViewportSize({ width, height: 840 });
      await oneRow(page, 32);
    }
    expect(errors).toEqual([]);
  });

  it('has a line that explains the marks above an embedded map', async () => {
    const { page } = await open(`embed/${story}`, { viewport: { width: 680, height: 560 } });
    for (const width of [680, 390]) {
      await page.setViewportSize({ width, height: 560 });
      await oneRow(page, 26);
      const legend = (await parts(page).group.boundingBox())!;
      const map = (await page.getByRole('region', { name: 'Map' }).boundingBox())!;
      expect(legend.y + legend.height).toBeLessThanOrEqual(map.y);
    }
    await page.getByRole('link', { name: 'CC BY-SA 4.0' }).waitFor();
  });
});
