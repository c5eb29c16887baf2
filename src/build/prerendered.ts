/**
 * The code that draws pages at rest, built for Node as the site itself is built for browsers: so
 * components have the same classes in both, and one stylesheet.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { readGeoFile } from './geo-file.ts';
import { settle, temporaryBeside } from './rollback.ts';
import type * as Drawing from '../pages/prerender/index.ts';

/** Opens a story's file. Throws an `Error` where it is none. */
export type OpenAtRest = (file: string, id: string) => Promise<StoryAtRest>;

export interface StoryAtRest {
  /** What a page of it is sent with. */
  page(page: 'reader' | 'embed', full: string): ReturnType<typeof Drawing.prerender>;
  /** Its picture for other sites. */
  card(): ReturnType<typeof Drawing.cardOf>;
}

/** Builds that code and calls back with it; what was built is gone afterwards.
 * @param root The folder of the project. */
export async function withPrerender<T>(
  root: string,
  use: (open: OpenAtRest, list: typeof Drawing.storyListMarkup) => Promise<T>,
): Promise<T> {
  const cache = resolve(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = await temporaryBeside(join(cache, 'prerender'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      plugins: [svelte()],
      build: {
        ssr: resolve(root, 'src/pages/prerender/index.ts'),
        outDir,
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'render.mjs', codeSplitting: false } },
      },
    });
    const code = (await import(pathToFileURL(join(outDir, 'render.mjs')).href)) as typeof Drawing;
    const geo = (name: string) => readGeoFile(name, root);
    const open: OpenAtRest = async (file, id) => {
      const bytes = readFileSync(file);
      const beside = (name: string) => readFile(join(`${file}.d`, name));
      const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      const files = { geo, beside };
      const story = await code.storyAtRest(own as ArrayBuffer, id, files);
      return {
        page: (page, full) => code.prerender(story, page, full, files),
        card: () => code.cardOf(story, files),
      };
    };
    return await use(open, code.storyListMarkup);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
    settle(outDir);
  }
}
