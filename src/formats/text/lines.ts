/** Text → its lines, while it streams in. */
import { FormatError } from '../format';
import { t } from '../../words/reading';

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** In characters: what has no line ends must not swallow the memory. */
const longest = 4_000_000;

/** Lines without their ends, of each piece of text; those with nothing in them are left out.
 * Throws a `FormatError` where one is too long to be meant. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let rest = '';
  let number = 0;
  const cut = (lines: readonly string[]): Line[] =>
    lines
      .map((line) => ({ text: line.endsWith('\r') ? line.slice(0, -1) : line, number: ++number }))
      .filter((line) => line.text.trim() !== '');
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    if (rest.length > longest)
      throw new FormatError(
        t('text.lineTooLong', { line: number + lines.length + 1, longest: longest }),
      );
    const found = cut(lines);
    if (found.length > 0) yield found;
  }
  const last = cut([rest]);
  if (last.length > 0) yield last;
}
