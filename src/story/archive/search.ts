/** Words → the rows whose events hold them all; over an archive of any size. */
import type { Event, Outline } from '../../model/event';
import { holdsAll, searchText, queryWords } from '../words-in-text';
import type { Archive } from './archive';

/** Files that a search fetches without being told to. */
export const filesAtOnce = 100;

export type SearchResult =
  /** `rows` ascending, `null` for all; `missed` files could not be read. */
  | { readonly state: 'done'; readonly rows: Uint32Array | null; readonly missed: number }
  /** So many files would have to be fetched: nothing was done. */
  | { readonly state: 'large'; readonly files: number }
  /** A newer search came. */
  | { readonly state: 'overtaken' };

/** Batches between two reports. */
const reportEvery = 10;

export function createSearch(archive: Archive, { categories }: Outline) {
  let turn = 0;
  /** Of events in memory, which stay; those of shards come and go. */
  const texts = new WeakMap<Event, string>();
  const textOf = (event: Event) => {
    let text = texts.get(event);
    if (text === undefined) {
      text = searchText(event, categories[event.category]!.label);
      if (archive.files === 0) texts.set(event, text);
    }
    return text;
  };
  let last: { words: readonly string[]; rows: Uint32Array } | null = null;

  /** @param anyway Even where many files must be fetched.
   * @param say Told the share that is done, 0 … 1. */
  return async function search(
    query: string,
    anyway: boolean,
    say: (share: number) => void,
  ): Promise<SearchResult> {
    const mine = ++turn;
    const words = queryWords(query);
    if (words.length === 0) return { state: 'done', rows: null, missed: 0 };
    // Words that only got longer are found within what was found.
    const within =
      last?.words.every((word) => words.some((longer) => longer.includes(word))) === true
        ? last.rows
        : null;
    const files = Math.min(archive.files, within?.length ?? Infinity);
    if (files > filesAtOnce && !anyway) return { state: 'large', files };

    const batches = archive.batches(within);
    const rows: number[] = [];
    let missed = 0;
    let done = 0;
    for await (const { first, events } of batches) {
      if (mine !== turn) return { state: 'overtaken' };
      if (!events) missed++;
      events?.forEach((event, index) => {
        if (holdsAll(textOf(event), words)) rows.push(first + index);
      });
      if (++done % reportEvery === 0 && files > 0) say(Math.min(1, done / files));
    }
    if (mine !== turn) return { state: 'overtaken' };
    const found = Uint32Array.from(rows);
    if (missed === 0) last = { words, rows: found };
    return { state: 'done', rows: found, missed };
  };
}
