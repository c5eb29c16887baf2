/** Servers that hang, lie, drip, reset or redirect for ever: a sentence each, and a way out. */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree, open } from '../browser/page';

const story = readFileSync('tests/fixtures/many.geojson');
const half = story.subarray(0, story.length / 2);
const allowed = { 'Access-Control-Allow-Origin': '*' };

/** What a server does with a request, and what the page says of it. */
const faults: Record<string, { answer(response: ServerResponse): void; said: RegExp }> = {
  'sends nothing at all': {
    answer: () => {},
    said: /The server sends nothing at the moment/,
  },
  'sends its head alone': {
    answer: (response) => response.writeHead(200, allowed).flushHeaders(),
    said: /The server sends nothing at the moment/,
  },
  'stops in the middle': {
    answer: (response) =>
      response.writeHead(200, { ...allowed, 'Content-Length': story.length }).write(half),
    said: /The server sends nothing at the moment/,
  },
  drips: {
    answer(response) {
      response.writeHead(200, { ...allowed, 'Content-Length': story.length });
      let at = 0;
      const timer = setInterval(() => response.write(story.subarray(at, ++at)), 500);
      response.on('close', () => clearInterval(timer));
    },
    said: /\d+ bytes of [\d,]+ bytes/,
  },
  'breaks off': {
    answer: (response) =>
      response
        .writeHead(200, { ...allowed, 'Content-Length': story.length })
        // What is sent just before may be lost with the connection.
        .write(half, () => setTimeout(() => response.destroy(), 500)),
    said: /broke off while it was being fetched: \d+ .*B came of the \d+ .*B that the server stated/,
  },
  'states less than it sends': {
    answer(response) {
      response.socket!.end(
        `HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: ${half.length}\r\n\r\n${story.toString()}`,
      );
    },
    said: /could not be read. The file breaks off in line \d+/,
  },
  resets: {
    answer: (response) => response.socket!.resetAndDestroy(),
    said: /could not be fetched/,
  },
  'redirects for ever': {
    answer: (response) => response.writeHead(302, { ...allowed, Location: '/redirects' }).end(),
    said: /could not be fetched.*redirects without an end/,
  },
  'answers with a page': {
    answer: (response) =>
      response
        .writeHead(200, { ...allowed, 'Content-Type': 'text/html' })
        .end('<!doctype html><title>Log in</title><p>Please log in.</p>'),
    said: /The file is a web page; expected data/,
  },
  'answers with nothing': {
    answer: (response) => response.writeHead(200, { ...allowed, 'Content-Length': 0 }).end(),
    said: /is empty: no byte came/,
  },
  'has no content': {
    answer: (response) => response.writeHead(204, allowed).end(),
    said: /is empty: no byte came/,
  },
  'gives a part': {
    answer: (response) =>
      response
        .writeHead(206, {
          ...allowed,
          'Content-Range': `bytes 0-${half.length - 1}/${story.length}`,
        })
        .end(half),
    said: /could not be fetched: the server answered 206 Partial Content, which is not the whole file/,
  },
  // As a table it would pass for a whole one.
  'gives a part of a table': {
    answer: (response) =>
      response
        .writeHead(206, { ...allowed, 'Content-Range': 'bytes 0-42/100' })
        .end('date,title,lat,lng\n2024-05-01,First,50,30\n'),
    said: /could not be fetched: the server answered 206/,
  },
  'states more than there is memory for': {
    answer: (response) =>
      response.writeHead(200, { ...allowed, 'Content-Length': 2e12 }).write(half),
    said: /is larger than 2 GB/,
  },
  'does not have it': {
    answer: (response) => response.writeHead(404, allowed).end(),
    said: /the server answered 404/,
  },
};

let origin = '';
/** Answers once it is mended. */
let mended = false;
const server = createServer((request, response) => {
  const name = decodeURIComponent(request.url!.slice(1)).replaceAll('-', ' ');
  if (name === 'redirects') return void faults['redirects for ever']!.answer(response);
  if (name !== 'is mended') return void faults[name]!.answer(response);
  if (mended) response.writeHead(200, allowed).end(story);
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const from = (name: string) =>
  `?src=${encodeURIComponent(`${origin}/${name.replaceAll(' ', '-')}`)}`;

describe('a server that', () => {
  const names = Object.keys(faults);
  // Side by side, since each of them takes some seconds.
  it.each(
    [names.slice(0, 5), names.slice(5, 9), names.slice(9)].map((some) => [some.join(', '), some]),
  )('%s', async (_, some) => {
    await Promise.all(
      (some as string[]).map(async (name) => {
        const { page } = await open(from(name), { ready: false });
        const text = page.getByText(faults[name]!.said).first();
        await text.waitFor({ timeout: 10_000 }).catch(async () => {
          expect(await page.locator('body').innerText(), name).toMatch(faults[name]!.said);
        });
        await page.getByRole('button', { name: 'Try again' }).waitFor();
        // A page that still waits can be left, too.
        const cancel = page.getByRole('button', { name: 'Cancel' });
        if (await cancel.count()) {
          await cancel.click();
          await page.getByText('Opening the story was cancelled.').waitFor();
        }
        expect(await page.getByRole('button', { name: 'Open file' }).count(), name).toBe(1);
      }),
    );
  });

  it('is mended meanwhile, gives the story when it is tried again: while it is fetched, after it was cancelled', async () => {
    mended = false;
    const { page } = await open(from('is mended'), { ready: false });
    await page.getByText('The server sends nothing at the moment').waitFor({ timeout: 10_000 });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The server sends nothing at the moment').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Cancel' }).click({ timeout: 10_000 });
    await page.getByText('Opening the story was cancelled.').waitFor();
    mended = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('status').waitFor();
    expect(await agree(page)).toBeGreaterThan(0);
  });

  it('hangs leaves a page whose file of the device opens', async () => {
    const { page } = await open(from('sends nothing at all'), { ready: false });
    await page.getByRole('button', { name: 'Cancel' }).click({ timeout: 10_000 });
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open file' }).click();
    await (await chosen).setFiles('tests/fixtures/many.geojson');
    await page.getByRole('status').waitFor();
    expect(await agree(page)).toBeGreaterThan(0);
  });
});
