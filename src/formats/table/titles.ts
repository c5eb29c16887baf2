/** Titles for rows of a table that has no column of titles: put together from others, and said so. */
import { headline } from '../shared/headline';
import { wordsIn } from '../shared/plain-text';
import { isEmptyText, standsForNothing } from './nothing';
import type { Cell, Roles } from './roles';
import type { RowProblems } from './row-problems';
import { t } from '../../words/reading';

/** Columns that may stand in for each other. */
const most = 8;
/** Longer cells are no part of a line. */
const longest = 80;

export class TitleCells {
  /** The columns that titles are made of, the first two that are not empty. */
  readonly columns: readonly string[];
  /** Rows without the title that others have. */
  composed: { count: number; record: number; title: string } | undefined;
  /** The column whose first sentence is the title, where nothing shorter says what happened. */
  readonly summary: string | undefined;
  readonly #own: boolean;
  readonly #summary: string | undefined;
  /** Columns of last resort. */
  readonly #others: readonly string[];
  readonly #named: ReadonlySet<string>;

  constructor(columns: readonly string[], sample: readonly Cell[], { mapping }: Roles) {
    this.columns = choose(columns, sample, mapping);
    this.#own = mapping.has('title');
    this.#summary = mapping.get('summary');
    this.summary = mapping.has('category') ? undefined : this.#summary;
    const places = ['lat', 'lng', 'latlng', 'lnglat', 'pair', 'wkt'];
    const apart = new Set(['title', ...places].flatMap((field) => mapping.get(field) ?? []));
    this.#others = columns.filter((column) => !apart.has(column));
    // A text speaks for itself; a number needs the name of its column.
    this.#named = new Set(
      this.columns.filter((column) =>
        this.#own ? !speaks(column, sample) : !isWords(column, sample),
      ),
    );
  }

  /** One line; nothing where the row has no text to make it of, which is an error. */
  compose(cell: Cell, problems: RowProblems): string | undefined {
    const summary = this.#summary === undefined ? '' : wordsIn(cell(this.#summary));
    const said = isEmptyText(summary) ? undefined : headline(summary);
    const title =
      (this.#own || this.summary !== undefined ? said : undefined) ??
      this.#joined(this.columns, cell) ??
      said ??
      (this.#own ? this.#joined(this.#others, cell) : undefined);
    if (title !== undefined) {
      if (this.#own && this.composed) this.composed.count++;
      else if (this.#own) this.composed = { count: 1, record: problems.record, title };
      return title;
    }
    const field = this.columns[0] ?? 'title';
    problems.error(field, '', 'missing-title', t('table.expectedTitle'));
    return undefined;
  }

  /** What the first two filled columns have. */
  #joined(columns: readonly string[], cell: Cell): string | undefined {
    const parts: string[] = [];
    for (const column of columns) {
      if (standsForNothing(cell(column))) continue;
      const text = wordsIn(cell(column)).slice(0, longest).replace(/\s+/g, ' ');
      if (text === '') continue;
      const named = this.#named.has(column) || !this.columns.includes(column);
      parts.push(named ? `${column} ${text}` : text);
      if (parts.length === 2) break;
    }
    return parts.length > 0 ? parts.join(', ') : undefined;
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
  const found = [...new Set([...order, ...free, ...mapped('where.country')])].slice(0, most);
  // A table of nothing but dates and positions has its dates for titles.
  return found.length > 0 ? found : mapped('when', 'start', 'end', 'year');
}

function isShort(column: string, sample: readonly Cell[]): boolean {
  const cells = filled(column, sample);
  return cells.length > 0 && cells.every((text) => text.length <= longest);
}

function isWords(column: string, sample: readonly Cell[]): boolean {
  return filled(column, sample).length > sample.length / 2 && speaks(column, sample);
}

function speaks(column: string, sample: readonly Cell[]): boolean {
  const cells = filled(column, sample);
  const words = cells.filter((text) => /\p{L}{3}/u.test(text) && !/^https?:/i.test(text));
  return words.length > cells.length * 0.8;
}

function varies(column: string, sample: readonly Cell[]): boolean {
  return new Set(filled(column, sample)).size > 1 || sample.length < 2;
}

function filled(column: string, sample: readonly Cell[]): string[] {
  return sample.map((cell) => cell(column)).filter((text) => !standsForNothing(text));
}
