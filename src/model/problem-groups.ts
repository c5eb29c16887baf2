/** Problems that are alike, so that two hundred equal lines become one. */
import type { Problem } from './event';

/** Problems of each group that are kept whole. */
const mostKept = 3;
/** Groups that are kept apart; a wide table can have a group for each column and code. */
const mostGroups = 2000;

export interface ProblemGroup<Kind extends Problem = Problem> {
  readonly severity: Problem['severity'];
  readonly field: string;
  readonly code: string;
  /** Of problems; a record has at most a few of one reason. */
  readonly count: number;
  /** The first three. */
  readonly first: readonly Kind[];
}

/** Gathers problems by their reason: severity, code and field. Those of the file as a whole stand
 * alone. Memory stays bounded. */
export class ProblemGroups<Kind extends Problem = Problem> {
  readonly #groups = new Map<string, { count: number; first: Kind[] }>();

  add(problem: Kind): void {
    const key = reasonKey(problem);
    const group = this.#groups.get(key);
    if (group) {
      group.count++;
      if (group.first.length < mostKept) group.first.push(problem);
    } else if (this.#groups.size < mostGroups) {
      this.#groups.set(key, { count: 1, first: [problem] });
    }
  }

  /** In the order of their first problem. */
  get all(): ProblemGroup<Kind>[] {
    return [...this.#groups.values()].map(({ count, first }) => {
      const { severity, field, code } = first[0]!;
      return { severity, field, code, count, first };
    });
  }
}

/** The same for two problems that are of one group. */
export function reasonKey({ record, severity, field, code, message }: Problem): string {
  const alone = record === null ? message : '';
  return [severity, code, field, alone].join('\n');
}
