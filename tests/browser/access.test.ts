import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { agree, fromElsewhere, numbers, open, settle } from './page';
import { choose } from './states';

const wide = { width: 1280, height: 840 };
const medium = { width: 680, height: 560 };
const phone = { width: 390, height: 720 };

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const list = (page: Page) => page.getByRole('list', { name: 'Events' });
const map = (page: Page) => page.getByRole('region', { name: 'Map', exact: true });
const article = (page: Page) => page.getByRole('article');
const dialog = (page: Page) => page.getByRole('dialog');

/** What has the focus, in words. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement!;
    const name =
      element.getAttribute('aria-label') ??
      element.querySelector('.title')?.textContent ??
      element.textContent;
    const kind =
      element === document.body
        ? 'body'
        : element.getAttribute('role') === 'application'
          ? 'map'
          : element.hasAttribute('data-count')
            ? 'mark'
            : element.matches('li button')
              ? 'entry'
              : element.tagName.toLowerCase();
    return kind === 'body' || kind === 'map' ? kind : `${kind} ${name!.trim().split(',')[0]}`;
  });

/** The focus once it rests: what goes to another place may take a while. */
async function becomes(page: Page, wanted: string) {
  await expect.poll(() => focus(page)).toBe(wanted);
  await settle(page);
  expect(await focus(page)).toBe(wanted);
}

/** By keyboard or by hand. */
async function press(target: Locator, how: 'key' | 'hand') {
  if (how === 'hand') return target.click();
  await target.focus();
  // Map data opens as the focus comes.
  if ((await target.getAttribute('aria-expanded')) !== 'true') await target.press('Enter');
}

async function shut(page: Page, by: string) {
  if (by === 'Escape') await page.keyboard.press('Escape');
  else await press(button(page, 'Close'), by === 'Close by key' ? 'key' : 'hand');
  await article(page).waitFor({ state: 'detached' });
}

const berlin = 'Berlin talks on the plan';
const miami = 'Miami meeting';

/** What opens an article, the article's title, and where the focus is after it closes: one after the
 * other in a page, those that move the map last. */
const openers: readonly {
  from: string;
  path: string;
  title: string;
  after: string;
  go(page: Page, how: 'key' | 'hand'): Promise<unknown>;
}[] = [
  {
    from: 'its entry in the list',
    path: '',
    title: berlin,
    after: `entry ${berlin}`,
    go: (page, how) => press(list(page).getByRole('button', { name: new RegExp(berlin) }), how),
  },
  {
    from: 'the list of its place, which its mark opens',
    path: '',
    title: 'Putin restates his demands',
    after: 'entry Putin restates his demands',
    async go(page, how) {
      await press(map(page).getByRole('button', { name: /^Moscow, 2 events/ }), how);
      const place = page.getByRole('region', { name: 'Moscow' });
      await expect.poll(() => place.evaluate((list) => list === document.activeElement)).toBe(true);
      await press(place.getByRole('button', { name: /Putin restates/ }), how);
    },
  },
  {
    from: 'a chip at the rim, which goes as the map comes along',
    path: '',
    title: miami,
    after: `mark ${miami}`,
    go: (page, how) => press(map(page).getByRole('button', { name: /^Miami meeting/ }), how),
  },
  {
    from: 'its mark',
    path: '?at=13.4,52.5,6',
    title: berlin,
    after: `mark ${berlin}`,
    go: (page, how) => press(page.locator('[data-count]', { has: page.locator('svg') }), how),
  },
];

