/** Cells with a number of what was counted or measured → the number, as its whole column is written. */
import type { Problem } from '../../model/event';
import type { FormatOptions } from '../format';
import { figurePattern } from './fields';
import { note } from './header';
import { isNoAmount, standsForNothing } from './nothing';
import { isCount, readAmount, signEvidence, type DecimalSign } from './numbers';
import type { Mapping } from './roles';
import type { RowProblems } from './row-problems';
import type { Seen } from './date-survey';
import type { Findings, SignsSeen } from './survey';
import { t } from '../../words/reading';

/** What a cell says of a number: itself, or what it lies between. */
export interface Amount {
  readonly best?: number;
  readonly min?: number;
  readonly max?: number;
}

const number = "([+-]?\\d[\\d.,'’ \\u00a0\\u202f]{0,20})";
const ranges: readonly (readonly [RegExp, ...('min' | 'max')[]])[] = [
  [new RegExp(`^${number}\\s?(?:-|–|—|\\.\\.|to)\\s?${number}$`, 'i'), 'min', 'max'],
  [new RegExp(`^between ${number} and ${number}$`, 'i'), 'min', 'max'],
  [new RegExp(`^(?:at least|≥|>=)\\s?${number}$`, 'i'), 'min'],
  [new RegExp(`^${number}(?:\\s?\\+| or more)$`, 'i'), 'min'],
  [new RegExp(`^(?:up to|at most|≤|<=)\\s?${number}$`, 'i'), 'max'],
];

interface Decision {
  /** Nothing where numbers contradict each other: what can be read in two ways is refused then. */
  readonly sign: DecimalSign | undefined;
  /** A number that could be read otherwise. */
  readonly doubtful?: Seen;
}

export class Amounts {
  readonly #decisions = new Map<string, Decision>();
  readonly #counts = new Set<string>();
  /** Numbers that stand for nothing, by column. */
  readonly #unknown = new Map<string, number>();

  constructor(mapping: Mapping, { signs }: Findings, { decimal }: Pick<FormatOptions, 'decimal'>) {
    const others = everywhere(signs);
    for (const [field, column] of mapping) {
      const measure = figurePattern.exec(field)?.[1];
      if (measure === undefined && field !== 'where.radius') continue;
      const count = measure !== undefined && isCount(measure);
      if (count) this.#counts.add(column);
      const decision = decimal ? { sign: decimal } : decide(signs.get(column) ?? {}, count, others);
      this.#decisions.set(column, decision);
    }
  }

  /** Nothing where the cell has no number, which is a warning unless it stands for nothing. */
  read(column: string, text: string, problems: RowProblems): number | undefined {
    if (standsForNothing(text)) return undefined;
    if (isNoAmount(text)) {
      this.#unknown.set(column, (this.#unknown.get(column) ?? 0) + 1);
      return undefined;
    }
    const { sign } = this.#decisions.get(column) ?? { sign: '.' };
    const own = sign ?? ownSign(text);
    if (own === undefined) {
      problems.warn(column, text, 'ambiguous-number', t('table.expectedDecimal'));
      return undefined;
    }
    const value = readAmount(text, own);
    if (value !== undefined && this.#isWhole(column, value)) return value;
    const expected = value === undefined ? t('expected.number') : t('table.expectedCount');
    problems.warn(column, text, 'bad-number', expected);
    return undefined;
  }

  /** A number, or what it lies between: `10-15`, `at least 5`, `20+`, `up to 9`. Nothing as with
   * `read`. */
  readRange(column: string, text: string, problems: RowProblems): Amount | undefined {
    for (const [pattern, ...bounds] of ranges) {
      const match = pattern.exec(text);
      if (!match) continue;
      const values = bounds.map((_, at) => this.#plain(column, match[at + 1]!.trim()));
      const rising = values.every((value, at) => at === 0 || value! >= values[at - 1]!);
      if (values.includes(undefined) || !rising) break;
      return Object.fromEntries(bounds.map((bound, at) => [bound, values[at]]));
    }
    const best = this.read(column, text, problems);
    return best === undefined ? undefined : { best };
  }

  /** Without a word on what is none. */
  #plain(column: string, text: string): number | undefined {
    const { sign } = this.#decisions.get(column) ?? { sign: '.' };
    const own = sign ?? ownSign(text);
    const value = own === undefined ? undefined : readAmount(text, own);
    return value !== undefined && this.#isWhole(column, value) ? value : undefined;
  }

  #isWhole(column: string, value: number): boolean {
    return !this.#counts.has(column) || (Number.isInteger(value) && value >= 0);
  }

  /** How numbers that can mean two are read. */
  openingNotes(): Problem[] {
    return [...this.#decisions].flatMap(([column, { sign, doubtful }]) => {
      if (sign === undefined)
        return [note(column, 'mixed-decimal-signs', t('table.mixedDecimals', { column }))];
      if (!doubtful) return [];
      const { text, record } = doubtful;
      const value = readAmount(text, sign)!;
      const other = sign === '.' ? ',' : '.';
      const message = t('table.decimalSign', {
        column,
        text,
        record,
        value: String(value),
        sign: other,
      });
      return [note(column, 'decimal-sign', message, text)];
    });
  }

  /** Numbers that were taken for none. */
  closingNotes(): Problem[] {
    return [...this.#unknown].map(([column, count]) =>
      note(column, 'sentinel', t('table.sentinelsUnknown', { column, count }), count),
    );
  }
}

/** A column's own numbers decide, then that a count has no fraction, then the other columns. */
function decide(seen: SignsSeen, count: boolean, others: SignsSeen): Decision {
  const { point, comma } = seen;
  const [eitherPoint, eitherComma] = [seen['either-point'], seen['either-comma']];
  if (point && comma) return { sign: undefined };
  if (point) return { sign: '.' };
  if (comma) return { sign: ',' };
  if (eitherPoint && eitherComma) return { sign: undefined };
  if (count && eitherComma) return { sign: '.', doubtful: eitherComma };
  if (count && eitherPoint) return { sign: ',', doubtful: eitherPoint };
  const file = others.comma && !others.point ? ',' : '.';
  return { sign: file, doubtful: eitherComma ?? eitherPoint };
}

function ownSign(text: string): DecimalSign | undefined {
  const evidence = signEvidence(text);
  if (evidence === undefined || evidence === 'point') return '.';
  return evidence === 'comma' ? ',' : undefined;
}

function everywhere(signs: ReadonlyMap<string, SignsSeen>): SignsSeen {
  return Object.assign({}, ...[...signs.values()].reverse()) as SignsSeen;
}
