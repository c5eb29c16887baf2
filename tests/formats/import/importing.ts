/** Imports texts and bytes in memory, and holds what holds for any import. */
import { expect } from 'vitest';
import {
  importStream,
  type ImportOptions,
  type ImportProblem,
} from '../../../src/formats/import/import-stream';

export interface Imported {
  readonly text: string;
  readonly story: { features: Json[] } & Json;
  readonly problems: readonly ImportProblem[];
  readonly read: number;
  readonly written: number;
  readonly format: string;
}

export type Json = Record<string, unknown>;

/** `size` is that of the pieces the bytes come in. */
export async function imported(
  input: string | Uint8Array,
  options: ImportOptions & { name?: string; size?: number } = {},
): Promise<Imported> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const { name = 'file', size = 1000, ...rest } = options;
  let text = '';
  const problems: ImportProblem[] = [];
  const source = {
    name,
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
  const outlet = {
    story: (piece: string) => void (text += piece),
    problem: (problem: ImportProblem) => void problems.push(problem),
  };
  const summary = await importStream(source, outlet, rest);
  const story = JSON.parse(text) as Imported['story'];
  const { read, written, rejected } = summary;
  expect(read).toBe(written + rejected);
  expect(story.features).toHaveLength(written);
  const named = problems.filter(({ severity, record }) => severity === 'error' && record !== null);
  expect(new Set(named.map(({ record }) => record)).size).toBe(rejected);
  for (const { code, field, message } of problems) {
    expect(code).toMatch(/^[a-z][a-z-]+$/);
    expect([field, message]).not.toContain('');
  }
  return { text, story, problems, read, written, format: summary.format.id };
}

/** Severity, record, field and code of problems, one line each; warnings about the file as a whole
 * only where `whole` is set. */
export function told({ problems }: Imported, whole = false): string[] {
  return problems
    .filter(({ record }) => whole || record !== null)
    .map(({ severity, record, field, code }) =>
      [severity, record ?? 'file', field, code].join(' '),
    );
}

/** The codes of what is said of the file as a whole. */
export function notes({ problems }: Imported): string[] {
  return problems.filter(({ record }) => record === null).map(({ code }) => code);
}

export function property(feature: Json | undefined, name: string): unknown {
  return (feature?.properties as Json | undefined)?.[name];
}
