/** What the recipe writes is what the reader reads. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shardFiles } from '../../../geo/gazetteer/shards';
import type { NamedPlace } from '../../../geo/gazetteer/units';
import { openGazetteer } from '../../../src/world/gazetteer';
import { keyOf } from '../../../src/world/gazetteer/fold';
import { readShard } from '../../../src/world/gazetteer/shard';
import { folder, readFile } from './files';

const none = { region: null, population: null, weight: 0, capital: false, also: [] };
const place = (name: string, some: Partial<NamedPlace> = {}): NamedPlace => ({
  ...none,
  name,
  lng: 10,
  lat: 20,
  kind: 'settlement',
  country: 'UA',
  ...some,
});

describe('written and read', () => {
  const corners: NamedPlace[] = [
    place('North West', {
      lng: -180,
      lat: 90,
      country: 'US',
      region: 'US-AK',
      population: 12,
      weight: 12,
    }),
    place('South East', { lng: 180, lat: -90, kind: 'water', country: null, weight: 300_000 }),
    place('Null', { lng: 0, lat: 0, kind: 'landmark', country: null }),
    place('Main', { capital: true, population: 2_797_553, weight: 2_797_553, region: 'UA-30' }),
    place('Land', { kind: 'country', population: 40_000_000, weight: 40_000_000 }),
    place('Part', { kind: 'district', population: 5, weight: 5 }),
    place('Unit', { kind: 'region', region: 'UA-14', weight: 100 }),
    place('Area', { kind: 'area', lng: 12.3456, lat: -45.6789, weight: 7 }),
    place('Київ', { also: ['Old name', 'Інша'] }),
  ];
  const files = shardFiles(corners);
  const gazetteer = openGazetteer(async (file) => files.get(file)!);

  it.each(corners)('$name', async ({ also, ...expected }) => {
    const [found] = await gazetteer.find(expected.name);
    const { name, kind, country, region, population } = expected;
    expect(found).toMatchObject({ name, kind, country, region, population });
    expect(found!.lng).toBeCloseTo(expected.lng, 3);
    expect(found!.lat).toBeCloseTo(expected.lat, 3);
    for (const other of also) expect((await gazetteer.find(other))[0]!.name).toBe(name);
  });

  it('in as many shards as they need', async () => {
    const many = Array.from({ length: 4000 }, (_, i) =>
      place(`Town ${i}`, { also: [`Former ${i}`], lng: (i % 360) - 180, lat: (i % 180) - 90 }),
    );
    const split = shardFiles(many);
    expect(split.size).toBeGreaterThan(3);
    const all = openGazetteer(async (file) => split.get(file)!);
    for (const i of [0, 7, 1999, 3999]) {
      const [own] = await all.find(`Town ${i}`);
      const [former] = await all.find(`Former ${i}`);
      expect(own).toMatchObject({ name: `Town ${i}`, lng: (i % 360) - 180, lat: (i % 180) - 90 });
      expect(former!.name).toBe(`Town ${i}`);
    }
  });

  it('refuses what it could not read again', () => {
    expect(() => shardFiles([place('a|b')])).toThrow('parts names');
    expect(() => shardFiles([place('a', { region: 'PL-14' })])).toThrow('no region of UA');
    expect(() => readShard('Name\tnonsense\n\n', 0)).toThrow('no place of a shard');
  });
});

describe('the committed files', () => {
  const index = JSON.parse(readFile('index.json')) as [string, number, string][];

  it('are those of the index, in order of their keys', { timeout: 60_000 }, () => {
    // Towns of the map stand beside them.
    const shards = readdirSync(folder).filter((name) => !name.startsWith('towns'));
    expect(shards.sort()).toEqual(
      [...index.map(([, , name]) => `${name}.txt`), 'index.json'].sort(),
    );
    expect(index.length).toBeLessThan(300);
    let [places, keys] = [0, 0];
    index.forEach(([least, first, name], number) => {
      const shard = readShard(readFile(`${name}.txt`), first);
      const next = index[number + 1]?.[0];
      const outside = shard.keys.filter(
        (key) => key < least || (next !== undefined && key >= next),
      );
      expect(outside).toEqual([]);
      const own = new Set(shard.keys.flatMap((key) => shard.named(key)));
      const expected = (index[number + 1]?.[1] ?? first + own.size) - first;
      expect(own.size).toBe(expected);
      const [sample] = own;
      if (sample !== undefined)
        expect(shard.named(keyOf(shard.place(sample).name))).toContain(sample);
      places += own.size;
      keys += shard.keys.length;
    });
    expect(places).toBeGreaterThan(170_000);
    expect(keys).toBeGreaterThan(250_000);
  });
});
