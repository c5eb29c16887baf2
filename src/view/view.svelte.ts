/**
 * The one state of looking at a story: getters out, verbs in. `App.svelte` makes it; the address,
 * the host page and the three pictures only meet here.
 */
import type { StoryQuestion, EventTable, Reply } from '../story/story-index';
import { clampWindow } from '../model/time/drawn-years';
import type { Outline } from '../model/event';
import type { Camera } from './camera';
import type { Box } from '../world/types';
import type { Details } from '../story/details.svelte';
import type { Playback } from './player';
import { knownBounds } from '../story/story-span';
import { questionsFor } from './question';
import { holdsAll, searchText, queryWords } from '../story/words-in-text';
import {
  always,
  focusFor,
  onAxis,
  onDrawn,
  outsideOf,
  windowReach,
  windowHolding,
  withAir,
  type Outside,
} from './stretch';
import { type Range } from '../model/time/calendar';

/** What a screen draws from: replies of one moment and the questions they answer. */
export interface Picture {
  readonly questions: readonly StoryQuestion[];
  readonly here: Reply;
  readonly wide: Reply;
  /** The view's counts with all categories and with events without a place, where some are off. */
  readonly facets: Reply;
}

/** A place whose events are listed: where all of them stand, or nowhere. */
export type ListedPlace = { readonly lng: number; readonly lat: number } | 'unplaced';

/** What is looked at: the events as columns, and what goes for all of them. */
export interface StoryScope {
  readonly story: Outline;
  readonly table: EventTable;
  readonly details: Details;
  /** From the first event to the last; `null` where none has a date that can be drawn: there is no
   * axis then, no window to choose, and all events are looked at. */
  readonly span: Range | null;
  /** What the story opens on, when nothing else is asked for; `null` as `span`. */
  readonly opening: Range | null;
}

/** Rows the list asks for at first, and more each time its end is reached. */
const pageRows = 500;

/** What the track shows on either side of the stretch that a story opens on, as a share of it. */
const openingAir = 0.03;

export class View implements StoryScope {
  readonly story: Outline;
  readonly table: EventTable;
  readonly details: Details;
  readonly span: Range | null;
  /** How far windows go (`reachOf`); `null` as `span`. */
  readonly reach: Range | null;
  readonly opening: Range;
  /** Events that the axis does not show. */
  readonly outside: Outside;
  readonly allCategories: number;

  #window: Range;
  #focus: Range;
  #camera = $state.raw<Camera | null>(null);
  #box = $state.raw<Box | null>(null);
  #categories: number;
  #unplaced = $state(true);
  #place = $state.raw<ListedPlace | null>(null);
  #query = $state('');
  #selected = $state<number | null>(null);
  #playing = $state(false);
  #playback = $state.raw<Playback>({ step: null, speed: 1, cumulative: true });
  #rows = $state(pageRows);
  #picture = $state.raw<Picture | null>(null);

