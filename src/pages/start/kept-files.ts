/** Files of the reader's device that a page keeps in its browser, so that a reload shows them again.
 * Nothing leaves the device. */
import { createStore, del, get, keys, set } from 'idb-keyval';
import type { ReadingOptions } from '../../story';

export interface KeptFiles {
  /** The first is the one to open. */
  readonly files: readonly File[];
  readonly reading?: ReadingOptions;
  /** In place of the one that the file gives. */
  readonly title?: string;
  /** The query string of what the page showed before. */
  readonly back: string;
}

/** Entries that a browser keeps; those of tabs closed long ago go first. */
const most = 4;

let opened: ReturnType<typeof createStore> | undefined;
const store = () => (opened ??= createStore('datelines', 'files'));

/** `undefined` for what is kept no longer. Rejects where the browser refuses. */
export function readKept(key: string): Promise<KeptFiles | undefined> {
  return get<KeptFiles>(key, store());
}

/** @param key Keys sort by age. Rejects where the browser refuses, or has no room. */
export async function keepFiles(key: string, kept: KeptFiles): Promise<void> {
  await set(key, kept, store());
  const all = (await keys<string>(store())).sort();
  for (const old of all.slice(0, -most)) if (old !== key) await del(old, store());
}

export function forgetFiles(key: string): Promise<void> {
  return del(key, store());
}
