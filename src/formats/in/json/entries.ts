/** The records of a JSON file one by one, from where they stand in it. */
import type { Problem } from '../../../model/event';
import { objectText } from '../../../model/read/json-scan';
import { isObject } from '../../../model/read/members';
import { readEntry } from '../geojson/entry';
import { sequencePieces } from '../geojson/sequence';
import { jsonPieces, Splitter, type EntryPiece } from '../geojson/split';
import { jsonOf } from '../../shared/whole-json';
import { t } from '../../../words/reading';

/** Where the records of a file stand. */
export interface JsonPlace {
  /** Each is a line of its own. */
  readonly lines?: boolean;
  /** Members and numbers of entries from the root to the list. */
  readonly path: readonly string[];
  /** `list`: its entries. `keyed`: the members of an object. `single`: the object itself. */
  readonly kind: 'list' | 'keyed' | 'single';
}

export interface JsonEntry {
  /** Nothing where `problem` says why. */
  readonly value?: unknown;
  readonly problem?: Problem;
  /** The line it starts in; that of the list where it is read as a whole. */
  readonly line: number;
  /** The member's name in an object of records. */
  readonly key?: string;
}

/** Some at a time. What is no record of its own is one with a problem. */
export async function* entriesOf(
  text: AsyncIterable<string>,
  place: JsonPlace,
): AsyncGenerator<JsonEntry[]> {
  const [name] = place.path;
  if (place.lines) {
    for await (const pieces of sequencePieces(text))
      yield pieces.flatMap((piece) => (piece.kind === 'entry' ? [read(piece)] : []));
    return;
  }
  if (place.kind === 'list' && place.path.length < 2) {
    const splitter = new Splitter((member) => member === name);
    for await (const pieces of jsonPieces(text, splitter))
      yield pieces.flatMap((piece) => (piece.kind === 'entry' ? [read(piece)] : []));
    return;
  }
  const members: [string, string][] = [];
  for await (const pieces of jsonPieces(text, new Splitter(() => false)))
    for (const piece of pieces)
      if (piece.kind === 'member' && (name === undefined || piece.name === name))
        members.push([piece.name, piece.text]);
  const root = jsonOf(exactNumbers(objectText(members)));
  yield entriesIn(valueAt(root, place.path), place);
}

/** Those of a value that is at hand. */
export function entriesIn(value: unknown, { kind }: JsonPlace): JsonEntry[] {
  if (kind === 'single') return [{ value, line: 1 }];
  if (kind === 'keyed' && isObject(value))
    return Object.keys(value).map((key) => ({ value: value[key], line: 1, key }));
  return Array.isArray(value) ? value.map((entry: unknown) => ({ value: entry, line: 1 })) : [];
}

export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? (found as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}

/** What is no object is no record. */
export function noRecord(value: unknown, line: number): Problem {
  const message = t('json.expectedRecord', { line });
  return { severity: 'error', record: null, field: `line ${line}`, value, code: 'not-a-record', message };
} // prettier-ignore

function read(piece: EntryPiece): JsonEntry {
  const { value, problem } = readEntry({ ...piece, text: exactNumbers(piece.text) }, 0);
  return { value, problem, line: piece.line };
}

const longNumber = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** Whole numbers that a double can't hold, such as ids, become texts, so that no digit is lost. */
export function exactNumbers(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  return text.replace(longNumber, (found) =>
    found.startsWith('"') || Number.isSafeInteger(Number(found)) ? found : `"${found}"`,
  );
}
