/** Finds English that a reader may see outside the catalogue: texts and spoken attributes of
 * components, and sentences in the string literals of modules. */
import { parse } from 'svelte/compiler';
import ts from 'typescript';

export interface FoundText {
  readonly line: number;
  readonly text: string;
}

/** Attributes that are read out or shown. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'alt',
  'title',
  'placeholder',
  'label',
]);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

/** Words in the markup of a component, and sentences in its scripts. */
export function textsOfComponent(source: string): FoundText[] {
  const found: FoundText[] = [];
  const add = (at: number, text: string) => {
    const shown = text.replace(/\s+/g, ' ').trim();
    if (/\p{L}{2}/u.test(shown)) found.push({ line: lineAt(source, at), text: shown });
  };
  const visit = (node: Node, inside: string) => {
    if (node.type === 'Text' && inside === 'markup') add(node.start, String(node.data));
    if (node.type === 'Attribute') {
      if (spoken.has(String(node.name))) literalsIn(node, add);
      return;
    }
    if (node.type === 'StyleDirective') return;
    if (node.type === 'ExpressionTag') return literalsIn(node, add);
    for (const child of childrenOf(node)) visit(child, inside);
  };
  const root = parse(source, { modern: true }) as unknown as {
    fragment: Node;
    instance: Node | null;
    module: Node | null;
  };
  visit(root.fragment, 'markup');
  for (const script of [root.instance, root.module]) {
    if (!script) continue;
    const { start, end } = script.content as { start: number; end: number };
    for (const { line, text } of sentencesOf(source.slice(start, end)))
      found.push({ line: line + lineAt(source, start) - 1, text });
  }
  return found;
}

/** Literal texts of an expression or attribute that are words: "Close", not `row-1`. */
function literalsIn(node: Node, add: (at: number, text: string) => void) {
  if (node.type === 'Text') add(node.start, String(node.data));
  if (node.type === 'Literal' && typeof node.value === 'string' && isWords(node.value))
    add(node.start, node.value);
  if (node.type === 'TemplateElement') {
    const { cooked } = node.value as { cooked: string };
    if (isWords(cooked)) add(node.start, cooked);
  }
  // A message's key and a call's arguments are no text.
  if (node.type === 'CallExpression' || node.type === 'MemberExpression') return;
  if (node.type === 'BinaryExpression' || node.type === 'ImportExpression') return;
  for (const child of childrenOf(node)) literalsIn(child, add);
}

function isWords(text: string): boolean {
  if (/translate\(|^[, ]*px/.test(text)) return false;
  return /^\p{Lu}\p{Ll}|\p{L}{2} \p{L}/u.test(text.trim());
}

function* childrenOf(node: Node): Generator<Node> {
  for (const [name, value] of Object.entries(node)) {
    if (name === 'parent' || name === 'metadata') continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string')
        yield child as Node;
  }
}

/** String literals of a module that are sentences: three words or more, or two with a capital. */
export function sentencesOf(source: string): FoundText[] {
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true);
  const found: FoundText[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    // What is thrown at a programmer, or written for a machine.
    if (
      ts.isNewExpression(node) &&
      /^(RangeError|TypeError|RegExp|Intl)/.test(node.expression.getText())
    )
      return;
    if (ts.isTemplateExpression(node)) {
      const text = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(
        '…',
      );
      if (isSentence(text)) found.push({ line: lineAt(source, node.getStart()), text });
    } else if (ts.isStringLiteralLike(node) && isSentence(node.text))
      found.push({ line: lineAt(source, node.getStart()), text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isSentence(text: string): boolean {
  if (/translate\(|[{};<>=[]|https?:|data:|^[.\w*]*\/|^[Mm][\d.-]|--|\\|\n/.test(text))
    return false;
  const words = text.match(/(?<![\w.-])[\p{L}’']{2,}(?![\w-]|\.\w)/gu) ?? [];
  return words.length >= 3 || (words.length === 2 && /^\p{Lu}\p{Ll}/u.test(text));
}

function lineAt(source: string, at: number): number {
  return source.slice(0, at).split('\n').length;
}
