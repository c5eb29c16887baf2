/** Records of a JSON file → the rows of a table. */
import { isObject } from '../../../model/read/members';
import { RowStream } from '../../table/row-stream';
import type { Row } from '../../table/rows';
import { entriesOf, noRecord, type JsonEntry } from './entries';
import { flattened, type Leaf } from './flatten';
import type { Matrix } from './matrix';
import type { RecordList } from './survey';

/** The column that has the keys of an object of records. */
const keyColumn = 'key';

/** What a record has in its columns. */
export type Leaves = (value: unknown) => ReadonlyMap<string, Leaf> | undefined;

/** @param isOther Whether an entry is no record and is passed over. */
export function recordRows(
  text: AsyncIterable<string>,
  list: RecordList,
  isOther: (value: unknown) => boolean = () => false,
): RowStream {
  const { matrix } = list;
  if (matrix) return new RowStream(matrix.columns, matrixRows(text, list, matrix));
  const columns = list.kind === 'keyed' ? [keyOf(list.columns), ...list.columns] : list.columns;
  return new RowStream(
    columns,
    rowsOfEntries(
      entriesOf(text, list),
      columns,
      (value) => (isObject(value) ? flattened(value) : undefined),
      isOther,
    ),
  );
}

/** @param leaves Nothing where the value is no record. */
export async function* rowsOfEntries(
  entries: AsyncIterable<readonly JsonEntry[]>,
  columns: readonly string[],
  leaves: Leaves,
  isOther: (value: unknown) => boolean = () => false,
): AsyncGenerator<Row[]> {
  for await (const some of entries)
    yield some
      .filter(({ value }) => !isOther(value))
      .map(({ value, problem, line, key }): Row => {
        const found = problem ? undefined : leaves(value);
        if (!found) {
          const cells = columns.map(() => '');
          return { cells, line, problem: problem ?? noRecord(value, line) };
        }
        const cells: string[] = [];
        const values: unknown[] = [];
        for (const [at, column] of columns.entries()) {
          const leaf = at === 0 && key !== undefined ? undefined : found.get(column);
          cells.push(at === 0 && key !== undefined ? key : (leaf?.text ?? ''));
          values.push(leaf?.value ?? undefined);
        }
        return { cells, values, line };
      });
}

async function* matrixRows(
  text: AsyncIterable<string>,
  list: RecordList,
  { columns, headed }: Matrix,
): AsyncGenerator<Row[]> {
  let header = headed;
  for await (const some of entriesOf(text, list)) {
    const rows = header ? some.slice(1) : some;
    if (some.length > 0) header = false;
    yield rows.map(({ value, problem, line }): Row => {
      if (!problem && Array.isArray(value))
        return { cells: (value as unknown[]).map(textOfCell), values: value as unknown[], line };
      return { cells: columns.map(() => ''), line, problem: problem ?? noRecord(value, line) };
    });
  }
}

/** Lists and objects in a row stay one cell, since its columns are named. */
function textOfCell(value: unknown): string {
  const leaves = flattened({ value });
  return leaves.size === 1 && leaves.has('value')
    ? leaves.get('value')!.text
    : JSON.stringify(value);
}

function keyOf(columns: readonly string[]): string {
  return columns.includes(keyColumn) ? `${keyColumn} (2)` : keyColumn;
}
