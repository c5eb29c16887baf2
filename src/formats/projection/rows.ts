/** A table with projected coordinates → the same with columns of degrees. */
import type { Problem } from '../../model/event';
import { FormatError, type FormatOptions } from '../format';
import { columnWords } from '../table/fields';
import { note } from '../table/header';
import { readNumber } from '../table/numbers';
import { cellText, openTable } from '../table/open';
import { RowProblems } from '../table/row-problems';
import { RowStream } from '../table/row-stream';
import type { Row } from '../table/rows';
import type { Projection } from './projection';
import { t } from '../../words/reading';

export interface ProjectedColumns {
  readonly x: string;
  readonly y: string;
  /** Of the columns that are added. */
  readonly lng: string;
  readonly lat: string;
}

const names = {
  x: [
    /^(x|eastings?|rechtswert|ostwert)$/,
    /^(x|e|east) ?(coord(inate)?s?|koord(inate)?n?|lambert|rd|utm|l ?93|lv ?95|lv ?03|osgb|bng|metres?|meters?|m)( \w{1,10})?$/,
    /^(utm|osgb|bng|grid|point|coord(inate)?s?|coords?|location|geo|gis|os) ?(x|e|east(ing)?s?)$/,
    /^(e|east)$/,
    /^(longitude|lng|long?)$/,
  ],
  y: [
    /^(y|northings?|hochwert|nordwert)$/,
    /^(y|n|north) ?(coord(inate)?s?|koord(inate)?n?|lambert|rd|utm|l ?93|lv ?95|lv ?03|osgb|bng|metres?|meters?|m)( \w{1,10})?$/,
    /^(utm|osgb|bng|grid|point|coord(inate)?s?|coords?|location|geo|gis|os) ?(y|n|north(ing)?s?)$/,
    /^(n|north)$/,
    /^(latitude|lat)$/,
  ],
}; // prettier-ignore

/** Which columns have the coordinates: as mapped, else by their names. Throws a `FormatError` where
 * none are named so. */
export function projectedColumns(
  columns: readonly string[],
  { map }: FormatOptions,
): ProjectedColumns {
  const given = (field: 'lng' | 'lat') => {
    const column = map?.get(field) || undefined;
    return column !== undefined && columns.includes(column) ? column : undefined;
  };
  const pair = pairNamed(columns);
  const [x, y] = [given('lng') ?? pair?.[0], given('lat') ?? pair?.[1]];
  if (x === undefined || y === undefined)
    throw new FormatError(t('crs.noColumns', { columns: columns.slice(0, 60).join(', ') }));
  return { x, y, lng: freeName('longitude', columns), lat: freeName('latitude', columns) };
}

/** Whether columns are mapped or named as projected coordinates. */
export function hasProjectedColumns(columns: readonly string[], { map }: FormatOptions): boolean {
  return pairNamed(columns) !== undefined || Boolean(map?.get('lng') && map.get('lat'));
}

function pairNamed(columns: readonly string[]) {
  return names.x
    .map((pattern, at) => [columnBy(columns, pattern), columnBy(columns, names.y[at]!)] as const)
    .find(([x, y]) => x !== undefined && y !== undefined);
}

function columnBy(columns: readonly string[], pattern: RegExp): string | undefined {
  return columns.find((column) => pattern.test(columnWords(column)));
}

function freeName(name: string, columns: readonly string[]): string {
  const taken = columns.some((column) => column.toLowerCase() === name);
  return taken ? `${name} (WGS 84)` : name;
}

export function projectedNote({ x, y, lng, lat }: ProjectedColumns, { name }: Projection): Problem {
  return note(`${x}, ${y}`, 'projected', t('crs.projected', { x, y, name, lng, lat }), name);
}

export async function projectedRows(
  text: AsyncIterable<string>,
  at: ProjectedColumns,
  projection: Projection,
): Promise<RowStream> {
  const { header, rows } = await openTable(text);
  const { columns } = header;
  const [x, y] = [columns.indexOf(at.x), columns.indexOf(at.y)];
  const projected = async function* () {
    for await (const piece of rows)
      yield piece.map((row) => withDegrees(row, x, y, columns.length, at, projection));
  };
  return new RowStream([...columns, at.lng, at.lat], projected());
}

function withDegrees(
  row: Row,
  x: number,
  y: number,
  width: number,
  { x: xName, y: yName }: ProjectedColumns,
  projection: Projection,
): Row {
  const texts = [cellText(row.cells[x]), cellText(row.cells[y])];
  const cells = [...row.cells];
  while (cells.length < width) cells.push('');
  const values = row.values && [...row.values];
  // Cells beyond the header stay beyond it.
  const add = (lng: string, lat: string, problem?: Problem): Row => {
    cells.splice(width, 0, lng, lat);
    values?.splice(
      width,
      0,
      lng === '' ? undefined : Number(lng),
      lat === '' ? undefined : Number(lat),
    );
    return { ...row, cells, values, problem: row.problem ?? problem };
  };
  if (texts.every((text) => text === '')) return add('', '');
  const [east, north] = texts.map((text) => readNumber(text));
  const problems = new RowProblems(0);
  if (east === undefined) problems.error(xName, texts[0], 'bad-position', t('crs.expectedNumber'));
  else if (north === undefined)
    problems.error(yName, texts[1], 'bad-position', t('crs.expectedNumber'));
  else {
    const degrees = projection.toDegrees(east, north);
    if (degrees) return add(String(degrees[0]), String(degrees[1]));
    const expected = t('crs.expectedInside', { name: projection.name });
    problems.error(xName, `${texts[0]}, ${texts[1]}`, 'coordinate-range', expected);
  }
  return add('', '', problems.all[0]);
}
