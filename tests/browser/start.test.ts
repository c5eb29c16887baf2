import { mkdirSync, mkdtempSync, cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer } from 'vite';
import { describe, expect, it } from 'vitest';
import { syntheticStory } from '../fixtures/synthetic';
import { agree, open } from './page';
import { pack } from './stories';

describe('npm start', () => {
  // A dev server with nothing kept compiles every file of the page anew.
  it(
    'serves the story, and reloads the page when its file is edited',
    { timeout: 150_000 },
    async () => {
      const root = mkdtempSync(join(tmpdir(), 'datelines-'));
      for (const name of [
        'src',
        'geo',
        'events',
        'index.html',
        'tsconfig.json',
        'svelte.config.js',
      ])
        cpSync(name, join(root, name), { recursive: true });
      symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
      const { file, beside } = await pack([...syntheticStory(400)].join(''));
      writeFileSync(join(root, 'events/packed.dl'), file);
      mkdirSync(join(root, 'events/packed.dl.d'));
      for (const [name, text] of beside)
        writeFileSync(join(root, 'events/packed.dl.d', name), text);
      const { storyPages } = await import('../../src/build/story-pages');
      const { mapLibreFile } = await import('../../src/build/maplibre');
      const { svelte } = await import('@sveltejs/vite-plugin-svelte');
      const server = await createServer({
        configFile: false,
        root,
        base: './',
        appType: 'mpa',
        logLevel: 'error',
        cacheDir: join(root, '.vite'),
        plugins: [svelte(), storyPages(join(root, 'events'), root), mapLibreFile()],
        server: { port: 0, host: 'localhost', fs: { strict: false } },
      });
      await server.listen();
      try {
        const url = server.resolvedUrls!.local[0]!;
        const { page } = await open(url);
        expect(await agree(page, 7)).toBe(7);
        const file = join(root, 'events/peace-plan-december-2025.geojson');
        const text = readFileSync(file, 'utf8');
        writeFileSync(
          file,
          text.replace('"title": "Berlin talks on the plan"', '"title": "Edited"'),
        );
        await page.getByText('Edited').first().waitFor();
        const embed = await open(`${url}s/peace-plan-december-2025/embed/`);
        expect(await agree(embed.page, 7)).toBe(7);
        const packed = await open(`${url}s/packed/?event=event-7`);
        expect(await agree(packed.page, 400)).toBe(400);
        await packed.page.getByRole('article', { name: / 7 at / }).waitFor();
      } finally {
        await server.close();
      }
    },
  );
});
