/**
 * The benchmarks: `npm run bench -- [--json FILE] [--sizes 10k,100k,1m] [--docs]`.
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
import { measureOpening, openHere } from './opening';
import { measureAll, measureBuilding, type Result } from './operations';
import { claimTable, sizeOf, tableOf } from './table';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    sizes: { type: 'string', default: '10k,100k,500k,1m,5m' },
    docs: { type: 'boolean', default: false },
    /** What this process is to open, or how many events it is to build an index of or to ask about,
     * having been started for that. */
    open: { type: 'string' },
    build: { type: 'string' },
    ask: { type: 'string' },
  },
});
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
const machine = machineOf();
process.stdout.write(`${machine}\n\n${tableOf(results)}\n\n${claimTable(claims)}\n`);
if (values.json) {
  const file = resolve(process.env.INIT_CWD ?? '.', values.json);
  writeFileSync(file, `${JSON.stringify({ machine, results, claims }, null, 1)}\n`);
}
if (values.docs) await writeDocs();

function measuredApart(what: string, size: number): Result[] {
  const flags = [...process.execArgv, process.argv[1]!, what, String(size)];
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const text = execFileSync(process.execPath, flags, { encoding: 'utf8', stdio: [...stdio] });
  return JSON.parse(text) as Result[];
}

function machineOf(): string {
  const versionOf = (name: string) =>
    (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string })
      .version;
  const all = cpus();
  return [
    `${all.length} × ${all[0]?.model ?? 'unknown processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.versions.node}`,
    ...['crossfilter2', 'supercluster'].map((name) => `${name} ${versionOf(name)}`),
  ].join(', ');
}

async function writeDocs(): Promise<void> {
  const [open, close] = ['<!-- bench -->', '<!-- /bench -->'];
  const file = 'docs/benchmarks.md';
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from < 0 || to < from) throw new Error(`${file} has no ${open} … ${close}`);
  const shown = results.filter(({ events }) => events === 1e6);
  const body = `\n\nMedians in milliseconds; ${machine}.\n\n${tableOf(shown)}\n\n${claimTable(claims)}\n\n`;
  const whole = text.slice(0, from + open.length) + body + text.slice(to);
  const style = await resolveConfig(file);
  writeFileSync(file, await format(whole, { ...style, parser: 'markdown' }));
}
