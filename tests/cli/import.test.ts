import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importVerb } from '../../src/cli/import';
import { Usage } from '../../src/cli/verb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'datelines-'));
afterAll(() => rmSync(folder, { recursive: true }));
const command = inject('commandLine');

/** Runs the command in the temporary folder, with this on its standard input. */
function datelines(args: string[], input = '') {
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: folder });
    const said = { out: '', err: '' };
    child.stdout.on('data', (data) => (said.out += String(data)));
    child.stderr.on('data', (data) => (said.err += String(data)));
    child.on('close', (code) => done({ code, ...said }));
    child.stdin.end(input);
  });
}
const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

const csv = `date;what;y;x;country
03/04/2024;First;50,45;30,52;Ukraine
13/04/2024;Second;30,52;50,45;Ukraine
31/02/2024;Third;1;2;
14/04/2024;Fourth;99;2;
`;
const named = 'date,title,place\n2024-01-01,A,Kyiv\n2024-01-02,B,Springfield\n';
const bad = JSON.stringify({
  type: 'FeatureCollection',
  title: 'A story',
  features: [
    { type: 'Feature', id: 'a', geometry: null, properties: { title: 'A', when: '2024' } },
    { type: 'Feature', id: 'b', geometry: null, properties: { when: '2024-13' } },
  ],
});

