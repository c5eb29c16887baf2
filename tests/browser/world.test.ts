import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { agree, fromElsewhere, open } from './page';

/** Its colours are looked at, so each of its pixels is drawn. */
const painted = { webgl: true, deviceScaleFactor: 1 } as const;

const map = (page: Page) => page.getByRole('region', { name: 'Map', exact: true });
const drawn = (page: Page, line: string) =>
  page.evaluate(
    (of) =>
      document.querySelector(`#page .drawn > g:not(.early) > .${of}`)?.getAttribute('d')?.length ??
      0,
    line,
  );
/** The paths' length, once finer or coarser ground has replaced what it was. */
const changed = async (page: Page, line: string, was: number) => {
  await expect.poll(() => drawn(page, line), { timeout: 10_000 }).not.toBe(was);
  return drawn(page, line);
};

describe('whose borders are drawn', () => {
  it('is said in the credits, of the page and of a frame', async () => {
    const { page } = await open('?borders=defacto');
    await page.getByText('borders by actual control').first().waitFor();
    const frame = await open('embed/?borders=iso');
    await frame.page.getByText('areas as ISO 3166-1 lists them').first().waitFor();
  });

  it('is the default where the address names no view there is', async () => {
    const { page } = await open('?borders=atlantis');
    await page.getByText('borders as recognised by the UN General Assembly').first().waitFor();
    await page.getByText('1 part of the address left out').click();
    await page.getByText('atlantis').first().waitFor();
  });

  it('is drawn: India’s view has no dashed line in Kashmir', async () => {
    const lines = [];
    for (const borders of ['un', 'in']) {
      const { page } = await open(`?at=76,35,5&borders=${borders}`);
      lines.push(await changed(page, 'dashed', 0));
    }
    expect(lines[1]).toBeLessThan(lines[0]!);
  });
});

