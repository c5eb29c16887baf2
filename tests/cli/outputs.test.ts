/** Where verbs write, and where they refuse to: every verb × every case. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
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
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { amount } from '../faults/amount';

const base = mkdtempSync(join(realpathSync(tmpdir()), 'datelines-outputs-'));
const root = process.getuid?.() === 0;
const nobody = 65_534;
const bundle = inject('commandLine');

interface End {
  readonly code: number | null;
  readonly err: string;
  readonly out: string;
}

interface How {
  /** A shell's line before the command. */
  readonly before?: string;
  /** Without root's permissions. */
  readonly humble?: boolean;
  readonly input?: string;
}

function datelines(folder: string, args: readonly string[], how: How = {}): Promise<End> {
  return new Promise((done) => {
    const line = `${how.before ?? ''}\nexec "$@"${how.input ? ` < ${how.input}` : ''}`;
    const child = spawn('/bin/sh', ['-c', line, 'sh', process.execPath, bundle, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, TMPDIR: join(folder, 'tmp') },
      ...(how.humble && root && { uid: nobody, gid: nobody }),
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (err += String(data)));
    child.on('close', (code) => done({ code, out, err }));
    child.stdin.end();
  });
}

/** A verb with one output that is looked at. */
interface Column {
  readonly input: string;
  readonly out: string;
  args(input: string, out: string): string[];
}

const columns: Readonly<Record<string, Column>> = {
  'import --out': {
    input: 'in.csv',
    out: 'out.geojson',
    args: (input, out) => ['import', input, '--out', out],
  },
  'import --report': {
    input: 'in.csv',
    out: 'report.json',
    args: (input, out) => ['import', input, '--out', 'story.geojson', '--report', out],
  },
  'import --with': {
    input: 'in.csv',
    out: 'out.geojson',
    args: (input, out) => ['import', 'other.csv', '--with', input, '--out', out],
  },
  pack: { input: 'in.geojson', out: 'out.dl', args: (input, out) => ['pack', input, '--out', out] },
  unpack: {
    input: 'in.dl',
    out: 'out.geojson',
    args: (input, out) => ['unpack', input, '--out', out],
  },
};

interface Case {
  readonly name: string;
  readonly code: 0 | 1 | 2;
  readonly err?: RegExp;
  readonly how?: How;
  /** Prepares the folder; gives input and output where they are others than the column's. */
  set?(folder: string, column: Column): { input?: string; out?: string } | void;
  /** Looks at the output afterwards. */
  check?(folder: string, out: string): void;
  readonly skip?: (column: Column) => string | null;
}

const old = 'the old content';
const writeOld = (folder: string, { out }: Column) => writeFileSync(join(folder, out), old);
const isOld = (folder: string, out: string) =>
  expect(readFileSync(join(folder, out), 'utf8')).toBe(old);
const isNew = (folder: string, out: string) => {
  expect(statSync(join(folder, out)).isFile()).toBe(true);
  expect(readFileSync(join(folder, out), 'utf8')).not.toBe(old);
};
const sameFile = /expected different files|--out is the packed file/;
/** An input must be what the verb reads, and for `pack` its name end as an output's does. */
const named = ({ input, out }: Column) => (out.endsWith('.dl') ? 'both.dl' : input);

