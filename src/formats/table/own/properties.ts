/** What the readable cells of a row say → members of a feature. It decides on reading, and, on
 * writing, whether a member can stand in readable cells at all. */
import { readNumber } from '../numbers';
import { readListCell, readValue } from './cells';
import { ownFigurePattern, sourceColumns } from './columns';

/** Column → the text of its cell; empty cells are left out. */
export type Cells = ReadonlyMap<string, string>;

/** Languages of a column's translations → the columns that have them. */
export type Translations = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A text, or one for each language where translations have any; nothing where there is none. */
export function textProperty(cells: Cells, column: string, translations: Translations): unknown {
  const entries = Array.from(translations.get(column) ?? [], ([tag, other]) => [
    tag,
    cells.get(other),
  ]).filter(([, text]) => text !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : cells.get(column);
}

export function whereIn(cells: Cells, translations: Translations): Record<string, unknown> {
  const radius = cells.get('where.radius');
  const members = {
    name: textProperty(cells, 'where.name', translations),
    precision: cells.get('where.precision'),
    radius: radius === undefined ? undefined : (readNumber(radius) ?? radius),
    country: cells.get('where.country'),
    regions: cells.get('where.regions')?.trim().split(/\s+/),
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** Nothing where the row names none. */
export function actorsIn(cells: Cells): unknown[] | undefined {
  const names = cells.get('actors');
  if (names === undefined) return undefined;
  const roles = readListCell(cells.get('actors.role') ?? '');
  return readListCell(names).map((name, at) => ({
    name,
    ...(roles[at] ? { role: roles[at] } : {}),
  }));
}

export interface SourceCells {
  /** Nothing where the source stands in the record alone. */
  readonly id?: string;
  readonly source: Readonly<Record<string, string>>;
}

/** Nothing where the row names none. */
export function sourcesIn(cells: Cells): SourceCells[] | undefined {
  const lists = Object.entries(sourceColumns).map(
    ([member, column]) => [member, readListCell(cells.get(column) ?? '')] as const,
  );
  const ids = readListCell(cells.get('source.id') ?? '');
  const length = Math.max(ids.length, ...lists.map(([, list]) => list.length));
  if (length === 0) return undefined;
  return Array.from({ length }, (_, at) => ({
    ...(ids[at] ? { id: ids[at] } : {}),
    source: Object.fromEntries(lists.flatMap(([name, list]) => (list[at] ? [[name, list[at]]] : []))),
  })); // prettier-ignore
}

/** In the order of the columns; nothing where the row has none. */
export function figuresIn(
  cells: Cells,
  columns: Iterable<string>,
  translations: Translations,
): Record<string, unknown>[] | undefined {
  const figures = new Map<string, Record<string, unknown>>();
  for (const column of columns) {
    const found = ownFigurePattern.exec(column);
    if (!found) continue;
    const [, measure, number = '1', bound] = found as unknown as [string, string, string?, string?];
    const text = bound === 'by' ? textProperty(cells, column, translations) : cells.get(column);
    if (text === undefined) continue;
    const key = `${number} ${measure}`;
    const figure = figures.get(key) ?? { measure };
    figures.set(key, figure);
    figure[bound!] = bound === 'by' ? text : (readNumber(text as string) ?? text);
  }
  return figures.size > 0 ? [...figures.values()] : undefined;
}

/** `time` of JSON-FG: a date, a timestamp, or two with a slash between; else JSON. */
export function timeIn(text: string): unknown {
  if (text.startsWith('{')) return readValue(text);
  if (text.includes('/')) return { interval: text.split('/') };
  return text.includes('T') ? { timestamp: text } : { date: text };
}
