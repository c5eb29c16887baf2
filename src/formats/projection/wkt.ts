/** A table with projected geometries as well-known text → the same with a column of them in degrees. */
import type { Geometry, Position } from 'geojson';
import type { Problem } from '../../model/event';
import type { FormatOptions } from '../format';
import { columnWords } from '../table/fields';
import { note } from '../table/header';
import { cellText, openTable } from '../table/open';
import { RowProblems } from '../table/row-problems';
import { RowStream } from '../table/row-stream';
import type { Row } from '../table/rows';
import { readWkt } from '../table/wkt';
import { projectedGeometry, type Projection } from './projection';
import { t } from '../../words/reading';

export interface ProjectedWkt {
  readonly column: string;
  /** The column that is added. */
  readonly added: string;
}

const namePattern = /^(wkt|(the |wkt )?geom(etry)?( wkt)?|shape( wkt)?|geography)$/;

/** The column of geometries, as mapped or by its name. */
export function wktColumn(
  columns: readonly string[],
  { map }: FormatOptions,
): ProjectedWkt | undefined {
  const given = map?.get('wkt') || map?.get('pair');
  const column = given ?? columns.find((name) => namePattern.test(columnWords(name)));
  if (column === undefined || !columns.includes(column)) return undefined;
  return { column, added: `${column} (WGS 84)` };
}

export function wktNote({ column, added }: ProjectedWkt, { name }: Projection): Problem {
  return note(column, 'projected', t('crs.projectedWkt', { column, name, added }), name);
}

export async function projectedWktRows(
  text: AsyncIterable<string>,
  { column, added }: ProjectedWkt,
  projection: Projection,
): Promise<RowStream> {
  const { header, rows } = await openTable(text);
  const { columns } = header;
  const place = columns.indexOf(column);
  const projected = async function* () {
    for await (const piece of rows)
      yield piece.map((row) => withDegrees(row, place, column, columns.length, projection));
  };
  return new RowStream([...columns, added], projected());
}

function withDegrees(
  row: Row,
  place: number,
  column: string,
  width: number,
  projection: Projection,
): Row {
  const cells = [...row.cells];
  while (cells.length < width) cells.push('');
  const values = row.values && [...row.values];
  const text = cellText(row.cells[place]);
  const problems = new RowProblems(0);
  const degrees = text === '' ? '' : inDegrees(text, column, projection, problems);
  // Cells beyond the header stay beyond it.
  cells.splice(width, 0, degrees);
  values?.splice(width, 0, degrees === '' ? undefined : degrees);
  return { ...row, cells, values, problem: row.problem ?? problems.all[0] };
}

/** Empty where it can't be read, which is an error. */
function inDegrees(
  text: string,
  column: string,
  projection: Projection,
  problems: RowProblems,
): string {
  // The reference system is the one that was named.
  const wkt = readWkt(text.replace(/^\s*SRID\s*=\s*\d+\s*;/i, ''));
  if (!wkt || !('geometry' in wkt)) {
    problems.error(column, text, 'bad-position', t('table.expectedWkt'));
    return '';
  }
  const geometry = projectedGeometry(wkt.geometry, projection);
  if (geometry !== wkt.geometry) return printWkt(geometry);
  const expected = t('crs.expectedInside', { name: projection.name });
  problems.error(column, text, 'coordinate-range', expected);
  return '';
}

function printWkt(geometry: Geometry): string {
  const name = geometry.type.toUpperCase();
  if (geometry.type === 'GeometryCollection')
    return `${name} (${geometry.geometries.map(printWkt).join(', ')})`;
  const inner = printNested(geometry.coordinates);
  return `${name} ${geometry.type === 'Point' ? `(${inner})` : inner}`;
}

function printNested(value: Position | Position[] | Position[][] | Position[][][]): string {
  if (typeof value[0] === 'number') return value.join(' ');
  return `(${(value as Position[][]).map((part) => printNested(part)).join(', ')})`;
}
