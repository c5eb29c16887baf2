/** Kills at random moments: old outputs stay whole or the new ones are, and nothing stands beside. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { amount, randomFrom, seed } from './amount';

const base = mkdtempSync(join(realpathSync(tmpdir()), 'datelines-kills-'));
const bundle = inject('commandLine');
const source = resolve('src/cli/index.ts');
const tsx = resolve('node_modules/tsx/dist/loader.mjs');
const signals = ['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Outputs that change together: each group is old as a whole or new as a whole. */
type Groups = readonly (readonly string[])[];

interface Work {
  readonly name: string;
  readonly args: readonly string[];
  readonly outputs: Groups;
  /** What is made first, and is then the old state. */
  readonly before: readonly string[];
  /** What is on standard input. */
  readonly input?: string;
  /** From its source, since the build loads its configuration with it. */
  readonly fromSource?: boolean;
}

const full = amount(0, 1) === 1;

const works: readonly Work[] = [
  ...(full ? (['small', 'medium'] as const) : (['medium'] as const)).flatMap((size): Work[] => [
    {
      name: `import ${size}`,
      args: ['import', `${size}.csv`, '--out', 'out.geojson', '--report', 'report.json'],
      before: ['import', 'other.csv', '--out', 'out.geojson', '--report', 'report.json'],
      outputs: [['out.geojson'], ['report.json']],
    },
    {
      name: `pack ${size}`,
      args: ['pack', `${size}.geojson`, '--out', 'out.dl'],
      before: ['pack', 'other.geojson', '--out', 'out.dl'],
      outputs: [['out.dl', 'out.dl.d']],
    },
    {
      name: `unpack ${size}`,
      args: ['unpack', `${size}.dl`, '--out', 'out.geojson'],
      before: ['unpack', 'other.dl', '--out', 'out.geojson'],
      outputs: [['out.geojson']],
    },
  ]),
  {
    name: 'import standard input',
    args: ['import', '-', '--out', 'out.geojson'],
    input: 'medium.csv',
    before: ['import', 'other.csv', '--out', 'out.geojson'],
    outputs: [['out.geojson']],
  },
];
const site: Work = {
  name: 'build',
  args: ['build', '--out', 'site'],
  before: ['build', '--out', 'site'],
  outputs: [['site']],
  fromSource: true,
};

interface End {
  readonly pid: number;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
  /** Milliseconds from the start to the first temporary, to the last change beside it, and to the
   * end. */
  readonly first: number;
  readonly last: number;
  readonly whole: number;
  /** A temporary was there when the process was killed. */
  readonly hit: boolean;
}

/** When and how to kill: so long after the start, or after the first temporary. */
interface Kill {
  readonly signal: NodeJS.Signals;
  readonly after: number;
  readonly from: 'start' | 'temporary';
}

/** Runs a verb in a folder. What it leaves open, its guard too, is waited for. */
function run(folder: string, args: readonly string[], work: Partial<Work> = {}, kill?: Kill) {
  return new Promise<End>((done) => {
    const temporaries = join(folder, 'tmp');
    const began = performance.now();
    const entry = work.fromSource ? ['--import', tsx, source] : [bundle];
    const { PATH } = process.env;
    const input =
      work.input && args[1] === '-' ? openSync(join(folder, work.input), 'r') : undefined;
    const child = spawn(process.execPath, [...entry, ...args], {
      cwd: folder,
      env: { PATH, TMPDIR: temporaries, SITE_URL: siteUrl },
      stdio: [input ?? 'ignore', 'ignore', 'pipe'],
    });
    if (input !== undefined) closeSync(input);
    let [first, last, hit, err] = [0, 0, false, ''];
    const strike = () => {
      hit = readdirSync(folder).some((name) => name.endsWith('.datelines-part'));
      child.kill(kill!.signal);
    };
    if (kill?.from === 'start') setTimeout(strike, kill.after);
    const watcher = watch(folder, (_, name) => {
      last = performance.now() - began;
      if (first || !name?.endsWith('.datelines-part')) return;
      first = performance.now() - began;
      if (kill?.from === 'temporary') setTimeout(strike, kill.after);
    });
    child.stderr!.on('data', (data) => (err += String(data)));
    child.on('close', (code, signal) => {
      watcher.close();
      done({
        pid: child.pid!,
        code,
        signal,
        err,
        first,
        last,
        whole: performance.now() - began,
        hit,
      });
    });
  });
}

let siteUrl = 'https://example.org/old/';

