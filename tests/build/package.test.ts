/** The npm package as somebody uses it: its files, its command line, its modules and their types. */
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../src/build/package';
import { importsOf } from '../arrows';

const run = promisify(execFile);
// Below the project, where the package's own dependencies are found without a registry.
mkdirSync('node_modules/.cache', { recursive: true });
const home = mkdtempSync(resolve('node_modules/.cache/package-'));
const installed = join(home, 'node_modules/datelines');
const { bin, dependencies, exports, files } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  bin: { datelines: string };
  dependencies: Record<string, string>;
  exports: Record<string, string | { types: string; default: string }>;
  files: string[];
};

/** Runs the command line of the package from a folder that has nothing to do with it. */
const datelines = (...args: string[]) =>
  run(process.execPath, [join(installed, bin.datelines), ...args], { cwd: home });

const usage = `
import { buildIndex, type Answer, type EventColumns } from 'datelines/engine';
import { openGazetteer, type Candidate } from 'datelines/gazetteer';
import { readFile } from 'node:fs/promises';

const one = (value: number) => Float64Array.of(value);
const columns: EventColumns = {
  lng: one(30.5), lat: one(50.45), start: one(0), end: one(1), category: Uint8Array.of(0),
};
const view: { bbox: [number, number, number, number]; zoom: number } = { bbox: [0, 0, 60, 60], zoom: 3 };
const answer: Answer = buildIndex(columns).ask({ window: [0, 1], view });
// @ts-expect-error A question has a window.
if (process.argv.length > 9) buildIndex(columns).ask({ view });
const { find } = openGazetteer((file) =>
  readFile(new URL(import.meta.resolve(\`datelines/places/\${file}\`)), 'utf8'),
);
const [best]: Candidate[] = await find('Bakhmut');
// @ts-expect-error A country is a text.
const country: number = best!.country;
console.log(answer.total, best!.name, country);
`;

describe('the package', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    await buildPackage(installed);
    cpSync('package.json', join(installed, 'package.json'));
    for (const name of files)
      if (name !== 'lib') cpSync(name, join(installed, name), { recursive: true });
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true }));

  it('holds what its fields name, and nothing of the project beside', async () => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const { stdout } = await run('npm', args, { cwd: installed });
    const [{ files: packed }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const paths = packed.map(({ path }) => path);
    const targets = Object.values(exports).flatMap((each) =>
      typeof each === 'string' ? [each] : [each.types, each.default],
    );
    for (const target of [bin.datelines, ...targets.filter((each) => !each.includes('*'))])
      expect(paths).toContain(target.replace(/^\.\//, ''));
    const checksums = JSON.parse(readFileSync('geo/out/checksums.json', 'utf8')) as object;
    expect(paths).toEqual(
      expect.arrayContaining(Object.keys(checksums).map((name) => `geo/out/${name}`)),
    );
    const tops = new Set(paths.map((path) => path.replace(/\/.*/, '')));
    expect([...tops].sort()).toEqual(['events', 'geo', 'lib', 'package.json', 'src']);
    expect(paths.filter((path) => path.startsWith('src/'))).toEqual([
      'src/model/schema/story-1.json',
    ]);
  });

  it('imports nothing that an install of it does not bring', () => {
    const lib = join(installed, 'lib');
    const scripts = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    const imported = scripts
      .flatMap((name) => importsOf(readFileSync(join(lib, name), 'utf8')))
      .filter((name) => /^[\w@]/.test(name))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0]);
    expect(imported).toContain('pako');
    // The build of a site, for which a clone is needed.
    const others = imported.filter((name) => !name.startsWith('node:') && name !== 'vite');
    expect(others.filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('has a command line that plain Node runs', async () => {
    const { stdout } = await datelines('place', 'Bakhmut', '--json');
    expect(JSON.parse(stdout)).toMatchObject([{ name: 'Bakhmut', country: 'UA' }]);
    expect((await datelines('where', '37.8', '48')).stdout).toBe('UA\nUA-14\n');
    const story = join(installed, 'events/peace-plan-december-2025.geojson');
    const validated = await datelines('validate', story);
    expect(`${validated.stdout}${validated.stderr}`).toMatch(/records are good/);
  });

  it('says that it builds no site without the sources', async () => {
    await expect(datelines('build', '--out', 'site')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^datelines build: [^\n]*clone of the repository[^\n]*\n$/),
    });
    expect(existsSync(join(home, 'site'))).toBe(false);
  });

  it('has modules whose types hold', async () => {
    writeFileSync(join(home, 'use.ts'), usage);
    writeFileSync(join(home, 'package.json'), '{"type":"module"}');
    const compilerOptions = {
      module: 'nodenext',
      target: 'es2023',
      lib: ['es2023', 'dom'],
      types: ['node'],
      typeRoots: [resolve('node_modules/@types')],
      strict: true,
    };
    const config = JSON.stringify({ compilerOptions, files: ['use.ts'] });
    writeFileSync(join(home, 'tsconfig.json'), config);
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const compiled = await run(process.execPath, [tsc], { cwd: home }).catch(
      (error: { stdout: string }) => error,
    );
    expect(compiled.stdout).toBe('');
    const { stdout } = await run(process.execPath, ['use.js'], { cwd: home });
    expect(stdout).toBe('1 Bakhmut UA\n');
  });
});
