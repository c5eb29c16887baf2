/** Which of the orders of day, month and year the dates of a column leave. */
import { ordersExcludedBy } from './date-forms';
import type { DayOrder } from './table-date';

/** A date that tells. */
export interface OrderSample {
  readonly column: string;
  readonly text: string;
  readonly record: number;
}

export class OrderSurvey {
  /** Each order with the first date that can't have it. */
  readonly #excluded = new Map<DayOrder, OrderSample>();

  add(text: string, column: string, record: number): void {
    for (const order of ordersExcludedBy(text))
      if (!this.#excluded.has(order)) this.#excluded.set(order, { column, text, record });
  }

  /** All that others have seen besides. */
  include({ evidence }: OrderSurvey): void {
    for (const [order, sample] of evidence)
      if (!this.#excluded.has(order)) this.#excluded.set(order, sample);
  }

  get evidence(): ReadonlyMap<DayOrder, OrderSample> {
    return this.#excluded;
  }

  /** Nothing where no date tells, or they contradict each other. */
  get order(): DayOrder | undefined {
    return orderLeft(this.#excluded);
  }

  /** A date that shows the order. */
  get sample(): OrderSample | undefined {
    return this.#excluded.get(this.order === 'day-first' ? 'month-first' : 'day-first');
  }

  /** Two dates that contradict each other. */
  get conflict(): readonly [OrderSample, OrderSample] | undefined {
    if (this.order !== undefined) return undefined;
    const [first, second] = [this.#excluded.get('month-first'), this.#excluded.get('day-first')];
    return first && second && [first, second];
  }
}

/** The order that a single date shows. */
export function orderIn(text: string): DayOrder | undefined {
  return orderLeft(new Set(ordersExcludedBy(text)));
}

/** The year stands last as a rule, so that it stands first only where nothing else can be. */
function orderLeft(excluded: { has(order: DayOrder): boolean }): DayOrder | undefined {
  const [day, month] = [excluded.has('day-first'), excluded.has('month-first')];
  if (day && month) return excluded.has('year-first') ? undefined : 'year-first';
  if (day) return 'month-first';
  return month ? 'day-first' : undefined;
}
