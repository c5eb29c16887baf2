/**
 * The code that draws pages at rest, built for Node as the site itself is built for browsers: so
 * components have the same classes in both, and one stylesheet.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { geoFile } from './geo-file.ts';
import type { prerender } from '../prerender/render.ts';

type Render = { prerender: typeof prerender };

/** Gives what a story's pages are sent with. Throws an `Error` where the file is no story. */
export type Prerender = (
  file: string,
  id: string,
  page: 'reader' | 'embed',
  full: string,
) => ReturnType<Render['prerender']>;

/** Builds that code and calls back with it; what was built is gone afterwards.
 * @param root The folder of the project. */
export async function withPrerender<T>(
  root: string,
  use: (prerender: Prerender) => Promise<T>,
): Promise<T> {
  const cache = resolve(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'prerender-'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      plugins: [svelte()],
      build: {
        ssr: resolve(root, 'src/pages/prerender/render.ts'),
        outDir,
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'render.mjs', inlineDynamicImports: true } },
      },
    });
    const code = (await import(pathToFileURL(join(outDir, 'render.mjs')).href)) as Render;
    const geo = (name: string) => geoFile(name, root);
    return await use((file, id, page, full) => {
      const bytes = readFileSync(file);
      const beside = (name: string) => readFile(join(`${file}.d`, name), 'utf8');
      const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      return code.prerender(own as ArrayBuffer, id, page, full, { geo, beside });
    });
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
