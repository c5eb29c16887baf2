import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { hostileMessages } from '../fixtures/hostile-messages';
import { open } from './page';

interface Settable {
  set(values: object): void;
}

/** A page on another origin with `embed.js` and what a newsroom would paste. */
const host = (body: string) =>
  `${inject('elsewhere')}/?html=${encodeURIComponent(
    `<!doctype html><body style="margin:0">${body}<script src="${inject('site')}embed.js"></script>`,
  )}`;
const element = '<datelines-embed story="peace-plan-december-2025">A map</datelines-embed>';
const frame = (page: Page) => page.frameLocator('iframe').first();
const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard);

async function embedded(body = element) {
  const opened = await open(host(body), { ready: false });
  await opened.page.evaluate(() => {
    const list: unknown[] = ((window as unknown as { heard: unknown[] }).heard = []);
    addEventListener('message', ({ data }) => list.push(data));
  });
  await frame(opened.page).getByRole('status').waitFor();
  return opened;
}

describe('<datelines-embed>', () => {
  it('says what happens inside it, and not what it was told to do', async () => {
    const { page, errors } = await embedded();
    await frame(page)
      .getByRole('button', { name: /^Brussels summit/ })
      .first()
      .click();
    await expect
      .poll(async () => (await heard(page)).filter(({ type }) => type === 'select').at(-1))
      .toMatchObject({ datelines: 1, event: expect.stringMatching(/brussels/) });
    const changes = async () => (await heard(page)).filter(({ type }) => type === 'change');
    const opening = (await changes()).at(-1)?.from ?? '2025-12-14';
    await frame(page).getByRole('slider', { name: 'Window', exact: true }).press('ArrowLeft');
    await expect.poll(async () => (await changes()).at(-1)?.from ?? opening).not.toBe(opening);
    const before = (await changes()).length;
    await page.evaluate(() => {
      const map = document.querySelector('datelines-embed') as HTMLElement & {
        set(values: object): void;
      };
      map.set({ from: '2025-12-14', to: '2025-12-15' });
    });
    await frame(page).getByText('14 – 15 December 2025').first().waitFor();
    await page.waitForTimeout(700);
    expect(await changes()).toHaveLength(before);
    expect(errors).toEqual([]);
  });

  it('steps, plays and opens an event by its attribute', async () => {
    const { page } = await embedded(element.replace('>A', ' event="miami-meeting">A'));
    await frame(page).getByRole('article', { name: /Miami/ }).waitFor();
    const call = (name: string, ...values: unknown[]) =>
      page.evaluate(
        ([method, args]) => {
          const map = document.querySelector('datelines-embed') as unknown as Record<
            string,
            (...all: unknown[]) => void
          >;
          map[method as string]!(...(args as unknown[]));
        },
        [name, values] as const,
      );
    await call('step', 0);
    const article = frame(page).getByRole('article');
    await expect.poll(() => article.getAttribute('aria-labelledby')).toBeTruthy();
    const first = await article.innerText();
    await call('step', 'next');
    await expect.poll(() => article.innerText()).not.toBe(first);
    await call('play');
    await frame(page).getByRole('button', { name: 'Pause' }).waitFor();
    await call('pause');
    await frame(page).getByRole('button', { name: 'Play' }).waitFor();
  });

  it.each([
    [320, 720],
    [680, 560],
    [1280, 620],
  ])('and a plain frame fit their height at %d px', async (width, height) => {
    const plain = `<iframe title="map" width="100%" src="${inject('site')}embed/"></iframe>`;
    const { page } = await open(host(element + plain), {
      ready: false,
      viewport: { width, height: 900 },
    });
    for (const at of [0, 1])
      await expect
        .poll(() =>
          page
            .locator('iframe')
            .nth(at)
            .evaluate((own) => own.clientHeight),
        )
        .toBe(height);
  });

  it('does what the page around asks, and tells what is selected then', async () => {
    const { page, errors } = await embedded();
    const map = page.locator('datelines-embed');
    const selected = async () =>
      (await heard(page)).filter(({ type }) => type === 'select').at(-1)?.event;
    const set = (values: object) =>
      map.evaluate((own, given) => (own as unknown as Settable).set(given), values);
    await set({ event: 'miami-meeting' });
    await frame(page).getByRole('article', { name: /Miami/ }).waitFor();
    await expect.poll(selected).toBe('miami-meeting');
    await map.evaluate((own) => own.setAttribute('event', ''));
    await expect.poll(selected).toBeNull();
    expect(await frame(page).getByRole('article').count()).toBe(0);
    const counted = () => frame(page).getByRole('status').innerText();
    await set({ at: '25,50,3', event: '' });
    await expect.poll(counted).toMatch(/^([2-9]|1\d) events /);
    await set({ q: 'Brussels' });
    await expect.poll(counted).toMatch(/^1 event /);
    await set({ q: '' });
    const at = async () => (await heard(page)).filter(({ type }) => type === 'change').at(-1)?.at;
    // At once: what the reader does then is told all the same.
    await frame(page).getByRole('button', { name: 'Zoom in', exact: true }).click();
    await expect.poll(at).toMatch(/^25(\.\d+)?,50(\.\d+)?,4/);
    // What is read as a page opens opens it anew, once, with what is looked at.
    const ready = async () => (await heard(page)).filter(({ type }) => type === 'ready').length;
    const before = await ready();
    for (const borders of ['atlantis', 'defacto']) await set({ borders, q: 'Brussels' });
    await frame(page).getByText('borders by actual control').first().waitFor();
    await expect.poll(counted).toMatch(/^1 event /);
    await set({ borders: 'defacto', q: '' });
    await expect.poll(counted).not.toMatch(/^1 event /);
    await expect.poll(at).toMatch(/^25(\.\d+)?,50(\.\d+)?,4/);
    expect(await ready()).toBe(before + 1);
    expect(errors).toEqual([]);
  });

  it('is not moved by messages of another shape or from another window', async () => {
    const { page, errors } = await embedded();
    // What could be moved; the rest of the page may still be coming.
    const state = () =>
      frame(page)
        .locator('body')
        .evaluate((body) =>
          [
            location.href,
            body.querySelector('[role="status"]')?.textContent,
            ...[...body.querySelectorAll('[role="slider"]')].map((slider) =>
              slider.getAttribute('aria-valuetext'),
            ),
            ...[...body.querySelectorAll('[aria-pressed]')].map((toggle) =>
              toggle.getAttribute('aria-pressed'),
            ),
            body.querySelectorAll('article').length,
            document.documentElement.dataset.theme,
            document.documentElement.lang,
            document.querySelector<HTMLInputElement>('input[type="search"]')?.value,
          ].join('\n'),
        );
    await frame(page).locator('#at-rest').waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
    const before = await state();
    const said = (await heard(page)).length;
    const sent = hostileMessages().length;
    // As one text, since they can't all be handed to a page.
    await page.evaluate(`for (const message of (${hostileMessages})()) {
      document.querySelector('iframe').contentWindow.postMessage(message, '*');
      postMessage(message, '*');
    }`);
    await page.evaluate(() => {
      // A frame beside it is not the window around it.
      const other = document.createElement('iframe');
      document.body.append(other);
      const script = other.contentDocument!.createElement('script');
      script.textContent =
        'parent.frames[0].postMessage({datelines:1,type:"set",q:"nothing has this"},"*")';
      other.contentDocument!.body.append(script);
    });
    await page.waitForTimeout(800);
    expect(await state()).toBe(before);
    const ours = (await heard(page)).slice(said + sent);
    expect(ours.filter((message) => message?.datelines === 1)).toEqual([]);
    const height = await page
      .locator('iframe')
      .first()
      .evaluate((own) => own.clientHeight);
    expect(height).toBe(620);
    expect(errors).toEqual([]);
  });
});

