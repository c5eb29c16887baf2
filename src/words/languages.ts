/** Which language a page speaks, and its catalogue fetched. */
import { pseudoLanguage, useLanguage, type Catalogue } from './messages';

/** By name of the file: `./uk.ts`. English is part of the page. */
const files = import.meta.glob<Readonly<Record<string, Catalogue>>>([
  './??.ts',
  './??-*.ts',
  '!./en.ts',
]);

/**
 * From now on messages of this thread are in the language asked for, else in one that its reader
 * would take for it (`uk` for `uk-UA`), else in English. Rejects where its file can't be fetched.
 *
 * @param wanted BCP 47.
 */
export async function setLanguage(wanted: string): Promise<void> {
  if (wanted === pseudoLanguage) return useLanguage(wanted, {});
  const parts = wanted.split('-');
  for (let length = parts.length; length > 0; length--) {
    const tag = parts.slice(0, length).join('-');
    const load = files[`./${tag}.ts`];
    if (load) return useLanguage(tag, await load());
  }
  useLanguage('en', {});
}