describe('a disputed area', () => {
  const note = 'Crimea and Sevastopol: part of Ukraine (General Assembly resolution 68/262)';

  it('tells what it is where the pointer rests on it', async () => {
    const { page } = await open('?at=34.2,45.2,6');
    await changed(page, 'dashed', 0);
    const box = (await map(page).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.getByText(note).waitFor();
    await page.mouse.move(box.x + box.width / 2 - 250, box.y + box.height / 2);
    await expect.poll(() => page.getByText(note).count()).toBe(0);
  });

  it('is told of in the map’s credits, by keyboard', async () => {
    const { page } = await open('?at=34.2,45.2,6');
    await changed(page, 'dashed', 0);
    const button = page.getByRole('button', { name: 'Map data' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText(note).waitFor();
    await page
      .getByText(/GeoNames/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByText(note).count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('names', () => {
  it('has a country that reaches beyond the view written in the part in view', async () => {
    const { page } = await open('?at=33,51,4.2');
    await map(page).getByText('RUSSIA', { exact: true }).waitFor();
  });

  it('are in the reader’s language', async () => {
    const { page } = await open('?at=33,51,4.2&lang=uk');
    await map(page).getByText('РОСІЯ', { exact: true }).waitFor();
    await map(page).getByText('Краків', { exact: true }).waitFor();
  });
});

it('costs a page at zoom 4 over Europe no more than 200 kB', async () => {
  const { page } = await open('', { ready: false });
  const sizes = new Map<string, Promise<number>>();
  const measure = (response: Response) => {
    const url = response.url();
    if (!/\/assets\/.+-[\w-]{8}\.json$/.test(url)) return;
    const size = response.body().then((body) => gzipSync(body).length);
    // What can't be read is told of below, not while the page is still in use.
    size.catch(() => undefined);
    sizes.set(url, size);
  };
  page.on('response', measure);
  await page.goto(`${page.url()}?at=15,50,4`);
  await changed(page, 'border', 0);
  await page.getByRole('status').waitFor();
  await map(page).getByText('GERMANY', { exact: true }).waitFor();
  await expect.poll(() => [...sizes.keys()].some((url) => url.includes('/first-'))).toBe(true);
  // What is asked for from now on is not read: the page may be closed before it has come.
  page.off('response', measure);
  const names = [...sizes.keys()].map((url) =>
    url
      .split('/')
      .at(-1)!
      .replace(/-[\w-]{8}\.json/, ''),
  );
  expect(names).toContain('world-medium');
  const all = await Promise.all(sizes.values());
  expect(all.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
});

it('works with the network cut, for what has been seen', async () => {
  const { page, errors } = await open('?at=31,48.5,5');
  const far = await changed(page, 'border', 0);
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  const near = await changed(page, 'border', far);
  await page.waitForTimeout(500);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Zoom out', exact: true }).click();
  expect(await changed(page, 'border', near)).toBe(far);
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  expect(await changed(page, 'border', far)).toBe(near);
  await page.getByRole('list', { name: 'Events' }).getByRole('button').first().click();
  await page.getByRole('article').waitFor();
  expect(await map(page).getByText('MOLDOVA', { exact: true }).count()).toBe(1);
  expect(errors).toEqual([]);
});

describe('the globe', () => {
  it('is drawn at low zooms, and numbers agree on it', async () => {
    const { page, errors } = await open('?projection=globe&at=20,40,1.5');
    await changed(page, 'land', 0);
    expect(await page.locator('circle.sea').count()).toBe(1);
    expect(await agree(page, (count) => count > 5)).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await agree(page);
    const near = await open('?projection=globe&at=31,48,8');
    await changed(near.page, 'land', 0);
    expect(await near.page.locator('circle.sea').count()).toBe(0);
    expect([...errors, ...near.errors]).toEqual([]);
  });

  it('is the same with WebGL: the colour beside it and on it', async () => {
    const { page, errors } = await open('?projection=globe&at=-140,0,1', painted);
    await page.locator('.stage.ready').waitFor({ timeout: 40_000 });
    const [beside, ocean] = await Promise.all([
      colourAt(page, 0.02, 0.5),
      colourAt(page, 0.5, 0.5),
    ]);
    expect(ocean).toEqual([221, 232, 239]);
    expect(beside).not.toEqual(ocean);
    expect(errors).toEqual([]);
  });
});

it('the ground keeps its colours where the reader forces those of the page', async () => {
  const { page } = await open('?at=10,50,4', { ...painted, forcedColors: 'active' });
  await page.locator('.stage.ready').waitFor({ timeout: 40_000 });
  await expect.poll(() => colourAt(page, 0.53, 0.45)).toEqual([246, 244, 238]);
});

describe('a base map of the publisher’s own', () => {
  it('is drawn over the bundled one, and credited', async () => {
    const { page, errors } = await open(
      `${fromElsewhere('with-basemap.geojson')}&at=10,50,4`,
      painted,
    );
    await page.locator('.stage.ready').waitFor({ timeout: 40_000 });
    // All of the archive's world is water.
    await expect.poll(() => colourAt(page, 0.6, 0.6), { timeout: 20_000 }).toEqual([221, 232, 239]);
    await page.getByRole('button', { name: 'Map data' }).click();
    await page.getByText('Tiles of the test;').waitFor();
    expect(errors).toEqual([]);
  });

  it('gives way to the bundled one where it can’t be read, and says so', async () => {
    const { page } = await open(`${fromElsewhere('no-basemap.geojson')}&at=10,50,4`, painted);
    await page
      .getByText(/base map can’t be read \(.*\)\. The bundled map is shown/)
      .waitFor({ timeout: 40_000 });
    expect(await colourAt(page, 0.6, 0.6)).toEqual([246, 244, 238]);
  });

  it('is not asked for on a host that is neither the page’s nor the story’s', async () => {
    const { page, foreign } = await open(fromElsewhere('foreign-basemap.geojson'));
    await page.getByText('1 part of the address left out').click();
    await page
      .getByText(/is on another host/)
      .first()
      .waitFor();
    expect(foreign.filter((url) => url.includes('example.org'))).toEqual([]);
  });
});

/** Red, green and blue of the map at a share of its width and height. */
async function colourAt(page: Page, across: number, down: number): Promise<number[]> {
  const box = (await map(page).boundingBox())!;
  const clip = { x: box.x + across * box.width, y: box.y + down * box.height, width: 1, height: 1 };
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const context = document.createElement('canvas').getContext('2d')!;
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, png);
}
