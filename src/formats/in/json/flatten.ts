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
  const { center } = record;
  // Of ways and relations Overpass gives the middle, apart from where it gives that of nodes.
  const middle = isObject(center) && 'lat' in center && 'lon' in center && !('lat' in record);
  for (const name of Object.keys(record))
    if (middle && name === 'center')
      for (const part of Object.keys(center)) flatten(part, center[part], 1, leaves);
    else flatten(name, record[name], 1, leaves);
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
  if (list.every(isPoint)) return flattenPoints(name, list, leaves);
  leaves.set(name, { text: JSON.stringify(list), value: list });
}

/** Points of one event, such as those of a storm, are one geometry. What stands beside their
 * coordinates is one cell each; of dates it is the stretch from the first to the last. */
function flattenPoints(
  name: string,
  points: readonly PointMember[],
  leaves: Map<string, Leaf>,
): void {
  const positions = points.map(({ coordinates }) => `(${coordinates[0]} ${coordinates[1]})`);
  leaves.set(name, { text: `MULTIPOINT (${positions.join(', ')})`, value: points });
  for (const member of new Set(points.flatMap((point) => Object.keys(point)))) {
    if (geometryMembers.has(member)) continue;
    const values = points.map((point) => point[member]);
    if (!values.every(isScalar)) continue;
    const texts = values.map(scalarText);
    const dates = texts.every((text) => isoDate.test(text)) ? texts.toSorted() : undefined;
    const text = dates ? [...new Set([dates[0], dates.at(-1)])].join('/') : texts.join('; ');
    leaves.set(`${name}.${member}`, { text, value: values });
  }
}

const isoDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?$/;

type PointMember = Members & { coordinates: readonly number[] };

function isPoint(value: unknown): value is PointMember {
  return isObject(value) && geometryText(value)?.startsWith('POINT') === true;
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
