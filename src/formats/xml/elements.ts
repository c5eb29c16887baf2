/** Elements of a document by their local names, whatever prefix a file gives them. */
import type { Element } from '@xmldom/xmldom';
import type { Members } from '../../model/read/members';

/** Its child elements, in order; only those of a name where one is given. */
export function childrenOf(element: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1 && (name === undefined || (node as Element).localName === name))
      found.push(node as Element);
  return found;
}

/** The trimmed text of its first child of a name; empty where it has none. */
export function childText(element: Element, name: string): string {
  const [child] = childrenOf(element, name);
  return child ? elementText(child) : '';
}

export function elementText(element: Element): string {
  return (element.textContent ?? '').trim();
}

/** All elements of these names below, in the order of the file; nothing below a found one is looked
 * at again. */
export function* foundBelow(root: Element, names: ReadonlySet<string>): Generator<Element> {
  for (const child of childrenOf(root)) {
    if (names.has(child.localName ?? '')) yield child;
    else yield* foundBelow(child, names);
  }
}

/** What stands elsewhere already, and is left out of `valueOf`. */
export interface Carried {
  element?(element: Element, parent: Element): boolean;
  attribute?(name: string, owner: Element): boolean;
}

/**
 * What an element says, as JSON: its text, or an object of its attributes (`@name`) and children by
 * local names, lists where a name comes more than once. Nothing where it says nothing.
 */
export function elementValue(element: Element, carried: Carried = {}): unknown {
  const lists = new Map<string, unknown[]>();
  const add = (name: string, value: unknown) => {
    if (value === undefined || value === '') return;
    const list = lists.get(name);
    if (list) list.push(value);
    else lists.set(name, [value]);
  };
  for (const { name, value } of [...element.attributes])
    if (!/^xmlns(?::|$)/.test(name) && !carried.attribute?.(name, element)) add(`@${name}`, value);
  for (const child of childrenOf(element))
    if (!carried.element?.(child, element))
      add(child.localName ?? child.nodeName, elementValue(child, carried));
  const text = looseText(element);
  if (lists.size === 0) return text === '' ? undefined : text;
  add('#text', text);
  // From entries, so that an element may have any name.
  return Object.fromEntries(
    [...lists].map(([name, list]) => [name, list.length === 1 ? list[0] : list]),
  ) as Members;
}

/** Its own text, not that of its children. */
function looseText(element: Element): string {
  const parts: string[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 || node.nodeType === 4) parts.push(node.nodeValue ?? '');
  return parts.join('').trim();
}
