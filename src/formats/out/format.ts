/** What a format is that a story can be written in. Types, and the count of what is left out. */
import type { Event, Story } from '../../model/event';
import type { Members } from '../../model/read/members';
import { t } from '../../words/reading';

/** One record of the file, with the event it is, unless it can't be shown. */
export interface OutRecord {
  readonly feature: unknown;
  readonly event?: Event;
}

export interface StoryToWrite {
  readonly story: Story;
  /** The members of the story's file beside `features`, as they came. */
  readonly root: Members;
  /** What is to be written, in the order of the file. */
  readonly records: readonly OutRecord[];
  /** BCP 47: which text is written where a format holds only one. */
  readonly language: string;
}

export interface OutFormat {
  readonly id: string;
  readonly label: string;
  /** One sentence on what it is good for. */
  readonly about: string;
  /** With its full stop: `.csv`. */
  readonly extension: string;
  readonly mediaType: string;
  /** The file's text in pieces; what it can't hold is noted in `losses`. */
  write(out: StoryToWrite, losses: Losses): Iterable<string>;
}

/** What a format can't hold. */
export interface Loss {
  /** Path of the field in the story, such as `properties.claims`. */
  readonly field: string;
  /** Records concerned; 0 where it is a member of the story. */
  readonly records: number;
  /** One sentence. */
  readonly message: string;
  /** The first one: what stands there, shortened, and the title of the record. */
  readonly example: { readonly value: string; readonly title?: string };
}

/** Of a record that is no event. */
export const notShown = () => t('out.invalidRecords');

/** In characters. */
const longestExample = 120;

export class Losses {
  readonly #found = new Map<string, { -readonly [Name in keyof Loss]: Loss[Name] }>();
  readonly #titleOf: (record: OutRecord) => string | undefined;

  constructor(titleOf: (record: OutRecord) => string | undefined = () => undefined) {
    this.#titleOf = titleOf;
  }

  /** A field of one record; each record counts once. */
  note(record: OutRecord, field: string, value: unknown, message: string): void {
    const key = `${field} ${message}`;
    const known = this.#found.get(key);
    if (!known) {
      const example = { value: brief(value), title: this.#titleOf(record) };
      this.#found.set(key, { field, records: 1, message, example });
    } else known.records++;
  }

  /** A member of the story. */
  noteStory(field: string, value: unknown, message: string): void {
    const example = { value: brief(value) };
    this.#found.set(`${field} ${message}`, { field, records: 0, message, example });
  }

  /** Of records first, by how many they concern. */
  get all(): readonly Loss[] {
    return [...this.#found.values()].sort((first, second) => second.records - first.records);
  }
}

function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const signs = [...text.slice(0, 2 * longestExample)];
  const cut = text.length > 2 * longestExample || signs.length > longestExample;
  return cut ? `${signs.slice(0, longestExample - 1).join('')}…` : text;
}
