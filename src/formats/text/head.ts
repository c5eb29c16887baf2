/** The beginning of a text, for those who recognise what it is. */
import type { FileHead } from '../format';

/** In characters. */
const LENGTH = 65_536;

/** Reads no further than it must. */
export async function headOf(text: AsyncIterable<string>, name: string): Promise<FileHead> {
  let start = '';
  for await (const piece of text) {
    start += piece;
    if (start.length > LENGTH) return { name, text: start.slice(0, LENGTH), whole: false };
  }
  return { name, text: start, whole: true };
}
