/** Where a page goes: its camera, and the event that is open, with the focus that goes along. */
import { tick } from 'svelte';
import { boundsOf, contains, same, type Size } from '../../map/camera/mercator';
import { resizedCamera } from '../../map/camera/opening';
import type { MapMark } from '../../map/types';
import type { Address } from '../../view/address';
import type { Camera } from '../../view/camera';
import type { View } from '../../view/view.svelte';
import type { AtRest } from '../start/at-rest';
import { clearOf, type Covered } from './clear-of';
import { afterClosing, focusOn, isFree, openerNow, type Opener } from './focus';
import { openingMark, openingOf, wholeOf } from './place-shapes';
import type { StoryService } from '../../story';

/** Milliseconds for which an answer is waited for. */
const patience = 2000;

interface Page {
  readonly view: View;
  readonly service: StoryService;
  readonly address: Address;
  /** What the page was sent with, where it is the same story. */
  readonly atRest: AtRest | null;
  /** Once no search is under way. */
  settled(): Promise<void>;
  element(): HTMLElement | undefined;
  /** What an open article covers of a map. */
  covered(size: Size): Covered;
}

export class Actions {
  readonly #page: Page;
  readonly #source: StoryService;
  readonly #globe: boolean;
  #size: Size | null = null;
  /** The camera before the map was resized, with the places of the marks in view. */
  #resized: { camera: Camera; places: [number, number][] } | null = null;
  #opener: Opener | null = null;
  #placeOpener: Opener | null = null;
  /** The event that was closed last, since the list of a place was opened. */
  closed: number | null = null;
  /** Where the map opened, until the reader moved it. */
  #first: Camera | null = null;
  #moved = $state.raw<Camera | null>(null);
  /** Where the map stood before an article that was to cover a mark moved it, and where it went. */
  #aside: { from: Camera; moved: Camera | null; to: Camera } | null = null;

  constructor(page: Page) {
    this.#page = page;
    this.#source = page.service;
    this.#globe = page.address.projection === 'globe';
    this.#moved = page.address.at ?? null;
  }

  /** The camera to say in the address; nothing while the map stands as it opened. */
  get moved(): Camera | null {
    return this.#moved;
  }

