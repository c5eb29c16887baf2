/** The states that a page can be in, each with what a reader does to get there. */
import type { Page } from 'playwright-core';
import { fromElsewhere, open } from './page';

export interface State {
  readonly name: string;
  readonly path: string;
  readonly options?: Parameters<typeof open>[1];
  act?(page: Page): Promise<unknown>;
}

const spring = '&from=2022-03-01&to=2022-08-10&at=20,20,1';
const table =
  'date,title,lat,lng\n2024-05-01,First,50,30\nonce,Second,51,31\n2024-05-04,Third,95,33\n';
const unready = { ready: false } as const;

/** In the pseudo-language names stand in brackets. */
const button = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^\\[?${name}\\]?$`) });
const list = (page: Page) => page.getByRole('list', { name: 'Events' });
const article = (page: Page) => page.getByRole('article').waitFor();
const dialog = (page: Page) => page.getByRole('dialog').waitFor();

/** Puts a file of the reader's device into the page. */
export const choose = (page: Page, name: string, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

async function openFirst(page: Page) {
  await list(page).getByRole('button').first().click();
  await article(page);
}

async function openMark(page: Page) {
  await page.locator('[data-key^="event "]').first().click();
  await article(page);
}

async function holdFiles(page: Page) {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([''], 'a.csv'));
    document.body.dispatchEvent(
      new DragEvent('dragenter', { bubbles: true, cancelable: true, dataTransfer }),
    );
  });
  await page.getByText('Drop a file to open it here').waitFor();
}

async function report(page: Page) {
  await choose(page, 'rows.csv', table);
  await button(page, 'Report').click();
  await dialog(page);
}

async function dates(page: Page) {
  await page.getByRole('button', { name: /choose the dates\]?$/ }).click();
  await page.getByRole('textbox', { name: 'From' }).waitFor();
}

async function settings(page: Page) {
  await button(page, 'Speed and step').click();
  await page.getByRole('combobox').first().waitFor();
}

async function mapData(page: Page) {
  await button(page, 'Map data').click();
  await page.getByRole('group', { name: 'Map data' }).waitFor();
}

async function notes(page: Page) {
  for (const summary of await page.locator('.notes summary').all()) await summary.click();
}

async function embedDialog(page: Page) {
  await button(page, 'Embed').click();
  const frame = page.getByRole('dialog').locator('iframe').contentFrame();
  await frame.getByRole('status').waitFor();
}

const search = (text: string) => async (page: Page) => {
  await page.getByRole('searchbox').fill(text);
  const found =
    text === 'Berlin' ? page.getByText(/^\[?[1-4] events?\]?$/) : page.getByText('No event');
  await found.first().waitFor();
};

/** Both pages can be in these. */
const anywhere: readonly State[] = [
  { name: 'as it opens', path: '' },
  { name: 'an article from the list', path: '', act: openFirst },
  { name: 'an article from a mark', path: '', act: openMark },
  { name: 'an article by its address', path: '?event=drones-ukraine', act: article },
  { name: 'playback settings', path: '', act: settings },
  { name: 'typed dates', path: '', act: dates },
  {
    name: 'typed dates that are none',
    path: '',
    async act(page) {
      await dates(page);
      await page.getByRole('textbox', { name: 'From' }).fill('2025-13-01');
      await button(page, 'Show').click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'map data', path: '', act: mapData },
  { name: 'map data of a large view', path: '?at=60,30,1.5', act: mapData },
  { name: 'a search that finds', path: '', act: search('Berlin') },
  { name: 'a search that finds nothing', path: '', act: search('nothing like it') },
  {
    name: 'a category left out',
    path: '',
    act: (page) =>
      page.getByRole('group', { name: 'Categories' }).getByRole('button').first().click(),
  },
  { name: 'parts of the address left out', path: '?from=when&show=none&x=1', act: notes },
  { name: 'records left out', path: fromElsewhereLater('some-bad.geojson'), act: notes },
  {
    name: 'a story that is none',
    path: fromElsewhereLater('no-story.geojson'),
    options: unready,
    act: failure,
  },
  { name: 'a large story', path: `${fromElsewhereLater('large.dl')}${spring}` },
  {
    name: 'an article of a large story',
    path: `${fromElsewhereLater('large.dl')}${spring}`,
    async act(page) {
      await openFirst(page);
      await page.getByRole('article').getByText('A witness').waitFor();
    },
  },
  {
    name: 'an article without its details',
    path: `${fromElsewhereLater('without-details.dl')}${spring}`,
    async act(page) {
      await openFirst(page);
      await page.getByText('The details of this event could not be read.').waitFor();
    },
  },
  { name: 'an article with media', path: fromElsewhereLater('with-media.geojson'), act: openFirst },
  {
    name: 'the list of a place',
    path: `${fromElsewhereLater('many.geojson')}&at=30.5,50.4,7`,
    async act(page) {
      await page.locator('[data-count="10"]').click();
      await page.locator('[data-place] li').first().waitFor();
    },
  },
  { name: 'a story without dates', path: fromElsewhereLater('no-dates.geojson') },
  { name: 'a story without events', path: fromElsewhereLater('no-events.geojson') },
  { name: 'events beyond the timeline', path: fromElsewhereLater('far-dates.geojson') },
  {
    name: 'as it was sent',
    path: '',
    options: unready,
    // What looks at the page needs scripts; its own must not come.
    async act(page) {
      await page.route('**/*.js', (route) => route.abort());
      await page.reload();
      await page.locator('#at-rest').getByRole('heading', { level: 1 }).waitFor();
    },
  },
];

const readerOnly: readonly State[] = [
  { name: 'files over the page', path: '', act: holdFiles },
  {
    name: 'a file that could not be opened',
    path: '',
    async act(page) {
      await choose(page, 'page.html', '<!doctype html><title>No data</title>');
      await dialog(page);
    },
  },
  {
    name: 'a file whose records are all wrong',
    path: '',
    async act(page) {
      const rows = Array.from({ length: 60 }, (_, row) => `once,Event ${row},50,30`);
      await choose(page, 'rows.csv', ['date,title,lat,lng', ...rows].join('\n'));
      await page.getByRole('group', { name: 'Problems' }).waitFor();
    },
  },
  {
    name: 'a file of the device',
    path: '',
    async act(page) {
      await choose(page, 'rows.csv', table);
      await button(page, 'Report').waitFor();
    },
  },
  { name: 'the report on a file', path: '', act: report },
  {
    name: 'downloading',
    path: '',
    async act(page) {
      await button(page, 'Download').click();
      await dialog(page);
    },
  },
  { name: 'embedding', path: '?event=miami-meeting', act: embedDialog },
  {
    name: 'embedding as an element',
    path: '',
    async act(page) {
      await embedDialog(page);
      await page.getByRole('radio', { name: /^\[?Element/ }).check();
    },
  },
];

/** `""` is the reader, `"embed/"` the page for a frame. */
export const states: readonly (State & { readonly page: '' | 'embed/' })[] = [
  ...anywhere.map((state) => ({ ...state, page: '' as const })),
  ...readerOnly.map((state) => ({ ...state, page: '' as const })),
  ...anywhere.map((state) => ({ ...state, page: 'embed/' as const })),
];

/** Frames have most states in the same words as the reader: with every `npm test` these are looked at
 * in the pseudo-language, the others in English. */
const framed = /as it opens|from the list|parts of the address|a story that is none/;
export function isSaidApart({ page, name }: (typeof states)[number]): boolean {
  return name !== 'as it was sent' && (!page || framed.test(name));
}

const sizes = [
  { width: 1280, height: 840 },
  { width: 680, height: 560 },
  { width: 390, height: 720 },
];
/** Themes and sizes of a page. */
export const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  sizes.map((viewport) => ({ colorScheme, viewport })),
);

/** Looks, the first in turn for each state. */
export function looksFor(state: (typeof states)[number]): typeof looks {
  const first = (states.indexOf(state) * 5) % looks.length;
  return [...looks.slice(first), ...looks.slice(0, first)];
}

async function failure(page: Page) {
  await page.getByRole('heading', { name: 'This story could not be shown' }).waitFor();
}

/** Opens a page and brings it into a state.
 * @param language Of the page, where it is not English. */
export async function enter(
  { path, page, options, act }: (typeof states)[number],
  how: Parameters<typeof open>[1],
  language?: string,
) {
  const query = resolved(path);
  const lang = language === undefined ? '' : `${query ? '&' : '?'}lang=${language}`;
  const opened = await open(`${page}${query}${lang}`, { ...how, ...options });
  await act?.(opened.page);
  return opened;
}

/** Servers are known once a test runs. */
function fromElsewhereLater(name: string): string {
  return `elsewhere:${name}`;
}

function resolved(path: string): string {
  return path.replace(/^elsewhere:([^&]*)/, (_, name: string) => fromElsewhere(name));
}
