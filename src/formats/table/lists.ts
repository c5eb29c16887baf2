/** Cells with a list where one value is wanted: `Airstrike; Shelling`, `["Airstrike","Shelling"]`. */
import { isEmptyText } from './nothing';

/** What stands between the values of a column's lists. */
export type ListSign = '|' | ';' | '\n' | ',';

/** Signs that hardly ever stand within one value. */
const plain: readonly ListSign[] = ['|', ';', '\n'];

/** What stands between values, going by the different texts of a column; nothing where they are no
 * lists. A comma also stands within one value, so that parts have to be found in other cells too. */
export function listSignOf(texts: Iterable<string>): ListSign | undefined {
  const all = [...texts];
  const sign = plain.find((candidate) => all.some((text) => partsOf(text, candidate).length > 1));
  if (sign) return sign;
  const seen = new Map<string, number>();
  for (const text of all)
    for (const part of new Set(partsOf(text, ','))) seen.set(part, (seen.get(part) ?? 0) + 1);
  const lists = all.map((text) => partsOf(text, ',')).filter(({ length }) => length > 1);
  const shared = lists.filter((parts) => parts.some((part) => seen.get(part)! > 1));
  return lists.length > 0 && shared.length >= lists.length / 2 ? ',' : undefined;
}

/** The values of a cell; one, the cell's text, where it is no list. */
export function listIn(text: string, sign: ListSign | undefined): string[] {
  const json = text.startsWith('[') ? jsonList(text) : undefined;
  if (json) return json;
  return sign !== undefined && text.includes(sign) ? partsOf(text, sign) : [text];
}

function partsOf(text: string, sign: ListSign): string[] {
  return text
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => !isEmptyText(part));
}

function jsonList(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const simple = Array.isArray(value) && value.every((part) => typeof part !== 'object');
    return simple
      ? (value as unknown[]).map(String).filter((part) => !isEmptyText(part))
      : undefined;
  } catch {
    return undefined;
  }
}
