import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchBytes } from '../../../src/pages/story/fetch';
import { besideOf, openBytes } from '../../../src/pages/story/open';
import { ordinary, packed } from '../../formats/packed/packing';

let origin = '';
let body: Buffer;
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
  } else {
    response.writeHead(404).end();
  }
});
beforeAll(async () => {
  body = Buffer.from((await packed(ordinary(300))).buffer);
  await new Promise<void>((done) => server.listen(0, done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

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
  ])('says why it has none: %s', async (name, reason) => {
    await expect(fetchBytes(`${origin}/${name}`, () => {})).rejects.toThrow(reason);
  });
});

it('shards stand beside the file, whatever follows its name', () => {
  expect(besideOf('https://host/a/x.dl?v=2', '000001.json')).toBe(
    'https://host/a/x.dl.d/000001.json?v=2',
  );
});
