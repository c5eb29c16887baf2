/** Which comes first in dates such as 3/4/2025: what the whole of a table tells of it. */
import type { FormatOptions, TableFormat } from '../format';
import { note } from './header';
import { cellsOf, openTable } from './open';
import { OrderSurvey, type OrderSample } from './order-survey';
import type { DayOrder } from './table-date';
import { t } from '../../words/reading';

/** The options with what the table's dates tell, and a note of it as `learned`. */
export async function learnDayOrder(
  table: TableFormat,
  text: AsyncIterable<string>,
  options: FormatOptions,
): Promise<FormatOptions> {
  if (options.dayOrder) return options;
  const { header, rows, want } = await openTable(text);
  const dates = table.dates!(header.columns);
  want(dates);
  const cells = cellsOf(header.columns);
  const survey = new OrderSurvey();
  let record = 0;
  for await (const piece of rows) {
    for (const row of piece) {
      record++;
      const cell = cells(row);
      for (const column of dates) survey.add(cell(column), column, record);
    }
  }
  const { order, sample, conflict } = survey;
  if (conflict) {
    const [{ column, text: value }] = conflict;
    const learned = note(column, 'mixed-day-order', mixedMessage(column, ...conflict), value);
    return { ...options, mixedDays: true, learned };
  }
  if (!order || !sample) return options;
  const learned = note(sample.column, 'day-order', orderMessage(order, sample), sample.text);
  return { ...options, dayOrder: order, learned };
}

/** How the order of days and months was found. */
export function orderMessage(order: DayOrder, { column, text, record }: OrderSample): string {
  const values = { column, text, record };
  if (order === 'year-first') return t('table.yearFirst', values);
  return order === 'day-first' ? t('table.dayFirst', values) : t('table.monthFirst', values);
}

/** Why there is none. */
export function mixedMessage(
  column: string,
  first: Omit<OrderSample, 'column'>,
  second: Omit<OrderSample, 'column'>,
): string {
  return t('table.mixedDayOrder', {
    column,
    first: first.text,
    firstRecord: first.record,
    second: second.text,
    secondRecord: second.record,
  });
}