  /** The map has another size; with the first it opens. */
  resize = async (size: Size): Promise<void> => {
    this.#size = size;
    const { view, address } = this.#page;
    const opens = !view.camera && !address.at;
    // What is in view is not known before the first answer: the map opens anew then.
    const unanswered = view.camera && !view.picture && !this.#moved;
    let camera = view.camera ?? address.at;
    if (!camera || unanswered) {
      const found = await this.#opening(size);
      // A later size has its own opening.
      if (this.#size !== size) return;
      // The reader may have moved it meanwhile.
      camera = this.#moved ?? found;
    } else if (view.camera) camera = this.#keptInView(view.camera, size);
    camera = { ...camera, globe: this.#globe };
    view.look(camera, boundsOf(camera, this.#size));
    this.#first ??= camera;
    if (opens) this.#bringMap();
  };

  async #opening(size: Size): Promise<Camera> {
    const { view, address, atRest, settled } = this.#page;
    await settled();
    const asSent = address.from === undefined && address.to === undefined && !view.query;
    return (asSent && atRest?.cameraFor(size)) || openingOf(this.#source, view, size);
  }

  look = (camera: Camera): void => {
    if (!this.#size) return;
    this.#resized = null;
    this.#moved = { ...camera, globe: this.#globe };
    this.#page.view.look(this.#moved, boundsOf(this.#moved, this.#size));
  };

  /** Opens an event's article and takes the focus there. */
  select = async (row: number): Promise<void> => {
    const { view, element } = this.#page;
    const page = element();
    const opener = page ? openerNow(page) : null;
    if (opener || view.selected === null) this.#opener = opener;
    await this.show(row);
    page?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
  };

  /** Opens an event's article and leaves the focus where it is. */
  show = async (row: number): Promise<void> => {
    const { view } = this.#page;
    view.select(row);
    void view.details.load(row);
    this.#bringMap();
    await this.#reveal();
  };

  /** Brings the article into sight. */
  async #reveal(): Promise<void> {
    await tick();
    const { element } = this.#page;
    // Its head comes into sight, with the map that it stands over; the rest may be scrolled to.
    const article = element()?.querySelector('article');
    const part = article?.closest('.map') ?? article?.querySelector('h2');
    part?.scrollIntoView({ block: 'nearest' });
  }

  /** Goes back to a camera, `undefined` for the first, and to an open event, `null` for none. */
  returnTo = async (camera: Camera | undefined, row: number | null): Promise<void> => {
    const { view } = this.#page;
    const at = camera ?? this.#first;
    if (at) this.look(at);
    this.#moved = (camera && view.camera) ?? null;
    if (row === view.selected) return;
    if (row === null) return this.close();
    view.restore(row);
    void view.details.load(row);
    await this.#reveal();
  };

  close = async (): Promise<void> => {
    const { view, element } = this.#page;
    const row = view.selected;
    if (row === null) return;
    this.closed = row;
    // A reader who is elsewhere on the page, or on the page around, stays there.
    const moves = isFree();
    view.select(null);
    // The list of its place stands where the article stood, clear of the mark.
    const broughtBack = !view.place && this.#bringBack();
    await tick();
    const page = element();
    // The list of its place, which comes back, takes the focus.
    if (view.place && moves && !this.#opener?.onMap) return;
    const target = page && moves ? afterClosing(page, this.#opener, row) : undefined;
    this.#opener = null;
    if (target) focusOn(target);
    if (target && broughtBack) await this.#stayOn(target);
  };

  /** The list's entries are used again for other events once the map is back: the focus goes along with
   * its event. */
  async #stayOn(target: HTMLElement): Promise<void> {
    const { view, element } = this.#page;
    const { row } = target.dataset;
    const end = performance.now() + patience;
    while (view.picture?.questions !== view.questions && performance.now() < end)
      await new Promise(requestAnimationFrame);
    await tick();
    if (row === undefined || document.activeElement !== target || target.dataset.row === row)
      return;
    element()?.querySelector<HTMLElement>(`li button[data-row="${row}"]`)?.focus();
  }

  /** A cluster opens by going nearer; one that would not split, as a list of its events. */
  open = async (mark: MapMark, unplaced: boolean): Promise<void> => {
    if (!this.#size) return;
    const { view } = this.#page;
    const opening = await openingMark(this.#source, mark, view, unplaced, this.#size);
    if (opening.camera) this.look(opening.camera);
    else if (opening.row !== undefined) await this.select(opening.row);
    else if (opening.place) {
      const page = this.#page.element();
      this.#placeOpener = page ? openerNow(page) : null;
      this.closed = null;
      view.listPlace(opening.place);
    }
  };

  /** Closes the list of a place; the focus goes back to what opened it. */
  closePlace = async (): Promise<void> => {
    const moves = isFree();
    this.#page.view.listPlace(null);
    await tick();
    const page = this.#page.element();
    const target = page && moves ? afterClosing(page, this.#placeOpener, -1) : undefined;
    if (target) focusOn(target);
  };

  /** All events of the window come into view. */
  showAll = async (): Promise<void> => {
    if (this.#size) this.look(await wholeOf(this.#source, this.#page.view, this.#size));
  };

  /** Events that were in view stay there; a map that gets its size back gets its camera back. */
  #keptInView(now: Camera, size: Size): Camera {
    const { picture, box } = this.#page.view;
    if (!picture || !box) return now;
    this.#resized ??= {
      camera: now,
      places: picture.here.marks
        .filter(({ lng, lat }) => contains(box, lng, lat))
        .map(({ lng, lat }) => [lng, lat]),
    };
    return resizedCamera(this.#resized.camera, this.#resized.places, size);
  }

  /** Moves the map where the selected event is out of sight or under its article. */
  #bringMap(): void {
    const { view, covered } = this.#page;
    const { selected: row, camera } = view;
    const { lng, lat } = view.table;
    if (row === null || !camera || !this.#size || Number.isNaN(lng[row]!)) return;
    const next = clearOf(camera, [lng[row]!, lat[row]!], this.#size, covered(this.#size));
    if (next === camera) return;
    const { from, moved } = this.#stood(camera) ?? { from: camera, moved: this.#moved };
    const inView = contains(boundsOf(from, this.#size), lng[row]!, lat[row]!);
    this.look(next);
    this.#aside = inView ? { from, moved, to: view.camera! } : null;
  }

  /** Where the map stood, while nobody has moved it since. */
  #stood(camera: Camera | null) {
    return this.#aside && same(this.#aside.to, camera) ? this.#aside : null;
  }

  /** A map that only an article moved goes back with it. */
  #bringBack(): boolean {
    const stood = this.#stood(this.#page.view.camera);
    this.#aside = null;
    if (!stood) return false;
    this.look(stood.from);
    this.#moved = stood.moved;
    return true;
  }
}
