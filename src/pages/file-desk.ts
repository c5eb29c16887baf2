/** Opens files of the reader's device, and reads them again as the report's choices say. Fetched with the
 * first file: a page that has none does without. */
import { currentLanguage } from '../words/messages';
import { t } from '../words/page';
import { printAddress, type Address } from '../view/address';
import { focusHeading } from './app/focus';
import type App from './app/App.svelte';
import type { ReportSubject } from './dialogs/ReportDialog.svelte';
import type { WhyNot } from './dialogs/DropZone.svelte';
import { openRemembered } from './open-remembered';
import { ReportWindow } from './report-window';
import { anew, whyNot, type Showing } from './showing';
import { baseOf, fileRequest, withChoices } from './start/drop';
import type { FirstRecords } from './start/first-records';
import type { Site } from './start/site';
import {
  openStory,
  StoryError,
  type ImportReport,
  type OpenRequest,
  type OpenStory,
  type OpeningProgress,
  type ReadingOptions,
} from '../story';

/** What says that a file is on its way. */
interface LoadingStrip {
  progress(progress: OpeningProgress): void;
  partial(first: OpenStory): Promise<void>;
  done(): Promise<void>;
}

/** The page that it opens files for. */
export interface DeskHost {
  readonly site: Site;
  readonly target: HTMLElement;
  shown(): { readonly opened: OpenStory | null; readonly showing?: Showing } | null;
  /** Stops what is being opened, since another comes. */
  starting(): AbortController;
  /** Whether what it began last is this. */
  isStarting(stop: AbortController): boolean;
  mount(
    opened: OpenStory,
    showing: Showing,
  ): Promise<{ readonly app: ReturnType<typeof App>; readonly ready: Promise<void> }>;
  loading(actions: { oncancel(): void; onagain?(): void }): LoadingStrip;
  showError(why: WhyNot | null, onchoose?: () => void): void;
}

export class FileDesk {
  readonly #host: DeskHost;
  readonly #report = new ReportWindow();

  constructor(host: DeskHost) {
    this.#host = host;
  }

  /** Another story in place of what is shown; what is shown stays where it can't be opened. */
  async replace(wanted: Showing): Promise<void> {
    let showing = wanted;
    const stop = this.#host.starting();
    this.#report.close();
    const focused = document.activeElement;
    let partial = null as Promise<FirstRecords> | null;
    const loading = this.#host.loading({
      oncancel: () => stop.abort(),
      onagain: () => void this.replace(wanted),
    });
    try {
      const root = this.#host.site.root;
      const show = async <Shown>(act: () => Promise<Shown>): Promise<Shown> => {
        if (showing.file) mark(showing.file.key, printAddress(showing.address));
        const shown = await act();
        this.#host.showError(null);
        focusHeading();
        return shown;
      };
      const showFirst = (first: OpenStory) => {
        partial = loading.partial(first).then(() => show(() => this.showPartial(first, showing)));
      };
      const open = (request: OpenRequest) =>
        openStory({ ...request, root }, loading.progress, stop.signal, showFirst);
      const came = await openRemembered(showing, open);
      const { opened } = came;
      showing = came.showing;
      if (partial) return await this.complete(await partial, opened, showing, loading.done);
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
      this.#host.showError(why, report && (() => this.openReport(showing, report, { why })));
    }
  }

  /** Reads a file in another way, for the report: what is shown gives way once the new is there. */
  async #reread(showing: Showing, reading: ReadingOptions): Promise<void> {
    const stop = this.#host.starting();
    const again = anew(showing, reading);
    const next = { ...again, file: again.file && { ...again.file, remembered: false } };
    const before = this.#host.shown()?.opened?.data.report;
    this.#report.begin(() => stop.abort());
    try {
      // Choices that follow each other closely read a large file once.
      if (sizeOf(showing) > large) await later(pauseOfLarge);
      stop.signal.throwIfAborted();
      const request = { ...next.request, root: this.#host.site.root };
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
      if (stop.signal.aborted) return void (this.#host.isStarting(stop) && this.#report.stop());
      if (!(error instanceof StoryError)) console.error(error);
      const why = whyNot(error);
      const report = (error instanceof StoryError && error.report) || before;
      const said = report && this.#report.end(this.#subject(next, { report, why }));
      if (!said) this.#host.showError(why);
    }
  }

  openReport(showing: Showing, report: ImportReport, more: { why?: WhyNot } = {}): void {
    const opened = this.#host.shown()?.opened;
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

  /** The first records of a large file, while the others are read. */
  async showPartial(opened: OpenStory, showing: Showing): Promise<FirstRecords> {
    // An event that is not among them may come with the others.
    const event = opened.data.row === null ? undefined : showing.address.event;
    const { app } = await this.#host.mount(opened, {
      ...showing,
      address: { ...showing.address, event },
    });
    return { opened, app, search: printAddress(app.shownAddress()) };
  }

  /** The whole of a file in place of its first records, with what the reader made of the view.
   * @param done Takes away what says how far it is. */
  async complete(
    first: FirstRecords,
    whole: OpenStory,
    showing: Showing,
    done: () => Promise<void>,
  ): Promise<void> {
    await done();
    const part = await import('./start/first-records').catch(ignored);
    // Another story came meanwhile.
    if (this.#host.shown()?.opened !== first.opened) return whole.service.close();
    const asked = { ...showing, atRest: null };
    const next = (await part?.carryOver(first, whole, asked)) ?? { asked, whole };
    const { row, details } = next.whole.data;
    if (row !== null) await details.load(row);
    const focus = part?.focusAgain(this.#host.target);
    await this.#show(next.whole, next.asked);
    focus?.();
  }

  async open(all: readonly File[], address: Address, back: string): Promise<void> {
    const { files, choices: file, base } = withChoices(all);
    const choices = file && { name: file.name, text: await file.text() };
    const before = this.#host.shown()?.showing;
    const first = files[0] ?? (choices && before?.request.files?.[0]);
    if (choices && (!first || baseOf(first.name) !== base))
      return this.#host.showError({
        message: t('file.otherChoices', { name: choices.name, base }),
        problems: [],
      });
    if (!first) return;
    if (before && files.length === 0) {
      const { request, ...more } = anew(before, undefined);
      return this.replace({ ...more, request: { ...request, choices } });
    }
    const { lang, theme, borders, projection, style } = address;
    const kept = JSON.parse(JSON.stringify({ lang, theme, borders, projection, style })) as Address;
    return this.replace({
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

  async #show(opened: OpenStory, showing: Showing): Promise<void> {
    const { ready } = await this.#host.mount(opened, showing);
    await ready;
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

/** It is fetched again when it is next needed. */
const ignored = () => undefined;
