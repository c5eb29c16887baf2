/**
 * Delimited text → rows, while it streams in (RFC 4180, and what else is found in the field: any
 * delimiter, any line end, quotes within bare cells). Every character is looked at once.
 */
import type { Problem } from '../../model/event';
import { FormatError } from '../format';
import { t } from '../../words/reading';

export interface Row {
  readonly cells: readonly string[];
  /** The line it starts in, from 1. */
  readonly line: number;
  /** What is wrong with its quotes. */
  readonly fault?: 'text-after-quote' | 'open-quote';
  /** Its cells as the file has them, where they are more than text. */
  readonly values?: readonly unknown[];
  /** Why the row as a whole can't be read: its record is rejected for it. */
  readonly problem?: Problem;
}

/** The longest cell, in characters: a quote that never closes must not swallow the memory. */
const longest = 4_000_000;
const mostCells = 20_000;

/** Rows of each piece of text; lines with nothing in them, or only in empty cells, are no rows. */
export async function* rowsOf(
  text: AsyncIterable<string>,
  splitter: RowSplitter,
): AsyncGenerator<Row[]> {
  for await (const piece of text) {
    const rows = splitter.push(piece);
    if (rows.length > 0) yield rows;
  }
  const rows = splitter.end();
  if (rows.length > 0) yield rows;
}

const [QUOTE, RETURN, NEWLINE] = [0x22, 0x0d, 0x0a];

export class RowSplitter {
  readonly #delimiter: number;
  #rows: Row[] = [];
  /** Of the row so far, in an array that all rows share, so that it grows once. */
  readonly #cells: string[] = [];
  #count = 0;
  #cell = '';
  /** Something stands in the row, in a column that is wanted or not. */
  #filled = false;
  #fault: Row['fault'];
  /** `closed`: a quote has come within a quoted cell; it ends the cell or stands for a quote. */
  #state: 'start' | 'bare' | 'quoted' | 'closed' = 'start';
  #afterReturn = false;
  #line = 1;
  #rowLine = 1;
  #quoteLine = 1;
  /** For each column whether its bare cells are wanted; nothing where all are. */
  #wanted: readonly boolean[] | undefined;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** From the next piece of text on, bare cells of other columns may be left empty. The first column
   * is always read, since it tells a row with one cell from an empty line. */
  want(columns: readonly boolean[]): void {
    this.#wanted = [true, ...columns.slice(1)];
  }

  /** Throws a `FormatError` where a cell is too long to be meant. */
  push(text: string): Row[] {
    const delimiter = this.#delimiter;
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      let unit = text.charCodeAt(at);
      if (unit === delimiter && this.#state === 'start') {
        // Many cells are empty.
        this.#afterReturn = false;
        this.#endCell();
        start = at + 1;
        continue;
      }
      if (this.#state === 'bare') {
        // Most characters are of bare cells.
        while (unit !== delimiter && unit !== NEWLINE && unit !== RETURN && ++at < text.length)
          unit = text.charCodeAt(at);
        if (at === text.length) break;
      }
      if (this.#state === 'quoted') {
        const quote = text.indexOf('"', at);
        const end = quote < 0 ? text.length : quote;
        this.#add(text, at, end);
        at = end;
        if (quote >= 0) this.#state = 'closed';
        start = end + 1;
        continue;
      }
      if (unit === NEWLINE && this.#afterReturn) {
        this.#afterReturn = false;
        start = at + 1;
        continue;
      }
      this.#afterReturn = false;
      if (unit === delimiter || unit === NEWLINE || unit === RETURN) {
        if (this.#state === 'bare') {
          if (this.#isWanted()) this.#append(text.slice(start, at));
          else this.#filled ||= at > start;
        }
        this.#endCell();
        if (unit !== delimiter) this.#endLine(unit);
        start = at + 1;
      } else if (this.#state === 'closed') {
        // A doubled quote stands for one; anything else should not be there and is kept.
        this.#state = unit === QUOTE ? 'quoted' : 'bare';
        if (unit === QUOTE) this.#append('"');
        else this.#fault ??= 'text-after-quote';
        start = unit === QUOTE ? at + 1 : at;
      } else if (this.#state === 'start') {
        this.#state = unit === QUOTE ? 'quoted' : 'bare';
        this.#quoteLine = this.#line;
        start = unit === QUOTE ? at + 1 : at;
      }
    }
    if (this.#state === 'bare') this.#append(text.slice(start));
    return this.#take();
  }

  end(): Row[] {
    if (this.#state === 'quoted') this.#fault = 'open-quote';
    if (this.#state !== 'start' || this.#count > 0) {
      this.#endCell();
      this.#endRow();
    }
    return this.#take();
  }

  /** Quoted text, whose line ends count too. */
  #add(text: string, from: number, to: number): void {
    const part = text.slice(from, to);
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) this.#line++;
    this.#append(part);
  }

  #isWanted(): boolean {
    return this.#wanted === undefined || this.#wanted[this.#count] === true;
  }

  #append(part: string): void {
    this.#filled ||= /\S/.test(part);
    this.#cell = this.#cell === '' ? part : this.#cell + part;
    if (this.#cell.length <= longest) return;
    const values = { rowLine: this.#rowLine, quoteLine: this.#quoteLine, longest };
    throw new FormatError(
      this.#state === 'quoted'
        ? t('table.quotedCellTooLong', values)
        : t('table.cellTooLong', values),
    );
  }

  #endCell(): void {
    this.#cells[this.#count++] = this.#cell;
    this.#cell = '';
    this.#state = 'start';
    if (this.#count <= mostCells) return;
    throw new FormatError(
      t('table.tooManyCells', { rowLine: this.#rowLine, mostCells: mostCells }),
    );
  }

  #endLine(unit: number): void {
    this.#afterReturn = unit === RETURN;
    this.#line++;
    this.#endRow();
  }

  #endRow(): void {
    if (this.#filled || this.#fault) {
      const cells = this.#cells.slice(0, this.#count);
      this.#rows.push({ cells, line: this.#rowLine, fault: this.#fault });
    }
    this.#count = 0;
    this.#filled = false;
    this.#fault = undefined;
    this.#rowLine = this.#line;
  }

  #take(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}
