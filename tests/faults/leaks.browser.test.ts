/** What a closed story held is let go of: nodes, listeners, workers, WebGL and memory stay flat. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { open } from '../browser/page';
import { made, pack } from '../browser/stories';
import { syntheticStory } from '../fixtures/synthetic';
import { amount } from './amount';

interface Held {
  readonly nodes: number;
  readonly listeners: number;
  /** Megabytes in use. */
  readonly heap: number;
  readonly workers: number;
}

/** What the page holds once all garbage is collected. */
async function held(page: Page, session: CDPSession): Promise<Held> {
  // Timers of what was closed, and the worker's last words.
  await page.waitForTimeout(1000);
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    heap: value('JSHeapUsedSize') / 1e6,
    workers: page.workers().length,
  };
}

/** What the page holds once that stands still: on a busy machine the last parts of a page come late. */
async function settled(page: Page, session: CDPSession): Promise<Held> {
  let last = await held(page, session);
  for (let time = 0; time < 20; time++) {
    const next = await held(page, session);
    if (next.nodes === last.nodes && next.listeners === last.listeners) return next;
    last = next;
  }
  return last;
}

async function watch(page: Page): Promise<() => Promise<Held>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return () => settled(page, session);
}

/** Megabytes of code that other formats and the compiler bring meanwhile. */
const code = 2;

/** At most a tenth more. */
function expectFlat(after: Held, before: Held, what: string): void {
  const tell = `${what}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`;
  console.log(tell);
  for (const each of ['nodes', 'listeners', 'heap', 'workers'] as const)
    expect(after[each], `${each} of ${tell}`).toBeLessThanOrEqual(
      before[each] * 1.1 + (each === 'heap' ? code : 0),
    );
}

/** A file of each kind that is read, as a fixture; some need no other beside them. */
const folder = 'tests/fixtures/formats';
const kinds = readdirSync(folder).filter((name) => !/^(viina-reports|cdb90)/.test(name));

async function openFile(page: Page, file: string | { name: string; text: string }) {
  const chosen =
    typeof file === 'string'
      ? file
      : { name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.text) };
  await page.evaluate(() => (document.title = 'waiting'));
  await page.locator('input[type=file]').setInputFiles(chosen);
  // Shown, or told why not.
  await page.waitForFunction(
    () => document.title !== 'waiting' || document.querySelector('dialog[open]') !== null,
  );
  await page.keyboard.press('Escape');
}

/** Like the first one, so that what is held can be compared. */
function table(rows: number): { name: string; text: string } {
  const lines = Array.from(
    { length: rows },
    (_, row) =>
      `2024-0${1 + (row % 9)}-${10 + (row % 18)},Report ${row},${40 + ((row * 7) % 200) / 10},${10 + ((row * 13) % 300) / 10},kind ${row % 5}`,
  );
  return { name: 'rows.csv', text: `date,title,lat,lng,category\n${lines.join('\n')}` };
}

/** A packed story of a million events, or, with `npm test`, the one of 3,000 that is there. */
async function million(): Promise<string> {
  if (amount(0, 1) === 0) return 'large.dl';
  const { file, beside } = await pack([...syntheticStory(1_000_000)].join(''));
  writeFileSync(join(made, 'million.dl'), file);
  mkdirSync(join(made, 'million.dl.d'));
  for (const [name, text] of beside) writeFileSync(join(made, 'million.dl.d', name), text);
  return 'million.dl';
}

describe('a page', { timeout: 1_800_000 }, () => {
  it.each([
    ['without WebGL', {}],
    ['with WebGL', { webgl: true as const }],
  ])('holds no more after many files than after the first: %s', async (_, options) => {
    const { page } = await open('', options);
    const measure = await watch(page);
    const drawn = async () => {
      if ('webgl' in options) await page.locator('.stage.ready').waitFor();
    };
    const like = table(800);
    await openFile(page, like);
    await drawn();
    const first = await measure();
    const files = Array.from(
      { length: amount(5, 20) },
      (_, number) => kinds[number % kinds.length]!,
    );
    for (const name of files) await openFile(page, join(folder, name));
    await openFile(page, like);
    await drawn();
    expectFlat(await measure(), first, `${files.length} files of every kind`);
  });

  it('holds no more after scrubbing and zooming than before', async () => {
    const { page } = await open('');
    const measure = await watch(page);
    await openFile(page, table(2000));
    await page.getByRole('slider', { name: 'Window end' }).waitFor();
    const move = async (scrubs: number, zooms: number) => {
      const end = page.getByRole('slider', { name: 'Window end' });
      for (let scrub = 0; scrub < scrubs; scrub++)
        await end.press(scrub % 20 < 10 ? 'ArrowLeft' : 'ArrowRight');
      const map = page.getByRole('region', { name: 'Map' });
      for (let zoom = 0; zoom < zooms; zoom++)
        await map
          .getByRole('button', { name: zoom % 8 < 4 ? 'Zoom in' : 'Zoom out', exact: true })
          .click();
    };
    // Ground and names of these zooms come once.
    await move(20, 8);
    const before = await measure();
    const [scrubs, zooms] = [amount(40, 200), amount(16, 104)];
    await move(scrubs, zooms);
    expectFlat(await measure(), before, `${scrubs} scrubs, ${zooms} zooms`);
  });

  it('holds no more after playing than before', async () => {
    const { page } = await open(
      `?src=${encodeURIComponent(`${inject('elsewhere')}/${await million()}`)}`,
    );
    await page.getByRole('status').waitFor();
    const measure = await watch(page);
    const press = (name: string) =>
      page.getByRole('button', { name, exact: true }).click({ timeout: 500 });
    const play = async (milliseconds: number) => {
      const until = Date.now() + milliseconds;
      while (Date.now() < until) {
        // It plays still where there is no such button.
        await press('Play').catch(() => {});
        await page.waitForTimeout(Math.min(1000, Math.max(50, until - Date.now())));
      }
      await press('Pause').catch(() => {});
      // The same window each time: what is played has another number of events.
      await page.getByRole('slider', { name: 'Window start' }).press('Home');
      await page.getByRole('slider', { name: 'Window end' }).press('End');
    };
    await play(amount(3000, 30_000));
    const before = await measure();
    const time = amount(6000, 600_000);
    await play(time);
    expectFlat(await measure(), before, `${time / 1000} s of play`);
  });
});
