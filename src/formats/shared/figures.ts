/** Numbers of foreign records → figures. Empty is unknown, never zero. */
import type { Members } from '../../model/read/members';
import { isNoAmount, standsForNothing } from '../table/nothing';
import { isCount, readAmount, signEvidence } from '../table/numbers';
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
  const whole = isCount(columns.measure);
  const min = numberIn(columns.min, cell, problems, whole);
  const max = numberIn(columns.max, cell, problems, whole);
  const best = numberIn(columns.best, cell, problems, whole);
  if (min === undefined && max === undefined && best === undefined) return undefined;
  const figure: Record<string, unknown> = { measure: columns.measure };
  if (min !== undefined) figure.min = min;
  if (max !== undefined) figure.max = max;
  if (best !== undefined) figure.best = best;
  figure.by = by;
  return figure;
}

/** The number in a cell, whose decimal sign is a point unless it can only be a comma; nothing where it
 * is empty, or none, which is a warning then. `whole`: a fraction is none. */
export function numberIn(
  column: string | undefined,
  cell: Cell,
  problems: RowProblems,
  whole = false,
): number | undefined {
  const text = column === undefined ? '' : cell(column);
  if (text === '' || standsForNothing(text)) return undefined;
  if (isNoAmount(text)) {
    problems.warn(column!, text, 'sentinel', t('expected.amountKnown'));
    return undefined;
  }
  const value = readAmount(text, signEvidence(text) === 'comma' ? ',' : '.');
  if (value !== undefined && !(whole && !Number.isInteger(value))) return value;
  const expected = value === undefined ? t('expected.number') : t('table.expectedCount');
  problems.warn(column!, text, 'bad-number', expected);
  return undefined;
}
