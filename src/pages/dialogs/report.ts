/** An import's problems as a reader looks through them. Pure. */
import type { ImportReport } from '../../story';
import { printValueShort, recordOf } from '../../ui/problems';

type Problem = ImportReport['problems'][number];

export interface Filter {
  readonly severity: 'all' | 'error' | 'warning';
  /** `''` for all. */
  readonly code: string;
  /** What record, field, value or message contains, in any case; `''` for all. */
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

/** Each code with its number of problems, the most frequent first. */
export function codesIn(problems: readonly Problem[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** As the message of the report's line has them. */
export function placeCounts({
  placed,
  proposed,
  asked,
  unknown,
}: NonNullable<ImportReport['geocoding']>) {
  return { placed, proposed, open: asked + unknown };
}
