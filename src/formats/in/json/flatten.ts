/** A JSON record → its columns: what lies nested in it gets a name such as `a.b`. */
import { isObject, type Members } from '../../../model/read/members';

/** What a record has in one column. */
export interface Leaf {
  /** As the cell of a table; empty where it is nothing. */
  readonly text: string;
  /** As the file has it. */
  readonly value: unknown;
}

/** Objects that lie deeper stay JSON. */
const deepestColumn = 8;

/** The columns of a record in its order. */
export function flattened(record: Members): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const name of Object.keys(record)) flatten(name, record[name], 1, leaves);
  return leaves;
}

function flatten(name: string, value: unknown, depth: number, leaves: Map<string, Leaf>): void {
  if (Array.isArray(value)) return flattenList(name, value, depth, leaves);
  if (!isObject(value)) {
    leaves.set(name, { text: scalarText(value), value });
    return;
  }
  const text = geometryText(value) ?? extendedText(value);
  if (text !== undefined || depth === deepestColumn) {
    // What stands beside the coordinates, such as a date, is a column of its own.
    for (const member of Object.keys(value))
      if (text?.startsWith('POINT') && !geometryMembers.has(member) && depth < deepestColumn)
        flatten(`${name}.${member}`, value[member], depth + 1, leaves);
    leaves.set(name, { text: text ?? JSON.stringify(value), value });
    return;
  }
  const members = Object.keys(value);
  if (members.length === 0) leaves.set(name, { text: '', value });
  for (const member of members) flatten(`${name}.${member}`, value[member], depth + 1, leaves);
}

const geometryMembers: ReadonlySet<string> = new Set(['type', 'coordinates', 'bbox', 'crs']);

/** Lists of texts and numbers are one cell, as are objects that have one member each; an object alone
 * in its list is read as if it stood there itself. Others stay JSON, since their entries belong
 * together. */
function flattenList(
  name: string,
  list: readonly unknown[],
  depth: number,
  leaves: Map<string, Leaf>,
): void {
  if (list.every(isScalar)) {
    leaves.set(name, { text: list.map(scalarText).filter(Boolean).join('; '), value: list });
    return;
  }
  const member = onlyMember(list[0]);
  if (member !== undefined && list.every((entry) => onlyMember(entry) === member)) {
    const values = list.map((entry) => (entry as Members)[member]);
    if (values.every(isScalar)) return flattenList(`${name}.${member}`, values, depth, leaves);
  }
  if (list.length === 1 && isObject(list[0]) && depth < deepestColumn)
    return flatten(name, list[0], depth + 1, leaves);
  leaves.set(name, { text: JSON.stringify(list), value: list });
}

function onlyMember(value: unknown): string | undefined {
  const names = isObject(value) ? Object.keys(value) : [];
  return names.length === 1 ? names[0] : undefined;
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function scalarText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value as string | number | boolean);
}

/** A point as WKT, which tables read; other geometries as JSON. */
function geometryText(value: Members): string | undefined {
  const { type, coordinates } = value;
  if (typeof type !== 'string' || !Array.isArray(coordinates)) return undefined;
  const [lng, lat] = coordinates as unknown[];
  if (type === 'Point' && typeof lng === 'number' && typeof lat === 'number')
    return `POINT (${lng} ${lat})`;
  return JSON.stringify(value);
}

/** Ids, dates and numbers as MongoDB exports them. */
function extendedText(value: Members): string | undefined {
  const name = onlyMember(value);
  if (name === undefined || !name.startsWith('$')) return undefined;
  const inner = value[name];
  if (name !== '$date') return isScalar(inner) ? scalarText(inner) : undefined;
  const number = isObject(inner) ? Number(inner.$numberLong) : inner;
  if (typeof number !== 'number') return scalarText(inner);
  const date = new Date(number);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
