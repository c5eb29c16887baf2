/** Bundles the command line once for a run, as the package has it: from its source each start of it
 * takes ten times as long. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildCommandLine } from '../../src/build/package';

declare module 'vitest' {
  interface ProvidedContext {
    /** The command line's first file, for `node`. */
    commandLine: string;
  }
}

export default async function setup(project: TestProject) {
  // Two folders below the root, like `src/cli/`.
  const folder = mkdtempSync(resolve('node_modules/.datelines-'));
  // A test runs it without root's permissions.
  chmodSync(folder, 0o755);
  project.provide('commandLine', await buildCommandLine(folder));
  return () => rmSync(folder, { recursive: true });
}
