/** How the readers of a story say what is wrong. */
import type { Problem, Text } from '../event';
import { isSafeAddress } from '../safe-address';
import { isText } from '../text';
import { member, type Members } from './members';
import { t } from '../../words/reading';

/** Notes problems of one record; how many errors it has seen decides whether it can be shown. */
export interface Reporter {
  error(field: string, value: unknown, code: string, message: string): void;
  warn(field: string, value: unknown, code: string, message: string): void;
  readonly errors: number;
}

/** A reporter that adds to `problems` under this record (see `Problem.record`). */
export function reporter(problems: Problem[], record: string | number | null): Reporter {
  return new ProblemReporter(problems, record);
}

class ProblemReporter implements Reporter {
  errors = 0;
  readonly #problems: Problem[];
  readonly #record: Problem['record'];

  constructor(problems: Problem[], record: Problem['record']) {
    this.#problems = problems;
    this.#record = record;
  }

  error(field: string, value: unknown, code: string, message: string): void {
    this.errors++;
    this.#add('error', field, value, code, message);
  }

  warn(field: string, value: unknown, code: string, message: string): void {
    this.#add('warning', field, value, code, message);
  }

  #add(
    severity: Problem['severity'],
    field: string,
    value: unknown,
    code: string,
    message: string,
  ): void {
    this.#problems.push({ severity, record: this.#record, field, value, code, message });
  }
}

/** A value as a message shows it: short, on one line. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) {
    const short = value.length <= 4 && value.every((entry) => !isCompound(entry));
    return short ? `[${value.map(shown).join(', ')}]` : t('value.list');
  }
  if (isCompound(value)) return t('value.object');
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** An optional text; anything else is noted and left out. */
export function readText(
  owner: Members,
  name: string,
  path: string,
  report: Reporter,
): Text | undefined {
  const value = member(owner, name);
  if (value === undefined || value === '') return undefined;
  if (isText(value)) return value;
  report.warn(
    path,
    value,
    'bad-text',
    t('problem.expected', { field: path, value: shown(value), expected: t('expected.text') }),
  );
  return undefined;
}

/** The entries of an optional list; what is no list is noted and counts as empty. */
export function readList(
  owner: Members,
  name: string,
  path: string,
  report: Reporter,
): readonly unknown[] {
  const value = member(owner, name);
  if (value === undefined) return none;
  if (Array.isArray(value)) return value;
  report.warn(
    path,
    value,
    'not-a-list',
    t('problem.expected', { field: path, value: shown(value), expected: t('expected.list') }),
  );
  return none;
}

/** An empty list: of a million events most lists are. */
export const none: readonly never[] = Object.freeze([]);

/** One of a set of words; anything else is noted and left out. */
export function readWord<Word extends string>(
  owner: Members,
  name: string,
  path: string,
  words: readonly Word[],
  code: string,
  report: Reporter,
): Word | undefined {
  const value = member(owner, name);
  if (value === undefined) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) {
    report.warn(
      path,
      value,
      code,
      t('problem.expected', { field: path, value: shown(value), expected: words.join(', ') }),
    );
  }
  return word;
}

function isCompound(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** An optional address; an unsafe one is noted and left out. */
export function readLink(
  owner: Members,
  name: string,
  path: string,
  report: Reporter,
): string | undefined {
  const value = member(owner, name);
  if (value === undefined || value === '') return undefined;
  if (isSafeAddress(value)) return value;
  report.warn(
    path,
    value,
    'unsafe-link',
    t('problem.expected', {
      field: path,
      value: shown(value),
      expected: t('expected.linkAddress'),
    }),
  );
  return undefined;
}
