/** What a page asks to have opened. */
import type { WorldviewId } from '../../model/worldviews';
import type { ReadingOptions } from './import-report';

/** Milliseconds without a byte after which what can be asked for again is given up. */
export const patience = 9000;

export interface OpenRequest {
  /** The address; a name for files of the reader's device. */
  readonly url: string;
  readonly id: string;
  /** In place of the address: the reader's own, the first is the one to open. */
  readonly files?: readonly File[];
  readonly reading?: ReadingOptions;
  /** In place of `reading`: the text of a `NAME.import.json`, and its name. */
  readonly choices?: { readonly name: string; readonly text: string };
  /** The site's root, an absolute address with its closing slash: places are found by their names in
   * the gazetteer below it, where it is said. */
  readonly root?: string;
  /** In place of the title that the file gives. */
  readonly title?: string;
  /** Milliseconds without a byte after which it is given up; left out, it waits. */
  readonly patience?: number;
  /** The id of an event that the page opens on. */
  readonly event?: string;
  /** Whose borders the shapes of whole countries have. */
  readonly borders: WorldviewId;
  /** BCP 47: of what is said about the file. */
  readonly language: string;
  /** Points of the ISO codes that the story names, where they are known: shapes then come with
   * `shapes`, not with the story. */
  readonly points?: ReadonlyMap<string, readonly [number, number]>;
}