describe.each([
  ['reader', '', wide, 'every way'],
  ['reader', '', medium, 'Escape'],
  ['reader', '', phone, 'every way'],
  ['embed', 'embed/', medium, 'every way'],
  ['embed', 'embed/', phone, 'Escape'],
] as const)('an article in the %s, %s%o, closed by %s', (_, root, viewport, closed) => {
  it('has the focus when it opens, and gives it back to what opened it', async () => {
    let page!: Page;
    let at: string | undefined;
    for (const { from, path, title, after, go } of openers) {
      if (path !== at) {
        ({ page } = await open(`${root}${path}`, { viewport }));
        await agree(page);
        at = path;
      }
      for (const [how, by] of [
        ['key', 'Escape'],
        ['hand', 'Close by hand'],
        ['key', 'Close by key'],
      ] as const) {
        // A chip is there once; the layouts between the others close as those do.
        if ((from.startsWith('a chip') || closed === 'Escape') && by !== 'Escape') continue;
        await go(page, how);
        await article(page).getByRole('heading', { name: title }).waitFor();
        const opened = await focus(page);
        expect(opened, `${from}, opened by ${how}`).toContain(`article ${title}`);
        await shut(page, by);
        await expect.poll(() => focus(page), { message: `${from}, ${by}` }).toBe(after);
      }
    }
  });

  it('opened by its address, gives the focus to its entry in the list', async () => {
    for (const by of ['Escape', 'Close by hand']) {
      const { page } = await open(`${root}?event=miami-meeting`, { viewport });
      await agree(page);
      await article(page).waitFor();
      await shut(page, by);
      await expect.poll(() => focus(page)).toMatch(/^(entry|button) .*Miami meeting$/);
      await page.context().close();
    }
  });
});

describe('an article', () => {
  it('gives the focus to its entry where its mark has gone into another, else to the map', async () => {
    const { page } = await open('?at=13.4,52.5,6');
    await agree(page);
    const mark = page.locator('[data-key^="event "]').first();
    await press(mark, 'key');
    await article(page).waitFor();
    const title = await article(page).getByRole('heading').innerText();
    for (let level = 0; level < 9 && (await mark.count()) > 0; level++) {
      await button(page, 'Zoom out').click();
      await settle(page);
    }
    await agree(page);
    await article(page).focus();
    await shut(page, 'Escape');
    await expect.poll(() => focus(page)).toBe(`entry ${title}`);

    await list(page)
      .getByRole('button', { name: new RegExp(title) })
      .click();
    await page.getByRole('searchbox').fill('nothing like it');
    await agree(page, 0);
    await button(page, 'Close').click();
    await becomes(page, 'map');
  });

  it('leaves the focus in the search box, whose text Escape takes first', async () => {
    const { page } = await open('?event=drones-ukraine');
    await agree(page);
    const box = page.getByRole('searchbox');
    await box.fill('drones');
    await box.press('Escape');
    await expect.poll(() => box.inputValue()).toBe('');
    await article(page).waitFor();
    await box.press('Escape');
    await article(page).waitFor({ state: 'detached' });
    await becomes(page, 'input Search events');
  });

  it('keeps the focus where its event brings window and map along', async () => {
    const { page } = await open('?at=-100,40,3');
    await agree(page);
    await press(button(page, /^Full-scale invasion begins/), 'key');
    await agree(page, 1);
    await becomes(page, 'article Full-scale invasion begins');
    await shut(page, 'Escape');
    await expect.poll(() => focus(page)).not.toBe('body');
  });

  it('keeps the focus when the page becomes narrow and wide', async () => {
    const { page } = await open('');
    await agree(page);
    await press(list(page).getByRole('button', { name: new RegExp(berlin) }), 'key');
    for (const viewport of [phone, medium, wide]) {
      await page.setViewportSize(viewport);
      await becomes(page, `article ${berlin}`);
    }
    await shut(page, 'Escape');
    await becomes(page, `entry ${berlin}`);
  });

  it('of many events gives the focus back to an entry far down the list', async () => {
    const { page } = await open(`${fromElsewhere('large.dl')}&from=2022-03-01&to=2022-08-10`);
    await agree(page);
    const entry = list(page).getByRole('button').nth(60);
    await expect.poll(() => entry.count()).toBe(1);
    await press(entry, 'key');
    await article(page).getByText('A witness').waitFor();
    const row = await list(page).getByRole('listitem').nth(60).getByRole('heading').innerText();
    await shut(page, 'Escape');
    await becomes(page, `entry ${row}`);
  });
});

