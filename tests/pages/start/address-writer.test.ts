import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addressWriter } from '../../../src/pages/start/address-writer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window whose browser counts changes of the address. `refuse` gets the time of each; where it says
 * so the change throws, or nothing comes of it. */
function windowOf(refuse: (times: readonly number[]) => 'throws' | 'ignores' | null) {
  const times: number[] = [];
  let href = 'https://maps.example/s/x/?q=a#there';
  const window = {
    get location() {
      return new URL(href);
    },
    history: {
      state: null,
      replaceState(_state: unknown, _title: string, next: string) {
        times.push(performance.now());
        const refused = refuse(times);
        if (refused === 'throws') throw new DOMException('too many', 'SecurityError');
        if (!refused) href = next;
      },
    },
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
    setTimeout,
    clearTimeout,
  };
  return { window: window as unknown as Window, times, href: () => href };
}

const within = (times: readonly number[], milliseconds: number) => {
  const now = performance.now();
  return times.filter((time) => now - time < milliseconds).length;
};

it('changes that come all the time are written less than 100 times in 30 seconds, the last always', () => {
  const { window, times, href } = windowOf(() => null);
  const writer = addressWriter(window);
  let most = 0;
  for (let i = 0; i < 3000; i++) {
    writer.write(`?q=${i}`);
    vi.advanceTimersByTime(i % 7 === 0 ? 360 : 4);
    most = Math.max(most, within(times, 30_000));
  }
  writer.write('?q=last');
  vi.advanceTimersByTime(400);
  expect(times.length).toBeGreaterThan(50);
  expect(most).toBeLessThan(100);
  expect(href()).toBe('https://maps.example/s/x/?q=last#there');
});

it.each(['throws', 'ignores'] as const)(
  'what a browser %s because others changed too much is written when it lets it',
  (how) => {
    const begin = performance.now();
    const { window, href } = windowOf(() => (performance.now() - begin < 12_000 ? how : null));
    const writer = addressWriter(window);
    writer.write('?q=o’clock');
    vi.advanceTimersByTime(5000);
    expect(href()).toContain('?q=a');
    vi.advanceTimersByTime(25_000);
    expect(href()).toBe(new URL('?q=o’clock#there', 'https://maps.example/s/x/').href);
  },
);

it('where every change is refused it ends, and throws nothing', () => {
  const { window, times } = windowOf(() => 'throws');
  const writer = addressWriter(window);
  writer.write('?q=b');
  vi.advanceTimersByTime(300_000);
  expect(times.length).toBeLessThan(10);
  writer.write('?q=c');
  writer.stop();
  expect(vi.getTimerCount()).toBe(0);
});
