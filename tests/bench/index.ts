/**
 * The benchmarks: `npm run bench -- [--json FILE] [--sizes 10k,100k,1m] [--docs]`, and of reading
 * files `npm run bench -- --import [--file CSV …] [--json FILE] [--docs]`.
 *
 * Every way answers the same seeded questions in the same run, warmed up; medians count. Each size is
 * built and asked about in processes of their own, as a page has one index, where no other has left
 * garbage or code made for it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { claimsOf } from './claims';
import { sunk } from './measure';
import { measureImport, readHere } from './import';
import { measureOpening, openHere } from './opening';
import { measureAll, measureBuilding, type Result } from './operations';
import { claimTable, importTable, sizeOf, tableOf } from './table';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'string' },
    sizes: { type: 'string', default: '10k,100k,500k,1m,5m' },
    docs: { type: 'boolean', default: false },
    /** Reading files, not the engine: a generated million records, and those of `file`. */
    import: { type: 'boolean', default: false },
    file: { type: 'string', multiple: true, default: [] },
    /** What this process is to open, or how many events it is to build an index of or to ask about,
     * having been started for that. */
    open: { type: 'string' },
    build: { type: 'string' },
    ask: { type: 'string' },
    /** The reader that reads the one word after it, a file. */
    read: { type: 'string' },
  },
  allowPositionals: true,
});
if (values.read) {
  process.stdout.write(`${await readHere(values.read, positionals[0]!)}\n`);
  process.exit();
}
if (values.import) {
  const files = values.file.map((file) => resolve(process.env.INIT_CWD ?? '.', file));
  const results = await measureImport(1e6, files);
  const machine = machineOf(['papaparse', 'csv-parse', '@duckdb/node-api']);
  const table = `${machine}\n\n${importTable(results)}`;
  process.stdout.write(`${table}\n`);
  writeJson({ machine, results });
  if (values.docs)
    await writeDocs(
      'import',
      `Medians of three runs each, in seconds of processor time; ${machine}.\n\n${importTable(results)}`,
    );
  process.exit();
}
if (values.build || values.ask) {
  const measured = values.build
    ? measureBuilding(Number(values.build))
    : measureAll(Number(values.ask));
  process.stdout.write(JSON.stringify([...measured]));
  process.stderr.write(`sum of what was answered: ${sunk()}\n`);
  process.exit();
}
if (values.open) {
  process.stdout.write(openHere(values.open));
  process.exit();
}
const sizes = values.sizes.split(',').map((size) => {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(k|m)$/i.exec(size.trim()) ?? [];
  if (!number) throw new Error(`--sizes has "${size}", expected such as 10k or 1m`);
  return Number(number) * (unit!.toLowerCase() === 'k' ? 1e3 : 1e6);
});

const results: Result[] = [];
for (const size of sizes) {
  process.stderr.write(`${sizeOf(size)} events\n`);
  results.push(...measuredApart('--build', size), ...measuredApart('--ask', size));
  if (size === 1e6) results.push(...(await measureOpening(size)));
}
const claims = claimsOf(results);
const machine = machineOf(['crossfilter2', 'supercluster']);
process.stdout.write(`${machine}\n\n${tableOf(results)}\n\n${claimTable(claims)}\n`);
writeJson({ machine, results, claims });
if (values.docs) {
  const shown = results.filter(({ events }) => events === 1e6);
  await writeDocs(
    'bench',
    `Medians in milliseconds; ${machine}.\n\n${tableOf(shown)}\n\n${claimTable(claims)}`,
  );
}

function writeJson(measured: unknown): void {
  if (!values.json) return;
  const file = resolve(process.env.INIT_CWD ?? '.', values.json);
  writeFileSync(file, `${JSON.stringify(measured, null, 1)}\n`);
}

function measuredApart(what: string, size: number): Result[] {
  const flags = [...process.execArgv, process.argv[1]!, what, String(size)];
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const text = execFileSync(process.execPath, flags, { encoding: 'utf8', stdio: [...stdio] });
  return JSON.parse(text) as Result[];
}

/** @param peers Packages. */
function machineOf(peers: readonly string[]): string {
  const versionOf = (name: string) =>
    (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string })
      .version;
  const all = cpus();
  return [
    `${all.length} × ${all[0]?.model ?? 'unknown processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.versions.node}`,
    ...peers.map((name) => `${name} ${versionOf(name)}`),
  ].join(', ');
}

/** Puts a text between two comments of the page. */
async function writeDocs(name: string, body: string): Promise<void> {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const file = 'docs/benchmarks.md';
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from < 0 || to < from) throw new Error(`${file} has no ${open} … ${close}`);
  const whole = `${text.slice(0, from + open.length)}\n\n${body}\n\n${text.slice(to)}`;
  const style = await resolveConfig(file);
  writeFileSync(file, await format(whole, { ...style, parser: 'markdown' }));
}