/** Panels and dialogs: what opens them, and every way to close them. */
const panels: readonly {
  name: string;
  opener: string | RegExp;
  after: string;
  part(page: Page): Locator;
  ways: readonly string[];
}[] = [
  {
    name: 'the dates',
    opener: /choose the dates$/,
    after: 'button 14 – 20 December 2025',
    part: (page) => page.getByRole('textbox', { name: 'From' }),
    ways: ['Escape', 'outside', 'button', 'Show'],
  },
  {
    name: 'playback settings',
    opener: 'Speed and step',
    after: 'button Speed and step',
    part: (page) => page.getByRole('combobox', { name: 'Speed' }),
    ways: ['Escape', 'outside', 'button'],
  },
  {
    name: 'map data',
    opener: 'Map data',
    after: 'button Map data',
    part: (page) => page.getByRole('group', { name: 'Map data' }),
    ways: ['Escape', 'outside', 'button'],
  },
  {
    name: 'the download',
    opener: 'Download',
    after: 'button Download',
    part: dialog,
    ways: ['Escape', 'Close'],
  },
  {
    name: 'the embedding',
    opener: 'Embed',
    after: 'button Embed',
    part: dialog,
    ways: ['Escape', 'Close'],
  },
  {
    name: 'the report on a file',
    opener: 'Report',
    after: 'button Report',
    part: dialog,
    ways: ['Escape', 'Close'],
  },
];

describe.each(panels)('$name', ({ opener, after, part, ways }) => {
  it('closes in every way, and the focus is on its button', async () => {
    const { page } = await open('');
    await agree(page);
    if (opener === 'Report')
      await choose(page, 'rows.csv', 'date,title,lat,lng\n2024,One,50,30\nx,y');
    for (const way of ways)
      for (const how of ['key', 'hand'] as const) {
        const control = page.getByRole('button', { name: opener, exact: true });
        const isDialog = part === dialog;
        await press(control, how);
        await part(page).waitFor();
        if (isDialog)
          expect(await page.evaluate(() => !!document.activeElement!.closest('dialog'))).toBe(true);
        else await part(page).focus();
        if (way === 'Escape') await page.keyboard.press('Escape');
        else if (way === 'outside')
          await page.getByRole('banner').click({ position: { x: 3, y: 3 } });
        else if (way === 'button') await control.click();
        else await press(button(page, way), how);
        await part(page)
          .waitFor({ state: 'detached' })
          .catch(() => part(page).waitFor({ state: 'hidden' }));
        await becomes(page, after);
      }
  });
});