describe('import', { timeout: 60_000 }, () => {
  beforeAll(() => {
    writeFileSync(join(folder, 'in.csv'), csv);
    writeFileSync(join(folder, 'in.csv.gz'), gzipSync(csv));
    writeFileSync(join(folder, 'bad.geojson'), bad);
    writeFileSync(join(folder, 'good.geojson'), readFileSync('tests/fixtures/many.geojson'));
  });
  it('ends with 1 where nothing was written, and says each reason once', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => `2024,T,x${at},1`);
    const input = ['date,title,lat,lng', ...rows, ''].join('\n');
    const { code, err } = await datelines(
      ['import', '-', '--out', 'n.geojson', '--report', 'n.json'],
      input,
    );
    expect(code).toBe(1);
    const lines = err.split('\n').filter((line) => line.includes('bad-position'));
    expect(lines.filter((line) => line.startsWith('error'))).toEqual([
      'error: 200 records (1, 2, 3, …): lat: bad-position: lat is "x0"; expected a latitude in degrees.',
    ]);
    expect(json('n.json').rejected).toHaveLength(200);
    expect(json('n.json')).toMatchObject({ read: 200, written: 0 });
  });

  it('takes the decimal sign of amounts', async () => {
    const input = 'date,title,n\n2024,T,"1,234"\n';
    const args = ['import', '-', '--map', 'figures.tons=n', '--out', 'd.geojson'];
    expect((await datelines([...args, '--decimal', ','], input)).code).toBe(0);
    expect(json('d.geojson').features[0].properties.figures).toEqual([
      { measure: 'tons', best: 1.234 },
    ]);
    expect((await datelines([...args, '--decimal', 'x'], input)).code).toBe(2);
  });

  const map = ['--map', 'title=what', '--map', 'lat=y', '--map', 'lng=x'];

  it('writes a story and a report of all that was read', async () => {
    const args = ['import', 'in.csv', ...map, '--out', 'out.geojson', '--report', 'report.json'];
    const { code, out, err } = await datelines(args);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('4 records read, 2 written, 2 rejected');
    expect(err).toContain('1 impossible-date, 1 coordinate-range');
    expect(json('out.geojson').features).toMatchObject([
      { geometry: { coordinates: [30.52, 50.45] }, properties: { title: 'First', when: '2024-04-03' } },
      { properties: { title: 'Second', country: 'Ukraine' } },
    ]);
    const report = json('report.json');
    expect(report).toMatchObject({ read: 4, written: 2 });
    expect(report.rejected).toEqual([
      { record: 3, field: 'date', value: '31/02/2024', code: 'impossible-date', message: expect.stringContaining('a day 1 to 29') },
      { record: 4, field: 'y', value: '99', code: 'coordinate-range', message: expect.stringContaining('latitude -90 to 90') },
    ]);
    const warned = report.warnings.map(({ record, code }: { record: number; code: string }) => [record, code]);
    expect(warned).toEqual(
      expect.arrayContaining([
        [null, 'day-order'],
        [2, 'swapped'],
      ]),
    );
    expect(readdirSync(folder).filter((name) => /part|warnings/.test(name))).toEqual([]);
  }); // prettier-ignore

  it('reads dates in the order, century and zone that are stated', async () => {
    writeFileSync(join(folder, 'short.csv'), 'title,date,lat,lng\nA,3/4/17 14:30,1,2\n');
    const order = (...args: string[]) =>
      datelines(['import', 'short.csv', ...args, '--out', 'short.geojson']);
    for (const [word, day] of [
      ['dmy', '2017-04-03T14:30'],
      ['mdy', '2017-03-04T14:30'],
      ['ymd', '2003-04-17T14:30'],
      ['day-first', '2017-04-03T14:30'],
    ] as const) {
      const zone = ['--zone', 'Europe/Kyiv'];
      const { code } = await order('--day-order', word, '--century', '2000', ...zone);
      expect(code).toBe(0);
      const story = json('short.geojson');
      expect(story.features).toMatchObject([{ properties: { when: day } }]);
      expect(story.timeZone).toBe('Europe/Kyiv');
    }
    const { err } = await order('--day-order', 'dmy');
    expect(err).toContain('--century 2000 makes 17 the year 2017');
  });

  it('places records by the names of their places, as --geocode says', async () => {
    const run = (...more: string[]) =>
      datelines(
        ['import', '-', '--out', 'named.geojson', '--report', 'named.json', ...more],
        named,
      );
    const points = () =>
      json('named.geojson').features.map(
        ({ geometry }: { geometry: { coordinates: number[] } | null }) => geometry?.coordinates,
      );
    const { err } = await run();
    expect(err).toContain('places by name: 1 placed, 0 proposed, 1 not clear, 0 unknown');
    expect(points()).toEqual([[30.524, 50.455], undefined]);
    expect(json('named.json')).toMatchObject({
      geocoding: { placed: 1, asked: 1, open: [{ name: 'Springfield', record: 2 }] },
    });
    await run('--geocode', 'propose');
    expect(points()).toEqual([
      [30.524, 50.455],
      [-93.298, 37.215],
    ]);
    expect(json('named.geojson').features[1].properties.where.evidence).toBe('proposed');
    await run('--geocode', 'off');
    expect(points()).toEqual([undefined, undefined]);
    expect((await run('--geocode', 'guess')).code).toBe(2);
  });

  it('says of a large file what it says of a small one', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `2024-04-03,Report ${row} of a long day,50.45,30.52\n`,
    );
    writeFileSync(join(folder, 'large.csv'), `date,title,lat,lng\n${rows.join('')}`);
    const { code, err } = await datelines(['import', 'large.csv', '--out', 'large.geojson']);
    expect(code).toBe(0);
    expect(err).toContain('20000 records read, 20000 written, 0 rejected');
    expect(err).not.toMatch(/\(node:|MaxListeners/);
  });

  it('reads gzip and standard input, and writes to standard output', async () => {
    const zipped = datelines(['import', 'in.csv.gz', ...map, '--out', 'zipped.geojson']);
    const piped = datelines(['import', '-', ...map, '--title', 'in', '--out', '-'], csv);
    const [{ code }, { out }] = await Promise.all([zipped, piped]);
    expect(code).toBe(0);
    expect(JSON.parse(out).features).toEqual(json('zipped.geojson').features);
  });

  it('exits 1 where the file can not be read, and leaves no half file', async () => {
    writeFileSync(join(folder, 'half.geojson'), bad.slice(0, -20));
    const args = ['--out', 'half-out.geojson', '--report', 'half.json'];
    const half = await datelines(['import', 'half.geojson', ...args]);
    expect(half.code).toBe(1);
    expect(half.err).toContain('The file breaks off in line 1');
    expect(json('half.json')).toMatchObject({ read: 0, written: 0, rejected: [] });
    expect(existsSync(join(folder, 'half-out.geojson'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const none = await datelines(['import', 'none.csv', '--out', 'x']);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining("none.csv can't be read")]);
  });

  it.each([
    [['in.csv'], '--out is missing'],
    [['--out', 'x'], '0 files came'],
    [['in.csv', '--out', './in.csv'], 'expected different files'],
    [['in.csv', '--out', 'x', '--format', 'xls'], '--format is xls, expected auto or one of geojson'],
    [['in.csv', '--out', 'x', '--map', 'title'], 'expected FIELD=COLUMN'],
    [['in.csv', '--out', 'x', '--map', 'tilte=a'], 'has the field tilte'],
    [['in.csv', '--out', 'x', '--day-order', 'dym'], 'expected one of dmy, mdy, ymd, day-first'],
    [['in.csv', '--out', 'x', '--century', '20'], 'expected a year of four digits such as 2000'],
    [['in.csv', '--out', 'x', '--zone', 'Nowhere'], '--zone is Nowhere, expected a name such as'],
    [['in.csv', '--out', 'x', '--time-zone', 'Nowhere'], 'such as Europe/Kyiv'],
    [['in.csv', '--out', 'x', '--encoding', 'utf-7'], 'expected one of utf-8'],
  ])('is called wrongly by %j', async (args, message) => {
    const options: Record<string, string> = {};
    const maps: string[] = [];
    const words = args.filter((arg, at) => {
      if (args[at - 1]?.startsWith('--')) return false;
      if (arg === '--map') maps.push(args[at + 1]!);
      else if (arg.startsWith('--')) options[arg.slice(2)] = args[at + 1]!;
      return !arg.startsWith('--');
    });
    const list = (name: string) => (name === 'map' ? maps : []);
    const running = importVerb.run(words, options, { flags: new Set(), list });
    await expect(running).rejects.toThrow(Usage);
    await expect(running).rejects.toThrow(message);
  }); // prettier-ignore
});

