/** Tables in JSON whose rows are lists: the names of their columns stand beside them, or in the
 * first row (kepler.gl, Socrata, pandas, the Census). */
import { isObject, type Members } from '../../../model/read/members';

export interface Matrix {
  readonly columns: readonly string[];
  /** The type of each column, where the file says it. */
  readonly types: readonly (string | undefined)[];
  /** The member that has the rows, where they stand beside their names. */
  readonly member?: string;
  /** Whether the first row has the names. */
  readonly headed: boolean;
}

const rowNames = ['allData', 'rows', 'data', 'values'] as const;
const columnNames = ['fields', 'columns', 'names', 'header', 'headers'] as const;

/** Whether a list of this name may be the columns of rows beside it. */
export function isColumnList(name: string): boolean {
  return (columnNames as readonly string[]).includes(name);
}

/** @param rows Rows without anything beside them. @param value An object that may have both. */
export function matrixIn(
  rows: readonly (readonly unknown[])[] | undefined,
  value: Members | undefined,
): Matrix | undefined {
  if (rows) return headed(rows);
  for (const member of rowNames) {
    const list = value![member];
    if (!Array.isArray(list) || list.length === 0 || !list.every(Array.isArray)) continue;
    for (const name of columnNames) {
      const found = named(value![name], member);
      if (found && found.columns.length >= (list[0] as unknown[]).length) return found;
    }
    const found = headed(list as unknown[][]);
    return found && { ...found, member };
  }
  return undefined;
}

/** By a list of names, or of objects that have a name. */
export function named(fields: unknown, member?: string): Matrix | undefined {
  if (!Array.isArray(fields) || fields.length === 0) return undefined;
  const columns = (fields as unknown[]).map((field) =>
    isObject(field) ? (field.name ?? field.id) : field,
  );
  if (!columns.every((name) => typeof name === 'string')) return undefined;
  const types = (fields as unknown[]).map((field) =>
    isObject(field) && typeof field.type === 'string' ? field.type : undefined,
  );
  return { columns: distinct(columns), types, member, headed: false };
}

function headed(rows: readonly (readonly unknown[])[]): Matrix | undefined {
  const [first] = rows;
  if (!first || first.length < 2 || !first.every((name) => typeof name === 'string' && name !== ''))
    return undefined;
  const columns = distinct(first as readonly string[]);
  return { columns, types: columns.map(() => undefined), headed: true };
}

function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let number = 2; taken.has(own); number++) own = `${name} (${number})`;
    taken.add(own);
    return own;
  });
}
