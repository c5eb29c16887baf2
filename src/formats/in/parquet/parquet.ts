/**
 * Parquet and GeoParquet → rows of a table, or GeoJSON where a column has geometries (WKB). hyparquet
 * reads one group of rows after the other, so that memory is that of a group, however many there are.
 */
import type { Geometry } from 'geojson';
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { isObject } from '../../../model/read/members';
import type { OpenedBinary } from '../../binary/binary-format';
import { FormatError } from '../../format';
import { geojsonText, type PlainFeature } from '../../shared/geojson-text';
import { setMember } from '../../shared/feature';
import { note } from '../../table/header';
import { RowStream } from '../../table/row-stream';
import type { Row } from '../../table/rows';
import { columnsIn, type ParquetColumn } from './columns';
import { t } from '../../../words/reading';

/** Throws a `FormatError` where it can't be read. */
export async function openParquet(file: AsyncBuffer): Promise<Omit<OpenedBinary, 'format'>> {
  const { parquetMetadataAsync, parquetSchema } = await import('hyparquet');
  const metadata = await orRefuse(() => parquetMetadataAsync(file));
  await markGeometry(file, metadata);
  const columns = await orRefuse(() => columnsIn(parquetSchema(metadata)));
  const geometries = columns.filter(({ kind }) => kind === 'geometry');
  const { primary, crs } = geoFacts(metadata);
  const shape = geometries.find(({ path }) => path.join('.') === primary) ?? geometries[0];
  if (!shape) {
    const names = columns.map(({ name }) => name);
    return { read: () => new RowStream(names, tableRows(file, metadata, columns)) };
  }
  const others = geometries.filter((column) => column !== shape).map(({ name }) => name);
  const notes =
    others.length === 0
      ? []
      : [note(shape.name, 'other-geometries', t('parquet.otherGeometries', { name: shape.name, others: others.join(', ') }))];
  return { read: () => geojsonText(features(file, metadata, columns, shape)), notes, crs };
} // prettier-ignore

/** Rows that are passed on at a time. */
const rowsAtOnce = 1000;

async function* tableRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly ParquetColumn[],
): AsyncGenerator<Row[]> {
  for await (const { from, count, valueAt } of groups(file, metadata)) {
    for (let start = 0; start < count; start += rowsAtOnce) {
      const rows: Row[] = [];
      for (let at = start; at < Math.min(start + rowsAtOnce, count); at++) {
        const cells: string[] = [];
        const values: unknown[] = [];
        for (const column of columns) {
          const { text, value } = column.leafOf(valueAt(column.path, at));
          cells.push(text);
          values.push(value);
        }
        rows.push({ cells, values, line: from + at + 1 });
      }
      yield rows;
    }
  }
}

async function* features(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly ParquetColumn[],
  shape: ParquetColumn,
): AsyncGenerator<PlainFeature[]> {
  for await (const { count, valueAt } of groups(file, metadata)) {
    for (let start = 0; start < count; start += rowsAtOnce) {
      const some: PlainFeature[] = [];
      for (let at = start; at < Math.min(start + rowsAtOnce, count); at++) {
        const properties: Record<string, unknown> = {};
        for (const column of columns) {
          if (column === shape) continue;
          const { text, value } = column.leafOf(valueAt(column.path, at));
          if (text !== '') setMember(properties, column.name, value ?? text);
        }
        const geometry = (valueAt(shape.path, at) ?? null) as Geometry | null;
        some.push({ geometry, properties });
      }
      yield some;
    }
  }
}

interface Group {
  /** Its first row in the file. */
  readonly from: number;
  readonly count: number;
  valueAt(path: readonly string[], row: number): unknown;
}

async function* groups(file: AsyncBuffer, metadata: FileMetaData): AsyncGenerator<Group> {
  const { parquetRead } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  let from = 0;
  for (const { num_rows: rows } of metadata.row_groups) {
    const count = Number(rows);
    const chunks = new Map<string, { start: number; data: ArrayLike<unknown> }[]>();
    await orRefuse(() =>
      parquetRead({
        file,
        metadata,
        compressors,
        rowStart: from,
        rowEnd: from + count,
        onChunk({ columnName, columnData, rowStart }) {
          const known = chunks.get(columnName) ?? [];
          known.push({ start: rowStart, data: columnData as ArrayLike<unknown> });
          chunks.set(columnName, known);
        },
      }),
    );
    const first = from;
    const valueAt = (path: readonly string[], row: number) => {
      const chunk = chunks
        .get(path[0]!)
        ?.find(({ start, data }) => first + row >= start && first + row < start + data.length);
      let value = chunk?.data[first + row - chunk.start];
      for (let depth = 1; depth < path.length; depth++)
        value = isObject(value) ? value[path[depth]!] : undefined;
      return value;
    };
    yield { from, count, valueAt };
    from += count;
  }
}

/** Columns that hold WKB by their name and their first bytes, without saying so. */
async function markGeometry(file: AsyncBuffer, metadata: FileMetaData): Promise<void> {
  const unmarked = metadata.schema.filter(
    ({ type, name, logical_type: logical, converted_type: converted }) =>
      type === 'BYTE_ARRAY' && !logical && !converted && /^(?:the_)?geom(?:etry)?$|wkb|^shape$/i.test(name),
  );
  if (unmarked.length === 0 || metadata.row_groups.length === 0) return;
  const { parquetReadObjects } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const columns = unmarked.map(({ name }) => name);
  const rowEnd = Math.min(100, Number(metadata.row_groups[0]!.num_rows));
  const rows = await orRefuse(() =>
    parquetReadObjects({ file, metadata, compressors, columns, rowStart: 0, rowEnd, utf8: false }),
  );
  for (const element of unmarked) {
    const first = rows.map((row) => row[element.name] as unknown).find((value) => value instanceof Uint8Array);
    if (first instanceof Uint8Array && isWkb(first)) element.logical_type = { type: 'GEOMETRY' };
  }
} // prettier-ignore

/** The order of its bytes, then a number from 1 to 7 with or without what tells of height. */
function isWkb(bytes: Uint8Array): boolean {
  if (bytes.length < 9 || bytes[0]! > 1) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const kind = (view.getUint32(1, bytes[0] === 1) & 0x0fffffff) % 1000;
  return kind >= 1 && kind <= 7;
}

/** What the `geo` metadata of GeoParquet says: the main column, and its reference system where it is
 * not WGS 84. */
function geoFacts({ key_value_metadata: pairs = [] }: FileMetaData): {
  primary?: string;
  crs?: string;
} {
  const text = pairs.find(({ key }) => key === 'geo')?.value;
  if (text === undefined) return {};
  let geo: unknown;
  try {
    geo = JSON.parse(text);
  } catch {
    return {};
  }
  if (!isObject(geo) || typeof geo.primary_column !== 'string') return {};
  const primary = geo.primary_column;
  const column = isObject(geo.columns) ? geo.columns[primary] : undefined;
  const crs = isObject(column) ? column.crs : undefined;
  if (!isObject(crs)) return { primary };
  const { id, name } = crs;
  const isKnown = isObject(id) && (typeof id.code === 'number' || typeof id.code === 'string');
  if (!isKnown) return { primary, crs: typeof name === 'string' ? name : undefined };
  return String(id.authority) === 'OGC' ? { primary } : { primary, crs: `EPSG:${String(id.code)}` };
}

async function orRefuse<Result>(read: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FormatError || (error as Error).name === 'AbortError') throw error;
    throw new FormatError(t('parquet.broken', { why: String((error as Error).message) }));
  }
}
