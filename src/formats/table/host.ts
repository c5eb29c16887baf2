/** Reads tables for formats that know their columns by name. */
import type { Problem } from '../../model/event';
import type { Members } from '../../model/read/members';
import type { Converted, Format, FileHead, FormatItem, RowReader, TableFormat } from '../format';
import { learnDayOrder } from './day-order';
import { delimiterOf, firstRows } from './dialect';
import { headerIn } from './header';
import { cellsOf, openTable } from './open';
import type { Row } from './rows';
import { t } from '../../words/reading';

/** The table format as one that is read from text. */
export function hostFormat(table: TableFormat): Format {
  return {
    id: table.id,
    // In the language of the moment.
    get label() {
      return table.label;
    },
    detect: (head) => table.fits(hostColumns(head)),
    learn: table.dates ? (text, options) => learnDayOrder(table, text, options) : undefined,
    async *records(text, options) {
      const { header, rows } = await openTable(text);
      yield notesOf(header.notes);
      if (options.learned !== undefined) yield [{ note: options.learned as Problem }];
      const reader = table.open(header.columns, options);
      if (reader.sources) yield [{ sources: reader.sources }];
      let record = 0;
      for await (const piece of rows) {
        yield readRows(piece, header.columns, reader, record);
        record += piece.length;
      }
      yield notesOf(reader.notes?.() ?? []);
      return reader.story();
    },
  };
}

function* readRows(
  rows: readonly Row[],
  columns: readonly string[],
  reader: RowReader,
  before: number,
): Generator<Converted> {
  const cells = cellsOf(columns);
  let record = before;
  for (const row of rows) yield withRow(reader.read(cells(row), ++record), row, columns.length);
}

/** Notes as items of a format. */
export function notesOf(notes: readonly Problem[]): FormatItem[] {
  return notes.map((note) => ({ note }));
}

/** The names of a table's columns, as its beginning has them. */
export function hostColumns(head: FileHead): readonly string[] {
  // Every table format looks at the same beginning.
  let columns = columnsByHead.get(head);
  if (!columns) {
    const rows = firstRows(head.text, delimiterOf(head.text), 30);
    const { header } = headerIn(head.columns ? [head.columns] : rows);
    columnsByHead.set(head, (columns = rows.length > 0 || head.columns ? header.columns : []));
  }
  return columns;
}

const columnsByHead = new WeakMap<FileHead, readonly string[]>();

/** Adds what is wrong with the row as a row: cells without a column are kept, under its number. */
export function withRow(converted: Converted, row: Row, width: number): Converted {
  const { record } = converted;
  if (row.problem) return { record, problems: [{ ...row.problem, record }] };
  if (row.cells.length === width && row.fault === undefined) return converted;
  const problems: Problem[] = [];
  const say = (severity: Problem['severity'], value: unknown, code: string, message: string) =>
    problems.push({ severity, record, field: `line ${row.line}`, value, code, message });
  const extra = row.cells.slice(width).map((cell, at) => [`column ${width + at + 1}`, cell.trim()]);
  const kept = Object.fromEntries(extra.filter(([, cell]) => cell !== '')) as Members;
  const last = row.cells[row.cells.length - 1];
  if (row.fault === 'open-quote')
    say('error', last, 'open-quote', t('table.openQuote', { line: row.line }));
  if (row.fault === 'text-after-quote')
    say('warning', null, 'stray-quote', t('table.strayQuote', { line: row.line }));
  if (Object.keys(kept).length > 0)
    say(
      'warning',
      row.cells.length,
      'extra-cells',
      t('table.extraCells', { line: row.line, count: row.cells.length, width }),
    );
  if (row.cells.length < width)
    say(
      'warning',
      row.cells.length,
      'short-row',
      t('table.missingCells', { line: row.line, count: row.cells.length, width }),
    );
  if (problems.length === 0) return converted;
  const { feature } = converted;
  const properties = { ...(feature?.properties as Members | undefined), ...kept };
  return {
    ...converted,
    feature: feature && { ...feature, properties },
    problems: [...converted.problems, ...problems],
  };
}
