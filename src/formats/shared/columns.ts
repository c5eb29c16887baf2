/** The columns of a table whose layout is known: which are there, and what is kept of the others. */
import type { Problem } from '../../model/event';
import type { Members } from '../../model/read/members';
import { FormatError } from '../format';
import { note } from '../table/header';
import { isEmptyText } from '../table/nothing';
import type { Cell } from '../table/roles';
import { setMember } from './feature';
import { wordsIn } from './plain-text';
import { t } from '../../words/reading';

/** A column by its name in lower case → its name in the file. Some exports shout: `EVENT_DATE`. */
export type ColumnNames = ReadonlyMap<string, string>;

export function columnNames(columns: readonly string[]): ColumnNames {
  return new Map(columns.map((column) => [column.toLowerCase(), column]));
}

/** Whether a table has all of these columns. */
export function hasColumns(columns: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((column) => columns.includes(column));
}

/** How many of these columns a table has. */
export function countOf(columns: readonly string[], telling: readonly string[]): number {
  return telling.filter((column) => columns.includes(column)).length;
}

/** What is said of a table that lacks columns which its format has; nothing where it has all. */
export function lackingNote(
  label: string,
  columns: readonly string[],
  usual: readonly string[],
): Problem[] {
  const missing = usual.filter((column) => !columns.includes(column));
  if (missing.length === 0) return [];
  const message = t('table.lackingColumns', { label, missing: missing.join(', ') });
  return [note('columns', 'lacking-columns', message, missing.join(', '))];
}

/** The cells as texts of a story: what stands for nothing is empty, HTML is its words. */
export function textCells(cell: Cell): Cell {
  return (column) => {
    const text = cell(column);
    return isEmptyText(text) ? '' : wordsIn(text);
  };
}

/** Throws a `FormatError` that names the columns which a format can't do without. */
export function needColumns(
  label: string,
  columns: readonly string[],
  needed: readonly string[],
): void {
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) throw missingColumns(label, missing, columns);
}

/** The error of a table without columns that a format needs. */
export function missingColumns(
  label: string,
  missing: readonly string[],
  columns: readonly string[],
): FormatError {
  const first = columns.slice(0, 8).join(', ') + (columns.length > 8 ? '…' : '');
  return new FormatError(
    t('table.missingColumns', { missing: missing.join(', '), label, columns: first }),
  );
}

/** All cells that are not empty, as they came, under their own columns; but for those whose text
 * stands in the event already: columns of `carried`, and numbers of `placed` that are written as they
 * read. Nothing where there are none. */
export function keptCells(
  columns: readonly string[],
  cell: Cell,
  carried: ReadonlySet<string>,
  placed: ReadonlyMap<string, number> = none,
): Members | undefined {
  let kept: Record<string, unknown> | undefined;
  for (const column of columns) {
    const text = cell(column);
    // What was cut from a text stays with the record.
    if (text === '' || (carried.has(column) && wordsIn(text) === text)) continue;
    if (placed.size > 0 && placed.has(column) && String(placed.get(column)) === text) continue;
    setMember((kept ??= {}), column, text);
  }
  return kept;
}

const none: ReadonlyMap<string, number> = new Map();
