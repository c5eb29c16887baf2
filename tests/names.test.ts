/** One name, one meaning: an exported name is defined in one file of `src/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Names that several files define, each with the reason why that is right. */
const allowed: Readonly<Record<string, string>> = {
  t: 'One function for three groups of messages: the module decides when a group is loaded.',
};

/** Names that a module defines and exports, types included; what it passes on is left out. */
function exportsOf(text: string): string[] {
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest);
  const imported = new Set<string>();
  const names: string[] = [];
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      if (clause?.name) imported.add(clause.name.text);
      const bindings = clause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) imported.add(bindings.name.text);
      else bindings?.elements.forEach((each) => imported.add(each.name.text));
    } else if (ts.isExportDeclaration(statement)) {
      const { exportClause, moduleSpecifier } = statement;
      if (moduleSpecifier || !exportClause || !ts.isNamedExports(exportClause)) continue;
      for (const { name, propertyName } of exportClause.elements)
        if (!imported.has((propertyName ?? name).text)) names.push(name.text);
    } else if (
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    ) {
      if (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword))
        continue;
      if (ts.isVariableStatement(statement))
        for (const { name } of statement.declarationList.declarations) names.push(...bound(name));
      else {
        const { name } = statement as ts.Statement & { readonly name?: ts.Identifier };
        if (name) names.push(name.text);
      }
    }
  }
  // An overloaded function, or a value and its type, is defined once.
  return [...new Set(names)];
}

function bound(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((each) => (ts.isOmittedExpression(each) ? [] : bound(each.name)));
}

/** What a component exports as a module: the scripts that say `module`. */
function moduleScripts(text: string): string {
  const scripts = text.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g);
  return [...scripts]
    .flatMap(([, head, body]) => (/\bmodule\b/.test(head!) ? [body!] : []))
    .join('\n');
}

const homes = new Map<string, string[]>();
for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (!/\.(ts|svelte)$/.test(name) || name.endsWith('.d.ts')) continue;
  const file = join('src', name);
  const text = readFileSync(file, 'utf8');
  for (const each of exportsOf(name.endsWith('.svelte') ? moduleScripts(text) : text))
    homes.set(each, [...(homes.get(each) ?? []), file]);
}

describe('exported names', () => {
  it('are read from modules and components', () => {
    expect(
      exportsOf('export const a = 1, { b, c: [d] } = x; export type E = 1; export {}'),
    ).toEqual(['a', 'b', 'd', 'E']);
    expect(
      exportsOf('import { a } from "./a"; const b = 1; export { a, b as c }; export * from "./d"'),
    ).toEqual(['c']);
    expect(exportsOf('export function f(): void; export function f() {}\nfunction g() {}')).toEqual(
      ['f'],
    );
    expect(exportsOf(moduleScripts('<script module>export interface P {}</script><p />'))).toEqual([
      'P',
    ]);
    expect(moduleScripts('<script>let { a } = $props();</script>')).toBe('');
    expect(homes.size).toBeGreaterThan(500);
  });

  it('are defined in one file each', () => {
    const twice = [...homes].filter(([name, files]) => files.length > 1 && !(name in allowed));
    expect(Object.fromEntries(twice)).toEqual({});
  });

  it('are allowed twice only where they are', () => {
    expect(Object.keys(allowed).filter((name) => (homes.get(name)?.length ?? 0) < 2)).toEqual([]);
  });
});