describe('a map that can’t be shown', () => {
  const broken = (name: string) =>
    `<datelines-embed src="${inject('elsewhere')}/${name}">A map</datelines-embed>`;

  it.each([
    ['no story', 'no-story.geojson', /line 2/],
    ['not there', 'there-is-none.geojson', /404/],
  ])('reports why to the page around: %s', async (_, name, reason) => {
    const { page } = await open(host(''), { ready: false });
    await page.evaluate((element) => {
      const window_ = window as unknown as { heard: unknown[]; events: unknown[] };
      Object.assign(window_, { heard: [], events: [] });
      addEventListener('message', ({ data }) => window_.heard.push(data));
      document.body.insertAdjacentHTML('beforeend', element);
      document
        .querySelector('datelines-embed')!
        .addEventListener('datelines-error', (event) =>
          window_.events.push((event as CustomEvent<unknown>).detail),
        );
    }, broken(name));
    await frame(page).getByRole('alert').getByText(reason).waitFor();
    const errors = async () => (await heard(page)).filter(({ type }) => type === 'error');
    await expect.poll(errors).toHaveLength(1);
    const [error] = await errors();
    expect(error).toEqual({ datelines: 1, type: 'error', message: expect.stringMatching(reason) });
    const events = await page.evaluate(() => (window as unknown as { events: unknown[] }).events);
    expect(events).toEqual([{ type: 'error', message: error!.message }]);
    expect((await heard(page)).filter(({ type }) => type === 'ready')).toEqual([]);
  });
});
