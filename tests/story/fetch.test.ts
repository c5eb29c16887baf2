import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchBytes } from '../../src/story/open/fetch';
import { besideOf, openBytes } from '../../src/story/open/open';
import { ordinary, packed } from '../formats/packed/packing';

let origin = '';
let body: Buffer;
let left = false;
const server = createServer((request, response) => {
  if (request.url === '/whole') {
    response.writeHead(200, { 'Content-Length': body.length }).end(body);
  } else if (request.url === '/compressed') {
    const bytes = gzipSync(body);
    response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': bytes.length });
    response.end(bytes);
  } else if (request.url === '/broken-off') {
    response.writeHead(200, { 'Content-Length': body.length });
    response.write(body.subarray(0, 1000), () => response.destroy());
  } else if (request.url === '/a-part') {
    response.writeHead(206, { 'Content-Range': 'bytes 0-999/2000' }).end(body.subarray(0, 1000));
  } else if (request.url === '/a-lie') {
    response.writeHead(200, { 'Content-Length': 2 ** 31 }).write(body);
    response.on('close', () => (left = true));
  } else if (request.url === '/half') {
    response.writeHead(200, { 'Content-Length': body.length }).write(body.subarray(0, 1000));
  } else {
    response.writeHead(404).end();
  }
});
beforeAll(async () => {
  body = Buffer.from((await packed(ordinary(300))).buffer);
  await new Promise<void>((done) => server.listen(0, done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('fetching a story', () => {
  it.each(['whole', 'compressed'])('gives the bytes and tells how far it is: %s', async (name) => {
    const told: (number | null)[] = [];
    const bytes = await fetchBytes(`${origin}/${name}`, ({ loaded, total }) => {
      told.push(loaded);
      expect(total === null || loaded <= total).toBe(true);
    });
    expect(Buffer.from(bytes).equals(body)).toBe(true);
    expect(told.at(-1)).toBe(body.length);
    const opened = await openBytes(bytes, `${origin}/${name}`, 'test', 'un');
    expect([opened.read, opened.table.start.length, opened.archive.files]).toEqual([300, 300, 2]);
  });

  it.each([
    ['missing', /the server answered 404/],
    ['broken-off', /broke off/],
    ['a-part', /the server answered 206 Partial Content, which is not the whole file/],
    ['a-lie', /is larger than 2 GB/],
  ])('says why it has none: %s', async (name, reason) => {
    await expect(fetchBytes(`${origin}/${name}`, () => {})).rejects.toThrow(reason);
  });

  it('fetches no more of what it refuses', async () => {
    left = false;
    await expect(fetchBytes(`${origin}/a-lie`, () => {})).rejects.toThrow('2 GB');
    await expect.poll(() => left).toBe(true);
  });

  it('gives up a server that is silent for long, where it is told to', async () => {
    const fetching = fetchBytes(`${origin}/half`, () => {}, { patience: 1500 });
    await expect(fetching).rejects.toThrow('the server sent nothing for 1.5 seconds');
  });

  it('ends with its signal, even one that is over', async () => {
    const stop = new AbortController();
    const stopped = fetchBytes(`${origin}/half`, () => stop.abort(), { signal: stop.signal });
    await expect(stopped).rejects.toThrow('broke off');
    const late = fetchBytes(`${origin}/whole`, () => {}, { signal: stop.signal });
    await expect(late).rejects.toThrow('could not be fetched');
  });
});

it('shards stand beside the file, whatever follows its name', () => {
  expect(besideOf('https://host/a/x.dl?v=2', '000001.json')).toBe(
    'https://host/a/x.dl.d/000001.json?v=2',
  );
});
