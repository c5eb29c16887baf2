/** The page's way to the gazetteer: files of a site under a sub-path. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGazetteer, siteShards } from '../../../src/world/gazetteer';
import { readFile } from './files';

const asked: string[] = [];
const server = createServer((request, response) => {
  const path = request.url!;
  asked.push(path);
  const name = path.replace('/some/where/places/', '');
  const known = path.startsWith('/some/where/places/') && /^[\w.]+$/.test(name);
  response.writeHead(known ? 200 : 404).end(known ? readFile(name) : 'not found');
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('a site below a sub-path', () => {
  it('is asked for the index and the shards that a name needs', async () => {
    const found = await openGazetteer(siteShards(`${origin}/some/where/`)).find('Bakhmut');
    expect(found[0]).toMatchObject({ name: 'Bakhmut', region: 'UA-14' });
    expect(asked[0]).toBe('/some/where/places/index.json');
    expect(
      asked.slice(1).every((path) => /^\/some\/where\/places\/[0-9a-f]{10}\.txt$/.test(path)),
    ).toBe(true);
    expect(asked.length).toBeLessThan(5);
  });

  it('that does not have it says so', async () => {
    const other = openGazetteer(siteShards(`${origin}/else/`));
    await expect(other.find('Kyiv')).rejects.toThrow(
      '/else/places/index.json could not be fetched: 404',
    );
  });
});
