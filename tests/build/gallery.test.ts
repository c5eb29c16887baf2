import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { gallery } from '../../src/build/gallery';

let server: ViteDevServer;
let url: string;

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    appType: 'mpa',
    logLevel: 'error',
    cacheDir: 'node_modules/.cache/gallery',
    plugins: [gallery()],
    optimizeDeps: { noDiscovery: true },
    server: { port: 0, host: 'localhost', ws: false, watch: null },
  });
  await server.listen();
  url = server.resolvedUrls!.local[0]!;
});
afterAll(() => server.close());

it('serves the gallery in the dev server', async () => {
  const page = await fetch(`${url}gallery/`);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('/tests/gallery/main.ts');
  expect((await fetch(`${url}gallery`)).url).toBe(`${url}gallery/`);
});

it('serves the files of the drawn world, and no others', async () => {
  const world = await fetch(`${url}gallery/geo/world-medium`);
  expect(await world.json()).toMatchObject({ type: 'Topology' });
  expect((await fetch(`${url}gallery/geo/..%2f..%2fpackage`)).status).toBe(404);
  expect((await fetch(`${url}gallery/geo/no-such-file`)).status).toBe(404);
});

it('is no part of a build', () => {
  expect(gallery().apply).toBe('serve');
});
