/** Titles for rows of a table that has no column of titles: put together from others, and said so. */
import { standsForNothing } from './nothing';
import type { Cell, Roles } from './roles';
import type { RowProblems } from './row-problems';
import { t } from '../../words/reading';

/** Columns that may stand in for each other. */
const most = 8;
/** Longer cells are no part of a line. */
const longest = 80;

export class TitleCells {
  /** The columns that titles are made of, the first two that are not empty; none where the table
   * has titles of its own. */
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
      .slice(0, 2)
      .map((column) => {
        const text = cell(column).slice(0, longest).replace(/\s+/g, ' ');
        return this.#named.has(column) ? `${column} ${text}` : text;
      });
    if (parts.length > 0) return parts.join(', ');
    const field = this.columns[0] ?? 'title';
    problems.error(field, '', 'missing-title', t('table.expectedTitle'));
    return undefined;
  }
}

/** What kind of event and where, texts, the id, numbers that vary; the likeliest first. */
function choose(
  columns: readonly string[],
  sample: readonly Cell[],
  mapping: Roles['mapping'],
): string[] {
  const mapped = (...fields: string[]) => fields.flatMap((field) => mapping.get(field) ?? []);
  const used = new Set(mapping.values());
  const free = columns.filter((column) => !used.has(column) && isShort(column, sample));
  const varied = free.filter((column) => varies(column, sample));
  const words = varied.filter((column) => isWords(column, sample));
  const order = [...mapped('category', 'where.name'), ...words, ...mapped('id'), ...varied];
  return [...new Set([...order, ...free, ...mapped('where.country')])].slice(0, most);
}

function isShort(column: string, sample: readonly Cell[]): boolean {
  const cells = filled(column, sample);
  return cells.length > 0 && cells.every((text) => text.length <= longest);
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
