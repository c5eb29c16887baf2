/** Why a story can't be shown at all. */
import type { Problem } from '../../model/event';
import type { ImportReport } from './import-report';

/** Its message is for the reader. */
export class StoryError extends Error {
  readonly problems: readonly Problem[];
  /** Of a file that another reading may show. */
  readonly report: ImportReport | undefined;
  constructor(message: string, problems: readonly Problem[] = [], report?: ImportReport) {
    super(message);
    this.problems = problems;
    this.report = report;
  }
}
