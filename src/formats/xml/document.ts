/** XML text → its document, for formats that are read as a whole. The parser is fetched when the
 * first such file comes, and is the same in a worker, which has none of its own. */
import type { Document, Element } from '@xmldom/xmldom';
import { FormatError } from '../format';
import { t } from '../../words/reading';

export interface XmlFile {
  readonly root: Element;
  /** What the parser found odd, yet read. */
  readonly notes: readonly string[];
}

/** No format here comes near it; deeper ones could not be walked through safely. */
const deepestLevel = 200;
const mostNotes = 20;

/** Whether a file begins as XML with such a root. */
export function hasRoot(text: string, root: string): boolean {
  const start =
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<![a-z][^>[]*>\s*)*<(?:[\w.-]+:)?([\w.-]+)/i;
  return start.exec(text)?.[1] === root;
}

/** Throws a `FormatError` where the text is no XML, or its root has another name. Entities that a
 * file declares are never followed. */
export async function openXml(text: string, root: string): Promise<XmlFile> {
  // They make small files swell; none of these formats has any.
  if (/<!ENTITY/i.test(text)) throw new FormatError(t('xml.entities'));
  const notes: string[] = [];
  const document = await parse(text, notes);
  const element = document.documentElement;
  const name = element?.localName ?? '';
  if (!element || name !== root) throw new FormatError(t('xml.otherRoot', { name, root }));
  if (depthOf(element) > deepestLevel)
    throw new FormatError(t('xml.tooDeep', { deepest: deepestLevel }));
  return { root: element, notes };
}

async function parse(text: string, notes: string[]): Promise<Document> {
  const { DOMParser } = await import('@xmldom/xmldom');
  try {
    const parser = new DOMParser({
      onError(level, message) {
        if (level !== 'warning') throw new FormatError(t('xml.notXml', { brief: brief(message) }));
        if (notes.length < mostNotes) notes.push(brief(message));
      },
    });
    return parser.parseFromString(text, 'text/xml');
  } catch (error) {
    if (error instanceof FormatError) throw error;
    // The parser has errors of its own, and wraps what is thrown above in them.
    throw new FormatError(t('xml.notXml', { brief: brief((error as Error).message) }));
  }
}

function brief(message: string): string {
  return message
    .replace(/^(?:The file is no XML: )+/, '')
    .split('\n')[0]!
    .slice(0, 200);
}

function depthOf(root: Element): number {
  let deepest = 0;
  let depth = 1;
  for (let element: Element | null = root; element;) {
    deepest = Math.max(deepest, depth);
    let next: Element | null = firstElement(element.firstChild);
    if (next) depth++;
    while (!next && element && element !== root) {
      next = firstElement(element.nextSibling);
      if (next) break;
      element = element.parentNode as Element | null;
      depth--;
    }
    element = next;
  }
  return deepest;
}

function firstElement(node: Element['firstChild']): Element | null {
  while (node && node.nodeType !== 1) node = node.nextSibling;
  return node as Element | null;
}
