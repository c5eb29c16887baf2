/** Builds the site once, serves it as any static host would, and starts one browser. */
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { build } from 'vite';
import { waterArchive } from './archive';
import { made, makeStories } from './stories';
import { findChromium, flags, softwareWebgl, withoutWebgl } from './chromium';

declare module 'vitest' {
  interface ProvidedContext {
    /** The site below a sub-path, `http://localhost:N/some/where/`. */
    site: string;
    /** Another origin: host pages and stories from elsewhere, at `?text=` and `/NAME`. */
    elsewhere: string;
    /** Without WebGL, which is slow in software; the drawn ground stands in. */
    browser: string;
    /** With WebGL in software. */
    webgl: string;
  }
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  geojson: 'application/geo+json',
  woff2: 'font/woff2',
};

/** The site again below other paths, under the policy that `docs/embedding.md` gives, by where
 * workers may come from. */
const policies: Readonly<Record<string, string>> = {
  '/strict/': "'self'",
  '/strict-framed/': "'self' data:",
  '/strict-alone/': "'none'",
};
const policy = /^Content-Security-Policy: (.*)$/m.exec(
  readFileSync('docs/embedding.md', 'utf8'),
)![1]!;

function policyFor(path: string): Record<string, string> {
  const workers = Object.entries(policies).find(([base]) => path.startsWith(base))?.[1];
  if (!workers) return {};
  return {
    'Content-Security-Policy': policy.replace(/worker-src [^;]*/, `worker-src ${workers}`),
  };
}

export default async function setup(project: TestProject) {
  const outDir = resolve('node_modules/.cache/browser-tests');
  await makeStories();
  process.env.SITE_URL ??= 'https://example.org/maps/';
  // As anyone builds it: the runner's own environment would make it one for development.
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  process.env.NODE_ENV = environment;
  const bases = ['/some/where/', ...Object.keys(policies)];
  const site = await serve(async (path) => {
    const base = bases.find((each) => path.startsWith(each));
    if (!base) return null;
    const file = join(outDir, path.slice(base.length) + (path.endsWith('/') ? 'index.html' : ''));
    return file.startsWith(outDir) ? readFileSync(file) : null;
  });
  const elsewhere = await serve(async (path, url) =>
    path === '/'
      ? Buffer.from(url.searchParams.get('html') ?? '')
      : path === '/favicon.ico'
        ? Buffer.alloc(0)
        : fixture(path),
  );
  const executablePath = findChromium();
  const server = await chromium.launchServer({ executablePath, args: [...flags, ...withoutWebgl] });
  const webgl = await chromium.launchServer({ executablePath, args: [...flags, ...softwareWebgl] });
  project.provide('site', `${origin(site)}${bases[0]}`);
  project.provide('elsewhere', origin(elsewhere));
  project.provide('browser', server.wsEndpoint());
  project.provide('webgl', webgl.wsEndpoint());
  return async () => {
    await Promise.all([server.close(), webgl.close()]);
    site.close();
    elsewhere.close();
  };
}

function fixture(path: string): Buffer {
  if (path === '/water.pmtiles') return waterArchive();
  const name = path.replaceAll('..', '');
  const file = ['tests/fixtures', made].map((folder) => join(folder, name)).find(existsSync);
  return readFileSync(file ?? name);
}

async function serve(read: (path: string, url: URL) => Promise<Buffer | null>): Promise<Server> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    const body = await read(path, url).catch(() => null);
    const extension = path.endsWith('/') ? 'html' : path.slice(path.lastIndexOf('.') + 1);
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    const part = body && range ? body.subarray(Number(range[1]), Number(range[2]) + 1) : body;
    response.writeHead(part ? (range ? 206 : 200) : 404, {
      'Content-Type': types[extension] ?? 'text/plain',
      'Content-Length': part?.length ?? 9,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': '*',
      'Access-Control-Allow-Headers': 'range',
      // As `docs/embedding.md` has it.
      ...(path.includes('/assets/') && { 'Cache-Control': 'public, max-age=31536000, immutable' }),
      ...policyFor(path),
    });
    response.end(part ?? 'not found');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

function origin(server: Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
