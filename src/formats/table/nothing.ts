/** What stands for nothing in the cells of tables, by habit of those who keep them. */

/** Nobody is called so: these stand for nothing in every cell. Letters count as they are written,
 * because "Nan" and "Null" are names of places and people, and THOR has targets in NAN. */
const marks: ReadonlySet<string> = new Set(
  [
    '', '-', '--', '---', '–', '—', '――', '―', '?', '??', '???', '.', '..', '...', '…', '_', '*', '\\N', 'nan', 'NaN', 'NaT',
    'None', '<NA>', '<na>', '#N/A', '#n/a', '#NA', '#NV', '#VALUE!', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!',
    ...variants('na', 'n/a', 'n.a.', 'n.a', 'n/d', 'n.d.', 'null', '(null)', '<null>', '[null]', 'none', '(none)', '<none>'),
    ...phrases('not available', 'not applicable', 'not known', 'not stated', 'not specified', 'not reported', 'not recorded', 'not provided', 'not given', 'no data', 'no information', 'no info'),
    ...variants('k.a.', 's/d', 'н/д', 'нет данных', 'немає даних'),
  ],
); // prettier-ignore

/** Words that may be a name or a kind: they stand for nothing where a number, a date or a position
 * was expected. In lower case. */
const words: ReadonlySet<string> = new Set([
  'nan', 'null', 'na', 'nil', 'unknown', 'unk', 'unkn', 'undefined', 'unspecified', 'undated', 'missing', 'blank', 'empty', 'tbd', 'tba', 'tbc',
  'unbekannt', 'inconnu', 'inconnue', 'desconocido', 'desconocida', 'sconosciuto', 'desconhecido', 'неизвестно', 'невідомо', 'غير معروف',
]); // prettier-ignore

const longest = Math.max(...[...marks, ...words].map(({ length }) => length));
const [ZERO, NINE] = [0x30, 0x39];

/** Whether a cell in which a number, a date, a position or a code is expected has none. */
export function standsForNothing(text: string): boolean {
  if (text.length > longest) return false;
  const first = text.charCodeAt(0);
  // Most cells that are asked about are numbers and dates.
  if (first >= ZERO && first <= NINE) return false;
  return marks.has(text) || words.has(text.toLowerCase());
}

/** Whether a cell in which a text is expected, such as a name or a title, has none. */
export function isEmptyText(text: string): boolean {
  return text.length <= longest && marks.has(text);
}

const sentinelPattern = /^(?:-9{2,6}|9{4,6})(?:[.,]0{1,6})?$/;

/** Numbers that often stand for "nothing known": -99, -999 and so on, 9999 and so on. */
export function isSentinel(text: string): boolean {
  return text.includes('99') && sentinelPattern.test(text);
}

/** The same of an amount, which is never less than nothing: -9 too. */
export function isNoAmount(text: string): boolean {
  return isSentinel(text) || /^[-−]9(?:[.,]0{1,6})?$/.test(text);
}

function variants(...texts: readonly string[]): string[] {
  return texts.flatMap((text) => [text, text.toUpperCase()]);
}

function phrases(...texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...variants(text), text.charAt(0).toUpperCase() + text.slice(1)]);
}
