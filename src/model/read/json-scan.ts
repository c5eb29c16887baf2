/**
 * Where the values of a JSON text stand in it, found by its brackets and quotes alone. What is cut
 * out and put back as text keeps what a parsed value loses: digits beyond a double's, negative zeros,
 * members named twice. Whether a value is sound JSON is for `JSON.parse`.
 */

/** Offsets in a text, half-open. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units that structure a text. */
export const [quote, backslash, comma, colon, newline] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a] as const;
export const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d] as const;

export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === newline || unit === 0x0d || unit === 0x09;
}

/** The offset of the first sign that is no space. */
export function afterSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset after the closing quote of the string that starts here; the text's length where it has
 * none. */
export function afterString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === backslash) at++;
    else if (unit === quote) return at + 1;
  }
  return text.length;
}

/** Finds the end of one value after the other in a text that may come in pieces. */
export class ValueScanner {
  /** How deep lists and objects lie within each other in the value, from 0 for a bare one. */
  deepest = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;

  /** Before a value. */
  begin(): void {
    this.#depth = this.deepest = 0;
    this.#inString = this.#escaped = false;
  }

  /** Goes on within the value: the offset after it, or −1 where the text ends first. A bare number or
   * word at the very end of a text may go on in the next piece. */
  scan(text: string, start: number): number {
    for (let at = start; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (unit === backslash) this.#escaped = true;
        else if (unit === quote) {
          this.#inString = false;
          if (this.#depth === 0) return at + 1;
        }
      } else if (unit === quote) {
        this.#inString = true;
      } else if (unit === openObject || unit === openList) {
        if (++this.#depth > this.deepest) this.deepest = this.#depth;
      } else if (unit === closeObject || unit === closeList) {
        // A bare number or word ends where what holds it does.
        if (this.#depth === 0) return at;
        if (--this.#depth === 0) return at + 1;
      } else if (this.#depth === 0 && (unit === comma || isSpace(unit))) {
        return at;
      }
    }
    return -1;
  }
}

/** The offset after the value that starts here; the text's length where it has no end. */
export function afterValue(text: string, start: number): number {
  const end = new ValueScanner().scan(text, start);
  return end < 0 ? text.length : end;
}

/** How deep lists and objects lie within each other in a text's value, from 0 for a bare one. */
export function depthOf(text: string): number {
  const scanner = new ValueScanner();
  scanner.scan(text, afterSpace(text, 0));
  return scanner.deepest;
}

/** The value of an object's member; of the last one where several have the name, as `JSON.parse`
 * reads it. As all below, it expects a text that `JSON.parse` accepts.
 * @param object The offset at which the object starts. */
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
  while (text.charCodeAt(at) !== closeObject) {
    const nameEnd = afterString(text, at);
    const start = afterSpace(text, afterSpace(text, nameEnd) + 1);
    const end = afterValue(text, start);
    yield { name: JSON.parse(text.slice(at, nameEnd)) as string, start, end };
    at = afterSpace(text, end);
    if (text.charCodeAt(at) === comma) at = afterSpace(text, at + 1);
  }
}

/** The entries of a list. */
export function entrySlices(text: string, list: number): Slice[] {
  const slices: Slice[] = [];
  let start = afterSpace(text, list + 1);
  while (text.charCodeAt(start) !== closeList) {
    const end = afterValue(text, start);
    slices.push({ start, end });
    start = afterSpace(text, end);
    if (text.charCodeAt(start) === comma) start = afterSpace(text, start + 1);
  }
  return slices;
}

/** The members of an object: name (decoded) → the text of its value, in their order; the last of a name stands. */
export function membersIn(object: string): Map<string, string> {
  const members = new Map<string, string>();
  for (const { name, start, end } of memberSlices(object, afterSpace(object, 0)))
    members.set(name, object.slice(start, end));
  return members;
}

/** An object of members whose values are JSON text. */
export function objectText(members: Iterable<readonly [name: string, text: string]>): string {
  return `{${Array.from(members, ([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

/** A JSON text without the line ends and indents between its values. */
export function compact(text: string): string {
  // Inside strings JSON allows neither of them, so most texts need no work.
  if (!/[\n\r\t]/.test(text)) return text;
  return text.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|[ \n\r\t]+/g, '$1');
}

/** The first name that stands twice in one object: `JSON.parse` would silently keep the last value
 * only. */
export function repeatedName(text: string): string | undefined {
  /** Names of the objects that are open, innermost last; `null` for lists. */
  const open: (Set<string> | null)[] = [];
  let expectsName = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      const end = afterString(text, at) - 1;
      const names = open[open.length - 1];
      if (expectsName && names) {
        const name = nameIn(text, at, end);
        if (names.has(name)) return name;
        names.add(name);
        expectsName = false;
      }
      at = end;
    } else if (unit === openObject || unit === openList) {
      open.push(unit === openObject ? new Set() : null);
      expectsName = unit === openObject;
    } else if (unit === closeObject || unit === closeList) {
      open.pop();
      expectsName = false;
    } else if (unit === comma) {
      expectsName = open[open.length - 1] !== null;
    }
  }
  return undefined;
}

function nameIn(text: string, start: number, end: number): string {
  const name = text.slice(start + 1, end);
  return name.includes('\\') ? (JSON.parse(`"${name}"`) as string) : name;
}
