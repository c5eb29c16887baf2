/** A page in a frame: reports what happens on it to the page around, and does what that page requests. */
import { FrameLink } from './frame';
import { openingParameters, type Incoming, type Outgoing } from './messages';
import { MessageQueue, type Order } from './queue';
import { applyAddress } from '../view/address-state';
import { printParameter, printWindow, readAddress, type Address } from '../view/address';
import type { Camera } from '../view/camera';
import { barLimit } from '../view/question';
import type { View } from '../view/view.svelte';
import type { StoryService } from '../story';

/** What a page around may see and change. */
export interface FramedPage {
  readonly view: View;
  readonly service: Pick<StoryService, 'rowOf'>;
  look(camera: Camera): void;
  /** Opens an event; the focus stays where it is, which may be the page around. */
  show(row: number): Promise<void>;
  close(): Promise<void>;
  theme(theme: Address['theme']): void;
  /** The query string of what it shows. */
  search(): string;
}

/** Milliseconds in which a view that was set is answered and drawn. */
const echo = 600;
/** Milliseconds between two turns of the queue, and of one turn: a frame. */
const frame = 16;
/** Milliseconds that later messages wait for an event to be looked up. */
const patience = 300;

/** What a reader does to look elsewhere. */
const acts = ['pointerdown', 'keydown', 'wheel'] as const;

/** Reports changes of a page to the page around it, where there is one. Call it while a component is
 * made, or in an effect.
 * @param ready All parts show the first answer. */
export function reportChanges(page: FramedPage, ready: () => boolean): void {
  const { view } = page;
  const frame = FrameControl.of(window, page);
  if (!frame) return;
  $effect(() => {
    void [view.window, view.camera, view.picture];
    if (ready()) frame.changed();
  });
  $effect(() => {
    void [view.selected, view.selected === null || view.details.get(view.selected)];
    if (ready()) frame.selected();
  });
  $effect(() => () => frame.stop());
}

class FrameControl {
  readonly #window: Window;
  readonly #page: FramedPage;
  readonly #link: FrameLink;
  readonly #queue = new MessageQueue();
  #timer: number | undefined;
  #draining = false;
  #stopped = false;
  /** Until then, changes come from a `set` and are not reported, unless the reader acts. */
  #quietUntil = 0;
  /** Where the last `set` led: not reported, however long it takes. */
  #target = '';
  /** How often an event was named: one that takes long to be found is not selected after the next. */
  #named = 0;

  /** `null` where the page is in no frame. */
  static of(window: Window, page: FramedPage): FrameControl | null {
    return window.parent === window ? null : new FrameControl(window, page);
  }

