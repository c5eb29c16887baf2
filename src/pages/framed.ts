/** A page in a frame: what happens on it is told to the page around, which may move it. */
import { frameLink, type FrameLink } from '../embed/frame';
import type { Incoming, Outgoing } from '../embed/messages';
import { printAddress, printWindow, readAddress, type Address } from '../view/address';
import type { Camera } from '../view/camera';
import { barLimit } from '../view/question';
import type { View } from '../view/view.svelte';
import type { OpenStory } from './story';

export interface Framed {
  /** What is looked at now. */
  changed(): void;
  /** The selection has changed. */
  selected(): void;
  stop(): void;
}

/** What a page around may see and move. */
export interface FramedPage {
  readonly view: View;
  readonly opened: OpenStory;
  look(camera: Camera): void;
  select(row: number): Promise<void>;
  close(): Promise<void>;
  theme(theme: Address['theme']): void;
}

/** Milliseconds in which what was set is answered and drawn. */
const echo = 600;

/** `null` where the page is in no frame. */
export function framedBy(window: Window, page: FramedPage): Framed | null {
  const { view, opened } = page;
  let last = Promise.resolve();
  const made: FrameLink | null = frameLink(window, (message) => {
    // One after the other: reading dates may take a while.
    last = last.then(() => obey(message)).catch((error) => console.error(error));
  });
  if (!made) return null;
  const link = made;
  link.say({ type: 'ready' });

  /** What comes of `set` until then is not told back, unless the reader does something. */
  let hushed = 0;
  /** Where it led, which is not told back however long it takes. */
  let led = '';
  const acted = () => {
    hushed = 0;
    led = '';
  };
  const acts = ['pointerdown', 'keydown', 'wheel'] as const;
  for (const act of acts) window.addEventListener(act, acted, { capture: true, passive: true });

  function change(): Outgoing | null {
    const { camera, picture } = view;
    if (!camera || !picture) return null;
    const at = new URLSearchParams(printAddress({ at: camera })).get('at') ?? '';
    const window = printWindow(view.window, view.story.timeZone);
    return { type: 'change', ...window, at, total: picture.here.total };
  }

  const placeOf = (message: Outgoing | null) =>
    message?.type === 'change' ? [message.from, message.to, message.at].join() : '';

  function selection(): Outgoing | null {
    if (view.selected === null) return { type: 'select', event: null };
    const id = view.details.get(view.selected)?.id;
    return id === undefined ? null : { type: 'select', event: id };
  }

  async function obey(message: Incoming): Promise<void> {
    if (message.type === 'set') return set(message.parameters);
    if (message.type === 'step') return step(message.to);
    if (view.playing !== (message.type === 'play')) view.play();
  }

  async function set(parameters: Extract<Incoming, { type: 'set' }>['parameters']): Promise<void> {
    const given = Object.entries(parameters).filter(([, value]) => value !== '');
    const { address, windowIn } = await readAddress(`?${new URLSearchParams(given)}`);
    const taken = (key: keyof typeof parameters) => parameters[key] === '';
    hushed = performance.now() + echo;
    const window = windowIn(view.story.timeZone, view.span);
    if (window) view.choose(window);
    else if (taken('from') && taken('to')) view.choose(view.opening);
    if (taken('show')) view.show(view.story.categories.keys());
    else if (address.show) {
      const numbers = address.show
        .map((id) => view.story.categories.findIndex((category) => category.id === id))
        .filter((number) => number >= 0);
      // As in the address: those that the story has none of change nothing.
      if (numbers.length > 0) view.show(numbers);
    }
    if (address.q !== undefined || taken('q')) view.search(address.q ?? '');
    if (address.theme !== undefined || taken('theme')) page.theme(address.theme);
    if (address.at) page.look(address.at);
    led = placeOf(change());
    if (taken('event')) await page.close();
    else if (address.event !== undefined) {
      const row = await opened.rowOf(address.event);
      if (row !== null) await page.select(row);
    }
  }

  /** Wherever they are on the map, while they are few; else those of the list. */
  function rowsInWindow(): number[] {
    const { picture, table, window } = view;
    const all = picture?.wide.page;
    if (!all || all.length > barLimit) return Array.from(picture?.here.page ?? []);
    return Array.from(all).filter(
      (row) => table.start[row]! < window[1] && table.end[row]! > window[0],
    );
  }

  async function step(to: 'next' | 'previous' | number): Promise<void> {
    const rows = rowsInWindow();
    if (rows.length === 0) return;
    const at = view.selected === null ? -1 : rows.indexOf(view.selected);
    const next = to === 'next' ? at + 1 : to === 'previous' ? (at < 0 ? rows.length : at) - 1 : to;
    const row = rows[next];
    if (row !== undefined) await page.select(row);
  }

  return {
    changed() {
      const message = change();
      if (!message) return;
      if (placeOf(message) !== led) led = '';
      if (performance.now() < hushed || led) link.hush(message);
      else link.settle(message);
    },
    selected() {
      const message = selection();
      if (message) link.say(message);
    },
    stop() {
      for (const act of acts) window.removeEventListener(act, acted, { capture: true });
      link.stop();
    },
  };
}
