/** A table's text → its columns and its rows, whatever stands between its cells. */
import { FormatError } from '../format';
import { unguarded } from './formula';
import { delimiterOf } from './dialect';
import { headerIn, type Header } from './header';
import { RowStream } from './row-stream';
import { rowsOf, RowSplitter, type Row } from './rows';
import { t } from '../../words/reading';

/** In characters: so much of the file is looked at to find the delimiter. */
const lookedAt = 65_536;
/** Rows among which the header is looked for. */
const mostAbove = 30;

export interface OpenTable {
  readonly header: Header;
  /** Rows after the header, in the pieces they come in. */
  readonly rows: AsyncGenerator<readonly Row[]>;
  /** Says that no other columns will be looked at, so that their cells need not be read. */
  want(columns: readonly string[]): void;
}

/** Throws a `FormatError` where there is no row at all. */
export async function openTable(text: AsyncIterable<string>): Promise<OpenTable> {
  if (text instanceof RowStream) return openRows(text);
  const pieces = text[Symbol.asyncIterator]();
  let start = '';
  let done = false;
  while (!done && start.length < lookedAt) {
    const next = await pieces.next();
    if (next.done) done = true;
    else start += next.value;
  }
  const whole = async function* () {
    try {
      yield start;
      while (!done) {
        const next = await pieces.next();
        if (next.done) done = true;
        else yield next.value;
      }
    } finally {
      await pieces.return?.();
    }
  };
  const delimiter = delimiterOf(start.slice(0, lookedAt));
  const splitter = new RowSplitter(delimiter);
  const rows = rowsOf(whole(), splitter);
  const first = await rows.next();
  if (first.done) throw new FormatError(t('table.emptyTable'));
  const { header, taken } = headerIn(first.value.slice(0, mostAbove).map(cellsIn));
  const rest = first.value.slice(taken);
  const after = async function* () {
    if (rest.length > 0) yield rest;
    yield* rows;
  };
  return {
    header,
    rows: after(),
    want: (columns) => splitter.want(header.columns.map((column) => columns.includes(column))),
  };
}

async function openRows({ columns, rows }: RowStream): Promise<OpenTable> {
  const pieces = rows[Symbol.asyncIterator]();
  const first = await pieces.next();
  const begun = first.done ? [] : first.value;
  const { header, taken } = headerIn([columns, ...begun.slice(0, mostAbove).map(cellsIn)]);
  const all = async function* () {
    yield begun.slice(taken - 1);
    yield* { [Symbol.asyncIterator]: () => pieces };
  };
  return { header, rows: all(), want: () => {} };
}

function cellsIn({ cells }: Row): readonly string[] {
  return cells;
}

/** Gives a function that reads a row's cells by their column's name, trimmed and without the mark
 * that keeps spreadsheets from running them; of a column that is not there, or a row that is too
 * short, an empty text. */
export function cellsOf(columns: readonly string[]): (row: Row) => (column: string) => string {
  const places = new Map(columns.map((column, at) => [column, at]));
  return ({ cells }) => {
    // Often all are read in their order.
    let next = 0;
    return (column) => {
      const at = columns[next] === column ? next : places.get(column);
      if (at === undefined) return '';
      next = at + 1;
      return cellText(cells[at]);
    };
  };
}

/** The same of one cell. */
export function cellText(text: string | undefined): string {
  if (!text) return '';
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  // Most cells begin and end with a plain sign, so that there is nothing to take off.
  const plain = first > SPACE && first < DELETE && first !== APOSTROPHE;
  return plain && last > SPACE && last < DELETE ? text : unguarded(text.trim());
}

const [SPACE, APOSTROPHE, DELETE] = [0x20, 0x27, 0x7f];