  private constructor(window: Window, page: FramedPage) {
    this.#window = window;
    this.#page = page;
    this.#link = new FrameLink(window, (message) => this.#receive(message));
    this.#link.send({ type: 'ready' });
    for (const act of acts)
      window.addEventListener(act, this.#onact, { capture: true, passive: true });
  }

  /** Reports what is looked at now. */
  changed(): void {
    const message = this.#change();
    if (!message) return;
    if (placeOf(message) !== this.#target) this.#target = '';
    if (performance.now() < this.#quietUntil || this.#target) this.#link.suppress(message);
    else this.#link.sendSettled(message);
  }

  /** Reports the selection. */
  selected(): void {
    const { view } = this.#page;
    if (view.selected === null) return this.#link.send({ type: 'select', event: null });
    const id = view.details.get(view.selected)?.id;
    if (id !== undefined) this.#link.send({ type: 'select', event: id });
  }

  stop(): void {
    this.#stopped = true;
    this.#window.clearTimeout(this.#timer);
    for (const act of acts) this.#window.removeEventListener(act, this.#onact, { capture: true });
    this.#link.stop();
  }

  readonly #onact = () => {
    this.#quietUntil = 0;
    this.#target = '';
  };

  #receive(message: Incoming): void {
    this.#queue.add(message);
    if (!this.#draining) this.#drain();
  }

  /** Executes what waits for a frame's time, one after the other; the rest goes on in the next frame,
   * with what has arrived meanwhile. */
  #drain(): void {
    this.#draining = true;
    this.#timer = this.#window.setTimeout(async () => {
      const begin = performance.now();
      while (!this.#queue.isEmpty && performance.now() - begin < frame)
        await this.#execute(this.#queue.take()!).catch((error: unknown) => console.error(error));
      this.#draining = false;
      if (!this.#stopped && !this.#queue.isEmpty) this.#drain();
    }, frame);
  }

  async #execute(order: Order): Promise<void> {
    if (this.#stopped) return;
    if (order.type === 'set') return this.#set(order.parameters);
    if (order.type === 'step') return this.#step(order);
    const { view } = this.#page;
    if (view.playing !== (order.type === 'play')) view.play();
  }

  async #set(parameters: Extract<Order, { type: 'set' }>['parameters']): Promise<void> {
    const { view, look, theme, close } = this.#page;
    const texts = Object.entries(parameters).filter(([, value]) => value !== '');
    const { address, windowIn, notes } = await readAddress(`?${new URLSearchParams(texts)}`);
    const broken = notes.map(({ key }) => key);
    if (this.#reopen(Object.entries(parameters).filter(([key]) => !broken.includes(key)))) return;
    /** An empty text takes a parameter back. */
    const isCleared = (key: keyof typeof parameters) => parameters[key] === '';
    this.#quietUntil = performance.now() + echo;
    const window = windowIn(view.story.timeZone, view.reach);
    applyAddress(view, address, window);
    if (!window && isCleared('from') && isCleared('to')) view.choose(view.opening);
    if (isCleared('unplaced')) view.showUnplaced(true);
    if (isCleared('show')) view.show(view.story.categories.keys());
    if (isCleared('q')) view.search('');
    if (address.theme !== undefined || isCleared('theme')) theme(address.theme);
    if (address.at) look(address.at);
    this.#target = placeOf(this.#change());
    if (isCleared('event')) {
      this.#named++;
      await close();
    } else if (address.event !== undefined) await this.#select(address.event);
  }

  /** Opens the page anew where a parameter of its opening becomes another; what is shown stays. */
  #reopen(parameters: readonly (readonly [key: string, value: string])[]): boolean {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- no one watches it
    const next = new URLSearchParams(this.#page.search());
    const opening: readonly string[] = openingParameters;
    const isOther = parameters.some(
      ([key, value]) => opening.includes(key) && (next.get(key) ?? '') !== value,
    );
    if (!isOther) return false;
    for (const [key, value] of parameters)
      if (value === '') next.delete(key);
      else next.set(key, value);
    this.stop();
    this.#window.location.replace(`?${next}`);
    return true;
  }

  async #select(id: string): Promise<void> {
    const { service, show } = this.#page;
    const mine = ++this.#named;
    const selected = service.rowOf(id).then(async (row) => {
      if (row !== null && mine === this.#named && !this.#stopped) await show(row);
    });
    // A silent server holds up nothing else.
    selected.catch((error: unknown) => console.error(error));
    await Promise.race([selected, new Promise((resolve) => setTimeout(resolve, patience))]);
  }

  async #step({ from, by }: Extract<Order, { type: 'step' }>): Promise<void> {
    this.#named++;
    const { view, show } = this.#page;
    const rows = rowsInWindow(view);
    if (rows.length === 0) return;
    if (by === 0 && (from === null || from >= rows.length)) return;
    const selected = view.selected === null ? -1 : rows.indexOf(view.selected);
    const place = from !== null && from < rows.length ? from : selected;
    const before = place < 0 && by < 0 ? rows.length : place;
    // Many steps at once end where single ones would: at the last event there is.
    const row = rows[Math.max(0, Math.min(rows.length - 1, before + by))]!;
    if (by === 0 || row !== view.selected) await show(row);
  }

  #change(): Outgoing | null {
    const { camera, picture, span, window, story } = this.#page.view;
    if (!camera || !picture) return null;
    const dates = span ? printWindow(window, story.timeZone) : { from: '', to: '' };
    const at = printParameter('at', camera);
    return { type: 'change', ...dates, at, total: picture.here.total };
  }
}

/** Wherever they are on the map, while they are few; else those of the list. */
function rowsInWindow({ picture, table, window }: View): number[] {
  const all = picture?.wide.page;
  if (!all || all.length > barLimit) return Array.from(picture?.here.page ?? []);
  return Array.from(all).filter(
    (row) => table.start[row]! < window[1] && table.end[row]! > window[0],
  );
}

function placeOf(message: Outgoing | null): string {
  return message?.type === 'change' ? [message.from, message.to, message.at].join() : '';
}
