/** The categories that a file turns out to use, in the order of their first record. */
import { mostCategories } from '../../model/read/categories';
import type { Members } from '../../model/read/members';

/** More than any story can show; what exceeds it is settled by the reader of the story. */
const most = 1000;

export class UsedCategories {
  readonly #used = new Map<string, { readonly label: string; count: number }>();
  /** By label. */
  readonly #ids = new Map<string, string>();

  /** The id of a category that goes by this label; nothing for an empty one. */
  use(label: string | undefined): string | undefined {
    if (label === undefined || label.trim() === '') return undefined;
    const id = this.#ids.get(label) ?? idFrom(label);
    if (this.#ids.size < most) this.#ids.set(label, id);
    const known = this.#used.get(id);
    if (known) known.count++;
    else if (this.#used.size < most) this.#used.set(id, { label, count: 1 });
    return id;
  }

  /** The story's `categories`; nothing where there are none. Where they are more than can be shown,
   * those of most records come first, so that the rest are the ones that share a category. */
  members(): Members[] | undefined {
    const used = [...this.#used];
    if (used.length > mostCategories) used.sort(([, one], [, two]) => two.count - one.count);
    return used.length > 0 ? used.map(([id, { label }]) => ({ id, label })) : undefined;
  }
}

/** `Explosions/Remote violence` → `explosions-remote-violence`; letters of any script stay. */
export function idFrom(label: string): string {
  const words = label.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu);
  return words?.join('-') ?? label.trim();
}
