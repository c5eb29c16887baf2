/** Looks through a sheet once: where its header is, which columns it has, which of them are dates. */
import type { CellValue } from 'hucre';
import { columnWords, fields } from '../../table/fields';
import { looksDated } from '../json/survey';
import type { Book, BookRow, BookSheet } from './book';
import { cellTextOf } from './cells';

export interface SheetColumn {
  readonly name: string;
  /** Its place in the rows. */
  readonly at: number;
  /** Where its numbers are dates that their style does not say: the first of them. */
  readonly serial?: number;
}

export interface SheetSurvey {
  /** The header's row, from 0. */
  readonly header: number;
  readonly columns: readonly SheetColumn[];
  /** The texts of rows above the header. */
  readonly above: readonly string[];
  readonly dated: boolean;
  /** Merged cells over several rows below the header. */
  readonly filled: number;
}

/** Rows in which the header is looked for. */
const headRows = 50;
/** Days of 1927 to 2173 by either beginning of time; years lie below, and most other numbers beyond. */
const [firstSerial, lastSerial] = [10_000, 100_000];

const dateNames = ['when', 'start', 'end'].flatMap(
  (field) => fields.find(({ name }) => name === field)!.columns,
);

/** Nothing where the sheet has no table: a row of names and one below it. */
export async function surveySheet(
  sheet: BookSheet,
  { from1904 }: Book,
): Promise<SheetSurvey | undefined> {
  const head: BookRow[] = [];
  let columns: ColumnSurvey[] | undefined;
  let header = -1;
  let rows = 0;
  const begin = () => {
    const found = headerIn(head);
    if (!found) return;
    header = found.index;
    columns = [];
    for (const row of head) if (row.index > header) add(row);
  };
  const add = ({ values }: BookRow) => {
    if (values.every(isEmpty)) return;
    rows++;
    for (const [at, value] of values.entries())
      if (!isEmpty(value)) (columns![at] ??= new ColumnSurvey()).add(value, from1904);
  };
  for await (const row of sheet.rows()) {
    if (columns) add(row);
    else {
      head.push(row);
      if (head.length === headRows) {
        begin();
        if (!columns) return undefined;
      }
    }
  }
  if (!columns) begin();
  if (!columns || rows === 0) return undefined;
  const names = head.find(({ index }) => index === header)!.values;
  const width = Math.max(names.length, columns.length);
  const found: SheetColumn[] = [];
  let dated = false;
  for (let at = 0; at < width; at++) {
    const survey = columns[at];
    const name = isEmpty(names[at]) ? '' : cellTextOf(names[at]!, from1904).trim().replace(/\s+/g, ' ');
    // Nothing stands there, neither a name nor a value.
    if (name === '' && !survey) continue;
    const words = columnWords(name);
    const serial = dateNames.some((pattern) => pattern.test(words)) ? survey?.serial() : undefined;
    dated ||= serial !== undefined || (survey?.dates ?? 0) > 0 || (survey?.looksDated(name) ?? false);
    found.push({ name, at, serial });
  }
  const above = head
    .filter(({ index, values }) => index < header && !values.every(isEmpty))
    .map(({ values }) => [...new Set(values.filter((value) => !isEmpty(value)).map((value) => cellTextOf(value, from1904)))].join(' '));
  const filled = sheet.merges.filter(({ startRow, endRow }) => startRow > header && endRow > startRow);
  return { header, columns: found, above, dated, filled: filled.length };
} // prettier-ignore

class ColumnSurvey {
  dates = 0;
  #numbers = 0;
  #serials = 0;
  #first: number | undefined;
  readonly #texts: string[] = [];

  add(value: CellValue, from1904: boolean): void {
    if (value instanceof Date) this.dates++;
    else if (typeof value === 'number') {
      this.#numbers++;
      if (value < firstSerial || value >= lastSerial) return;
      this.#serials++;
      this.#first ??= value;
    } else if (this.#texts.length < headRows) this.#texts.push(cellTextOf(value, from1904));
  }

  /** The first number, where all of them have the size of days. */
  serial(): number | undefined {
    return this.#serials === this.#numbers ? this.#first : undefined;
  }

  looksDated(name: string): boolean {
    return this.#texts.some((text) => looksDated(name, text)) || (this.#numbers > 0 && looksDated(name, '1'));
  }
} // prettier-ignore

/** The first row of texts that is about as wide as the rows below it; titles above it are narrow. */
function headerIn(rows: readonly BookRow[]): BookRow | undefined {
  const widths = rows.map(({ values }) => values.filter((value) => !isEmpty(value)).length);
  const widest = Math.max(0, ...widths);
  if (widest < 2) return undefined;
  return rows.find(({ values }, at) => {
    const below = Math.max(0, ...widths.slice(at + 1));
    const texts = values.filter((value) => typeof value === 'string' && value.trim() !== '').length;
    return widths[at]! >= 2 && widths[at]! >= below * 0.6 && texts >= widths[at]! * 0.6 && below > 0;
  });
} // prettier-ignore

function isEmpty(value: CellValue | undefined): boolean {
  return value === null || value === undefined || value === '';
}
