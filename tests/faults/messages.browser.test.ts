import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { open } from '../browser/page';
import { amount, seed } from './amount';

const story = 'peace-plan-december-2025';
const host = `${inject('elsewhere')}/?html=${encodeURIComponent(
  `<!doctype html><title>host</title><iframe title="map" width="680" height="560" src="${inject('site')}s/${story}/embed/"></iframe>`,
)}`;
const seconds = amount(2, 5);
/** In a second. */
const rate = 10_000;

async function embedded() {
  const opened = await open(host, { ready: false });
  const frame = opened.page.frameLocator('iframe');
  await frame.getByRole('status').waitFor();
  await frame.locator('#at-rest').waitFor({ state: 'detached' });
  return { ...opened, frame };
}

/** Sends a frame so many messages a second, and asks it all along to answer: the longest that an
 * answer took, in milliseconds, and how many were sent. */
async function flood(page: Page, kind: string) {
  const inside = page.frames()[1]!;
  const sending = page.evaluate(
    ([kind, seconds, rate, seed]) =>
      new Promise<number>((done) => {
        const { contentWindow } = document.querySelector('iframe')!;
        let sent = 0;
        const days = (number: number) => String(1 + (number % 28)).padStart(2, '0');
        const kinds: Record<string, (i: number) => object> = {
          dates: (i) => ({ type: 'set', from: `2025-12-${days(i + seed)}` }),
          events: (i) => ({
            type: 'set',
            event: i % 2 ? 'miami-meeting' : 'nobody',
            theme: 'dark',
          }),
          invalid: (i) => ({ type: 'set', from: [i], q: { long: 'x'.repeat(200) } }),
          dozens: (i) =>
            [
              { type: 'set', from: `2025-12-${days(i)}` },
              { type: 'step', to: 'next' },
              { type: 'play' },
              { type: 'set', at: `${i % 90},20,3` },
              { type: 'pause' },
              { type: 'set', event: 'miami-meeting' },
            ][i % 6]!,
        };
        const begin = performance.now();
        const timer = setInterval(() => {
          const due = Math.min(seconds, (performance.now() - begin) / 1000) * rate;
          for (; sent < due; sent++)
            contentWindow!.postMessage({ datelines: 1, ...kinds[kind]!(sent) }, '*');
          if (sent < seconds * rate) return;
          clearInterval(timer);
          done(sent);
        }, 5);
      }),
    [kind, seconds, rate, seed % 28] as const,
  );
  let over = false;
  void sending.finally(() => (over = true));
  let longest = 0;
  let answers = 0;
  while (!over) {
    const asked = Date.now();
    await inside.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(0))));
    longest = Math.max(longest, Date.now() - asked);
    answers++;
  }
  return { sent: await sending, longest, answers };
}

describe('a flood of messages', () => {
  it.each(['dates', 'events', 'invalid', 'dozens'])(
    'of %s leaves the frame answering, and the next message is followed at once',
    async (kind) => {
      const { page, frame, errors } = await embedded();
      const { sent, longest, answers } = await flood(page, kind);
      expect(sent).toBe(seconds * rate);
      expect(answers).toBeGreaterThan(seconds);
      const asked = Date.now();
      await page.evaluate(() =>
        document.querySelector('iframe')!.contentWindow!.postMessage(
          {
            datelines: 1,
            type: 'set',
            from: '2025-12-14',
            to: '2025-12-15',
            q: 'Berlin',
            event: '',
          },
          '*',
        ),
      );
      await frame.getByText('14 – 15 December 2025').first().waitFor();
      await expect.poll(() => frame.getByRole('searchbox').inputValue()).toBe('Berlin');
      console.log(
        `${kind}: ${sent} messages in ${seconds} s; slowest answer meanwhile ${longest} ms; ` +
          `the last followed in ${Date.now() - asked} ms`,
      );
      expect(await frame.getByRole('button', { name: 'Pause' }).count()).toBe(0);
      expect(errors).toEqual([]);
    },
  );

  it('that is one of its own parameters ends with the newest, whatever came before', async () => {
    const { page, frame } = await embedded();
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe')!;
      const post = (message: object) =>
        contentWindow!.postMessage({ datelines: 1, type: 'set', ...message }, '*');
      for (let i = 0; i < 1000; i++) post({ from: `2025-12-${10 + (i % 20)}`, q: `word ${i}` });
      post({ q: 'Miami' });
    });
    await expect.poll(() => frame.getByRole('searchbox').inputValue()).toBe('Miami');
    const { url } = { url: () => page.frames()[1]!.url() };
    await expect.poll(() => new URL(url()).searchParams.get('from')).toBe('2025-12-29');
  });
});
