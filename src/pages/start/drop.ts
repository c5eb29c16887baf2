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
