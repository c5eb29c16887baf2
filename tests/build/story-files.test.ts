import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  copyStories,
  defaultStory,
  importables,
  serveStoryFile,
  storyFiles,
} from '../../src/build/story-files';

let folder: string;
const servers: ReturnType<typeof createServer>[] = [];
afterAll(() => servers.forEach((server) => server.close()));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'datelines-events-'));
  writeFileSync(join(folder, 'plain.geojson'), '{}');
  writeFileSync(join(folder, 'packed.dl'), 'columns');
  mkdirSync(join(folder, 'packed.dl.d'));
  writeFileSync(join(folder, 'packed.dl.d', '000000.json'), '[]');
  writeFileSync(join(folder, 'notes.txt'), 'none of it');
});

describe('the files of stories', () => {
  it('are found by id, GeoJSON and packed', () => {
    expect(storyFiles(folder)).toEqual({ packed: 'packed.dl', plain: 'plain.geojson' });
  });

  it('are refused where two have one id, and where details are missing', () => {
    writeFileSync(join(folder, 'plain.dl'), 'columns');
    expect(() => storyFiles(folder)).toThrow('plain.dl lacks its details');
    mkdirSync(join(folder, 'plain.dl.d'));
    expect(() => storyFiles(folder)).toThrow('are both the story "plain"');
  });

  it('give the first page the named one, else the newest, else the first by its id', () => {
    expect(defaultStory(folder)).toBe('packed');
    writeFileSync(join(folder, 'old.geojson'), '{"asOf":"2024-05-01"}');
    writeFileSync(join(folder, 'new.geojson'), '{"asOf":"2025-12-18"}');
    expect(defaultStory(folder)).toBe('new');
    expect(defaultStory(folder, 'plain')).toBe('plain');
    expect(() => defaultStory(folder, 'none')).toThrow('expected one of new, old, packed, plain');
    expect(defaultStory(mkdtempSync(join(tmpdir(), 'datelines-none-')))).toBeUndefined();
  });

  it('are told from what is to be imported', () => {
    writeFileSync(join(folder, 'rows.csv'), 'date');
    writeFileSync(join(folder, 'rows.import.json'), '{}');
    expect(importables(folder)).toEqual(['rows.csv']);
  });

  it('are copied with their details, and nothing else', () => {
    const to = mkdtempSync(join(tmpdir(), 'datelines-site-'));
    copyStories(folder, join(to, 'events'));
    expect(readFileSync(join(to, 'events/packed.dl.d/000000.json'), 'utf8')).toBe('[]');
    expect(readFileSync(join(to, 'events/plain.geojson'), 'utf8')).toBe('{}');
    expect(() => readFileSync(join(to, 'events/notes.txt'))).toThrow('ENOENT');
  });

  it('are served to any origin, and nothing else is', async () => {
    const answer = serveStoryFile(folder);
    const server = createServer((request, response) =>
      answer(request, response, () => response.writeHead(418).end()),
    );
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, done));
    const get = (path: string) =>
      fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`);
    const packed = await get('/packed.dl');
    expect(await packed.text()).toBe('columns');
    expect(packed.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect((await get('/packed.dl.d/000000.json')).status).toBe(200);
    expect((await get('/packed.dl.d/000001.json')).status).toBe(404);
    for (const path of ['/notes.txt', '/packed.dl.d/..%2Fnotes.txt', '/..%2F..%2Fetc/passwd'])
      expect((await get(path)).status, path).toBe(418);
  });
});
