/** What became of an import, as lines of text. */
import type { ImportSummary } from '../formats/import/import-stream';
import type { Problem } from '../model/event';
import { ProblemGroups, type ProblemGroup } from '../model/problem-groups';

/** `error record 12 geometry.coordinates coordinate-range: message`; the value is in the message. */
export function problemLine({ severity, record, field, code, message }: Problem): string {
  const where = record === null ? 'file' : `record ${record}`;
  return `${severity}: ${where}: ${field}: ${code}: ${message}`;
}

/** One line for all records of one reason: `error: 200 records (1, 2, 3, …): lat: bad-position: …`;
 * the message is that of the first. */
function groupLine({ count, first }: ProblemGroup): string {
  const [problem] = first;
  if (count === 1) return problemLine(problem!);
  const { severity, field, code, message } = problem!;
  const numbers = first.map(({ record }) => record).join(', ');
  const more = count > first.length ? ', …' : '';
  return `${severity}: ${count} records (${numbers}${more}): ${field}: ${code}: ${message}`;
}

/** Tells at once what concerns a whole file, and at the end the records, grouped by their reason. */
export class ProblemLines {
  readonly #tell: (line: string) => void;
  readonly #groups = new ProblemGroups();

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  add(problem: Problem): void {
    if (problem.record === null) this.#tell(problemLine(problem));
    else this.#groups.add(problem);
  }

  end(): void {
    for (const group of this.#groups.all) this.#tell(groupLine(group));
  }
}

/** How many records were read, written and rejected, and for what. */
export function summaryText(name: string, summary: ImportSummary): string {
  const { format, read, written, rejected, rejectedBy, warnedOf, geocoding } = summary;
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([code, count]) => `${count} ${code}`)
      .join(', ');
  const parts = [
    `${name}: ${format.label}, ${read} records read, ${written} written, ${rejected} rejected`,
  ];
  if (rejected > 0) parts.push(`rejected: ${list(rejectedBy)}`);
  if (Object.keys(warnedOf).length > 0) parts.push(`warnings: ${list(warnedOf)}`);
  if (geocoding) {
    const { placed, proposed, asked, unknown, chosen = 0, declined = 0 } = geocoding;
    const decided = chosen + declined > 0 ? `, ${chosen} chosen, ${declined} left by choice` : '';
    parts.push(
      `places by name: ${placed} placed, ${proposed} proposed, ${asked} not clear, ${unknown} unknown${decided}`,
    );
  }
  return parts.join('\n  ');
}
