/** Cells that a spreadsheet would take for a formula. */

const SIGNS = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/** Puts an apostrophe before a text that a spreadsheet would run, or that begins like one so
 * guarded. `unguarded` takes it off again. */
export function guarded(text: string): string {
  return SIGNS.test(text) ? `'${text}` : text;
}

export function unguarded(text: string): string {
  return text.startsWith("'") && SIGNS.test(text) ? text.slice(1) : text;
}
