/** GeoJSON text sequences: records after a record separator (RFC 8142), or one on each line. */
import { depthOf } from '../../../model/read/json-scan';
import { FormatError } from '../../format';
import type { EntryPiece, JsonPiece } from './split';
import { t } from '../../../words/reading';

const separator = '\x1e';
/** The longest record, in characters. */
const longest = 256 * 1024 * 1024;

/** The records of a text that streams in, cut at record separators where it begins with one, else
 * at line ends. */
export async function* sequencePieces(text: AsyncIterable<string>): AsyncGenerator<JsonPiece[]> {
  yield [{ kind: 'list', root: true, name: '' }];
  let cut: string | undefined;
  let rest = '';
  let line = 1;
  const entry = (part: string): EntryPiece[] => {
    const start = line;
    line += part.split('\n').length - 1 + Number(cut === '\n');
    const body = part.trim();
    return body === '' ? [] : [{ kind: 'entry', text: body, depth: depthOf(body), line: start }];
  };
  for await (const piece of text) {
    cut ??=
      piece.trimStart() === ''
        ? undefined
        : piece.trimStart().startsWith(separator)
          ? separator
          : '\n';
    if (cut === undefined || !piece.includes(cut)) {
      rest += piece;
      if (rest.length > longest)
        throw new FormatError(t('geojson.recordTooLong', { line, longest: longest }));
      continue;
    }
    const parts = (rest + piece).split(cut);
    rest = parts.pop()!;
    const entries = parts.flatMap(entry);
    if (entries.length > 0) yield entries;
  }
  const last = entry(rest);
  if (last.length > 0) yield last;
}
