/**
 * A GeoJSON text → its members and the entries of its list, cut out one by one while it streams in.
 * Only what is being cut out is kept, so a collection may be longer than memory.
 *
 * Entries are cut by their brackets; whether each is sound JSON is for who reads it.
 */
import {
  closeList,
  closeObject,
  colon,
  comma,
  isSpace,
  newline,
  openList,
  openObject,
  quote,
  ValueScanner,
} from '../../../model/read/json-scan';
import { FormatError } from '../../format';
import { t } from '../../../words/reading';

/** A member of the root object, its value as text; `name` is decoded. */
export interface MemberPiece {
  readonly kind: 'member';
  readonly name: string;
  readonly text: string;
}

/** An entry of a list whose entries are cut out: `features`, or a root that is itself a list. */
export interface EntryPiece {
  readonly kind: 'entry';
  readonly text: string;
  /** How deep lists and objects lie within each other, from 0 for a bare number. */
  readonly depth: number;
  /** The line it starts in, from 1. */
  readonly line: number;
}

/** Says where the list stands among the members. */
export interface ListPiece {
  readonly kind: 'list';
  /** Whether the list is the root itself. */
  readonly root: boolean;
  /** The member's name; empty for the root. */
  readonly name: string;
}

export type JsonPiece = MemberPiece | EntryPiece | ListPiece;

/** The longest value cut out, in characters. */
const longest = 256 * 1024 * 1024;
/** The longest member name. */
const longestName = 1_000_000;

type State = 'root' | 'name' | 'colon' | 'value' | 'comma' | 'entry' | 'next' | 'end';

export class Splitter {
  #state: State = 'root';
  #listRoot = false;
  #first = true;
  #name = '';
  /** What of the value came in earlier pieces. */
  #parts: string[] = [];
  #length = 0;
  #inside = false;
  readonly #value = new ValueScanner();
  readonly #isList: (name: string) => boolean;
  #line = 1;
  #startLine = 1;

  /** @param isList Whether a list of this name at the root is cut into its entries. */
  constructor(isList: (name: string) => boolean = (name) => name === 'features') {
    this.#isList = isList;
  }

  /** Throws a `FormatError` where the text is no JSON object or list. */
  push(text: string): JsonPiece[] {
    const pieces: JsonPiece[] = [];
    let counted = 0;
    const lineAt = (at: number) => {
      for (; counted < at; counted++) if (text.charCodeAt(counted) === newline) this.#line++;
      return this.#line;
    };
    for (let at = 0; at < text.length;) {
      if (this.#inside) {
        at = this.#scan(text, at, pieces);
        continue;
      }
      const unit = text.charCodeAt(at);
      if (isSpace(unit)) {
        at++;
        continue;
      }
      const begins = this.#step(unit, pieces);
      if (begins === 'no') refuse(text, at, lineAt(at), expectedIn(this.#state));
      if (begins === 'value') {
        this.#startLine = lineAt(at);
        this.#inside = true;
        this.#value.begin();
      } else {
        at++;
      }
    }
    lineAt(text.length);
    return pieces;
  }

  /** After the last text. Throws a `FormatError` where the file breaks off. */
  end(): void {
    if (this.#state === 'end') return;
    const expected = this.#inside ? t('geojson.endOfValue') : expectedIn(this.#state);
    throw new FormatError(t('geojson.fileBreaksOff', { line: this.#line, expected }));
  }

  /** What a sign between values means: a value begins with it, it is passed, or it is wrong. */
  #step(unit: number, pieces: JsonPiece[]): 'value' | 'passed' | 'no' {
    switch (this.#state) {
      case 'root':
        if (unit === openList) {
          this.#listRoot = true;
          return this.#openList(pieces);
        }
        if (unit !== openObject) return 'no';
        this.#state = 'name';
        this.#first = true;
        return 'passed';
      case 'name':
        if (unit === quote) return 'value';
        if (unit !== closeObject || !this.#first) return 'no';
        this.#state = 'end';
        return 'passed';
      case 'colon':
        if (unit !== colon) return 'no';
        this.#state = 'value';
        return 'passed';
      case 'value':
        if (unit === openList && this.#isList(this.#name)) return this.#openList(pieces);
        return isCloser(unit) ? 'no' : 'value';
      case 'comma':
        if (unit !== comma && unit !== closeObject) return 'no';
        this.#first = false;
        this.#state = unit === comma ? 'name' : 'end';
        return 'passed';
      case 'entry':
        if (unit === closeList && this.#first) return this.#closeList();
        return isCloser(unit) ? 'no' : 'value';
      case 'next':
        if (unit === closeList) return this.#closeList();
        if (unit !== comma) return 'no';
        this.#first = false;
        this.#state = 'entry';
        return 'passed';
      case 'end':
        return 'no';
    }
  }

  #openList(pieces: JsonPiece[]): 'passed' {
    pieces.push({ kind: 'list', root: this.#listRoot, name: this.#name });
    this.#state = 'entry';
    this.#first = true;
    return 'passed';
  }

  #closeList(): 'passed' {
    this.#state = this.#listRoot ? 'end' : 'comma';
    return 'passed';
  }

  /** Goes on within a value; gives the offset after it, or after the text. */
  #scan(text: string, start: number, pieces: JsonPiece[]): number {
    const end = this.#value.scan(text, start);
    if (end >= 0) return this.#finish(text, start, end, pieces);
    this.#length += text.length - start;
    if (this.#length > (this.#state === 'name' ? longestName : longest)) {
      throw new FormatError(
        t('geojson.valueTooLong', { startLine: this.#startLine, longest: longest }),
      );
    }
    this.#parts.push(text.slice(start));
    return text.length;
  }

  #finish(text: string, start: number, end: number, pieces: JsonPiece[]): number {
    this.#parts.push(text.slice(start, end));
    const value = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    this.#inside = false;
    if (this.#state === 'name') {
      this.#name = parsedName(value, this.#startLine);
      this.#state = 'colon';
    } else if (this.#state === 'value') {
      pieces.push({ kind: 'member', name: this.#name, text: value });
      this.#state = 'comma';
    } else {
      pieces.push({
        kind: 'entry',
        text: value,
        depth: this.#value.deepest,
        line: this.#startLine,
      });
      this.#state = 'next';
    }
    return end;
  }
}

/** The pieces of a text that streams in. */
export async function* jsonPieces(
  text: AsyncIterable<string>,
  splitter = new Splitter(),
): AsyncGenerator<JsonPiece[]> {
  for await (const part of text) yield splitter.push(part);
  splitter.end();
}

function expectedIn(state: State): string {
  switch (state) {
    case 'root':
      return t('json.objectOrList');
    case 'name':
      return t('json.memberName');
    case 'colon':
      return '":"';
    case 'comma':
      return t('json.commaOrClose', { close: '}' });
    case 'next':
      return t('json.commaOrClose', { close: ']' });
    case 'end':
      return t('json.noMore');
    default:
      return t('json.value');
  }
}

function isCloser(unit: number): boolean {
  return unit === closeList || unit === closeObject || unit === comma || unit === colon;
}

function refuse(text: string, at: number, line: number, expected: string): never {
  const found = [...text.slice(at, at + 2)][0]!;
  throw new FormatError(t('geojson.notJsonAt', { line, found, expected }));
}

function parsedName(text: string, line: number): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new FormatError(t('geojson.noMemberName', { line, found: text.slice(0, 60) }));
  }
}
