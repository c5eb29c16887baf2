/** Names that stand twice in one object: `JSON.parse` would silently keep the last value only. */

/** The first such name in a text that `JSON.parse` accepts. */
export function repeatedName(text: string): string | undefined {
  /** Names of the objects that are open, innermost last; `null` for lists. */
  const open: (Set<string> | null)[] = [];
  let expectsName = false;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfString(text, at);
        const names = open[open.length - 1];
        if (expectsName && names) {
          const name = nameIn(text, at, end);
          if (names.has(name)) return name;
          names.add(name);
          expectsName = false;
        }
        at = end;
        break;
      }
      case OPEN_OBJECT:
        open.push(new Set());
        expectsName = true;
        break;
      case OPEN_LIST:
        open.push(null);
        expectsName = false;
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        open.pop();
        expectsName = false;
        break;
      case COMMA:
        expectsName = open[open.length - 1] !== null;
    }
  }
  return undefined;
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The offset of the closing quote. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE) return at;
  }
  return text.length;
}

function nameIn(text: string, start: number, end: number): string {
  const name = text.slice(start + 1, end);
  return name.includes('\\') ? (JSON.parse(`"${name}"`) as string) : name;
}
