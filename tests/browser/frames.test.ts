import { describe, expect, inject, it } from 'vitest';
import { approach, open } from './page';

/** A page on another origin with the embed in a frame. */
function host(attributes = ''): string {
  const frame = `<iframe ${attributes} title="map" width="680" height="560" src="${inject('site')}embed/"></iframe>`;
  const html = `<!doctype html><body><h1>An article</h1>${frame}<div style="height:3000px"></div>`;
  return `${inject('elsewhere')}/?html=${encodeURIComponent(html)}`;
}

describe.each([
  ['a frame on another origin', ''],
  ['a frame with sandbox="allow-scripts"', 'sandbox="allow-scripts"'],
])('in %s', (_name, attributes) => {
  it('the embed works: it counts, selects and draws its map', async () => {
    const { page, errors } = await open(host(attributes), { ready: false, webgl: true });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('status').waitFor();
    await approach(frame);
    await frame
      .getByRole('button', { name: /^Brussels summit/ })
      .first()
      .click();
    await frame.getByRole('article', { name: 'Brussels summit on a loan' }).waitFor();
    await frame.getByRole('slider', { name: 'Window', exact: true }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await frame.getByRole('status').innerText()).toMatch(/^\d+ events? /);
    expect(errors).toEqual([]);
  });
});

describe('in a frame', () => {
  it('the wheel over the map scrolls the page, not the map', async () => {
    const { page } = await open(host(), { ready: false, webgl: true });
    const frame = page.frameLocator('iframe');
    await approach(frame);
    const mark = frame.getByRole('button', { name: /^Berlin talks/ }).first();
    const before = await mark.boundingBox();
    await page.mouse.move(before!.x + 60, before!.y + 60);
    for (let i = 0; i < 12; i++) await page.mouse.wheel(0, 400);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    const search = frame.locator('body').evaluate(() => location.search);
    expect(await search).toBe('');
  });
});
