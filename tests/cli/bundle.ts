/** The command line as one file, which starts faster than its source does. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

/** Gives its path: as deep below the root as `src/cli/index.ts`, whose paths go from there. */
export async function bundleCommandLine(name: string): Promise<string> {
  const outDir = resolve('node_modules/.cache');
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('src/cli/index.ts'),
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  });
  return resolve(outDir, name);
}