const cases: readonly Case[] = [
  { name: 'new file', code: 0, check: isNew },
  {
    name: 'old file',
    code: 0,
    set(folder, column) {
      writeOld(folder, column);
      chmodSync(join(folder, column.out), 0o640);
    },
    check(folder, out) {
      isNew(folder, out);
      expect(statSync(join(folder, out)).mode & 0o777).toBe(0o640);
    },
  },
  {
    name: 'own .part and .warnings of the user',
    code: 0,
    set(folder, { out }) {
      for (const end of ['.part', '.warnings', '.warnings.part'])
        writeFileSync(join(folder, `${out}${end}`), old);
    },
    check(folder, out) {
      for (const end of ['.part', '.warnings', '.warnings.part']) isOld(folder, `${out}${end}`);
    },
  },
  {
    name: 'same file by path',
    code: 2,
    err: sameFile,
    set(folder, column) {
      if (named(column) !== column.input)
        linkSync(join(folder, column.input), join(folder, named(column)));
      return { input: named(column), out: `./tmp/../${named(column)}` };
    },
  },
  {
    name: 'same file by hard link',
    code: 2,
    err: sameFile,
    set: (folder, { input, out }) => linkSync(join(folder, input), join(folder, out)),
  },
  {
    name: 'same file by symbolic link',
    code: 2,
    err: sameFile,
    set: (folder, { input, out }) => symlinkSync(input, join(folder, out)),
  },
  {
    name: 'input is a link to the output',
    code: 2,
    err: sameFile,
    set(folder, { input, out }) {
      linkSync(join(folder, input), join(folder, out));
      rmSync(join(folder, input));
      symlinkSync(out, join(folder, input));
    },
  },
  {
    name: 'link to a file',
    code: 1,
    err: /a symbolic link to .*target; name that itself to replace it/,
    set(folder, { out }) {
      writeFileSync(join(folder, 'target'), old);
      symlinkSync('target', join(folder, out));
    },
    check(folder, out) {
      isOld(folder, 'target');
      expect(lstatSync(join(folder, out)).isSymbolicLink()).toBe(true);
    },
  },
  {
    name: 'link to nothing',
    code: 1,
    err: /a symbolic link to .*nothing, which is not there/,
    set: (folder, { out }) => symlinkSync('nothing', join(folder, out)),
    check: (folder) => expect(existsSync(join(folder, 'nothing'))).toBe(false),
  },
  {
    name: 'read-only file',
    code: 1,
    err: /which is read-only/,
    set(folder, column) {
      writeOld(folder, column);
      chmodSync(join(folder, column.out), 0o444);
    },
    check: isOld,
  },
  {
    name: 'folder',
    code: 1,
    err: /which is a folder; expected a file/,
    set: (folder, { out }) => mkdirSync(join(folder, out)),
  },
  {
    name: 'missing folder',
    code: 1,
    err: /but there is no folder .*none/,
    set: (_, { out }) => ({ out: `none/${out}` }),
  },
  {
    name: 'below a file',
    code: 1,
    err: /in\.\w+ is no folder/,
    set: (_, { input, out }) => ({ out: `${input}/${out}` }),
  },
  {
    name: 'folder without permission',
    code: 1,
    err: /can't be written to: EACCES \(no permission\)/,
    how: { humble: true },
    set(folder, { out }) {
      mkdirSync(join(folder, 'locked'));
      writeFileSync(join(folder, 'locked', out), old);
      chmodSync(join(folder, 'locked'), 0o555);
      return { out: `locked/${out}` };
    },
    check(folder, out) {
      isOld(folder, out);
      expect(readdirSync(dirname(join(folder, out)))).toHaveLength(1);
    },
  },
  {
    name: '/dev/null',
    code: 0,
    set: (folder, { out }) => symlinkSync('/dev/null', join(folder, out)),
    check: () => expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true),
  },
  {
    name: '/dev/full',
    code: 1,
    err: /can't be written: ENOSPC \(the disk is full\)/,
    set: (folder, { out }) => symlinkSync('/dev/full', join(folder, out)),
    check: () => expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true),
  },
  {
    name: 'pipe',
    code: 0,
    how: { before: 'cat pipe > tmp/read &' },
    set(folder, { out }) {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      // The name must end as the verb wants it.
      symlinkSync('pipe', join(folder, out));
    },
    check(folder) {
      expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true);
      expect(readFileSync(join(folder, 'tmp/read')).length).toBeGreaterThan(1000);
      rmSync(join(folder, 'tmp/read'));
    },
  },
  {
    name: 'file size limit',
    code: 1,
    err: /can't be written: EFBIG/,
    how: { before: 'ulimit -f 1' },
    set: writeOld,
    check: isOld,
  },
  {
    name: 'full disk',
    code: 1,
    err: /can't be written: ENOSPC \(the disk is full\)/,
    set(folder, { out }) {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]);
      writeFileSync(join(disk, out), old);
      return { out: `disk/${out}` };
    },
    check(folder, out) {
      isOld(folder, out);
      expect(readdirSync(join(folder, 'disk'))).toEqual([out.replace('disk/', '')]);
    },
    skip: () => (canMount() ? null : 'nothing can be mounted'),
  },
];

