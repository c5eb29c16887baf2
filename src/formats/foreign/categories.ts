/** The categories that a file turns out to use, in the order of their first record. */
import type { Members } from '../../model/problems';

/** More than any story can show; what exceeds it is settled by the reader of the story. */
const MOST = 1000;

export class UsedCategories {
  readonly #labels = new Map<string, string>();

  /** The id of a category that goes by this label; nothing for an empty one. */
  use(label: string | undefined): string | undefined {
    if (label === undefined || label.trim() === '') return undefined;
    const id = idFrom(label);
    if (!this.#labels.has(id) && this.#labels.size < MOST) this.#labels.set(id, label);
    return id;
  }

  /** The story's `categories`; nothing where there are none. */
  members(): Members[] | undefined {
    const list = [...this.#labels].map(([id, label]) => ({ id, label }));
    return list.length > 0 ? list : undefined;
  }
}

/** `Explosions/Remote violence` → `explosions-remote-violence`; letters of any script stay. */
export function idFrom(label: string): string {
  const words = label.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu);
  return words?.join('-') ?? label.trim();
}
