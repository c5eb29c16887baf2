/** Which comes first in dates such as 3/4/2025: what the whole of a table tells of it. */
import type { FormatOptions, TableFormat } from '../format';
import { orderIn, type DayOrder } from './dates';
import { note } from './header';
import { cellsOf, openTable } from './open';
import { t } from '../../words/reading';

/** A date that can have one order only. */
export interface OrderSample {
  readonly column: string;
  readonly text: string;
  readonly record: number;
}

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
  const seen = new Map<DayOrder, OrderSample>();
  let record = 0;
  for await (const piece of rows) {
    for (const row of piece) {
      record++;
      const cell = cells(row);
      for (const column of dates) {
        const order = orderIn(cell(column));
        if (order && !seen.has(order)) seen.set(order, { column, text: cell(column), record });
      }
    }
  }
  const [day, month] = [seen.get('day-first'), seen.get('month-first')];
  const found = day ?? month;
  if (!found) return options;
  const { column, text: value } = found;
  if (day && month) {
    const learned = note(column, 'mixed-day-order', mixedMessage(column, day, month), value);
    return { ...options, mixedDays: true, learned };
  }
  const dayOrder = day ? 'day-first' : 'month-first';
  const learned = note(column, 'day-order', orderMessage(dayOrder, found), value);
  return { ...options, dayOrder, learned };
}

/** How the order of days and months was found. */
export function orderMessage(order: DayOrder, { column, text, record }: OrderSample): string {
  const values = { column, text, record };
  return order === 'day-first' ? t('table.dayFirst', values) : t('table.monthFirst', values);
}

/** Why there is none. */
export function mixedMessage(
  column: string,
  day: Omit<OrderSample, 'column'>,
  month: Omit<OrderSample, 'column'>,
): string {
  return t('table.mixedDayOrder', {
    column,
    day: day.text,
    dayRecord: day.record,
    month: month.text,
    monthRecord: month.record,
  });
}