let mountable: boolean | undefined;

function canMount(): boolean {
  if (mountable !== undefined) return mountable;
  const folder = mkdtempSync(join(base, 'mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return (mountable = true);
  } catch {
    return (mountable = false);
  }
}

/** A folder with inputs of every kind. */
function workplace(name: string): string {
  const folder = join(base, name.replace(/\W+/g, '-'));
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  if (root) chmodSync(folder, 0o777);
  chmodSync(join(folder, 'tmp'), 0o777);
  const rows = Array.from(
    { length: 200 },
    (_, row) => `Event number ${row},${row % 3 ? '2024-01-02' : 'no date'},${row % 90},${row % 80}`,
  );
  const csv = ['title,date,lng,lat', ...rows].join('\n');
  writeFileSync(join(folder, 'in.csv'), csv);
  writeFileSync(join(folder, 'other.csv'), csv.replaceAll('Event', 'Other'));
  const features = rows.map((_, row) => ({
    type: 'Feature',
    id: `e${row}`,
    geometry: { type: 'Point', coordinates: [row % 90, row % 80] },
    properties: { title: `Event number ${row}`, when: '2024-01-02' },
  }));
  const story = { type: 'FeatureCollection', title: 'A story', features };
  writeFileSync(join(folder, 'in.geojson'), JSON.stringify(story));
  return folder;
}

/** A workplace with its story packed. */
let packed: string;

const results: Record<string, Record<string, string>> = {};

describe('outputs', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    chmodSync(base, 0o755);
    packed = workplace('packed');
    await datelines(packed, ['pack', 'in.geojson', '--out', 'in.dl']);
  });
  afterAll(() => {
    rmSync(base, { recursive: true });
    if (amount(0, 1)) console.table(results);
  });

  describe.each(cases.map((each) => [each.name, each] as const))('%s', (name, each) => {
    it.for(Object.entries(columns))('%s', async ([verb, column], { skip }) => {
      const reason = each.skip?.(column);
      (results[name] ??= {})[verb] = reason ?? 'failed';
      if (reason) skip(reason);
      const folder = workplace(`${name} ${verb}`);
      if (column.input.endsWith('.dl'))
        for (const part of ['in.dl', 'in.dl.d'])
          cpSync(join(packed, part), join(folder, part), { recursive: true });
      const { input = column.input, out = column.out } = each.set?.(folder, column) ?? {};
      const before = everything(folder);
      try {
        const { code, err } = await datelines(folder, column.args(input, out), each.how);
        expect(err).toMatch(each.err ?? '');
        expect(code).toBe(each.code);
        // A sentence, no stack.
        expect(err).not.toMatch(/^\s+at /m);
        each.check?.(folder, out);
        expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
        if (each.code === 0) expect(leftovers(folder)).toEqual([]);
        else expect(everything(folder)).toEqual(before);
        results[name]![verb] = code === 0 ? 'written' : `refused, ${code}`;
      } finally {
        if (name === 'full disk') execFileSync('umount', [join(folder, 'disk')]);
      }
    });
  });
});

function leftovers(folder: string): string[] {
  return readdirSync(folder).filter((entry) => entry.includes('datelines-part'));
}

/** All files with their content, to be compared. */
function everything(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const facts = lstatSync(join(folder, name));
        return [name, facts.isFile() ? readFileSync(join(folder, name), 'latin1') : 'no file'];
      }),
  );
}
