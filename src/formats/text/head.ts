/** The beginning of a text, for those who recognise what it is. */
import type { FileHead } from '../format';
import { RowStream } from '../table/row-stream';

/** In characters. */
const length = 65_536;

/** Reads no further than it must. */
export async function headOf(text: AsyncIterable<string>, name: string): Promise<FileHead> {
  const columns = text instanceof RowStream ? text.columns : undefined;
  let start = '';
  for await (const piece of text) {
    start += piece;
    if (start.length > length) return { name, text: start.slice(0, length), whole: false, columns };
  }
  return { name, text: start, whole: true, columns };
}
