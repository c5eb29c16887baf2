/** A table that is no delimited text (a spreadsheet, JSON, columns of Parquet): its rows go to the
 * readers of tables as cells, not by way of text. */
import type { Row } from './rows';

export class RowStream implements AsyncIterable<string> {
  /** As the file names them. */
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly Row[]>;

  /** @param rows Those after the header, some at a time; each with a cell for every column. */
  constructor(columns: readonly string[], rows: AsyncIterable<readonly Row[]>) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The same table as CSV, for those who look at text. */
  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    yield csvLine(this.columns);
    for await (const piece of this.rows) yield piece.map(({ cells }) => csvLine(cells)).join('');
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
