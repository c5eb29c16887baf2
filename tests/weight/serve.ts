/** A built site as a host that compresses serves it, with what each file took on its way. */
import { createServer, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Sent {
  /** Below the site's root. */
  readonly path: string;
  /** Of the body, as it was sent. */
  readonly bytes: number;
  /** When the last of it went, in milliseconds since 1970. */
  readonly at: number;
}

/** A connection that all files share. */
export interface Connection {
  readonly bytesPerSecond: number;
  /** Milliseconds before an answer begins. */
  readonly latency: number;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  geojson: 'application/geo+json',
  woff2: 'font/woff2',
};

/** What is small already. */
const packed = /\.(?:woff2|png|jpe?g|webp|dl)$/;

/** Bytes that go at a time on a slow connection. */
const portion = 1460;

/** @param connection None is as fast as the device. */
export async function serveGzipped(folder: string, connection: Connection | null = null) {
  let sent: Sent[] = [];
  const bodies = new Map<string, Buffer>();
  const bodyOf = (path: string) => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(folder)) throw new Error(`${path} is not of the site`);
    const known = bodies.get(file) ?? (packed.test(file) ? read(file) : gzipSync(read(file)));
    bodies.set(file, known);
    return { body: known, extension: /\.(\w+)$/.exec(file)?.[1] ?? '', plain: packed.test(file) };
  };
  const send = connection ? slowly(connection) : atOnce;
  const server = createServer(async ({ url }, response) => {
    const path = decodeURIComponent(new URL(url ?? '/', 'http://site').pathname);
    try {
      const { body, extension, plain } = bodyOf(path);
      response.writeHead(200, {
        'Content-Type': types[extension] ?? 'application/octet-stream',
        'Content-Length': body.length,
        'Access-Control-Allow-Origin': '*',
        ...(!plain && { 'Content-Encoding': 'gzip' }),
        // As `docs/embedding.md` has it.
        'Cache-Control': path.includes('/assets/')
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
      });
      await send(response, body);
      sent.push({ path: path.slice(1), bytes: body.length, at: Date.now() });
    } catch {
      response.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end('not found');
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    site: `http://localhost:${(server.address() as AddressInfo).port}/`,
    /** All files since the last call of `forget`, in the order in which they had gone. */
    sent: (): readonly Sent[] => sent,
    forget: () => void (sent = []),
    close: () => server.close(),
  };
}

const read = (file: string) => readFileSync(file);

async function atOnce(response: ServerResponse, body: Buffer): Promise<void> {
  response.end(body);
}

/** Files take turns, portion by portion, as on one line. */
function slowly({ bytesPerSecond, latency }: Connection) {
  let free = 0;
  return async (response: ServerResponse, body: Buffer) => {
    await until(Date.now() + latency);
    for (let at = 0; at < body.length; at += portion) {
      const part = body.subarray(at, at + portion);
      free = Math.max(free, Date.now()) + (part.length / bytesPerSecond) * 1000;
      await until(free);
      response.write(part);
    }
    response.end();
  };
}

async function until(time: number): Promise<void> {
  const left = time - Date.now();
  if (left > 0) await new Promise((done) => setTimeout(done, left));
}
