/** Numbers of foreign records → figures. Empty is unknown, never zero. */
import type { Members } from '../../model/read/members';
import { readNumber } from '../table/numbers';
import type { RowProblems } from '../table/row-problems';
import type { Cell } from '../table/roles';
import { t } from '../../words/reading';

/** Columns with the bounds of one figure. */
export interface FigureColumns {
  readonly measure: string;
  readonly min?: string;
  readonly best?: string;
  readonly max?: string;
}

/** The figure; nothing where all of its cells are empty. A cell that is no number is a warning. */
export function figureOf(
  columns: FigureColumns,
  by: string,
  cell: Cell,
  problems: RowProblems,
): Members | undefined {
  const min = numberIn(columns.min, cell, problems);
  const max = numberIn(columns.max, cell, problems);
  const best = numberIn(columns.best, cell, problems);
  if (min === undefined && max === undefined && best === undefined) return undefined;
  const figure: Record<string, unknown> = { measure: columns.measure };
  if (min !== undefined) figure.min = min;
  if (max !== undefined) figure.max = max;
  if (best !== undefined) figure.best = best;
  figure.by = by;
  return figure;
}

/** The number in a cell; nothing where it is empty or none, which is a warning then. */
export function numberIn(
  column: string | undefined,
  cell: Cell,
  problems: RowProblems,
): number | undefined {
  const text = column === undefined ? '' : cell(column);
  if (text === '') return undefined;
  const value = readNumber(text);
  if (value === undefined) problems.warn(column!, text, 'bad-number', t('expected.number'));
  return value;
}
