/**
 * Reading a file of records: the command line beside those who read the same file into rows. Each runs
 * in a process of its own, so that its processor time and its peak memory are its own.
 *
 * The command line finds out what columns mean, checks each record by the model's rules and writes a
 * story; the others read cells. The ratio says what that costs.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { random } from '../engine/events';
import { timingOf } from './measure';

export const readers = ['datelines', 'PapaParse', 'csv-parse', 'DuckDB'] as const;
export type Reader = (typeof readers)[number];

/** Medians over runs that alternate. */
export interface ImportResult {
  /** The file's name. */
  readonly file: string;
  readonly records: number;
  readonly reader: Reader;
  /** Seconds of all its processors, user and system. */
  readonly seconds: number;
  /** Peak resident memory, in 10⁶ bytes. */
  readonly megabytes: number;
}

/** What a process of its own tells. */
interface Measured {
  readonly records: number;
  readonly seconds: number;
  readonly megabytes: number;
}

const runs = 3;

/** @param files Further files to read, CSV or gzipped CSV. */
export async function measureImport(
  records: number,
  files: readonly string[],
): Promise<ImportResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'datelines-bench-'));
  try {
    const made = join(folder, 'generated.csv');
    await pipeline(csvPieces(records), createWriteStream(made));
    const results: ImportResult[] = [];
    for (const file of [made, ...files]) results.push(...(await measureFile(file, folder)));
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureFile(file: string, folder: string): Promise<ImportResult[]> {
  let plain = file;
  if (file.endsWith('.gz')) {
    // The peers read text.
    plain = join(folder, basename(file, '.gz'));
    await pipeline(createReadStream(file), createGunzip(), createWriteStream(plain));
  }
  const measured = new Map<Reader, Measured[]>(readers.map((reader) => [reader, []]));
  // One turn before those that count: the file is then in the system's cache.
  for (let turn = 0; turn <= runs; turn++)
    for (const reader of readers) {
      const one = reader === 'datelines' ? byCommand(plain, folder) : byPeer(reader, plain);
      if (turn > 0) measured.get(reader)!.push(one);
    }
  return readers.map((reader) => {
    const all = measured.get(reader)!;
    return {
      file: basename(plain),
      records: all[0]!.records,
      reader,
      seconds: timingOf(all.map(({ seconds }) => seconds)).median,
      megabytes: timingOf(all.map(({ megabytes }) => megabytes)).median,
    };
  });
}

/** Put before the command line: tells on its way out what the process took. */
const tell = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\n' + JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS * 1024 / 1e6 })); });`;

function byCommand(file: string, folder: string): Measured {
  const out = join(folder, 'story.geojson');
  const report = join(folder, 'report.json');
  const words = ['src/cli/index.ts', 'import', file, '--out', out, '--report', report];
  const before = `data:text/javascript,${encodeURIComponent(tell)}`;
  const last = lastLine(['--import', 'tsx', '--import', before, ...words], 'stderr');
  const { read } = JSON.parse(readFileSync(report, 'utf8')) as { read: number };
  return { ...(JSON.parse(last) as Measured), records: read };
}

function byPeer(reader: Reader, file: string): Measured {
  const order = ['--max-old-space-size=12000', process.argv[1]!, '--read', reader, file];
  return JSON.parse(lastLine(order, 'stdout')) as Measured;
}

function lastLine(words: readonly string[], from: 'stdout' | 'stderr'): string {
  const done = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.status !== 0) throw new Error(`${words.join(' ')} failed: ${done.stderr}`);
  return done[from].trimEnd().split('\n').at(-1)!;
}

/** Reads a file as a peer does, in this process; what it took goes to standard output. */
export async function readHere(reader: string, file: string): Promise<string> {
  const records = await peers[reader as keyof typeof peers](file);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return JSON.stringify({
    records,
    seconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: (maxRSS * 1024) / 1e6,
  } satisfies Measured);
}

/** Each as its makers would have it used; all give the number of records. */
const peers = {
  async PapaParse(file: string): Promise<number> {
    const { default: Papa } = await import('papaparse');
    const { data } = Papa.parse(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true });
    return data.length;
  },
  async 'csv-parse'(file: string): Promise<number> {
    const { parse } = await import('csv-parse');
    let records = 0;
    const rows = createReadStream(file).pipe(parse({ columns: true, relax_column_count: true }));
    for await (const row of rows) if (row) records++;
    return records;
  },
  async DuckDB(file: string): Promise<number> {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const quoted = `'${file.replaceAll("'", "''")}'`;
    await connection.run(
      `create table read as select * from read_csv(${quoted}, header = true, sample_size = -1)`,
    );
    const counted = await connection.runAndReadAll('select count(*) from read');
    return Number(counted.getRows()[0]![0]);
  },
};

const kinds = ['Shelling', 'Air strike', 'Protest', 'Riot', 'Looting', 'Arrest', 'Ambush', 'Truce'];

/** A seeded table: date, position, title, category, two figures and a source; one title of ten is
 * quoted. */
function* csvPieces(records: number): Generator<string> {
  const next = random(1);
  const below = (most: number) => Math.floor(next() * most);
  const spots = Array.from({ length: 300 }, () => [next() * 340 - 170, next() * 120 - 55] as const);
  let text = 'date,lat,lng,title,category,killed,injured,source\n';
  for (let row = 0; row < records; row++) {
    const [lng, lat] = spots[below(spots.length)]!;
    const date = new Date(Date.UTC(2021, 0, 1 + below(1461))).toISOString().slice(0, 10);
    const kind = kinds[below(kinds.length)]!;
    const title = next() < 0.1 ? `"${kind}, near site ${row}"` : `${kind} near site ${row}`;
    const position = `${(lat + next()).toFixed(5)},${(lng + next()).toFixed(5)}`;
    const figures = `${next() < 0.7 ? '' : below(20)},${next() < 0.7 ? '' : below(50)}`;
    text += `${date},${position},${title},${kind},${figures},Daily Paper ${below(200)}\n`;
    if (text.length < 1 << 18) continue;
    yield text;
    text = '';
  }
  yield text;
}
