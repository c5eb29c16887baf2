/** An import's problems as a reader looks through them. Pure. */
import type { ImportReport } from '../../story';

type Problem = ImportReport['problems'][number];

export interface Filter {
  readonly severity: 'all' | 'error' | 'warning';
  /** `''` for all. */
  readonly code: string;
  /** What record, field, value or message must hold, in any case; `''` for all. */
  readonly text: string;
}

export function matching(problems: readonly Problem[], filter: Filter): Problem[] {
  const wanted = filter.text.trim().toLocaleLowerCase();
  return problems.filter(
    (problem) =>
      (filter.severity === 'all' || problem.severity === filter.severity) &&
      (filter.code === '' || problem.code === filter.code) &&
      (wanted === '' ||
        [
          recordOf(problem),
          problem.field,
          printValueShort(problem),
          problem.message,
          problem.code,
        ].some((text) => text.toLocaleLowerCase().includes(wanted))),
  );
}

/** Each code with how often it stands among the problems, the most frequent first. */
export function codesIn(problems: readonly Problem[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

export function recordOf({ record, id }: Problem): string {
  if (record === null) return 'The file';
  return id === undefined ? String(record) : `${record} (${id})`;
}

export function printValueShort({ value }: Problem): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
