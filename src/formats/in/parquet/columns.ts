/** The columns of a Parquet file, those of its structs too, and their values as cells. */
import type { SchemaElement, SchemaTree } from 'hyparquet';
import { flattened, type Leaf } from '../json/flatten';

export interface ParquetColumn {
  /** `a.b` for a member of a struct. */
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: 'geometry' | 'other';
  leafOf(value: unknown): Leaf;
}

export function columnsIn({ children }: SchemaTree): ParquetColumn[] {
  return children.flatMap((child) => columnsBelow(child, []));
}

function columnsBelow({ element, children }: SchemaTree, above: readonly string[]): ParquetColumn[] {
  const path = [...above, element.name];
  const { logical_type: logical, converted_type: converted } = element;
  // Lists and maps are one cell.
  const isStruct =
    children.length > 0 && !logical && !converted && element.repetition_type !== 'REPEATED';
  if (isStruct) return children.flatMap((child) => columnsBelow(child, path));
  const geometry = logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY';
  const kind = geometry && above.length === 0 ? 'geometry' : 'other';
  return [{ name: path.join('.'), path, kind, leafOf: leavesOf(element) }];
} // prettier-ignore

function leavesOf(element: SchemaElement): (value: unknown) => Leaf {
  const { type, logical_type: logical, converted_type: converted } = element;
  if (logical?.type === 'DATE' || converted === 'DATE') return dateLeaf;
  if (logical?.type === 'TIMESTAMP' && !logical.isAdjustedToUTC) return (value) => timeLeaf(value, '');
  if (logical?.type === 'TIME' || converted === 'TIME_MILLIS' || converted === 'TIME_MICROS') {
    const unit = logical?.type === 'TIME' ? logical.unit : converted === 'TIME_MILLIS' ? 'MILLIS' : 'MICROS';
    return (value) => clockLeaf(value, unit);
  }
  if (type === 'FLOAT') return (value) => leafOf(typeof value === 'number' ? shortest(value) : value);
  return leafOf;
} // prettier-ignore

function leafOf(value: unknown): Leaf {
  if (value === null || value === undefined) return { text: '', value: undefined };
  if (typeof value === 'string') return { text: value, value };
  if (typeof value === 'number')
    return Number.isNaN(value) ? { text: '', value: undefined } : { text: String(value), value };
  if (typeof value === 'boolean') return { text: String(value), value };
  if (value instanceof Date) return timeLeaf(value, 'Z');
  const plain = plainOf(value);
  const leaves = flattened({ value: plain });
  const whole = leaves.size === 1 ? leaves.get('value') : undefined;
  return whole ?? { text: JSON.stringify(plain), value: plain };
}

/** Whole numbers that a double can't hold become texts; bytes become hexadecimal digits. */
function plainOf(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof Date) return timeLeaf(value, 'Z').text;
  if (value instanceof Uint8Array)
    return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (Array.isArray(value)) return value.map(plainOf);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>, plainOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainOf(part)]));
  return value;
}

function dateLeaf(value: unknown): Leaf {
  if (!(value instanceof Date)) return leafOf(value);
  const { text } = timeLeaf(value, '');
  const date = text.replace(/T.*$/, '');
  return { text: date, value: date || undefined };
}

/** A moment in UTC, or on the clock of a place that the file does not name. */
function timeLeaf(value: unknown, zone: string): Leaf {
  if (!(value instanceof Date)) return leafOf(value);
  if (Number.isNaN(value.getTime())) return { text: '', value: undefined };
  const text = value.toISOString().replace(/(?:\.0+)?Z$/, zone);
  return { text, value: text };
}

/** Since midnight. */
function clockLeaf(value: unknown, unit: string): Leaf {
  if (typeof value !== 'number' && typeof value !== 'bigint') return leafOf(value);
  const perSecond = unit === 'MILLIS' ? 1e3 : unit === 'MICROS' ? 1e6 : 1e9;
  const seconds = Number(value) / perSecond;
  if (!(seconds >= 0 && seconds < 86_400)) return leafOf(value);
  const text = new Date(Math.floor(seconds) * 1000).toISOString().slice(11, 19);
  return { text, value: text };
}

/** The shortest decimal that is the same in 32 bits. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
