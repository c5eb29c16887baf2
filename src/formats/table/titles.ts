/** Titles for rows of a table that has no column of titles: put together from others, and said so. */
import { standsForNothing } from './numbers';
import type { Cell, Roles } from './roles';
import type { RowProblems } from './row-problems';

/** Longer cells are no part of a line. */
const LONGEST = 80;

export class TitleCells {
  /** The columns that titles are made of, in their order; empty where the table has its own. */
  readonly columns: readonly string[];
  readonly #named: ReadonlySet<string>;

  constructor(columns: readonly string[], sample: readonly Cell[], { mapping }: Roles) {
    this.columns = mapping.has('title') ? [] : choose(columns, sample, mapping);
    // A text speaks for itself; a number needs the name of its column.
    this.#named = new Set(this.columns.filter((column) => !isWords(column, sample)));
  }

  /** One line; nothing where all of the columns are empty, which is an error. */
  compose(cell: Cell, problems: RowProblems): string | undefined {
    const parts = this.columns
      .filter((column) => !standsForNothing(cell(column)))
      .map((column) => {
        const text = cell(column).slice(0, LONGEST).replace(/\s+/g, ' ');
        return this.#named.has(column) ? `${column} ${text}` : text;
      });
    if (parts.length > 0) return parts.join(', ');
    const field = this.columns[0] ?? 'title';
    problems.error(field, '', 'missing-title', 'text for the title of the event');
    return undefined;
  }
}

/** Up to two columns: what kind of event and where, else texts, else numbers that vary. */
function choose(
  columns: readonly string[],
  sample: readonly Cell[],
  mapping: Roles['mapping'],
): string[] {
  const named = ['category', 'where.name'].flatMap((field) => mapping.get(field) ?? []);
  const used = new Set(mapping.values());
  const free = columns.filter((column) => !used.has(column) && isShort(column, sample));
  const words = free.filter((column) => isWords(column, sample));
  const varied = free.filter((column) => !words.includes(column) && varies(column, sample));
  const last = ['id', 'where.country'].flatMap((field) => mapping.get(field) ?? []);
  return [...new Set([...named, ...words, ...varied, ...last, ...free])].slice(0, 2);
}

function isShort(column: string, sample: readonly Cell[]): boolean {
  const cells = filled(column, sample);
  return cells.length > 0 && cells.every((text) => text.length <= LONGEST);
}

function isWords(column: string, sample: readonly Cell[]): boolean {
  const cells = filled(column, sample);
  const words = cells.filter((text) => /\p{L}{3}/u.test(text) && !/^https?:/i.test(text));
  return cells.length > sample.length / 2 && words.length > cells.length * 0.8;
}

function varies(column: string, sample: readonly Cell[]): boolean {
  return new Set(filled(column, sample)).size > 1 || sample.length < 2;
}

function filled(column: string, sample: readonly Cell[]): string[] {
  return sample.map((cell) => cell(column)).filter((text) => !standsForNothing(text));
}
