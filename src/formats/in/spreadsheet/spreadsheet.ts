/**
 * Workbooks of Excel (XLSX) and LibreOffice (ODS) → the rows of one of their sheets. hucre reads both
 * (docs/formats.md says why it was chosen). Dates are days since 1900 or 1904 there; a cell whose
 * style says so is a date, and so is a number of that size in a column named as dates are.
 */
import type { Problem } from '../../../model/event';
import type { OpenedBinary } from '../../binary/binary-format';
import { FormatError, type FormatOptions } from '../../format';
import { note } from '../../table/header';
import { RowStream } from '../../table/row-stream';
import type { Row } from '../../table/rows';
import { openBook, type Book, type BookSheet } from './book';
import { cellTextOf, dateOfSerial } from './cells';
import { surveySheet, type SheetSurvey } from './survey';
import { t } from '../../../words/reading';

export async function openSpreadsheet(
  bytes: Uint8Array,
  kind: 'xlsx' | 'ods',
  { sheet: wanted }: FormatOptions,
): Promise<Omit<OpenedBinary, 'format'>> {
  const book = await openBook(bytes, kind);
  const { sheet, survey } = await chosenSheet(book, wanted);
  return {
    read: () => new RowStream(survey.columns.map(({ name }) => name), rowsOf(sheet, survey, book)),
    notes: notesOn(sheet, survey, book),
  };
} // prettier-ignore

interface Chosen {
  readonly sheet: BookSheet;
  readonly survey: SheetSurvey;
}

/** The sheet that is named, else the only one with dates, else the only table. Throws a
 * `FormatError` that names them. */
async function chosenSheet(book: Book, wanted: string | undefined): Promise<Chosen> {
  const names = book.sheets.map(({ name }) => name).join(', ');
  if (wanted !== undefined) {
    const sheet = book.sheets.find(({ name }) => name === wanted || name.trim() === wanted.trim());
    if (!sheet) throw new FormatError(t('spreadsheet.noSuchSheet', { sheet: wanted, names }));
    const survey = await surveySheet(sheet, book);
    if (!survey) throw new FormatError(t('spreadsheet.noTable', { name: wanted }));
    return { sheet, survey };
  }
  const tables: Chosen[] = [];
  for (const sheet of book.sheets) {
    const survey = sheet.hidden ? undefined : await surveySheet(sheet, book);
    if (survey) tables.push({ sheet, survey });
  }
  const dated = tables.filter(({ survey }) => survey.dated);
  const [only, second] = dated.length > 0 ? dated : tables;
  if (!only) throw new FormatError(t('spreadsheet.noTable', { name: names }));
  if (!second) return only;
  const list = (dated.length > 0 ? dated : tables).map(({ sheet }) => sheet.name).join(', ');
  throw new FormatError(t('spreadsheet.whichSheet', { names: list }));
}

function notesOn(sheet: BookSheet, survey: SheetSurvey, book: Book): Problem[] {
  const notes: Problem[] = [];
  if (book.sheets.length > 1) {
    const others = book.sheets.filter((other) => other !== sheet).map(({ name }) => name);
    const message = t('spreadsheet.sheet', { name: sheet.name, others: others.join(', ') });
    notes.push(note(sheet.name, 'sheet', message, sheet.name));
  }
  if (survey.above.length > 0) {
    const text = survey.above.join(' | ');
    const message = t('spreadsheet.rowsAbove', { count: survey.above.length, row: survey.header + 1, text });
    notes.push(note('header', 'rows-above-header', message, text));
  }
  for (const { name, serial } of survey.columns)
    if (serial !== undefined) {
      const [year, example] = [book.from1904 ? 1904 : 1900, dateOfSerial(serial, book.from1904)];
      notes.push(note(name, 'serial-dates', t('spreadsheet.serialDates', { name, year, serial, example }), serial));
    }
  if (survey.filled > 0)
    notes.push(note('merged', 'merged-cells', t('spreadsheet.mergedCells', { count: survey.filled }), survey.filled));
  return notes;
} // prettier-ignore

async function* rowsOf(
  sheet: BookSheet,
  { header, columns }: SheetSurvey,
  book: Book,
): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  for await (const { index, values } of sheet.rows()) {
    if (index <= header || values.every((value) => value === null || value === '')) continue;
    const cells: string[] = [];
    const kept: unknown[] = [];
    for (const { at, serial } of columns) {
      const value = values[at] ?? null;
      const isSerial = serial !== undefined && typeof value === 'number';
      const text = isSerial ? dateOfSerial(value, book.from1904) : cellTextOf(value, book.from1904);
      cells.push(text);
      kept.push(typeof value === 'number' && !isSerial ? Number(text) : typeof value === 'boolean' ? value : undefined);
    }
    if (cells.every((cell) => cell === '')) continue;
    rows.push({ cells, values: kept, line: index + 1 });
    if (rows.length === rowsAtOnce) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
} // prettier-ignore

const rowsAtOnce = 500;
