/** The beginning of a text, for those who recognise what it is. */
import type { FileHead } from '../format';

/** In characters. */
const length = 65_536;

/** Reads no further than it must. */
export async function headOf(text: AsyncIterable<string>, name: string): Promise<FileHead> {
  let start = '';
  for await (const piece of text) {
    start += piece;
    if (start.length > length) return { name, text: start.slice(0, length), whole: false };
  }
  return { name, text: start, whole: true };
}
