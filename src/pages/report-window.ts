/** The report on the file that a page shows or could not show: a dialog that outlives the pictures,
 * so that they are drawn anew under it while choices are made in it. */
import { mount, unmount } from 'svelte';
import { focusHeading } from './app/focus';
import type { ReportSubject } from './dialogs/ReportDialog.svelte';
import type { OpeningProgress } from '../story';

interface Part {
  begin(read: number, cancel: () => void): void;
  end(subject: ReportSubject): void;
  stop(): void;
}

export class ReportWindow {
  #part: Part | null = null;
  #cancel: () => void = () => {};

  /** Rejects where its code can't be fetched. */
  async open(subject: ReportSubject): Promise<void> {
    const { default: ReportDialog } = await import('./dialogs/ReportDialog.svelte');
    this.close();
    const part = mount(ReportDialog, {
      target: document.body,
      props: {
        subject,
        onclose: () => {
          if (this.#part === part) this.close();
          focusOpener();
        },
      },
    });
    this.#part = part;
  }

  /** Takes it away, where it is open. */
  close(): void {
    const part = this.#part;
    this.#part = null;
    if (part) void unmount(part);
  }

  /** The file is being read by its choices. */
  begin(cancel: () => void): void {
    this.#cancel = cancel;
    this.#part?.begin(0, cancel);
  }

  readonly progress = (done: OpeningProgress): void => {
    if (done.stage === 'import') this.#part?.begin(done.read, this.#cancel);
  };

  /** Says what came of it; `false` where it is closed. */
  end(subject: ReportSubject): boolean {
    this.#part?.end(subject);
    return this.#part !== null;
  }

  stop(): void {
    this.#part?.stop();
  }
}

/** The button that opened it may have gone with the picture it stood above. */
function focusOpener(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('[data-report]')?.focus({ preventScroll: true });
  focusHeading();
}
