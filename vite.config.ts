import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { gallery } from './src/build/gallery.ts';
import { mapLibreFile } from './src/build/maplibre.ts';
import { messages } from './src/build/messages.ts';
import { notices } from './src/build/notices.ts';
import { placeFiles } from './src/build/place-files.ts';
import { classicScripts } from './src/build/classic-scripts.ts';
import { portFrom, portProblems, usualPort } from './src/build/port.ts';
import { schemaFiles } from './src/build/schema-files.ts';
import { storyPages } from './src/build/story-pages.ts';
import LongestFirst from './tests/sequence.ts';

const port = portFrom(process.env.PORT) ?? usualPort;
// Sandboxed frames have an opaque origin: modules, workers and stories must be readable from it.
const open = { cors: { origin: '*' }, headers: { 'Access-Control-Allow-Origin': '*' } };

const { part, site } = notices();
// How long each plugin took is no message of a build.
const checks = { bundlerTimings: false };

export default defineConfig(({ mode }) => ({
  base: './',
  appType: 'mpa',
  plugins: [
    svelte(),
    messages(),
    gallery(),
    storyPages(process.env.DATELINES_EVENTS || undefined),
    schemaFiles(),
    classicScripts('.', part),
    mapLibreFile('.', part),
    placeFiles(),
    portProblems(),
    site,
  ],
  server: {
    port,
    strictPort: true,
    // A site that is being built beside is none of the dev server's business.
    watch: { ignored: ['**/*.datelines-part/**'] },
    ...open,
  },
  preview: { port, strictPort: true, ...open },
  worker: { format: 'es', plugins: () => [messages(), part()], rolldownOptions: { checks } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1100,
    // The command line builds beside and swaps; nothing else may empty a folder.
    emptyOutDir: false,
    // What every page starts with is one file: it compresses better, and takes one round trip.
    rolldownOptions: {
      checks,
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
    },
  },
  test: {
    reporters: ['default', './tests/totals.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // `--mode faults` is for all of them.
        mode,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', '**/*.browser.test.ts'],
          environment: 'node',
          globalSetup: './tests/cli/setup.ts',
          // Vitest leaves one core to itself, which has little to do: on two, half would be idle.
          maxWorkers: availableParallelism(),
          // Files of one process share its modules, whose loading takes longer than most tests do.
          isolate: false,
          unstubGlobals: true,
          // Against hangs, not slowness: other tests run beside.
          testTimeout: 30_000,
          env: { TZ: 'America/New_York' },
          // Stylesheets are read as text by the drawer of pictures.
          css: { include: [/\.css\?raw$/] },
        },
      },
      {
        extends: true,
        mode,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts', 'tests/faults/**/*.browser.test.ts'],
          environment: 'node',
          globalSetup: './tests/browser/setup.ts',
          setupFiles: './tests/browser/each.ts',
          // As above; what a page leaves behind goes with its context.
          isolate: false,
          maxWorkers: availableParallelism(),
          testTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));
