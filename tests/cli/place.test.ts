import { spawn } from 'node:child_process';
import { describe, expect, inject, it } from 'vitest';

const command = inject('commandLine');

/** Runs the command from another folder than its own. */
function place(...args: string[]) {
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = spawn(process.execPath, [command, 'place', ...args], { cwd: '/' });
    const said = { out: '', err: '' };
    child.stdout.on('data', (data) => (said.out += String(data)));
    child.stderr.on('data', (data) => (said.err += String(data)));
    child.on('close', (code) => done({ code, ...said }));
  });
}

describe('place', { timeout: 60_000 }, () => {
  it('gives ranked candidates as JSON', async () => {
    const { code, out, err } = await place('Київ', '--json');
    expect([code, err]).toEqual([0, '']);
    const found = JSON.parse(out) as Record<string, unknown>[];
    expect(found[0]).toMatchObject({
      name: 'Kyiv',
      kind: 'settlement',
      country: 'UA',
      region: 'UA-30',
      population: expect.any(Number) as number,
    });
    for (const key of 'name lng lat kind country region population score why'.split(' '))
      expect(found.every((candidate) => key in candidate)).toBe(true);
    const scores = found.map(({ score }) => score as number);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('takes a country, a position west and south, and says which of two is not settled', async () => {
    const [country, near, close] = await Promise.all([
      place('Donetsk', '--country', 'RU', '--json'),
      place('Springfield', '--near', '-89.6,39.8', '--json'),
      place('Valencia'),
    ]);
    expect(JSON.parse(country.out)).toMatchObject([{ name: 'Donetsk', region: 'RU-ROS' }]);
    expect((JSON.parse(near.out) as object[])[0]).toMatchObject({ region: 'US-IL' });
    expect(close.code).toBe(0);
    expect(close.err).toMatch(/^Valencia: \d+ places are too close to choose between\n$/);
    expect(close.out).toMatch(
      /^\d\.\d{3} {2}Valencia +(VE-G|ES-V) +settlement +-?[\d.]+,-?[\d.]+ /,
    );
  });

  it('reads several words as one name, or else as several', async () => {
    const [one, two] = await Promise.all([
      place('New', 'York', '--json'),
      place('Kyiv', 'Bakhmut', '--json'),
    ]);
    expect((JSON.parse(one.out) as object[])[0]).toMatchObject({ name: 'New York' });
    const queries = (JSON.parse(two.out) as { query: string }[]).map(({ query }) => query);
    expect(new Set(queries)).toEqual(new Set(['Kyiv', 'Bakhmut']));
  });

  it('gives nothing for what is no place, and says where the first is uncertain', async () => {
    const [letters, unknown, victory, misspelt, word] = await Promise.all([
      place('Zzzzq'),
      place('Unknown', '--json'),
      place('Victory'),
      place('Mariupl', '--json'),
      place('Police', '--country', 'PL'),
    ]);
    expect(letters).toEqual({ code: 1, out: '', err: 'Zzzzq: not in the gazetteer\n' });
    expect([unknown.code, unknown.out]).toEqual([1, '[]\n']);
    expect([victory.code, victory.out]).toEqual([1, '']);
    expect(misspelt.code).toBe(0);
    expect(misspelt.err).toBe('Mariupl: the first place is uncertain; its reasons say why\n');
    expect((JSON.parse(misspelt.out) as object[])[0]).toMatchObject({ ambiguous: true });
    expect(word.err).toBe('Police: the first place is uncertain; its reasons say why\n');
  });

  it('exits 1 where a name is not known, 2 where it is called wrongly', async () => {
    const [unknown, none, country, near, help] = await Promise.all([
      place('Nowhereville', '--json'),
      place(),
      place('Kyiv', '--country', 'Ukraine'),
      place('Kyiv', '--near', '30.5'),
      place('--help'),
    ]);
    expect(unknown).toEqual({
      code: 1,
      out: '[]\n',
      err: 'Nowhereville: not in the gazetteer\n',
    });
    expect([none.code, country.code, near.code, help.code]).toEqual([2, 2, 2, 0]);
    expect(country.err).toContain('"Ukraine", expected two letters such as UA');
    expect(near.err).toContain('expected LNG,LAT');
    expect(help.out).toContain('--near LNG,LAT');
  });
});
