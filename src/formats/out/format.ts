/** What a format is that a story can be written in. Types, and the count of what is left out. */
import type { Event, Story } from '../../model/event';
import type { Members } from '../../model/problems';

/** One record of the file, with the event it is, unless it can't be shown. */
export interface OutRecord {
  readonly feature: unknown;
  readonly event?: Event;
}

export interface Outgoing {
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
  write(out: Outgoing, losses: Losses): Iterable<string>;
}

/** What a format could not hold. */
export interface Loss {
  /** Path of the field in the story, such as `properties.claims`. */
  readonly field: string;
  /** Records concerned; 0 where it is a member of the story. */
  readonly records: number;
  /** One sentence. */
  readonly message: string;
}

export class Losses {
  readonly #found = new Map<string, { field: string; records: number; message: string }>();

  /** A field of one record. */
  note(field: string, message: string): void {
    const key = `${field} ${message}`;
    const known = this.#found.get(key) ?? { field, records: 0, message };
    known.records++;
    this.#found.set(key, known);
  }

  /** A member of the story. */
  noteStory(field: string, message: string): void {
    this.#found.set(`${field} ${message}`, { field, records: 0, message });
  }

  get all(): readonly Loss[] {
    return [...this.#found.values()];
  }
}
