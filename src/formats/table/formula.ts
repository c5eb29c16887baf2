/** Cells that a spreadsheet would take for a formula. */

const signsPattern = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/** Puts an apostrophe before a text that a spreadsheet would run, or that begins like one so
 * guarded. `unguarded` takes it off again. */
export function guarded(text: string): string {
  return signsPattern.test(text) ? `'${text}` : text;
}

export function unguarded(text: string): string {
  return text.startsWith("'") && signsPattern.test(text) ? text.slice(1) : text;
}
