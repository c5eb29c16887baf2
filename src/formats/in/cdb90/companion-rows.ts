/** A table that is given beside the one that is read. */
import { delimiterOf } from '../../table/dialect';
import { headerOf } from '../../table/header';
import { RowSplitter } from '../../table/rows';

/** Its rows by the names of its columns, without empty cells. */
export function companionRows(text: string): Readonly<Record<string, string>>[] {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const splitter = new RowSplitter(delimiterOf(body.slice(0, 1 << 16)));
  const rows = [...splitter.push(body), ...splitter.end()];
  const columns = rows.length > 0 ? headerOf(rows[0]!.cells).columns : [];
  return rows.slice(1).map(({ cells }) => {
    const named = columns.map((column, at) => [column, cells[at]?.trim() ?? ''] as const);
    return Object.fromEntries(named.filter(([, cell]) => cell !== ''));
  });
}
