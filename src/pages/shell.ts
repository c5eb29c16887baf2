/** What stands on a page: a story, or why there is none; and how another takes its place. */
import { mount, unmount } from 'svelte';
import type { Address, AddressNote, Read } from '../view/address';
import App from './App.svelte';
import type { AtRest } from './at-rest';
import { ordered } from './drop';
import Failure from './Failure.svelte';
import { showLoading } from './loading';
import type { Site } from './site';
import { openSent } from './story/sent';
import { openStory, StoryError, type OpenRequest, type OpenStory, type Reading } from './story';

interface Showing {
  readonly request: OpenRequest;
  readonly address: Address;
  readonly notes: readonly AddressNote[];
  readonly windowIn: Read['windowIn'];
  /** What the page was sent with, where it is the same story. */
  readonly atRest: AtRest | null;
}

export class Shell {
  readonly #site: Site;
  readonly #target: HTMLElement;
  #shown: { part: object; opened: OpenStory | null } | null = null;
  #bringing: { part: object } | null = null;
  /** Stops the file that is being opened, when another comes. */
  #stop: AbortController | null = null;

  constructor({ site, target }: { site: Site; target: HTMLElement }) {
    this.#site = site;
    this.#target = target;
  }

  /** Opens the page's own story. Never rejects. */
  async begin(showing: Showing): Promise<void> {
    const sent = showing.atRest?.story;
    const loading = sent ? null : showLoading(this.#target, showing.atRest !== null);
    try {
      const whole = () => openStory(showing.request, (progress) => loading?.progress(progress));
      const opened = sent ? openSent(sent, showing.request, whole) : await whole();
      if (opened.row !== null) await opened.details.load(opened.row);
      await loading?.done();
      await this.#show(opened, showing);
    } catch (error) {
      await loading?.done();
      showing.atRest?.leave();
      if (!(error instanceof StoryError)) console.error(error);
      const part = mount(Failure, {
        target: this.#target,
        props: { ...whyNot(error), url: showing.request.url, home: this.#site.root },
      });
      this.#shown = { part, opened: null };
    }
    if (this.#site.page === 'reader') void this.#bring({ message: '', problems: [] }, showing);
  }

  /** Another story in place of what is shown; what is shown stays where it can't be opened. */
  async #replace(showing: Showing): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const loading = showLoading(this.#target, true, () => stop.abort());
    try {
      const opened = await openStory(showing.request, loading.progress, stop.signal);
      await loading.done();
      await this.#show(opened, showing);
      void this.#bring({ message: '', problems: [] }, showing);
    } catch (error) {
      await loading.done();
      if (stop.signal.aborted) return;
      if (!(error instanceof StoryError)) console.error(error);
      void this.#bring(whyNot(error), showing);
    }
  }

  async #show(opened: OpenStory, showing: Showing): Promise<void> {
    const { request, address, notes, windowIn, atRest } = showing;
    if (this.#shown) await unmount(this.#shown.part);
    this.#shown?.opened?.close();
    let ready: () => void;
    const whenReady = new Promise<void>((resolve) => (ready = resolve));
    const part = mount(App, {
      target: this.#target,
      props: {
        site: this.#site,
        address,
        notes,
        window: windowIn(opened.story.timeZone, opened.span),
        opened,
        atRest,
        local: request.files !== undefined,
        onfiles: (files) => this.#open(files, address),
        onagain: (reading) => void this.#replace(again(showing, reading)),
        onready: () => {
          atRest?.leave();
          ready();
        },
      },
    });
    this.#shown = { part, opened };
    await whenReady;
  }

  #open(files: readonly File[], address: Address): void {
    const [first, ...others] = ordered(files);
    if (!first) return;
    const { lang, theme, borders, projection, style } = address;
    const kept = JSON.parse(JSON.stringify({ lang, theme, borders, projection, style })) as Address;
    void this.#replace({
      request: {
        url: first.name,
        id: first.name.replace(/\.[^.]*$/, '') || 'file',
        files: [first, ...others],
        borders: borders ?? 'un',
      },
      address: kept,
      notes: [],
      windowIn: () => null,
      atRest: null,
    });
  }

  /** The place for files of the reader's device, and why the last could not be opened. */
  async #bring(
    { message, problems }: ReturnType<typeof whyNot>,
    { address }: Showing,
  ): Promise<void> {
    // Not of the first bytes: nobody drops a file on a page that has just come.
    const { default: Bringing } = await import('./Bringing.svelte');
    if (this.#bringing) void unmount(this.#bringing.part);
    const part = mount(Bringing, {
      target: document.body,
      props: {
        failure: message,
        details: problems.slice(0, 200).map(({ record, message: text }) => {
          return record === null ? text : `Record ${record}: ${text}`;
        }),
        onfiles: (files) => this.#open(files, address),
        onrefused: (why) => void this.#bring({ message: why, problems: [] }, this.#now(address)),
        onclose: () => undefined,
      },
    });
    this.#bringing = { part };
  }

  #now(address: Address): Showing {
    return {
      request: { url: '', id: '', borders: 'un' },
      address,
      notes: [],
      windowIn: () => null,
      atRest: null,
    };
  }
}

function again(showing: Showing, reading: Reading): Showing {
  return { ...showing, atRest: null, request: { ...showing.request, reading, points: undefined } };
}

function whyNot(error: unknown) {
  return {
    message: error instanceof Error ? error.message : String(error),
    problems: error instanceof StoryError ? error.problems : [],
  };
}
