/** A workbook as it is read: small ones whole, with their merged cells; large ones row by row. */
import type { CellValue, MergeRange } from 'hucre';
import { FormatError } from '../../format';
import { t } from '../../../words/reading';

export interface BookRow {
  /** From 0. */
  readonly index: number;
  readonly values: readonly CellValue[];
}

export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly MergeRange[];
  rows(): AsyncIterable<BookRow>;
}

export interface Book {
  readonly sheets: readonly BookSheet[];
  /** Whether its days count from 1904, not from 1900. */
  readonly from1904: boolean;
}

/** In bytes of the file: larger workbooks take several hundred megabytes when they are read whole. */
const mostWhole = 2_000_000;

/** Throws a `FormatError` where it can't be read. */
export async function openBook(bytes: Uint8Array, kind: 'xlsx' | 'ods'): Promise<Book> {
  try {
    return kind === 'ods' ? await openOds(bytes) : await openXlsx(bytes);
  } catch (error) {
    throw refusal(error);
  }
}

async function openOds(bytes: Uint8Array): Promise<Book> {
  const { readOds } = await import('hucre/ods');
  const { sheets } = await readOds(bytes);
  return { from1904: false, sheets: sheets.map(inMemory) };
}

async function openXlsx(bytes: Uint8Array): Promise<Book> {
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx');
  if (bytes.length <= mostWhole) {
    const { sheets, dateSystem } = await readXlsx(bytes);
    return { from1904: dateSystem === '1904', sheets: sheets.map(inMemory) };
  }
  const found: { name: string; hidden: boolean }[] = [];
  const { dateSystem } = await readXlsx(bytes, {
    sheets({ name, hidden, veryHidden }) {
      found.push({ name, hidden: Boolean(hidden) || Boolean(veryHidden) });
      return false;
    },
  });
  const sheets = found.map(({ name, hidden }, at) => ({
    name,
    hidden,
    merges: [],
    async *rows() {
      try {
        for await (const { index, values } of streamXlsxRows(bytes, { sheet: at }))
          yield { index, values };
      } catch (error) {
        throw refusal(error);
      }
    },
  }));
  return { from1904: dateSystem === '1904', sheets };
}

function inMemory(sheet: {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges?: readonly MergeRange[];
  readonly hidden?: boolean;
  readonly veryHidden?: boolean;
}): BookSheet {
  const { name, rows, merges = [], hidden, veryHidden } = sheet;
  return {
    name,
    hidden: Boolean(hidden) || Boolean(veryHidden),
    merges,
    async *rows() {
      await Promise.resolve();
      const filled = filledDown(rows, merges);
      for (const [index, values] of filled.entries()) yield { index, values };
    },
  };
}

/** A cell that is merged over several rows holds for each of them. */
function filledDown(
  rows: readonly (readonly CellValue[])[],
  merges: readonly MergeRange[],
): readonly (readonly CellValue[])[] {
  const down = merges.filter(({ startRow, endRow }) => endRow > startRow);
  if (down.length === 0) return rows;
  const filled = rows.map((row) => [...row]);
  for (const { startRow, endRow, startCol } of down) {
    const value = filled[startRow]?.[startCol] ?? null;
    for (let row = startRow + 1; row <= endRow && row < filled.length; row++)
      filled[row]![startCol] = value;
  }
  return filled;
}

function refusal(error: unknown): Error {
  if (error instanceof FormatError) return error;
  const { name, message } = error as Error;
  if (name === 'EncryptedFileError') return new FormatError(t('spreadsheet.encrypted'));
  return new FormatError(t('spreadsheet.broken', { why: message }));
}
