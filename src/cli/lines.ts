/** Problems as lines of text. */
import type { Problem } from '../model/event';
import type { ProblemGroup } from '../model/problem-groups';

/** `error record 12 geometry.coordinates coordinate-range: message`; the value is in the message. */
export function problemLine({ severity, record, field, code, message }: Problem): string {
  const where = record === null ? 'file' : `record ${record}`;
  return `${severity}: ${where}: ${field}: ${code}: ${message}`;
}

/** One line for all records of one reason: `error: 200 records (1, 2, 3, …): lat: bad-position: …`;
 * the message is that of the first. */
export function groupLine({ count, first }: ProblemGroup): string {
  const [problem] = first;
  if (count === 1) return problemLine(problem!);
  const { severity, field, code, message } = problem!;
  const numbers = first.map(({ record }) => record).join(', ');
  const more = count > first.length ? ', …' : '';
  return `${severity}: ${count} records (${numbers}${more}): ${field}: ${code}: ${message}`;
}
