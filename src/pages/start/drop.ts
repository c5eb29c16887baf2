/** Files that are dropped anywhere on the page. */

/** What was dropped: files, or the name of a folder, which can't be opened. */
export type DroppedFiles = { readonly files: readonly File[] } | { readonly folder: string };

/**
 * Watches a window: `onover` says whether files hang over it, `ondrop` gets what was let go. The
 * page never leaves for a file. Returns the undoing.
 */
export function watchDrops(
  window: Window,
  { onover, ondrop }: { onover(over: boolean): void; ondrop(dropped: DroppedFiles): void },
): () => void {
  /** Elements entered and not left: the pointer passes from one to the next inside the page. */
  let inside = 0;
  const has = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  const handlers = {
    dragenter(event: DragEvent) {
      if (has(event) && ++inside === 1) onover(true);
    },
    dragleave(event: DragEvent) {
      if (has(event) && --inside <= 0) onover(false);
    },
    dragover(event: DragEvent) {
      if (!has(event)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'copy';
    },
    drop(event: DragEvent) {
      if (!has(event)) return;
      event.preventDefault();
      inside = 0;
      onover(false);
      ondrop(droppedIn(event.dataTransfer!));
    },
  };
  const names = Object.keys(handlers) as (keyof typeof handlers)[];
  for (const name of names) window.addEventListener(name, handlers[name]);
  return () => {
    for (const name of names) window.removeEventListener(name, handlers[name]);
  };
}

function droppedIn({ items, files }: DataTransfer): DroppedFiles {
  for (const item of items) {
    const entry = item.webkitGetAsEntry?.();
    if (entry?.isDirectory) return { folder: entry.name };
  }
  return { files: [...files] };
}

/** What files of the device are opened with, the first of them first. */
export function fileRequest(files: readonly File[]) {
  const { name } = files[0]!;
  return { url: name, id: name.replace(/\.[^.]*$/, '') || 'file', files };
}

/** The file to open first: the largest, beside which the others may be needed. */
export function ordered(files: readonly File[]): File[] {
  return [...files].sort((a, b) => b.size - a.size);
}

/** A file's name without its last ending, as a build looks for `NAME.import.json`; nor with `.gz`. */
export function baseOf(name: string): string {
  return name.replace(/\.gz$/i, '').replace(/\.[^.]+$/, '') || 'import';
}

const choicesEnding = /\.import\.json$/i;

/** Files to open, and the one that says how the first of them is read. */
export interface FilesWithChoices {
  readonly files: readonly File[];
  readonly choices: File | undefined;
  /** The name, without its ending, of the file that the choices are for. */
  readonly base: string;
}

/** Takes a `NAME.import.json` out of what came; the file that it is for is the first then. */
export function withChoices(all: readonly File[]): FilesWithChoices {
  const choices = all.find(({ name }) => choicesEnding.test(name));
  const base = choices?.name.replace(choicesEnding, '') ?? '';
  const files = ordered(all.filter((file) => file !== choices));
  const own = files.filter(({ name }) => baseOf(name) === base);
  return { files: [...own, ...files.filter((file) => !own.includes(file))], choices, base };
}
