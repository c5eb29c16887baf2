/** How a table is written: which sign stands between its cells. */
import { RowSplitter } from './rows';

const delimiters = [',', ';', '\t', '|'] as const;
/** Rows looked at. */
const sampleRows = 50;

/** The delimiter that cuts the beginning of a text into rows of the same length, and into most
 * cells; a comma where none does. */
export function delimiterOf(start: string): string {
  let best = { delimiter: ',', alike: 0, width: 1 };
  for (const delimiter of delimiters) {
    const rows = firstRows(start, delimiter, sampleRows);
    const width = rows[0]?.length ?? 0;
    if (width < 2) continue;
    const alike = rows.filter((cells) => cells.length === width).length / rows.length;
    const better = alike > best.alike + 0.1 || (alike > best.alike - 0.1 && width > best.width);
    if (better) best = { delimiter, alike, width };
  }
  return best.delimiter;
}

/** The first rows of a text whose end may be cut off; the last row is then left out. */
export function firstRows(start: string, delimiter: string, most: number): (readonly string[])[] {
  const splitter = new RowSplitter(delimiter);
  const rows = splitter.push(start).slice(0, most);
  if (rows.length === 0) rows.push(...splitter.end().slice(0, 1));
  return rows.map(({ cells }) => cells);
}
