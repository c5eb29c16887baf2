/** What records name and the story may declare after them: sources, categories, other events. */
import type { Problem } from '../../model/event';
import { shown } from '../../model/read/problems';
import { t } from '../../words/reading';

const codes = ['unknown-source', 'unknown-category', 'unknown-event'] as const;
type Code = (typeof codes)[number];

/** Different ids of each kind of which it is said that they are unknown. */
const most = 1000;

interface Reference {
  readonly record: number;
  readonly field: string;
  count: number;
}

export type Known = Readonly<Record<Code, (id: string) => boolean>>;

export class References {
  readonly #found: Record<Code, Map<string, Reference>> = {
    'unknown-source': new Map(),
    'unknown-category': new Map(),
    'unknown-event': new Map(),
  };

  /** Whether the problem is one that waits for the end. */
  keep({ code, value, field }: Problem, record: number): boolean {
    if (!(codes as readonly string[]).includes(code) || typeof value !== 'string') return false;
    this.add(code as Code, value, record, field);
    return true;
  }

  /** Something is named of which it is not known yet whether the story has it. */
  add(code: Code, id: string, record: number, field: string): void {
    const references = this.#found[code];
    const known = references.get(id);
    if (known) known.count++;
    else if (references.size < most) references.set(id, { record, field, count: 1 });
  }

  /** One warning for each id that is unknown still, at the record that first names it. */
  problems(known: Known): (Problem & { readonly record: number })[] {
    return codes.flatMap((code) =>
      [...this.#found[code]]
        .filter(([id]) => !known[code](id))
        .map(([id, { record, field, count }]) => {
          const kind = code.slice('unknown-'.length);
          const message = t('import.unknownReference', { field, id: shown(id), count, kind });
          return { severity: 'warning', record, field, value: id, code, message };
        }),
    );
  }
}
