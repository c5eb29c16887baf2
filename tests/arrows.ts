/** Reads imports and judges them by the house's order. */

/** Each row may import the rows after it; folders of one row do not know each other. */
const rows = [
  ['cli'],
  ['build'],
  ['pages'],
  ['embed'],
  ['map', 'timeline', 'panel'],
  ['view', 'ui'],
  ['story'],
  ['engine', 'formats', 'world'],
  ['model'],
  ['words'],
];
export const rooms = rows.flat();
const order = new Map(rows.flatMap((row, rank) => row.map((name) => [name, rank] as const)));

/** The folder below `src/` a file stands in. */
export function layerOf(file: string): string | undefined {
  return file.split(/[\\/]/)[1];
}

/** Does this import point up, or sideways within a row? */
export function upward(from: string, to: string): boolean {
  const [a, b] = [layerOf(from)!, layerOf(to)!];
  if (a === b) return false;
  const [rankA, rankB] = [order.get(a), order.get(b)];
  if (rankA === undefined || rankB === undefined)
    throw new Error(`${rankA === undefined ? from : to} stands in no folder of the house`);
  return rankB <= rankA;
}

/** Specifiers of all imports and re-exports of a module or component, types included. */
export function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const patterns =
    /(?:\bimport\s*\(\s*|\bfrom\s+|\bimport\s+)(?:\/\*[^]*?\*\/\s*)?(['"])([^'"\n]+)\1/g;
  return [...code.matchAll(patterns)].map((match) => match[2]!);
}

/** Groups of files that import each other in a ring (Tarjan's strongly connected components). */
export function findKnots(arrows: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, string[]>();
  for (const [from, to] of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const knots: string[][] = [];
  const visit = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const other of next.get(node) ?? []) {
      if (!index.has(other)) visit(other);
      if (stack.includes(other)) low.set(node, Math.min(low.get(node)!, low.get(other)!));
    }
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1 || next.get(node)?.includes(node)) knots.push(group.sort());
  };
  for (const node of next.keys()) if (!index.has(node)) visit(node);
  return knots;
}
