/** One sentence and the right exit code, whatever becomes of what a verb reads from and writes to. */
import { execFileSync, spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { portFrom, usualPort } from '../../src/build/port';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'datelines-manners-'));
const bundle = inject('commandLine');

interface End {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a shell's line, in which `$D` is the command. */
function shell(line: string): Promise<End> {
  return new Promise((done) => {
    const child = spawn('/bin/sh', ['-c', line], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        TMPDIR: join(folder, 'tmp'),
        D: `${process.execPath} ${bundle}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (err += String(data)));
    child.on('close', (code) => done({ code, out, err }));
  });
}

const left = () => readdirSync(join(folder, 'tmp')).length;
const file = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeAll(() => {
  mkdirSync(join(folder, 'tmp'));
  const rows = Array.from({ length: 20_000 }, (_, row) => `Event ${row},2024-01-02,${row % 90},1`);
  writeFileSync(join(folder, 'large.csv'), ['title,date,lng,lat', ...rows].join('\n'));
  writeFileSync(join(folder, 'small.csv'), 'title,date,lng,lat\nTalks,2024-01-02,30,50\n');
  const features = [1, 2, 3].map((id) => ({
    type: 'Feature',
    id: `e${id}`,
    geometry: { type: 'Point', coordinates: [30, 50] },
    properties: { title: `Talks ${id}`, when: '2024-01-02' },
  }));
  const story = JSON.stringify({ type: 'FeatureCollection', title: 'A story', features });
  writeFileSync(join(folder, 'good.geojson'), story);
  writeFileSync(join(folder, 'bad.geojson'), story.replaceAll('2024-01-02', 'x'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('reading and writing', { timeout: 60_000 }, () => {
  it.each<[string, string, number, RegExp]>([
    [
      'a missing file',
      '$D import none --out a',
      1,
      /^datelines import: none can't be read: ENOENT \(no such file or folder\)\n$/,
    ],
    [
      'a folder',
      '$D import tmp --out a',
      1,
      /^datelines import: tmp is a folder, expected a file\n$/,
    ],
    [
      'standard input that is a folder',
      '$D import - --out a < tmp',
      1,
      /^datelines import: standard input is a folder, expected a file\n$/,
    ],
    ['closed standard input', '$D import - --out a <&-', 1, /^datelines import: [^\n]+\n$/],
    [
      'standard input named twice',
      '$D import - --with - --out a < small.csv',
      2,
      /standard input is named twice/,
    ],
    [
      'standard input that is the output',
      '$D import - --out small.csv < small.csv',
      2,
      /expected different files/,
    ],
    [
      'standard output that is the input',
      '$D import small.csv --out - >> small.csv',
      2,
      /--out is the input/,
    ],
    [
      'an output that is another',
      '$D import small.csv --out a --report ./a',
      2,
      /--report is --out \(a\)/,
    ],
    [
      'an output that another links to',
      'ln -s a b; $D import small.csv --out a --report b',
      1,
      /a symbolic link to .*a/,
    ],
    [
      '--with that is the report',
      '$D import small.csv --with large.csv --out a --report large.csv',
      2,
      /--report is --with/,
    ],
    [
      'results to a full disk',
      '$D where 30 50 > /dev/full',
      1,
      /^datelines: standard output can't be written: ENOSPC \(the disk is full\)\n$/,
    ],
    ['help to a full disk', '$D --help > /dev/full', 1, /standard output can't be written: ENOSPC/],
    [
      'a story to a full disk',
      '$D import small.csv --out - > /dev/full',
      1,
      /standard output can't be written: ENOSPC/,
    ],
    [
      'a device by its own name',
      '$D import small.csv --out /dev/full',
      1,
      /\/dev\/full can't be written: ENOSPC/,
    ],
    [
      'a descriptor of a file',
      '$D import small.csv --out /dev/fd/3 3>> small.csv',
      2,
      /--out is the input/,
    ],
    [
      'a packed story that is none',
      '$D unpack good.geojson --out a',
      1,
      /good\.geojson can't be unpacked/,
    ],
    [
      'packing what is missing',
      '$D pack none --out a.dl',
      1,
      /^datelines pack: none can't be read: ENOENT/,
    ],
    ['validating what is missing', '$D validate none', 1, /^none: 0 of 0 records are good\n$/],
    ['an unknown verb', '$D constructor', 2, /no verb "constructor"/],
  ])('%s is a sentence', async (_, line, code, message) => {
    const before = readdirSync(folder);
    const end = await shell(line);
    expect(end.err).toMatch(message);
    expect(end.code).toBe(code);
    expect(end.err).not.toMatch(/^\s+at |Error:/m);
    expect(left()).toBe(0);
    rmSync(join(folder, 'b'), { force: true });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('goes on where standard output or input is closed and not needed', async () => {
    const end = await shell('$D import small.csv --out a.geojson <&- >&-');
    expect([end.code, end.out]).toEqual([0, '']);
    expect(JSON.parse(file('a.geojson')).features).toHaveLength(1);
  });

  it('--debug shows where an error came up, with every verb', async () => {
    for (const line of [
      '$D import none --out a',
      '$D pack none --out a.dl',
      '$D unpack none --out a',
      '$D build --out none/none',
    ]) {
      const [plain, debug] = await Promise.all([shell(line), shell(`${line} --debug`)]);
      expect([plain.code, debug.code]).toEqual([1, 1]);
      expect(plain.err.trim().split('\n')).toHaveLength(1);
      expect(debug.err.startsWith(plain.err)).toBe(true);
      expect(debug.err).toMatch(/^\s+at /m);
    }
    for (const line of ['validate good.geojson', 'place Kyiv', 'where 30 50'])
      expect(await shell(`$D ${line} --debug`)).toMatchObject({ code: 0 });
  });

  it('writes to standard output under all its names, and after what is there', async () => {
    const plain = await shell('$D import small.csv --out -');
    expect(JSON.parse(plain.out).features).toHaveLength(1);
    expect((await shell('$D import small.csv --out /dev/stdout')).out).toBe(plain.out);
    expect((await shell('$D import small.csv --out - | cat')).out).toBe(plain.out);
    writeFileSync(join(folder, 'log'), 'first\n');
    expect((await shell('$D import small.csv --out /dev/stdout >> log')).code).toBe(0);
    expect(file('log')).toBe(`first\n${plain.out}`);
    const report = await shell('$D import small.csv --out /dev/null --report -');
    expect(JSON.parse(report.out)).toMatchObject({ read: 1, written: 1 });
    await shell('$D pack good.geojson --out good.dl');
    const unpacked = await shell('$D unpack good.dl --out -');
    expect(JSON.parse(unpacked.out)).toEqual(JSON.parse(file('good.geojson')));
  });

  it('reads a pipe as it reads a file', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const [plain, piped] = [
      await shell('$D import small.csv --out -'),
      await shell('cat small.csv > pipe & $D import pipe --title small --out -'),
    ];
    expect(JSON.parse(piped.out)).toEqual(JSON.parse(plain.out));
    expect(left()).toBe(0);
  });

  it('ends without a word where nobody reads on, and leaves nothing', async () => {
    for (const line of [
      '{ $D import large.csv --out - --report r.json 2> said; echo $? > code; } | head -n 1',
      '{ $D import large.csv --out /dev/stdout 2> said; echo $? > code; } | head -n 1',
      'mkfifo way; head -n 1 way & $D import large.csv --out way 2> said; echo $? > code',
      '{ $D validate bad.geojson bad.geojson good.geojson 2> said; echo $? > code; } | true',
    ]) {
      await shell(line);
      expect([line, file('code')]).toEqual([line, '141\n']);
      expect(file('said')).not.toMatch(/EPIPE|^\s+at /m);
      expect(readdirSync(folder)).not.toContain('r.json');
    }
  });

  it('validate --json writes JSON of all files, of those that can not be read too', async () => {
    const { code, out } = await shell('$D validate none bad.geojson tmp good.geojson --json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      {
        file: 'none',
        read: 0,
        good: 0,
        problems: [
          {
            severity: 'error',
            record: null,
            field: 'file',
            code: 'not-readable',
            message: "none can't be read: ENOENT (no such file or folder)",
          },
        ],
      },
      { file: 'bad.geojson', read: 3, good: 0 },
      { file: 'tmp', problems: [{ message: 'tmp is a folder, expected a file' }] },
      { file: 'good.geojson', read: 3, good: 3, problems: [] },
    ]);
    const text = await shell('$D validate none good.geojson');
    expect(text.out).toMatch(/^none: error: file: file: not-readable: none can't be read: ENOENT/);
    expect(text.err).toContain('good.geojson: 3 of 3 records are good');
  });
});

describe('pack beside its file', { timeout: 60_000 }, () => {
  it.each<[string, () => string, number, RegExp]>([
    [
      'that holds the input',
      () => {
        mkdirSync(join(folder, 'x.dl.d'));
        writeFileSync(join(folder, 'x.dl.d/in.geojson'), file('good.geojson'));
        return '$D pack x.dl.d/in.geojson --out x.dl';
      },
      2,
      /--out writes the folder x\.dl\.d, which holds the input/,
    ],
    [
      'whose input is a link into it',
      () => {
        mkdirSync(join(folder, 'x.dl.d'));
        writeFileSync(join(folder, 'x.dl.d/000000.json'), file('good.geojson'));
        symlinkSync('x.dl.d/000000.json', join(folder, 'x.in'));
        return '$D pack x.in --out x.dl';
      },
      2,
      /which holds the input/,
    ],
    [
      'that is a file',
      () => {
        writeFileSync(join(folder, 'x.dl.d'), 'mine');
        return '$D pack good.geojson --out x.dl';
      },
      1,
      /x\.dl\.d, which is no folder/,
    ],
    [
      'that is a link',
      () => {
        mkdirSync(join(folder, 'x.own'));
        symlinkSync('x.own', join(folder, 'x.dl.d'));
        return '$D pack good.geojson --out x.dl';
      },
      1,
      /a symbolic link to .*x\.own/,
    ],
    [
      'with a read-only shard',
      () => {
        mkdirSync(join(folder, 'x.dl.d'));
        writeFileSync(join(folder, 'x.dl.d/000000.json'), 'mine', { mode: 0o444 });
        return '$D pack good.geojson --out x.dl';
      },
      1,
      /x\.dl\.d\/000000\.json is read-only/,
    ],
    [
      'and unpack over a shard',
      () => {
        execFileSync(process.execPath, [bundle, 'pack', 'good.geojson', '--out', 'x.dl'], {
          cwd: folder,
          stdio: 'ignore',
        });
        return '$D unpack x.dl --out x.dl.d/000000.json';
      },
      2,
      /--out is a shard of it/,
    ],
  ])('refuses a folder %s', async (_, set, code, message) => {
    const line = set();
    const before = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const end = await shell(line);
    expect(end.err).toMatch(message);
    expect(end.code).toBe(code);
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' })).toEqual(before);
    for (const name of readdirSync(folder))
      if (name.startsWith('x.')) rmSync(join(folder, name), { recursive: true });
  });

  it('keeps what else stands in the folder, links and folders too', async () => {
    await shell('$D pack good.geojson --out y.dl');
    const beside = join(folder, 'y.dl.d');
    mkdirSync(join(beside, 'own/deeper'), { recursive: true });
    writeFileSync(join(beside, 'own/deeper/note'), 'mine');
    writeFileSync(join(beside, 'note'), 'mine');
    symlinkSync('nowhere', join(beside, 'link'));
    chmodSync(beside, 0o750);
    expect((await shell('$D pack good.geojson --out y.dl')).code).toBe(0);
    expect(readdirSync(beside, { recursive: true, encoding: 'utf8' })).toEqual(
      expect.arrayContaining(['000000.json', 'link', 'note', 'own/deeper/note']),
    );
    expect(file('y.dl.d/own/deeper/note')).toBe('mine');
  });
});

describe('signals', { timeout: 60_000 }, () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends a verb with %d and leaves nothing', async (signal, code) => {
    const before = readdirSync(folder);
    const args = ['import', 'large.csv', '--out', 'z.geojson', '--report', 'z.json'];
    const ended = await new Promise((done) => {
      const child = spawn(process.execPath, [bundle, ...args], { cwd: folder, stdio: 'ignore' });
      const watcher = watch(folder, (_, name) => {
        if (name?.endsWith('.datelines-part')) child.kill(signal);
      });
      child.on('close', (status) => {
        watcher.close();
        done(status);
      });
    });
    expect(ended).toBe(code);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('a pipe that nobody reads can be interrupted', async () => {
    execFileSync('mkfifo', [join(folder, 'unread')]);
    const { out } = await shell(
      '$D import small.csv --out unread & pid=$!; sleep 2; kill -TERM $pid; wait $pid; echo $?',
    );
    expect(out).toBe('143\n');
  });

  it('exit codes and folders are right through npm', async () => {
    const npm = `npm --prefix ${resolve('.')} run -s datelines --`;
    const [done, failed, wrong] = await Promise.all([
      shell(`${npm} import small.csv --out npm.geojson`),
      shell(`${npm} import none --out a`),
      shell(`${npm} import`),
    ]);
    expect([done.code, failed.code, wrong.code]).toEqual([0, 1, 2]);
    expect(readdirSync(folder)).toContain('npm.geojson');
  });
});

describe('the port', { timeout: 60_000 }, () => {
  const vite = (args: string[], PORT: string) =>
    new Promise<End>((done) => {
      const child = spawn(process.execPath, [resolve('node_modules/vite/bin/vite.js'), ...args], {
        env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let [out, err] = ['', ''];
      child.stdout.on('data', (data) => (out += String(data)));
      child.stderr.on('data', (data) => (err += String(data)));
      child.on('close', (code) => done({ code, out, err }));
    });

  it('is a number from 1 to 65535', () => {
    expect(portFrom(undefined)).toBe(usualPort);
    expect([portFrom('1'), portFrom('8080'), portFrom('65535')]).toEqual([1, 8080, 65_535]);
    for (const wrong of ['', ' ', 'abc', '0', '65536', '70000', '-1', '1e3', '80.5', '0x50', '٣'])
      expect([wrong, portFrom(wrong)]).toEqual([wrong, null]);
  });

  it.each(['abc', '0', '70000', ''])('PORT=%s is a sentence', async (port) => {
    expect(await vite([], port)).toEqual({
      code: 1,
      out: '',
      err: `datelines: PORT is "${port}"; expected a number from 1 to 65535\n`,
    });
  });

  it('in use is a sentence, for the dev server and the preview', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, 'localhost', done));
    const { port } = server.address() as AddressInfo;
    const site = join(folder, 'site');
    mkdirSync(site);
    writeFileSync(join(site, 'index.html'), '');
    const message = `datelines: port ${port} is in use; PORT names another\n`;
    for (const args of [[], ['preview', '--outDir', site]])
      expect(await vite(args, String(port))).toMatchObject({ code: 1, err: message });
    server.close();
  });

  it('of a preview without a site says what writes it', async () => {
    const { code, err } = await vite(['preview', '--outDir', join(folder, 'nothing')], '4321');
    expect([code, err]).toEqual([
      1,
      `datelines: ${join(folder, 'nothing')} holds no site; npm run build writes it\n`,
    ]);
  });
});