/** What a file or folder holds, as one checksum; `null` where nothing is there. */
function stateOf(path: string): string | null {
  if (!existsSync(path)) return null;
  const hash = createHash('sha256');
  const names = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
    : [''];
  for (const name of names) {
    const file = join(path, name);
    hash.update(`${name}\0`);
    if (statSync(file).isFile()) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

function statesOf(folder: string, { outputs }: Work): (string | null)[] {
  return outputs.flat().map((name) => stateOf(join(folder, name)));
}

interface Tally {
  trials: number;
  hits: number;
  old: number;
  renewed: number;
  harmed: string[];
  leftovers: string[];
}

async function trial(work: Work, trials: number, lanes: number): Promise<Tally> {
  const tally: Tally = { trials, hits: 0, old: 0, renewed: 0, harmed: [], leftovers: [] };
  const random = randomFrom(seed + works.indexOf(work));
  const kills = Array.from({ length: trials }, (_, number) => ({
    signal: signals[Math.floor(random() * signals.length)]!,
    part: random(),
    from: number % 3 === 0 ? ('start' as const) : ('temporary' as const),
  }));
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const folder = join(base, `${work.name.replaceAll(' ', '-')}-${lane}`);
      cpSync(join(base, 'inputs'), folder, { recursive: true });
      mkdirSync(join(folder, 'tmp'));
      siteUrl = 'https://example.org/old/';
      expect(await run(folder, work.before, work)).toMatchObject({ code: 0 });
      const old = statesOf(folder, work);
      const kept = join(base, `kept-${work.name.replaceAll(' ', '-')}-${lane}`);
      for (const name of work.outputs.flat())
        cpSync(join(folder, name), join(kept, name), { recursive: true });
      siteUrl = 'https://example.org/new/';
      const whole = await run(folder, work.args, work);
      expect(whole).toMatchObject({ code: 0 });
      const fresh = statesOf(folder, work);
      expect(fresh).not.toEqual(old);
      const names = readdirSync(folder).sort();

      const restore = () => {
        for (const name of work.outputs.flat()) {
          rmSync(join(folder, name), { recursive: true, force: true });
          cpSync(join(kept, name), join(folder, name), { recursive: true });
        }
      };
      restore();
      for (let number = lane; number < trials; number += lanes) {
        const { signal, part, from } = kills[number]!;
        const span = from === 'start' ? whole.whole : (whole.last - whole.first) * 1.1;
        const end = await run(folder, work.args, work, {
          signal,
          after: part * span,
          from,
        });
        if (end.hit) tally.hits++;
        const now = statesOf(folder, work);
        let at = 0;
        for (const group of work.outputs) {
          const same = (states: readonly (string | null)[]) =>
            group.every((_, each) => now[at + each] === states[at + each]);
          if (same(old)) tally.old++;
          else if (same(fresh)) tally.renewed++;
          else tally.harmed.push(`${work.name} ${number} ${signal}: ${group.join()}\n${end.err}`);
          at += group.length;
        }
        const left = [
          ...readdirSync(folder).filter((name) => !names.includes(name)),
          // The runner of the source keeps a cache of its own there.
          ...readdirSync(join(folder, 'tmp')).filter((name) => !/^tsx-\d+$/.test(name)),
          // Where the build keeps what it draws pages with.
          ...readdirSync('node_modules/.cache').filter((name) => name.includes(`.${end.pid}-`)),
        ];
        if (left.length > 0)
          tally.leftovers.push(`${work.name} ${number} ${signal}: ${left.join()}\n${end.err}`);
        if (left.length > 0 || now.some((state, each) => state !== old[each])) restore();
        for (const name of left)
          for (const where of [folder, join(folder, 'tmp')])
            rmSync(join(where, name), { recursive: true, force: true });
      }
    }),
  );
  return tally;
}

const tallies: Record<string, Tally> = {};

describe('kills', { timeout: 3_600_000 }, () => {
  beforeAll(async () => {
    const inputs = join(base, 'inputs');
    mkdirSync(inputs);
    for (const [name, rows] of [
      ['other', 60],
      ['small', 40],
      ['medium', 6000],
    ] as const) {
      const events = Array.from({ length: rows }, (_, number) => ({
        title: `${name} ${number}`,
        day: new Date(Date.UTC(2024, 0, 1) + number * 36e5).toISOString().slice(0, 10),
        lng: (number % 360) - 180,
        lat: (number % 170) - 85,
      }));
      const lines = events.map(({ title, day, lng, lat }) =>
        // Every 50th can't be read, so that the report has something to say.
        [title, lng % 50 === 0 ? 'no date' : day, lng, lat].join(','),
      );
      writeFileSync(join(inputs, `${name}.csv`), ['title,date,lng,lat', ...lines].join('\n'));
      writeFileSync(
        join(inputs, `${name}.geojson`),
        JSON.stringify({
          type: 'FeatureCollection',
          title: name,
          features: events.map(({ title, day, lng, lat }, number) => ({
            type: 'Feature',
            id: `e${number}`,
            geometry: { type: 'Point', coordinates: [lng, lat] },
            properties: { title, when: day },
          })),
        }),
      );
      mkdirSync(join(inputs, 'tmp'), { recursive: true });
      const packed = await run(inputs, ['pack', `${name}.geojson`, '--out', `${name}.dl`]);
      expect(packed).toMatchObject({ code: 0 });
      rmSync(join(inputs, 'tmp'), { recursive: true });
    }
  }, 120_000);
  afterAll(() => {
    rmSync(base, { recursive: true });
    console.table(
      Object.fromEntries(
        Object.entries(tallies).map(([name, { harmed, leftovers, ...counts }]) => [
          name,
          { ...counts, harmed: harmed.length, leftovers: leftovers.length },
        ]),
      ),
    );
  });

  it.each(works.map((work) => [work.name, work] as const))(
    '%s leaves the old or the new, and nothing beside',
    async (name, work) => {
      const tally = await trial(work, amount(8, 279), amount(1, 2));
      tallies[name] = tally;
      expect(tally.harmed).toEqual([]);
      expect(tally.leftovers).toEqual([]);
    },
  );

  it.runIf(full)('build leaves the old or the new, and nothing beside', async () => {
    const tally = await trial(site, 50, 1);
    tallies.build = tally;
    expect(tally.harmed).toEqual([]);
    expect(tally.leftovers).toEqual([]);
  });

  it('come while something is written, not only before and after', () => {
    const all = Object.values(tallies);
    const hits = all.reduce((sum, tally) => sum + tally.hits, 0);
    expect(hits).toBeGreaterThan(all.reduce((sum, { trials }) => sum + trials, 0) / 4);
  });
});
