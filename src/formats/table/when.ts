/** The cells of a row that say when → EDTF. */
import { daysInMonth } from '../../model/time/calendar';
import { EdtfError, parseEdtf } from '../../model/edtf';
import { readClock } from './clock';
import { printTableDate, readTableDate, type DayOrder, type TableDate } from './dates';
import { monthNamed } from './months';
import { standsForNothing } from './numbers';
import type { Cell, Mapping } from './roles';
import type { RowProblems } from './row-problems';
import { surveyedOrder, type Findings } from './survey';
import { t } from '../../words/reading';

/** Texts of dates that are remembered. */
const mostKnown = 20_000;

export class WhenCells {
  /** Whether a time of day without a zone was read. */
  localTimes = false;
  readonly #mapping: Mapping;
  readonly #columns: Readonly<Partial<Record<'when' | 'start' | 'end', string>>> & {
    /** Whether one column has the whole date. */
    readonly single: boolean;
  };
  /** Dates without a time of day, by the text of their cell. */
  readonly #known = new Map<string, string>();
  readonly #findings: Findings;
  readonly #order: DayOrder | undefined;

  /** `order` is the user's word; it goes before what the file tells. */
  constructor(mapping: Mapping, findings: Findings, order: DayOrder | undefined) {
    this.#mapping = mapping;
    const [when, start, end, time] = ['when', 'start', 'end', 'time'].map((field) =>
      mapping.get(field),
    );
    const single = time === undefined && (end === undefined || (when ?? start) === undefined);
    this.#columns = { when, start, end, single };
    this.#findings = findings;
    this.#order = order;
  }

  /** The row's date; nothing where it has none or it can't be read, which is a problem then. */
  read(cell: Cell, problems: RowProblems): string | undefined {
    const { start, end, single } = this.#columns;
    const column = this.#columns.when ?? start ?? end;
    if (column === undefined) return this.#fromYear(cell, problems);
    // Where one cell says it all, the same text is the same date.
    const text = single ? cell(column) : '';
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const when = this.#spanOf(column, end, cell, problems);
    if (single && when !== undefined && !when.includes('T') && this.#known.size < mostKnown)
      this.#known.set(text, when);
    return when;
  }

  #spanOf(
    column: string,
    end: string | undefined,
    cell: Cell,
    problems: RowProblems,
  ): string | undefined {
    const first = this.#date(column, cell, problems);
    const last = end === undefined || end === column ? undefined : this.#date(end, cell, problems);
    if (problems.failed) return undefined;
    if (!first && !last) {
      problems.error(column, cell(column), 'missing-date', t('expected.date'));
      return undefined;
    }
    const [from, to] = [first ?? last!, last ?? first!].map((date) => this.#printed(date));
    return from === to ? from : this.#span(from!, to!, end!, cell, problems);
  }

  #date(column: string, cell: Cell, problems: RowProblems): TableDate | undefined {
    const text = cell(column);
    if (standsForNothing(text)) return undefined;
    const reading = readTableDate(text, this.#order ?? surveyedOrder(column, this.#findings));
    if ('fault' in reading) {
      problems.error(column, text, reading.fault, reading.expected);
      return undefined;
    }
    let { date } = reading;
    if (this.#findings.midnight.has(column)) date = { ...date, clock: undefined };
    const time = this.#mapping.get('time');
    const isFirst = column === (this.#mapping.get('when') ?? this.#mapping.get('start'));
    if (date.clock || !date.day || !isFirst || time === undefined) return date;
    if (this.#findings.midnight.has(time) || standsForNothing(cell(time))) return date;
    const clock = readClock(cell(time));
    if (clock) return { ...date, clock };
    problems.warn(time, cell(time), 'bad-time-of-day', t('expected.clock'));
    return date;
  }

  #printed(date: TableDate): string {
    if (date.clock && !date.clock.zone) this.localTimes = true;
    return printTableDate(date);
  }

  #span(
    from: string,
    to: string,
    end: string,
    cell: Cell,
    problems: RowProblems,
  ): string | undefined {
    const when = `${from}/${to}`;
    try {
      parseEdtf(when);
      return when;
    } catch (error) {
      if (!(error instanceof EdtfError)) throw error;
    }
    const reversed = parseEdtf(to).end <= parseEdtf(from).start;
    const code = reversed ? 'end-before-start' : 'bad-date';
    const expected = reversed
      ? t('expected.endAfter', { from })
      : t('table.expectedSamePrecision', { from });
    problems.error(end, cell(end), code, expected);
    return undefined;
  }

  /** Year, month, day and hour from columns of their own, as far as each is there. */
  #fromYear(cell: Cell, problems: RowProblems): string | undefined {
    const [years, months, days, hours] = ['year', 'month', 'day', 'hour'].map((field) =>
      this.#mapping.get(field),
    );
    const given = (column: string | undefined) =>
      column === undefined || standsForNothing(cell(column)) ? undefined : cell(column);
    const yearText = given(years);
    if (years === undefined || yearText === undefined) {
      const [field, value] = years === undefined ? ['when', null] : [years, ''];
      problems.error(field, value, 'missing-date', t('table.expectedDate'));
      return undefined;
    }
    if (!/^\d{4}$/.test(yearText)) {
      problems.error(years, yearText, 'bad-date', t('table.expectedYear'));
      return undefined;
    }
    const year = Number(yearText);
    const monthText = given(months);
    if (monthText === undefined) return printTableDate({ year });
    const month = monthNamed(monthText) ?? (/^\d{1,2}$/.test(monthText) ? Number(monthText) : 0);
    if (month < 1 || month > 12) {
      problems.error(months!, monthText, 'bad-date', t('table.expectedMonthOrName'));
      return undefined;
    }
    const dayText = given(days);
    if (dayText === undefined) return printTableDate({ year, month });
    const day = /^\d{1,2}$/.test(dayText) ? Number(dayText) : 0;
    if (day < 1 || day > daysInMonth(year, month)) {
      const expected = t('table.expectedDay', { daysInMonth: daysInMonth(year, month) });
      problems.error(days!, dayText, 'impossible-date', expected);
      return undefined;
    }
    const hourText = given(hours);
    const clock = hourText === undefined ? undefined : readClock(hourText);
    if (hourText !== undefined && !clock)
      problems.warn(hours!, hourText, 'bad-time-of-day', t('table.expectedHour'));
    return this.#printed({ year, month, day, clock });
  }
}
