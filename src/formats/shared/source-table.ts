/** Sources that records name again and again → the story's table of sources. */
import type { Members } from '../../model/read/members';
import type { SourceLookup } from '../format';
import { filledOr } from './feature';

/** As a story file has it. */
export interface SourceMembers {
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly archiveUrl?: string;
  /** EDTF. */
  readonly published?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** Sources in the table; further ones stand in their records, so that memory stays bounded. */
const most = 50_000;

export class SourceTable implements SourceLookup {
  readonly #ids = new Map<string, string>();
  readonly #sources = new Map<string, Members>();
  readonly #taken: ReadonlyMap<string, unknown>;
  #last = 0;

  /** `taken` has ids that the file itself gives to sources. */
  constructor(taken: ReadonlyMap<string, unknown> = new Map()) {
    this.#taken = taken;
  }

  /** The id of the source in the story's table, made for the first record that has it; the source
   * itself where the table is full. */
  refer(source: SourceMembers): string | Members {
    const members = filledOr({ ...source }) ?? {};
    const key = JSON.stringify(members);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    if (this.#sources.size >= most) return members;
    let id: string;
    do id = `s${++this.#last}`;
    while (this.#taken.has(id));
    this.#ids.set(key, id);
    this.#sources.set(id, members);
    return id;
  }

  get(id: string): Members | undefined {
    return this.#sources.get(id);
  }

  /** For each of several, without repeats. */
  referAll(sources: readonly SourceMembers[]): (string | Members)[] {
    return [...new Set(sources.map((source) => this.refer(source)))];
  }

  /** The story's `sources`; nothing where there are none. */
  members(): Members | undefined {
    return this.#sources.size > 0 ? Object.fromEntries(this.#sources) : undefined;
  }
}
