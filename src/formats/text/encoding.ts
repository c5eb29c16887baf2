/** The encoding of a file that is not UTF-8 and does not say which it is in. */
import type { Problem } from '../../model/event';
import { FormatError } from '../format';
import type { Encoding, EncodingError } from './decode';
import { LegacyWords } from './legacy';
import { t } from '../../words/reading';

export interface EncodingGuess {
  /** Nothing where no encoding stands clear. */
  readonly encoding?: Encoding;
  /** The line of the first byte concerned, from 1. */
  readonly line: number;
  /** Its bytes around it. */
  readonly around: Uint8Array;
}

/** In bytes, to either side. */
const bytesAround = 30;

/** Looks through the whole file. */
export async function findEncoding(
  bytes: AsyncIterable<Uint8Array>,
  { offset }: EncodingError,
): Promise<EncodingGuess> {
  const words = new LegacyWords();
  const around: number[] = [];
  let line = 1;
  let at = 0;
  for await (const piece of bytes) {
    words.add(piece);
    const end = Math.min(piece.length, offset - at);
    for (let index = 0; index < end; index++) if (piece[index] === 0x0a) line++;
    const [from, to] = [offset - bytesAround - at, offset + bytesAround - at];
    if (to > 0 && from < piece.length) around.push(...piece.subarray(Math.max(0, from), to));
    at += piece.length;
  }
  const cut = around.lastIndexOf(0x0a, Math.min(bytesAround, offset)) + 1;
  const stop = around.findIndex((byte, index) => index >= cut && (byte === 0x0a || byte === 0x0d));
  const own = around.slice(cut, stop < 0 ? undefined : stop);
  return { encoding: words.found(), line, around: Uint8Array.from(own) };
}

/** A file whose format has to be UTF-8. */
export function refusal({ byte, offset }: EncodingError, { line, encoding, around }: EncodingGuess, what: string): FormatError {
  const guess = encoding ?? 'windows-1252';
  return new FormatError(
    t('text.otherEncoding', { value: byte.toString(16), offset, line, what, guess, around: quoted(around, guess) }),
  );
} // prettier-ignore

/** A table whose encoding was not found. */
export function encodingNeeded(
  { byte, offset }: EncodingError,
  { line, around }: EncodingGuess,
): FormatError {
  return new FormatError(
    t('text.unclearEncoding', {
      value: byte.toString(16),
      offset,
      line,
      around: quoted(around, 'windows-1252'),
      around2: quoted(around, 'windows-1251'),
    }),
  );
}

/** That a table was read in an encoding which it does not say. */
export function foundNote({ line, around }: EncodingGuess, encoding: Encoding): Problem {
  const message = t('text.detectedEncoding', { encoding, line, around: quoted(around, encoding) });
  return { severity: 'warning', record: null, field: 'bytes', value: encoding, code: 'encoding-found', message };
} // prettier-ignore

function quoted(bytes: Uint8Array, encoding: Encoding): string {
  return JSON.stringify(new TextDecoder(encoding).decode(bytes).trim());
}
