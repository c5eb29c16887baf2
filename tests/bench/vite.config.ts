/** Bundles the benchmarks for Node, since a page gets the engine bundled too. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  logLevel: 'warn',
  build: {
    ssr: fileURLToPath(new URL('index.ts', import.meta.url)),
    outDir: fileURLToPath(new URL('../../node_modules/.cache/bench', import.meta.url)),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
  },
});
