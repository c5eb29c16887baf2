/** Why a story can't be shown at all. */
import type { Problem } from '../../model/event';

/** Its message is for the reader. */
export class StoryError extends Error {
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}
