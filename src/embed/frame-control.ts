/** A page in a frame: what happens on it is told to the page around, which may move it. */
import { frameLink, type FrameLink } from './frame';
import type { Outgoing } from './messages';
import { MessageQueue, type Order } from './queue';
import { printAddress, printWindow, readAddress, type Address } from '../view/address';
import type { Camera } from '../view/camera';
import { barLimit } from '../view/question';
import type { View } from '../view/view.svelte';
import type { OpenStory } from '../story';

export interface FrameControl {
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
  /** Opens an event; the focus stays where it is, which may be the page around. */
  show(row: number): Promise<void>;
  close(): Promise<void>;
  theme(theme: Address['theme']): void;
}

/** Milliseconds in which what was set is answered and drawn. */
const echo = 600;
/** Milliseconds between two times that what waits is followed: a frame. */
const frame = 16;
/** Milliseconds that what comes later waits for an event to be looked up. */
const patience = 300;

/** `null` where the page is in no frame. */
export function controlByFrame(window: Window, page: FramedPage): FrameControl | null {
  const { view, opened } = page;
  const queue = new MessageQueue();
  let following = false;
  let stopped = false;
  let timer: number | undefined;
  const made: FrameLink | null = frameLink(window, (message) => {
    queue.add(message);
    if (!following) follow();
  });
  if (!made) return null;

  /** What waits is followed in a frame's time, one after the other; what takes longer than a frame
   * goes on in the next, with what has come meanwhile. */
  function follow(): void {
    following = true;
    timer = window.setTimeout(async () => {
      const begin = performance.now();
      while (!queue.isEmpty && performance.now() - begin < frame)
        await obey(queue.take()!).catch((error: unknown) => console.error(error));
      following = false;
      if (!stopped && !queue.isEmpty) follow();
    }, frame);
  }
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
    const window = view.span ? printWindow(view.window, view.story.timeZone) : { from: '', to: '' };
    return { type: 'change', ...window, at, total: picture.here.total };
  }

  const placeOf = (message: Outgoing | null) =>
    message?.type === 'change' ? [message.from, message.to, message.at].join() : '';

  function selection(): Outgoing | null {
    if (view.selected === null) return { type: 'select', event: null };
    const id = view.details.get(view.selected)?.id;
    return id === undefined ? null : { type: 'select', event: id };
  }

  async function obey(order: Order): Promise<void> {
    if (stopped) return;
    if (order.type === 'set') return set(order.parameters);
    if (order.type === 'step') return step(order);
    if (view.playing !== (order.type === 'play')) view.play();
  }

  /** How often an event was named: one that takes long to be found is not selected after the next. */
  let named = 0;

  async function selectNamed(id: string): Promise<void> {
    const mine = ++named;
    const selected = opened.rowOf(id).then(async (row) => {
      if (row !== null && mine === named && !stopped) await page.show(row);
    });
    // A server that says nothing holds up nothing else.
    selected.catch((error: unknown) => console.error(error));
    await Promise.race([selected, new Promise((resolve) => setTimeout(resolve, patience))]);
  }

  async function set(parameters: Extract<Order, { type: 'set' }>['parameters']): Promise<void> {
    const given = Object.entries(parameters).filter(([, value]) => value !== '');
    const { address, windowIn } = await readAddress(`?${new URLSearchParams(given)}`);
    const taken = (key: keyof typeof parameters) => parameters[key] === '';
    hushed = performance.now() + echo;
    const window = windowIn(view.story.timeZone, view.reach);
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
    if (taken('event')) {
      named++;
      await page.close();
    } else if (address.event !== undefined) await selectNamed(address.event);
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

  async function step({ from, by }: Extract<Order, { type: 'step' }>): Promise<void> {
    named++;
    const rows = rowsInWindow();
    if (rows.length === 0) return;
    if (by === 0 && (from === null || from >= rows.length)) return;
    const selected = view.selected === null ? -1 : rows.indexOf(view.selected);
    const place = from !== null && from < rows.length ? from : selected;
    const before = place < 0 && by < 0 ? rows.length : place;
    // Many steps at once end where single ones would: at the last event there is.
    const row = rows[Math.max(0, Math.min(rows.length - 1, before + by))]!;
    if (by === 0 || row !== view.selected) await page.show(row);
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
      stopped = true;
      window.clearTimeout(timer);
      for (const act of acts) window.removeEventListener(act, acted, { capture: true });
      link.stop();
    },
  };
}
