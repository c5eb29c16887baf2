import { expect, it, vi } from 'vitest';
import { FrameLink, reportError } from '../../src/embed/frame';
import { readIncoming, readOutgoing, settable, type Incoming } from '../../src/embed/messages';
import { hostileMessages } from '../fixtures/hostile-messages';

/** A window in a frame, as far as a link needs one. */
function framed() {
  const listeners = new Map<string, (event: unknown) => void>();
  const posted: unknown[] = [];
  const parent = { postMessage: (data: unknown) => posted.push(data) };
  const window = {
    parent,
    innerWidth: 680,
    location: { search: '', hash: '', href: 'https://maps.example/embed/' },
    addEventListener: (type: string, listen: (event: unknown) => void) =>
      listeners.set(type, listen),
    removeEventListener: (type: string) => listeners.delete(type),
    setTimeout,
    clearTimeout,
  };
  const heard: Incoming[] = [];
  const link = new FrameLink(window as unknown as Window, (message) => heard.push(message));
  const come = (source: unknown, data: unknown) => listeners.get('message')!({ source, data });
  return { window, parent, heard, posted, link, come, listeners };
}

const play = { datelines: 1, type: 'play' };

it('a frame hears the window around it and no other', () => {
  const { window, parent, heard, come, link, listeners } = framed();
  for (const source of [window, null, undefined, {}, { ...parent }]) come(source, play);
  expect(heard).toEqual([]);
  come(parent, play);
  expect(heard).toEqual([{ type: 'play' }]);
  link.stop();
  expect(listeners.size).toBe(0);
});

it('hostile messages throw nothing, and ask for nothing but parameters of the page', () => {
  const { parent, heard, posted, come } = framed();
  const before = posted.length;
  for (const message of hostileMessages()) come(parent, message);
  for (const message of heard) {
    expect(message.type).toBe('set');
    if (message.type !== 'set') continue;
    for (const [key, value] of Object.entries(message.parameters)) {
      expect(settable).toContain(key);
      expect(typeof value).toBe('string');
      expect(value.length).toBeLessThanOrEqual(2000);
    }
  }
  expect(posted).toHaveLength(before);
  expect(({} as { q?: string }).q).toBeUndefined();
});

it('a page around takes none of them for what a map says', () => {
  expect(hostileMessages().filter((message) => readOutgoing(message) !== null)).toEqual([]);
  expect(readIncoming(play)).toEqual({ type: 'play' });
});

it('what is set is read from its own members alone', () => {
  const inherited = Object.create({ q: 'x' }) as Record<string, unknown>;
  Object.assign(inherited, { datelines: 1, type: 'set' });
  expect(readIncoming(inherited)).toBeNull();
});

it('a map says ten things of a type in a second, and the last of all', () => {
  vi.useFakeTimers();
  const { posted, link } = framed();
  posted.length = 0;
  const begin = performance.now();
  for (let number = 0; performance.now() - begin < 5000; number++) {
    for (let more = 0; more < 50; more++)
      link.send({ type: 'error', message: `${number} and ${more}` });
    vi.advanceTimersByTime(5);
  }
  link.send({ type: 'error', message: 'the last' });
  vi.advanceTimersByTime(200);
  expect(posted.length).toBeGreaterThan(10);
  expect(posted.length).toBeLessThanOrEqual(52);
  expect(posted.at(-1)).toMatchObject({ message: 'the last' });
  vi.useRealTimers();
});

it('a map that can’t be shown reports why, once, to the page around and to no other', () => {
  const { window, posted } = framed();
  posted.length = 0;
  const asWindow = window as unknown as Window;
  reportError(asWindow, 'The story at https://example.org/x could not be fetched.');
  const message = 'The story at https://example.org/x could not be fetched.';
  expect(posted).toEqual([{ datelines: 1, type: 'error', message }]);
  expect(readOutgoing(posted[0])).toEqual({ type: 'error', message });
  // One that is too long still arrives.
  reportError(asWindow, 'x'.repeat(5000));
  expect(readOutgoing(posted[1])).toMatchObject({ type: 'error' });
  const alone = { postMessage: (data: unknown) => posted.push(data) } as unknown as Window;
  reportError(Object.assign(alone, { parent: alone }), message);
  expect(posted).toHaveLength(2);
});
