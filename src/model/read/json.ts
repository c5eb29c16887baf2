/** JSON text → value, and where it fails the line and column, alike in every browser. */
import { afterSpace } from './json-scan';
import { t } from '../../words/reading';

export class JsonError extends Error {
  constructor(
    /** From 1. */
    readonly line: number,
    /** In characters, from 1. */
    readonly column: number,
    /** What stands there. */
    readonly found: string,
    readonly expected: string,
  ) {
    super(`line ${line}, column ${column}: found ${found}, expected ${expected}`);
    this.name = 'JsonError';
  }
}

/** Throws `JsonError`. A byte order mark is tolerated. */
export function parseJson(text: string): unknown {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return JSON.parse(body);
  } catch {
    const [at, expected] = findFault(body);
    const before = body.slice(0, at).split(/\r\n|\r|\n/);
    const found = at < body.length ? `"${[...body.slice(at, at + 2)][0]}"` : t('json.endOfFile');
    throw new JsonError(before.length, before[before.length - 1]!.length + 1, found, expected);
  }
}

const scalarPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const plainPattern = /[^"\\\u0000-\u001f]*/y; // eslint-disable-line no-control-regex
const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The position of the first character that breaks the grammar, and what would have fitted. */
function findFault(text: string): [number, string] {
  const open: ('{' | '[')[] = [];
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const string = (): boolean => {
    at++;
    while (take(plainPattern)) {
      if (text[at] === '"') {
        at++;
        return true;
      }
      if (!take(escapePattern)) return false;
    }
    return false;
  };
  const key = (): string | undefined => {
    at = afterSpace(text, at);
    if (text[at] !== '"') return t('json.memberName');
    if (!string()) return t('json.endOfString');
    at = afterSpace(text, at);
    if (text[at] !== ':') return '":"';
    at++;
    return undefined;
  };

  for (let value = true; ;) {
    at = afterSpace(text, at);
    if (value) {
      const bracket = text[at];
      if (bracket === '{' || bracket === '[') {
        open.push(bracket);
        at++;
        at = afterSpace(text, at);
        value = text[at] !== (bracket === '{' ? '}' : ']');
        const fault = value && bracket === '{' ? key() : undefined;
        if (fault) return [at, fault];
        continue;
      }
      if (bracket === '"') {
        if (!string()) return [at, t('json.endOfString')];
      } else if (!take(scalarPattern)) {
        return [at, t('json.value')];
      }
      value = false;
      continue;
    }
    const inside = open[open.length - 1];
    if (inside === undefined) return [at, t('json.noMore')];
    const close = inside === '{' ? '}' : ']';
    if (text[at] === close) {
      at++;
      open.pop();
    } else if (text[at] === ',') {
      at++;
      const fault = inside === '{' ? key() : undefined;
      if (fault) return [at, fault];
      value = true;
    } else {
      return [at, t('json.commaOrClose', { close })];
    }
  }
}