describe('the embedding', () => {
  it('is closed by Escape from its preview too, and the article behind it stays', async () => {
    const { page } = await open('?event=miami-meeting');
    await agree(page);
    await button(page, 'Embed').click();
    const frame = dialog(page).locator('iframe').contentFrame();
    await frame.getByRole('status').waitFor();
    // The preview takes no focus by itself.
    expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('INPUT');
    await frame.getByRole('slider', { name: 'Window', exact: true }).focus();
    expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('IFRAME');
    // There it closes what it would close on a page of its own, and then the dialog.
    await page.keyboard.press('Escape');
    await frame.getByRole('article').waitFor({ state: 'detached' });
    expect(await dialog(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await becomes(page, 'button Embed');
    expect(await article(page).count()).toBe(1);
  });
});

it.each(['Download', 'Embed'])(
  'Escape in the dialog "%s" leaves the article open',
  async (name) => {
    const { page } = await open('?event=miami-meeting');
    await agree(page);
    await button(page, name).click();
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await becomes(page, `button ${name}`);
    expect(await article(page).count()).toBe(1);
  },
);

describe('the focus stays on the page', () => {
  it('when a file takes the story’s place, and when it can’t', async () => {
    const { page } = await open('');
    await agree(page);
    await button(page, 'Open file').focus();
    await choose(page, 'page.html', '<!doctype html><title>No data</title>');
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await becomes(page, 'button Open file');
    await choose(page, 'rows.csv', 'date,title,lat,lng\n2024-05-01,One,50,30\n');
    await page
      .getByText(/1 records? read/)
      .first()
      .waitFor();
    await expect.poll(() => focus(page)).toMatch(/^h1 /);
  });

  it('when a chip of several events takes the map there', async () => {
    const { page } = await open('?at=-100,40,3');
    await agree(page);
    await press(button(page, /^\d+ events to the/), 'key');
    await agree(page, (count) => count > 1);
    await expect.poll(() => focus(page)).toMatch(/^(map|button \d)/);
  });

  it('when a mark comes apart, and when no mark is left', async () => {
    const { page } = await open('?at=20,50,3');
    await agree(page);
    const cluster = page.locator('[data-key^="cluster "]').first();
    await press(cluster, 'key');
    await settle(page);
    await expect.poll(() => focus(page)).toMatch(/^(mark|article) /);
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('x');
    await page.getByRole('searchbox').fill('');
    await agree(page);
    await page.locator('[data-count]').first().focus();
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('input[type=search]')!;
      box.value = 'nothing like it';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await agree(page, 0);
    await becomes(page, 'map');
  });

  it('when more of the list is shown', async () => {
    const { page } = await open(`${fromElsewhere('large.dl')}&from=2021&to=2025&at=20,20,0`);
    await expect.poll(() => list(page).getByRole('listitem').count()).toBe(500);
    await press(button(page, /^Show more/), 'key');
    await expect.poll(() => list(page).getByRole('listitem').count()).toBe(1000);
    const place = await page.evaluate(() => {
      const item = document.activeElement!.closest('li');
      return item ? [...item.parentElement!.children].indexOf(item) : -1;
    });
    expect(place).toBe(500);
  });

  it('when details that did not come are asked for again', async () => {
    const spring = '&from=2022-03-01&to=2022-08-10&at=20,20,1';
    const { page } = await open(`${fromElsewhere('without-details.dl')}${spring}`);
    await press(button(page, 'Try again'), 'key');
    await expect.poll(() => focus(page)).toMatch(/^entry /);
    await list(page).getByRole('button').first().click();
    await press(article(page).getByRole('button', { name: 'Try again' }), 'key');
    await expect.poll(() => focus(page)).toMatch(/^article /);
  });

  it.each([
    ['WindowForm', /choose the dates$/, 'button 14 – 20 December 2025'],
    ['EmbedDialog', 'Embed', 'button Embed'],
  ])('when a part of it that did not come is asked for again: %s', async (part, opener, after) => {
    const { page } = await open('', { ready: false });
    await page.route(new RegExp(`/${part}-[^/]*\\.js`), (route) => route.abort());
    await page.reload();
    await agree(page);
    await page.getByRole('button', { name: opener, exact: true }).click();
    await press(button(page, 'Try again'), 'key');
    await becomes(page, after);
  });

  it('when a picture is shown in its button’s place', async () => {
    const { page } = await open(fromElsewhere('with-media.geojson'));
    await list(page).getByRole('button').first().click();
    await press(button(page, /^Show the image/).first(), 'key');
    await becomes(page, 'article Seen by a camera');
  });
});

describe('the status', () => {
  it('says that it is counting where an answer takes long, and announces nothing meanwhile', async () => {
    const { page } = await open(`${fromElsewhere('large.dl')}&from=2022-03-01&to=2022-08-10`, {
      ready: false,
    });
    await page.addInitScript(() => {
      const held: (() => void)[] = [];
      const post = Worker.prototype.postMessage;
      let holds = false;
      Worker.prototype.postMessage = function (...message: unknown[]) {
        const send = () => post.apply(this, message as Parameters<typeof post>);
        if (holds) held.push(send);
        else send();
      };
      Object.assign(window, {
        hold: () => (holds = true),
        release() {
          holds = false;
          for (const send of held.splice(0)) send();
        },
      });
    });
    const call = (name: 'hold' | 'release') =>
      page.evaluate((of) => (window as unknown as Record<string, () => void>)[of]!(), name);
    await page.reload();
    const before = await agree(page, (count) => count > 60);
    const status = page.getByRole('status');
    const text = await status.textContent();
    expect(await status.getAttribute('aria-busy')).toBe('false');
    await call('hold');
    await button(page, 'Zoom in').click();
    await button(page, 'Zoom in').click();
    await page.getByText('Counting … Previous result:').waitFor();
    expect(await status.getAttribute('aria-busy')).toBe('true');
    // What is there is of one moment, and its text is left alone.
    expect(await status.textContent()).toBe(text);
    expect((await numbers(page)).status).toBe(before);
    await agree(page, before);
    await call('release');
    await agree(page, (count) => count !== before);
    await expect.poll(() => page.getByText('Counting').count()).toBe(0);
    expect(await status.getAttribute('aria-busy')).toBe('false');
  });
});

/** Marks that a pointer can reach on less than 24 pixels each way, and how many stand so close that
 * they share their room. A mark whose middle lies under a control is out of reach. */
async function smallMarks(page: Page) {
  return page.evaluate(() => {
    const hit = (mark: Element, x: number, y: number) =>
      document.elementFromPoint(x, y)?.closest('[data-count]') === mark;
    /** The smaller of the runs of pixels through a point that are the mark's. */
    const run = (mark: Element, x: number, y: number) => {
      let [west, east, north, south] = [x, x, y, y];
      while (east - west < 30 && hit(mark, west - 1, y)) west--;
      while (east - west < 30 && hit(mark, east + 1, y)) east++;
      while (south - north < 30 && hit(mark, x, north - 1)) north--;
      while (south - north < 30 && hit(mark, x, south + 1)) south++;
      return Math.min(east - west, south - north) + 1;
    };
    const marks = [...document.querySelectorAll('[data-key^="event "], [data-key^="cluster "]')];
    const small = marks.filter((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      const points = [0.5, 0.2, 0.8].flatMap((across) =>
        [0.5, 0.2, 0.8].map((down) => [left + across * width, top + down * height] as const),
      );
      const own = points.filter(([x, y]) => hit(mark, x, y));
      const [middle] = points;
      if (!document.elementFromPoint(...middle!)?.closest('.marks')) return false;
      // Whole pixels of an area that begins between two of them.
      return own.length > 0 && !own.some(([x, y]) => run(mark, x, y) >= 23);
    });
    return {
      small: small.map((mark) => mark.getAttribute('aria-label')),
      shared: marks.filter((mark) => mark.classList.contains('crowded')).length,
    };
  });
}

describe('marks', () => {
  it.each([
    ['', 0],
    ['large.dl&from=2022-03-01&to=2022-03-20&at=20,20,1.6', 1],
    ['large.dl&from=2022-03-01&to=2022-04-20&at=-60,20,2.5', 1],
  ])('are hit on 24 pixels each way: %s', async (path, shared) => {
    for (const viewport of [wide, phone]) {
      const { page } = await open(path.replace(/^large\.dl/, fromElsewhere), { viewport });
      await agree(page);
      await settle(page);
      const found = await smallMarks(page);
      expect(found.small).toEqual([]);
      if (viewport === wide) expect(found.shared).toBeGreaterThanOrEqual(shared);
      await page.context().close();
    }
  });
});

it('the search box is as high as the buttons beside it', async () => {
  const { page } = await open('', { viewport: wide });
  for (const viewport of [wide, medium, phone]) {
    await page.setViewportSize(viewport);
    await agree(page);
    const high = (part: Locator) => part.boundingBox().then((box) => box!.height);
    const box = await high(page.getByRole('searchbox'));
    for (const name of ['Open file', 'Download', 'Embed'])
      expect(await high(button(page, name))).toBe(box);
  }
});
