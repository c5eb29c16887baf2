/** What a page shows: a story, or why there is none; and how another takes its place. */
import { currentLanguage } from '../words/messages';
import { t } from '../words/page';
import { mount, unmount } from 'svelte';
import { printAddress, type Address } from '../view/address';
import App from './app/App.svelte';
import type { WhyNot } from './dialogs/DropZone.svelte';
import { baseOf, fileRequest, watchDrops, withChoices, type DroppedFiles } from './start/drop';
import { focusHeading } from './app/focus';
import Failure from './start/Failure.svelte';
import type { FirstRecords } from './start/first-records';
import Loading from './start/Loading.svelte';
import type { OpenedFile } from './app/opened-file';
import { ReportWindow } from './report-window';
import { anew, openRemembered, type Showing } from './showing';
import type { ReportSubject } from './dialogs/ReportDialog.svelte';
import type { Site } from './start/site';
import { patience } from '../story/open/request';
import { openPageData } from '../story/page-data';
import {
  openStory,
  StoryError,
  type ImportReport,
  type OpenRequest,
  type OpenStory,
  type OpeningProgress,
  type ReadingOptions,
} from '../story';

export class Shell {
  readonly #site: Site;
  readonly #target: HTMLElement;
  #shown: { part: object; opened: OpenStory | null; showing?: Showing } | null = null;
  /** What says that files may be dropped, and why one can't be opened; fetched after the page. */
  #dropZone: Promise<{
    showHint(over: boolean): void;
    showError(why: WhyNot | null, onchoose?: () => void): void;
  }> | null = null;
  readonly #report = new ReportWindow();
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
  }

  /** The page's own story, or why it can't be shown. */
  async #first(showing: Showing): Promise<void> {
    const stop = this.#starting();
    const sent = showing.atRest?.story;
    let again = false;
    let partial = null as Promise<FirstRecords> | null;
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
              (partial = loading!.partial(first).then(() => this.#showPartial(first, showing))),
          );
      if (partial) return await this.#complete(await partial, opened, showing, loading!.done);
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
      this.#take();
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
          onfiles:
            this.#site.page === 'reader' ? (files) => void this.#open(files, address) : undefined,
        },
      });
      this.#shown = { part, opened: null };
      // The button that cancelled it is gone.
      if (stopped) focusHeading();
    }
  }

  /** Another story in place of what is shown; what is shown stays where it can't be opened. */
  async #replace(wanted: Showing): Promise<void> {
    let showing = wanted;
    const stop = this.#starting();
    this.#report.close();
    const focused = document.activeElement;
    let partial = null as Promise<FirstRecords> | null;
    const loading = showLoading(this.#target, true, {
      oncancel: () => stop.abort(),
      onagain: () => void this.#replace(wanted),
    });
    try {
      const root = this.#site.root;
      const show = async <Shown>(act: () => Promise<Shown>): Promise<Shown> => {
        if (showing.file) mark(showing.file.key, printAddress(showing.address));
        const shown = await act();
        this.#showError(null);
        focusHeading();
        return shown;
      };
      const showFirst = (first: OpenStory) => {
        partial = loading.partial(first).then(() => show(() => this.#showPartial(first, showing)));
      };
      const open = (request: OpenRequest) =>
        openStory({ ...request, root }, loading.progress, stop.signal, showFirst);
      const came = await openRemembered(showing, open);
      const { opened } = came;
      showing = came.showing;
      if (partial) return await this.#complete(await partial, opened, showing, loading.done);
      await loading.done();
      await show(() => this.#show(opened, showing));
    } catch (error) {
      await loading.done();
      // The button that cancelled it is gone.
      if (focused instanceof HTMLElement && document.activeElement === document.body)
        focused.focus({ preventScroll: true });
      if (stop.signal.aborted && !partial) return;
      if (!(error instanceof StoryError)) console.error(error);
      const why = whyNot(error);
      const report = error instanceof StoryError ? error.report : undefined;
      const { file } = showing;
      showing = { ...showing, file: file && { ...file, columns: report?.table?.columns } };
      this.#showError(why, report && (() => this.#openReport(showing, report, { why })));
    }
  }

  /** Reads a file in another way, for the report: what is shown gives way once the new is there. */
  async #reread(showing: Showing, reading: ReadingOptions): Promise<void> {
    const stop = this.#starting();
    const again = anew(showing, reading);
    const next = { ...again, file: again.file && { ...again.file, remembered: false } };
    const before = this.#shown?.opened?.data.report;
    this.#report.begin(() => stop.abort());
    try {
      // Choices that follow each other closely read a large file once.
      if (sizeOf(showing) > large) await later(pauseOfLarge);
      stop.signal.throwIfAborted();
      const request = { ...next.request, root: this.#site.root };
      const opened = await openStory(request, this.#report.progress, stop.signal);
      if (stop.signal.aborted) return opened.service.close();
      if (showing.file) mark(showing.file.key, printAddress(showing.address));
      const shown = this.#show(opened, next);
      this.#report.end(this.#subject(next, opened));
      const { columns } = showing.file ?? {};
      if (columns)
        import('./start/remembered').then((part) => part.remember(columns, reading), ignored);
      await shown;
    } catch (error) {
      // A newer reading is under way, or this one was cancelled.
      if (stop.signal.aborted) return void (this.#stop === stop && this.#report.stop());
      if (!(error instanceof StoryError)) console.error(error);
      const why = whyNot(error);
      const report = (error instanceof StoryError && error.report) || before;
      const said = report && this.#report.end(this.#subject(next, { report, why }));
      if (!said) this.#showError(why);
    }
  }

  #openReport(showing: Showing, report: ImportReport, more: { why?: WhyNot } = {}): void {
    const opened = this.#shown?.opened;
    const about = more.why || !opened ? { report, ...more } : opened;
    this.#report.open(this.#subject(showing, about)).catch(() => alert(t('part.failed')));
  }

  #subject(
    showing: Showing,
    about: OpenStory | { readonly report: ImportReport; readonly why?: WhyNot },
  ): ReportSubject {
    const onread = (reading: ReadingOptions) => void this.#reread(showing, reading);
    const { borders } = showing.request;
    const { remembered } = showing.file ?? {};
    if (!('service' in about)) return { ...about, borders, remembered, onread };
    const { data, service } = about;
    return { report: data.report!, borders, remembered, whole: service.wholeReport, onread };
  }

  /** Stops what is being opened, since another comes. */
  #starting(): AbortController {
    this.#stop?.abort();
    return (this.#stop = new AbortController());
  }

  /** Takes away what is shown. */
  #take(): void {
    const shown = this.#shown;
    this.#shown = null;
    if (shown) void unmount(shown.part);
    shown?.opened?.service.close();
  }

  /** The first records of a large file, while the others are read. */
  async #showPartial(opened: OpenStory, showing: Showing): Promise<FirstRecords> {
    // An event that is not among them may come with the others.
    const event = opened.data.row === null ? undefined : showing.address.event;
    const { app } = await this.#mount(opened, {
      ...showing,
      address: { ...showing.address, event },
    });
    return { opened, app, search: printAddress(app.shownAddress()) };
  }

  /** The whole of a file in place of its first records, with what the reader made of the view.
   * @param done Takes away what says how far it is. */
  async #complete(
    first: FirstRecords,
    whole: OpenStory,
    showing: Showing,
    done: () => Promise<void>,
  ): Promise<void> {
    await done();
    const part = await import('./start/first-records').catch(ignored);
    // Another story came meanwhile.
    if (this.#shown?.opened !== first.opened) return whole.service.close();
    const asked = { ...showing, atRest: null };
    const next = (await part?.carryOver(first, whole, asked)) ?? { asked, whole };
    const { row, details } = next.whole.data;
    if (row !== null) await details.load(row);
    const focus = part?.focusAgain(this.#target);
    await this.#show(next.whole, next.asked);
    focus?.();
  }

  /** Shows a story; resolves once all its parts show the first answer. */
  async #show(opened: OpenStory, showing: Showing): Promise<void> {
    const { ready } = await this.#mount(opened, showing);
    await ready;
  }

  async #mount(opened: OpenStory, showing: Showing) {
    const { request, address, notes, windowIn, atRest } = showing;
    this.#take();
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
        onfiles: (files) => void this.#open(files, address, showing.file?.back),
        onreport: () => this.#openReport(showing, opened.data.report!),
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

  async #open(all: readonly File[], address: Address, back = location.search): Promise<void> {
    const { files, choices: file, base } = withChoices(all);
    const choices = file && { name: file.name, text: await file.text() };
    const before = this.#shown?.showing;
    const first = files[0] ?? (choices && before?.request.files?.[0]);
    if (choices && (!first || baseOf(first.name) !== base))
      return this.#showError({
        message: t('file.otherChoices', { name: choices.name, base }),
        problems: [],
      });
    if (!first) return;
    if (before && files.length === 0) {
      const { request, ...more } = anew(before, undefined);
      return this.#replace({ ...more, request: { ...request, choices } });
    }
    const { lang, theme, borders, projection, style } = address;
    const kept = JSON.parse(JSON.stringify({ lang, theme, borders, projection, style })) as Address;
    return this.#replace({
      request: {
        ...fileRequest(files),
        choices,
        borders: borders ?? 'un',
        language: currentLanguage(),
      },
      address: kept,
      notes: [],
      windowIn: () => null,
      atRest: null,
      file: { key: String(Date.now()), back },
    });
  }

  async #dropped(dropped: DroppedFiles, address: Address): Promise<void> {
    await this.#begun;
    if ('folder' in dropped)
      this.#showError({ message: t('file.folder', { name: dropped.folder }), problems: [] });
    else await this.#open(dropped.files, address);
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

/** Bytes from which on a file is large, and the milliseconds that its next reading waits. */
const large = 4_000_000;
const pauseOfLarge = 300;

function sizeOf({ request }: Showing): number {
  return request.files?.[0]?.size ?? 0;
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Makes an entry of the browser's history that shows a file, unless this one does. */
function mark(key: string, search: string): void {
  if ((history.state as { file?: string } | null)?.file === key) return;
  try {
    history.pushState({ file: key }, '', location.pathname + search);
  } catch {
    // A browser that refuses shows the file all the same, until a reload.
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

function whyNot(error: unknown): WhyNot {
  return {
    message: error instanceof Error ? error.message : String(error),
    problems: error instanceof StoryError ? error.problems : [],
  };
}
