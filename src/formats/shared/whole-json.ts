/** Files that can't be read piece by piece: what their events mean may stand at the end. */
import { JsonError, parseJson } from '../../model/read/json';
import { FormatError } from '../format';
import { t } from '../../words/reading';

/** Characters; some hundred times what is published in these formats. */
const longest = 200_000_000;

/** Throws a `FormatError`. */
export async function wholeJson(text: AsyncIterable<string>): Promise<unknown> {
  return jsonOf(await wholeText(text));
}

/** Throws a `FormatError` where it is too long. */
export async function wholeText(text: AsyncIterable<string>): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of text) {
    length += piece.length;
    if (length > longest) throw new FormatError(t('json.fileTooLong', { longest: longest }));
    pieces.push(piece);
  }
  return pieces.join('');
}

/** Throws a `FormatError`. */
export function jsonOf(text: string, name = t('import.unnamedFile')): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { line, column, found, expected } = error;
    throw new FormatError(t('json.notJson', { name, line, column, found, expected }));
  }
}

/** The text of a string or number; empty for anything else. */
export function textOrNumber(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}
