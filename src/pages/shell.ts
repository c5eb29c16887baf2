/** What a page shows: a story, or why there is none; and how another takes its place. */
import { t } from '../words/page';
import { mount, unmount } from 'svelte';
import type { Address } from '../view/address';
import App from './app/App.svelte';
import type { WhyNot } from './dialogs/DropZone.svelte';
import { watchDrops, type DroppedFiles } from './start/drop';
import { focusHeading } from './app/focus';
import Failure from './start/Failure.svelte';
import Loading from './start/Loading.svelte';
import type { OpenedFile } from './app/opened-file';
import type { FileDesk } from './file-desk';
import { anew, whyNot, type Showing } from './showing';
import type { Site } from './start/site';
import { patience } from '../story/open/request';
import { openPageData } from '../story/page-data';
import { openStory, StoryError, type OpenStory, type OpeningProgress } from '../story';

export class Shell {
  readonly #site: Site;
  readonly #target: HTMLElement;
  #shown: { part: object; opened: OpenStory | null; showing?: Showing } | null = null;
  /** What says that files may be dropped, and why one can't be opened; fetched after the page. */
  #dropZone: Promise<{
    showHint(over: boolean): void;
    showError(why: WhyNot | null, onchoose?: () => void): void;
  }> | null = null;
  /** Opens files, and reads them again; fetched with the first. */
  #desk: Promise<FileDesk> | null = null;
  /** Stops the file that is being opened, when another comes. */
  #stop: AbortController | null = null;
  /** Over once the page's own story is shown, or why it can't be. */
  #begun: Promise<void> = Promise.resolve();

  constructor({ site, target }: { site: Site; target: HTMLElement }) {
    this.#site = site;
    this.#target = target;
  }

  /** Opens the page's own story, and any file that is dropped on it. Never rejects. */
  async begin(showing: Showing): Promise<void> {
    const { address } = showing;
    this.#begun = this.#first(showing);
    if (this.#site.page !== 'reader') return this.#begun;
    // From the start: the browser would leave the page for a file nobody catches.
    watchDrops(window, {
      onover: (over) => void this.#loadDropZone().then((part) => part.showHint(over), ignored),
      ondrop: (dropped) => void this.#dropped(dropped, address),
    });
    await this.#begun;
    this.#loadDropZone().catch(ignored);
    this.#loadDesk().catch(ignored);
  }

  /** The page's own story, or why it can't be shown. */
  async #first(showing: Showing): Promise<void> {
    const stop = this.#starting();
    const sent = showing.atRest?.story;
    let again = false;
    let partial = null as ReturnType<FileDesk['showPartial']> | null;
    const loading = sent
      ? null
      : showLoading(this.#target, showing.atRest !== null, {
          oncancel: () => stop.abort(),
          onagain() {
            again = true;
            stop.abort();
          },
        });
    try {
      const { request } = showing;
      const { root } = this.#site;
      const opened = sent
        ? // Nothing shows how far it is, and what needs it asks again.
          openPageData(sent, request, () => openStory({ ...request, root, patience }, () => {}))
        : await openStory(
            { ...request, root },
            (done) => loading?.progress(done),
            stop.signal,
            (first) =>
              (partial = loading!
                .partial(first)
                .then(() => this.#loadDesk())
                .then((desk) => desk.showPartial(first, showing))),
          );
      if (partial) {
        const desk = await this.#loadDesk();
        return await desk.complete(await partial, opened, showing, loading!.done);
      }
      const { details, row } = opened.data;
      if (row !== null) await details.load(row);
      await loading?.done();
      await this.#show(opened, showing);
    } catch (error) {
      await loading?.done();
      if (again) return this.#first(showing);
      // What was read before it failed stays.
      if (partial) return this.#showError(whyNot(error));
      showing.atRest?.leave();
      const stopped = stop.signal.aborted;
      if (!stopped && !(error instanceof StoryError)) console.error(error);
      await this.#take();
      const { request, address } = showing;
      const why: WhyNot = stopped
        ? { message: t('failure.cancelled'), problems: [] }
        : whyNot(error);
      if (!stopped && self !== top)
        import('../embed/frame').then((part) => part.reportError(window, why.message), ignored);
      const part = mount(Failure, {
        target: this.#target,
        props: {
          ...why,
          url: request.url,
          home: this.#site.root,
          onagain: () => void (this.#begun = this.#first(anew(showing)).then(focusHeading)),
          onfiles: this.#site.page === 'reader' ? (files) => this.#open(files, address) : undefined,
        },
      });
      this.#shown = { part, opened: null };
      // The button that cancelled it is gone.
      if (stopped) focusHeading();
    }
  }

  /** Stops what is being opened, since another comes. */
  #starting(): AbortController {
    this.#stop?.abort();
    return (this.#stop = new AbortController());
  }

  /** Takes away what is shown. */
  async #take(): Promise<void> {
    const shown = this.#shown;
    this.#shown = null;
    if (shown) await unmount(shown.part);
    shown?.opened?.service.close();
  }

  /** Shows a story; resolves once all its parts show the first answer. */
  async #show(opened: OpenStory, showing: Showing): Promise<void> {
    const { ready } = await this.#mount(opened, showing);
    await ready;
  }

  async #mount(opened: OpenStory, showing: Showing) {
    const { request, address, notes, windowIn, atRest } = showing;
    await this.#take();
    let ready: () => void;
    const whenReady = new Promise<void>((resolve) => (ready = resolve));
    const app: ReturnType<typeof App> = mount(App, {
      target: this.#target,
      props: {
        site: this.#site,
        address,
        notes,
        windowIn,
        opened,
        atRest,
        local: request.files !== undefined,
        file: this.#keep(showing),
        onfiles: (files) => this.#open(files, address, showing.file?.back),
        onreport: () => this.#withDesk((desk) => desk.openReport(showing, opened.data.report!)),
        onready: () => {
          atRest?.leave();
          ready();
        },
      },
    });
    this.#shown = { part: app, opened, showing };
    return { app, ready: whenReady };
  }

  /** Keeps an open file over a reload, and says what can be done with it. */
  #keep({ request, file }: Showing): OpenedFile | undefined {
    const { files, reading } = request;
    if (!file || !files) return undefined;
    const code = () => import('./start/kept-files');
    const keep = (title?: string) =>
      code()
        .then((part) => part.keepFiles(file.key, { files, reading, title, back: file.back }))
        .then(
          () => true,
          () => false,
        );
    return {
      kept: keep(request.title),
      remembered: file.remembered ?? false,
      ontitle: (title) => void keep(title),
      onclose: async () => {
        await code()
          .then((part) => part.forgetFiles(file.key))
          .catch(ignored);
        // The page's own story, as it was before the file.
        history.replaceState(null, '', location.pathname + file.back);
        location.reload();
      },
    };
  }

  #open(files: readonly File[], address: Address, back = location.search): void {
    this.#withDesk((desk) => void desk.open(files, address, back));
  }

  #withDesk(act: (desk: FileDesk) => void): void {
    this.#loadDesk().then(act, () => this.#showError({ message: t('part.failed'), problems: [] }));
  }

  #loadDesk(): Promise<FileDesk> {
    this.#desk ??= import('./file-desk').then(
      (part) =>
        new part.FileDesk({
          site: this.#site,
          target: this.#target,
          shown: () => this.#shown,
          starting: () => this.#starting(),
          isStarting: (stop) => this.#stop === stop,
          mount: (opened, showing) => this.#mount(opened, showing),
          loading: (actions) => showLoading(this.#target, true, actions),
          showError: (why, onchoose) => this.#showError(why, onchoose),
        }),
    );
    this.#desk.catch(() => (this.#desk = null));
    return this.#desk;
  }

  async #dropped(dropped: DroppedFiles, address: Address): Promise<void> {
    await this.#begun;
    if ('folder' in dropped)
      this.#showError({ message: t('file.folder', { name: dropped.folder }), problems: [] });
    else this.#open(dropped.files, address);
  }

  /** Says why the last file could not be opened; `null` takes that away.
   *
   * @param onchoose Opens the choices by which it may be read. */
  #showError(why: WhyNot | null, onchoose?: () => void): void {
    this.#loadDropZone().then(
      (part) => part.showError(why, onchoose),
      // Without the dialog's code the browser's own says it.
      () => why && alert(t('file.failed', { reason: why.message })),
    );
  }

  #loadDropZone() {
    // Not of the first bytes: nobody drops a file on a page that has just come.
    this.#dropZone ??= import('./dialogs/DropZone.svelte').then(({ default: DropZone }) =>
      mount(DropZone, { target: document.body }),
    );
    this.#dropZone.catch(() => (this.#dropZone = null));
    return this.#dropZone;
  }
}

/** Shows that a story is on its way.
 *
 * @param beside The page can be read already, so progress is a strip at its edge. */
function showLoading(
  target: HTMLElement,
  beside: boolean,
  actions: { readonly oncancel: () => void; readonly onagain?: () => void },
) {
  if (!beside) target.replaceChildren();
  const show = (beside: boolean, more: { shown?: number; onagain?: undefined } = {}) =>
    mount(Loading, {
      target: beside ? document.body : target,
      props: { beside, ...actions, ...more },
    });
  let shown = show(beside);
  const take = async () => {
    await unmount(shown);
    if (!beside) target.replaceChildren();
    beside = true;
  };
  return {
    progress: (progress: OpeningProgress) => shown.show(progress),
    /** From now on the page shows the first records; that the others come is a strip at its edge. */
    async partial({ data }: OpenStory): Promise<void> {
      await take();
      shown = show(true, { shown: data.table.start.length, onagain: undefined });
    },
    /** Takes it away. */
    async done(): Promise<void> {
      await take();
      // What comes next is large enough for a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

/** It is fetched again when it is next needed. */
const ignored = () => undefined;
