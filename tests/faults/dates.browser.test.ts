import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { agree, fromElsewhere, open } from '../browser/page';
import { amount, randomFrom, seed } from './amount';
import { pick, wildDate, zones } from './wild-dates';

type Random = () => number;

const stories = amount(2, 40);
const keys = ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End', 'Shift+ArrowRight'];

function storyOf(title: string, whens: readonly string[], timeZone = 'UTC'): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    title,
    timeZone,
    features: whens.map((when, number) => ({
      type: 'Feature',
      id: `e${number}`,
      geometry:
        number % 4 === 3
          ? null
          : { type: 'Point', coordinates: [10 + number / 9, 50 - number / 9] },
      properties: { title: `Event ${number}`, when },
    })),
  });
}

/** Opens a story in the page that shows another one. */
async function show(page: Page, title: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'wild.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(text),
  });
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  await page.getByRole('status').waitFor();
}

const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });
const timeline = (page: Page) => page.getByRole('group', { name: 'Timeline' });

async function type(page: Page, from: string, to: string): Promise<void> {
  await timeline(page).getByRole('button', { name: 'choose the dates' }).click();
  await page.getByRole('textbox', { name: 'From' }).fill(from);
  await page.getByRole('textbox', { name: 'To' }).fill(to);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.keyboard.press('Escape');
}

/** Every kind of move on the timeline, once. */
async function moveAll(page: Page, random: Random): Promise<void> {
  for (const name of ['Window start', 'Window', 'Window end']) {
    await slider(page, name).focus();
    for (const key of keys) await page.keyboard.press(key);
    expect(await slider(page, name).getAttribute('aria-valuetext')).toMatch(/\d/);
    await agree(page);
  }
  const presets = page.getByRole('group', { name: 'Length of the window' }).getByRole('button');
  for (let at = 0; at < (await presets.count()); at++) await presets.nth(at).click();
  await agree(page);
  await timeline(page).getByRole('button', { name: 'All', exact: true }).click();
  await type(page, wildDate(random), wildDate(random));
  await agree(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.keyboard.press('ArrowRight');
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  if (await pause.isVisible()) await pause.click();
  const box = (await timeline(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 100);
  for (const turn of [400, -1200, 4000]) await page.mouse.wheel(0, turn);
  await page.mouse.wheel(900, 0);
  for (const note of await timeline(page).locator('.outside button').all()) await note.click();
  await agree(page);
}

describe('a page about the wildest dates', () => {
  it(
    'answers every key, typed date, preset, turn of the wheel and Play',
    { timeout: amount(60_000, 900_000) },
    async () => {
      const random = randomFrom(seed + 500);
      const { page, errors } = await open('');
      for (let number = 0; number < stories; number++) {
        const title = `Wild dates ${number}`;
        const zone = pick(random, zones);
        const dates = Array.from({ length: 12 }, () => wildDate(random));
        await show(page, title, storyOf(title, ['2025-12-14', 'Y-17000002', '/', ...dates], zone));
        await moveAll(page, random);
      }
      expect(errors).toEqual([]);
    },
  );

  it('opens on what it can draw, and leads to what it can’t', async () => {
    const { page, errors } = await open('');
    const dates = ['2025-12-14', '2025-12-17', 'Y-17000002', 'Y17E7', '/', '2025-12-16/Y17E7'];
    await show(page, 'One wild date', storyOf('One wild date', dates));
    await agree(page, 4);
    expect(await slider(page, 'Window').getAttribute('aria-valuetext')).toMatch(
      /^14 – 1\d December 2025$/,
    );
    const note = timeline(page).getByRole('button', { name: '1 event before 10000 BC' });
    await note.click();
    await agree(page, 2);
    expect(await page.getByRole('list', { name: 'Events' }).innerText()).toContain('17,000,003 BC');
    await timeline(page).getByRole('button', { name: 'All', exact: true }).click();
    await agree(page, 6);
    await slider(page, 'Window start').focus();
    await page.keyboard.press('ArrowRight');
    await agree(page, 5);
    expect(await slider(page, 'Window start').getAttribute('aria-valuetext')).toBe(
      '14 December 2025',
    );
    await page.keyboard.press('Home');
    await agree(page, 6);
    // Addresses are written once a gesture rests.
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('Y-10000');
    expect(errors).toEqual([]);
  });

  it('has no axis where no event has a date, and shows all events', async () => {
    const { page, errors } = await open('');
    const cases = [
      [
        'No dates',
        ['/', '../..', '/'],
        'No event of this story has a date, so there is no timeline.',
        3,
      ],
      ['No events', [], 'The story has no events, so there is no timeline.', 0],
      [
        'Far dates',
        ['Y17E7', 'Y-17E7', 'Y-17E7/..'],
        'There is no timeline: no event of this story',
        3,
      ],
    ] as const;
    for (const [title, dates, sentence, count] of cases) {
      await show(page, title, storyOf(title, dates));
      await agree(page, count);
      expect(await timeline(page).innerText()).toContain(sentence);
      expect(await page.getByRole('slider').count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(0);
      expect(await page.locator('body').innerText()).not.toContain('1970');
    }
    expect(errors).toEqual([]);
  });

  it('holds both readings of a time that its zone’s clocks skip or show twice', async () => {
    const { page } = await open('');
    const dates = ['2025-03-30T03:30', '2025-10-26T03:30'];
    await show(page, 'Clocks', storyOf('Clocks', dates, 'Europe/Kyiv'));
    await agree(page, 2);
    // Either reading is in the window that was typed.
    for (const [from, to] of [
      ['2025-10-26T00:30Z', '2025-10-26T00:30Z'],
      ['2025-10-26T01:30Z', '2025-10-26T01:30Z'],
      ['2025-10-26T03:30', '2025-10-26T03:30'],
    ] as const) {
      await type(page, from, to);
      await agree(page, 1);
    }
    await page.getByText('warnings about the records shown').click();
    const said = await page.locator('body').innerText();
    expect(said).toContain('2025-03-30T03:30 does not occur in Europe/Kyiv');
    expect(said).toContain('2025-10-26T03:30 occurs twice in Europe/Kyiv');
  });

  it('leaves out an address’s dates far beyond the years it draws, with a note', async () => {
    const { page, errors } = await open(
      `${fromElsewhere('many.geojson')}&from=Y-17000002&to=Y10000`,
    );
    await agree(page, 43);
    await expect
      .poll(() => page.locator('body').textContent())
      .toContain('Expected a date within the years -9999 to 9999.');
    expect(await slider(page, 'Window end').getAttribute('aria-valuetext')).toBe('after 9999');
    await slider(page, 'Window start').focus();
    for (const key of keys) await page.keyboard.press(key);
    await agree(page);
    expect(errors).toEqual([]);
  });
});
