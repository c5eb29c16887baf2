import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPacked } from '../../src/formats/packed';

const folder = mkdtempSync(join(tmpdir(), 'datelines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const command = inject('commandLine');

/** Runs the command in the temporary folder. */
function datelines(...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, [command, ...args], { cwd: folder }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const story = {
  type: 'FeatureCollection',
  title: { en: 'A story', uk: 'Історія' },
  'x-unknown': [1, null],
  features: [
    {
      type: 'Feature',
      id: 'late',
      geometry: { type: 'Point', coordinates: [30.5, 50.45] },
      properties: { title: 'Talks', when: '2025-12-17', unknown: { kept: true } },
    },
    { type: 'Feature', id: 'broken', geometry: null, properties: {} },
    {
      type: 'Feature',
      id: 'region',
      geometry: null,
      properties: { title: 'R', when: '2025-12-15', where: { regions: ['UA-43', 'UA-32'] } },
    },
    {
      type: 'Feature',
      id: 'country',
      geometry: null,
      properties: { title: 'C', when: '2025-12-16', where: { country: 'PL' } },
    },
    {
      type: 'Feature',
      id: 'nowhere',
      geometry: null,
      properties: { title: 'N', when: '2025-12-18' },
    },
  ],
};

const packedFile = () => {
  const bytes = readFileSync(join(folder, 'story.dl'));
  return openPacked(new Uint8Array(bytes).buffer, 'story');
};

describe('datelines', { timeout: 60_000 }, () => {
  beforeAll(() => writeFileSync(join(folder, 'story.geojson'), JSON.stringify(story, null, 2)));

  it('packs a story, with places where its regions and countries are', async () => {
    const { code, out, err } = await datelines('pack', 'story.geojson', '--out', 'story.dl');
    expect(err).toContain('record broken: properties.title is missing');
    expect(err).toContain('story.dl: 4 of 5 records');
    expect([code, out]).toEqual([0, '']);
    expect(readdirSync(join(folder, 'story.dl.d')).sort()).toEqual([
      '000000.json',
      '000001.json',
      'ids-000000.json',
    ]);
    const { columns, rows } = packedFile();
    expect(rows).toBe(4);
    // Crimea, Poland, Kyiv, nowhere.
    expect(columns.lng[0]).toBeCloseTo(34, -1);
    expect(columns.lat[0]).toBeCloseTo(45, 0);
    expect(columns.lng[1]).toBeCloseTo(19, -1);
    expect(columns.lng[2]).toBe(30.5);
    expect(columns.lng[3]).toBeNaN();
  });

  it('unpacks what it packed, equal in value', async () => {
    const { code, out, err } = await datelines('unpack', 'story.dl', '--out', 'back.geojson');
    expect([code, out, err]).toEqual([0, '', 'back.geojson: written\n']);
    const text = readFileSync(join(folder, 'back.geojson'), 'utf8');
    expect(JSON.parse(text)).toEqual(story);
    expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(story));
  });

  it('clears away the shards of a longer story, and nothing else', async () => {
    writeFileSync(join(folder, 'story.dl.d', '000099.json'), '{}');
    writeFileSync(join(folder, 'story.dl.d', 'notes.json'), '{}');
    expect((await datelines('pack', 'story.geojson', '--out', 'story.dl')).code).toBe(0);
    const names = readdirSync(join(folder, 'story.dl.d'));
    expect(names).not.toContain('000099.json');
    expect(names).toContain('notes.json');
  });

  it('exits 1 where a file is missing, no story, no text, or not packed', async () => {
    writeFileSync(join(folder, 'list.json'), '[1]');
    writeFileSync(join(folder, 'bytes.json'), Buffer.from([0x7b, 0xff]));
    const [missing, list, bytes, packed] = await Promise.all([
      datelines('pack', 'none.geojson', '--out', 'none.dl'),
      datelines('pack', 'list.json', '--out', 'list.dl'),
      datelines('pack', 'bytes.json', '--out', 'bytes.dl'),
      datelines('unpack', 'list.json', '--out', 'x.geojson'),
    ]);
    expect([missing, list, bytes, packed].map(({ code, out }) => [code, out])).toEqual(
      Array(4).fill([1, '']),
    );
    expect(missing.err).toContain("none.geojson can't be read: ENOENT");
    expect(list.err).toMatch(/The file is \[1\]; expected .*\n.*list\.json is not a story/);
    expect(bytes.err).toContain("bytes.json can't be read as UTF-8 text");
    expect(packed.err).toContain('the file starts with 5b 31 5d, expected 93 44 4c');
    expect(readdirSync(folder)).not.toContain('list.dl');
    expect(readdirSync(folder).filter((name) => name.startsWith('x.'))).toEqual([]);
  });

  it('exits 1 where a shard is missing, and leaves no half file', async () => {
    writeFileSync(join(folder, 'alone.dl'), readFileSync(join(folder, 'story.dl')));
    const { code, err } = await datelines('unpack', 'alone.dl', '--out', 'y.geojson');
    expect(code).toBe(1);
    expect(err).toMatch(/alone\.dl\.d\/000000\.json can't be read/);
    expect(readdirSync(folder).filter((name) => name.startsWith('y.'))).toEqual([]);
  });

  it.each([
    [[], /usage: datelines VERB/],
    [['pick'], /no verb "pick"[^]*usage: datelines VERB/],
    [['constructor'], /no verb "constructor"/],
    [['pack', 'story.geojson'], /--out is missing[^]*usage: datelines pack FILE --out FILE\.dl/],
    [['pack', '--out', 'x.dl'], /0 files came, expected one[^]*usage: datelines pack/],
    [['pack', 'a', 'b', '--out', 'x.dl'], /2 files came/],
    [['pack', 'a', '--out', 'a.geojson'], /--out is a\.geojson, expected FILE\.dl/],
    [['pack', 'a', '--to', 'x'], /Unknown option '--to'[^]*usage: datelines pack/],
    [['unpack', 'story.dl'], /--out is missing[^]*usage: datelines unpack FILE\.dl --out FILE/],
    [['unpack', 'story.dl', '--out', './story.dl'], /--out is the packed file/],
    [['build', 'x'], /"x" came, expected no file[^]*usage: datelines build \[--out DIR\]/],
  ])('exits 2 on %j, with the usage', async (args, message) => {
    const { code, out, err } = await datelines(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it.each([
    [['--help'], /^usage: datelines VERB[^]*pack[^]*unpack[^]*build/],
    [['pack', '--help'], /^usage: datelines pack FILE --out FILE\.dl\n/],
    [['unpack', '-h'], /^usage: datelines unpack FILE\.dl --out FILE\n/],
    [['build', '--help'], /^usage: datelines build \[--out DIR\]\n/],
  ])('helps on %j', async (args, message) => {
    const { code, out, err } = await datelines(...args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(message);
  });
});
