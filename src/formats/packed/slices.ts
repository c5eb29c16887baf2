/**
 * Where the values of a JSON text stand in it. What is cut out and put back as text keeps what a
 * parsed value loses: digits beyond a double's, negative zeros, members named twice.
 *
 * All functions expect text that `JSON.parse` accepts, and an offset at which a value starts.
 */

/** Offsets in a text, half-open. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/** The offset of the first value of a text. */
export function firstValue(text: string): number {
  return afterSpace(text, 0);
}

/** The value of an object's member; of the last one where several have the name, as
 * `JSON.parse` reads it. */
export function memberSlice(text: string, object: number, name: string): Slice | undefined {
  let found: Slice | undefined;
  for (const member of memberSlices(text, object)) if (member.name === name) found = member;
  return found && { start: found.start, end: found.end };
}

/** The values of an object's members, each with its name. */
export function* memberSlices(
  text: string,
  object: number,
): Generator<Slice & { readonly name: string }> {
  let at = afterSpace(text, object + 1);
  while (text[at] !== '}') {
    const nameEnd = endOfString(text, at);
    const start = afterSpace(text, afterSpace(text, nameEnd) + 1);
    const end = endOfValue(text, start);
    yield { name: JSON.parse(text.slice(at, nameEnd)) as string, start, end };
    at = afterSpace(text, end);
    if (text[at] === ',') at = afterSpace(text, at + 1);
  }
}

/** The entries of a list. */
export function entrySlices(text: string, list: number): Slice[] {
  const slices: Slice[] = [];
  let start = afterSpace(text, list + 1);
  while (text[start] !== ']') {
    const end = endOfValue(text, start);
    slices.push({ start, end });
    start = afterSpace(text, end);
    if (text[start] === ',') start = afterSpace(text, start + 1);
  }
  return slices;
}

/** A JSON text without the line ends and indents between its values. */
export function compact(text: string): string {
  // Inside strings JSON allows neither of them, so most texts need no work.
  if (!/[\n\r\t]/.test(text)) return text;
  return text.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|[ \n\r\t]+/g, '$1');
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      at = endOfString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (unit === OPEN_OBJECT || unit === OPEN_LIST) {
      depth++;
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) {
      // A bare number or word ends where what holds it does.
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (unit === COMMA || isSpace(unit))) {
      return at;
    }
    at++;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE) return at + 1;
  }
}

function afterSpace(text: string, at: number): number {
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
