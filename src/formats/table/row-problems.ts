/** Problems of one row, named by the columns of the file. */
import type { Problem } from '../../model/event';
import { shown } from '../../model/read/problems';
import { t } from '../../words/reading';

export class RowProblems {
  readonly all: Problem[] = [];
  /** Whether one of them is an error. */
  failed = false;
  readonly record: number;

  constructor(record: number) {
    this.record = record;
  }

  /** `COLUMN is "value"; expected …`, or `is empty`. */
  error(field: string, value: unknown, code: string, expected: string): void {
    this.failed = true;
    this.#add('error', field, value, code, expected);
  }

  warn(field: string, value: unknown, code: string, expected: string): void {
    this.#add('warning', field, value, code, expected);
  }

  #add(
    severity: Problem['severity'],
    field: string,
    value: unknown,
    code: string,
    expected: string,
  ): void {
    const came =
      value === '' ? t('value.empty') : value === null ? t('value.missing') : shown(value);
    const message = t('problem.expected', { field, value: came, expected });
    this.all.push({ severity, record: this.record, field, value, code, message });
  }
}