  #questions = $derived.by(() => {
    if (!this.#camera || !this.#box) return null;
    return questionsFor({
      window: this.#window,
      focus: this.#focus,
      span: this.span,
      box: this.#box,
      zone: this.story.timeZone,
      zoom: this.#camera.zoom,
      categories: this.#categories,
      allCategories: this.allCategories,
      rows: this.#rows,
      unplaced: this.#unplaced,
      events: this.table.start.length,
    });
  });

  constructor({ story, table, details, span, opening }: StoryScope) {
    this.story = story;
    this.table = table;
    this.details = details;
    this.span = span;
    this.outside = outsideOf(table, story.timeZone);
    this.reach = span && windowReach(span, this.outside, story.timeZone);
    this.opening = (span && opening) ?? always;
    this.allCategories = 2 ** story.categories.length - 1;
    this.#window = $state.raw(this.opening);
    this.#focus = $state.raw(
      (span && onDrawn(withAir(this.opening, openingAir), story.timeZone)) ?? always,
    );
    this.#categories = $state(this.allCategories);
  }

  get window() {
    return this.#window;
  }
  get focus() {
    return this.#focus;
  }
  get camera() {
    return this.#camera;
  }
  get box() {
    return this.#box;
  }
  /** Bit mask of the categories shown. */
  get categories() {
    return this.#categories;
  }
  /** Events without a place are counted and listed. */
  get unplaced() {
    return this.#unplaced;
  }
  /** The place whose events are listed, `null` for none. */
  get place() {
    return this.#place;
  }
  get query() {
    return this.#query;
  }
  get selected() {
    return this.#selected;
  }
  get playing() {
    return this.#playing;
  }
  get playback() {
    return this.#playback;
  }
  /** `null` until the map has a size. */
  get questions() {
    return this.#questions;
  }
  get picture() {
    return this.#picture;
  }

  /** Chooses a window: whole seconds, within the drawn years or up to the edge beyond them, and
   * never empty. What is none changes nothing, and so does any where there is no axis. */
  choose(window: Range): void {
    if (!this.#setWindow(window)) return;
    const shown = onAxis(this.#window, this.span!, this.story.timeZone);
    if (shown) this.focusOn(focusFor(this.#focus, shown));
  }

  #setWindow([first, last]: Range): boolean {
    const from = Math.round(first / 1000) * 1000;
    const to = Math.max(from + 1000, Math.round(last / 1000) * 1000);
    const clamped = clampWindow([from, to], this.story.timeZone);
    if (
      !this.span ||
      !clamped ||
      (clamped[0] === this.#window[0] && clamped[1] === this.#window[1])
    )
      return false;
    this.#window = clamped;
    this.#rows = pageRows;
    return true;
  }

  /** Sets the timeline's main track, within the drawn years; what is no range changes nothing. */
  focusOn(focus: Range): void {
    const drawn = this.span && onDrawn(focus, this.story.timeZone);
    if (drawn) this.#focus = drawn;
  }

  look(camera: Camera, box: Box): void {
    this.#camera = camera;
    this.#box = box;
  }

  toggle(category: number): void {
    this.#categories = (this.#categories ^ (1 << category)) >>> 0;
  }

  toggleUnplaced(): void {
    this.showUnplaced(!this.#unplaced);
    if (this.#place === 'unplaced') this.#place = null;
  }

  /** Counts and lists the events without a place, or leaves them out. */
  showUnplaced(shown: boolean): void {
    this.#unplaced = shown;
  }

  /** Lists the events of a place (`null`: of none), in place of the selected one. */
  listPlace(place: ListedPlace | null): void {
    this.#place = place;
    this.#selected = null;
  }

  /** Shows just these categories. */
  show(categories: Iterable<number>): void {
    let mask = 0;
    for (const category of categories) mask |= 1 << category;
    this.#categories = mask >>> 0;
  }

  /** The moment nearest to `ms` at which an event of the categories shown happens; `null` for none. */
  nearest(ms: number): number | null {
    const { start, end, category } = this.table;
    let [least, found] = [Infinity, null as number | null];
    for (let row = 0; row < start.length; row++) {
      if (!((this.#categories >>> category[row]!) & 1)) continue;
      const bounds = knownBounds({ start: start[row]!, end: end[row]! });
      if (!bounds || !onDrawn(bounds, this.story.timeZone)) continue;
      const at = Math.min(Math.max(ms, bounds[0]), bounds[1] - 1);
      if (Math.abs(at - ms) >= least) continue;
      least = Math.abs(at - ms);
      found = at;
    }
    return found;
  }

  search(query: string): void {
    this.#query = query;
    this.#rows = pageRows;
  }

  /** Selects an event (`null`: none) and brings the window along; categories and a search that
   * would hide it are let go, and so is the list of another place. */
  select(row: number | null): void {
    this.#selected = row;
    if (row === null) return;
    this.#playing = false;
    const [lng, lat] = [this.table.lng[row]!, this.table.lat[row]!];
    if (Number.isNaN(lng)) {
      this.#unplaced = true;
      if (this.#place !== 'unplaced') this.#place = null;
    } else if (this.#place === 'unplaced' || lng !== this.#place?.lng || lat !== this.#place.lat)
      this.#place = null;
    const category = this.table.category[row]!;
    if (!((this.#categories >>> category) & 1)) this.toggle(category);
    if (this.#query && !this.#isFound(row)) this.#query = '';
    const time = { start: this.table.start[row]!, end: this.table.end[row]! };
    this.choose(windowHolding(this.#window, time, this.story.timeZone));
  }

  /** What is not at hand was picked from what the search left. */
  #isFound(row: number): boolean {
    const event = this.details.get(row);
    if (!event) return true;
    const { label } = this.story.categories[event.category]!;
    return holdsAll(searchText(event, label), queryWords(this.#query));
  }

  /** Selects an event as an address names it: window, categories and search stay as they are. */
  restore(row: number): void {
    this.#selected = row;
  }

  /** Starts playing, or stops it. */
  play(): void {
    this.#playing = !this.#playing && this.span !== null;
  }

  pause(): void {
    this.#playing = false;
  }

  setPlayback(playback: Playback): void {
    this.#playback = playback;
  }

  /** Shows a window that is played, as `choose`; nothing else moves. `null` ends playing. */
  playTo(window: Range | null): void {
    if (window) this.#setWindow(window);
    else this.#playing = false;
  }

  more(): void {
    this.#rows += pageRows;
  }

  /** Takes the replies to `questions`, all of one moment. */
  receive(questions: readonly StoryQuestion[], replies: readonly Reply[]): void {
    const [here, wide, facets = here] = replies;
    this.#picture = { questions, here: here!, wide: wide!, facets: facets! };
  }
}