describe('validate', { timeout: 60_000 }, () => {
  it('says one problem on a line, and exits 1 where there is an error', async () => {
    const { code, out, err } = await datelines(['validate', 'good.geojson', 'bad.geojson']);
    expect(code).toBe(1);
    expect(err).toContain('bad.geojson: 1 of 2 records are good');
    expect(out.split('\n').filter((line) => line.startsWith('bad.geojson'))).toEqual([
      'bad.geojson: error: record 2: properties.title: missing-title: properties.title is missing; expected one line of text, or one per language.',
      'bad.geojson: error: record 2: properties.when: bad-date: properties.when: "2024-13" has month 13; expected a month 01 to 12, or a season 21 to 41.',
    ]);
  });

  it('exits 0 where all is good, and speaks JSON', async () => {
    const { code, out } = await datelines(['validate', 'good.geojson', '--json']);
    expect(code).toBe(0);
    const [verdict] = JSON.parse(out);
    expect(verdict).toMatchObject({ file: 'good.geojson' });
    expect(verdict.good).toBe(verdict.read);
    const piped = await datelines(['validate', '-', '--json'], '{"type":"FeatureCollection"}');
    expect([piped.code, JSON.parse(piped.out)[0].problems]).toEqual([
      1,
      [expect.objectContaining({ record: null, code: 'not-a-story' })],
    ]);
  });

  it('exits 2 without a file, 1 without the file', async () => {
    expect((await datelines(['validate'])).code).toBe(2);
    expect((await datelines(['import', 'in.csv'])).code).toBe(2);
    expect((await datelines(['validate', 'none.geojson'])).code).toBe(1);
  });
});
