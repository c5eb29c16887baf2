import { describe, expect, it } from 'vitest';
import { openGazetteer } from '../../../src/world/gazetteer';
import { gazetteer, readFile } from './files';

const { find } = gazetteer();

/** `Name CODE` of the first. */
async function first(...question: Parameters<typeof find>): Promise<string | undefined> {
  const [best] = await find(...question);
  return best && `${best.name} ${best.region ?? best.country ?? '–'}`;
}

describe('a name', () => {
  it.each([
    ['Kyiv', 'Kyiv UA-30'],
    ['Kiev', 'Kyiv UA-30'],
    ['Київ', 'Kyiv UA-30'],
    ['كييف', 'Kyiv UA-30'],
    ['基辅', 'Kyiv UA-30'],
    ['Artemivsk', 'Bakhmut UA-14'],
    ['Артёмовск', 'Bakhmut UA-14'],
    ['Zaporozhye', 'Zaporizhzhia UA-23'],
    ['Днепропетровск', 'Dnipro UA-12'],
    ['Stalingrad', 'Volgograd RU-VGG'],
    ['Leningrad', 'Saint Petersburg RU-SPE'],
    ['Tselinograd', 'Astana KZ-71'],
    ['Saigon', 'Ho Chi Minh City VN-SG'],
    ['Sharm el-Sheikh', 'Sharm el-Sheikh EG-JS'],
  ])('%s, whatever its spelling or script or age, is %s', async (name, expected) => {
    expect(await first(name)).toBe(expected);
  });

  it.each([
    ['Kremlin', 37.617, 55.752],
    ['Mar-a-Lago', -80.037, 26.677],
    ['NATO headquarters', 4.426, 50.88],
    ['Kerch Bridge', 36.51, 45.3],
  ])('%s is a landmark at its place', async (name, lng, lat) => {
    const [best] = await find(name);
    expect(best).toMatchObject({ kind: 'landmark', precision: 'point' });
    expect(Math.hypot(best!.lng - lng, best!.lat - lat)).toBeLessThan(0.03);
  });

  it('that says its kind is a place of that kind', async () => {
    expect((await find('Rostov region'))[0]).toMatchObject({ kind: 'region', region: 'RU-ROS' });
    expect((await find('Донецька область'))[0]).toMatchObject({ kind: 'region', region: 'UA-14' });
    expect((await find('Ukraine'))[0]).toMatchObject({ kind: 'country', precision: 'country' });
    expect((await find('Red Sea'))[0]).toMatchObject({ kind: 'water', country: null });
  });

  it.each([
    ['Moscow Oblast', 'RU-MOS'],
    ['Moscow region', 'RU-MOS'],
    ['Kyiv Oblast', 'UA-32'],
    ['Kyiv region', 'UA-32'],
    ['Minsk Region', 'BY-MI'],
    ['Buenos Aires Province', 'AR-B'],
    ['Харківщина', 'UA-63'],
    ['محافظة إدلب', 'SY-ID'],
  ])('%s is the region %s, not the city that it surrounds', async (name, region) => {
    const [best] = await find(name);
    expect(best).toMatchObject({ kind: 'region', region });
    expect(best!.ambiguous).toBeUndefined();
  });

  it.each(['Lombardy', 'Tuscany', 'Catalonia'])(
    '%s is the region, not one of its provinces, which are also called so',
    async (name) => {
      const [best] = await find(name);
      expect(best).toMatchObject({ name, kind: 'region' });
      expect(best!.ambiguous).toBeUndefined();
    },
  );

  it.each(['Tunis', 'Brasília'])('%s is the capital, not its country', async (name) => {
    const [best] = await find(name);
    expect(best).toMatchObject({ name, kind: 'settlement' });
    expect(best!.ambiguous).toBeUndefined();
  });

  it('that asks for a region is uncertain where only a town has it', async () => {
    const [best] = await find('Bakhmut district');
    expect(best).toMatchObject({ name: 'Bakhmut', ambiguous: true, doubt: 'other kind' });
    expect((await find('Bakhmut'))[0]).not.toHaveProperty('doubt');
  });

  it('that is not there gives nothing, and one that is off by a letter says so', async () => {
    expect(await find('Nowhereville')).toEqual([]);
    expect(await find('!!!')).toEqual([]);
    const [best] = await find('Mariupl');
    expect(best).toMatchObject({ name: 'Mariupol', region: 'UA-14' });
    expect(best!.why).toContain('differs from a name of it by one letter');
    expect(await find('Mariupl', { typos: false })).toEqual([]);
  });
});

describe('two of one name', () => {
  it('are both given, and said to be too close, with the scores', async () => {
    const [one, two] = await find('Valencia');
    expect([one!.country, two!.country].sort()).toEqual(['ES', 'VE']);
    expect([one!.ambiguous, two!.ambiguous]).toEqual([true, true]);
    expect(one!.why).toContain('too close to choose between');
    expect(two!.score).toBeGreaterThan(0.85 * one!.score);
    expect(two!.score).toBeLessThanOrEqual(one!.score);
  });

  it('are not said to be close where one is a region with the other in it', async () => {
    const found = await find('Kharkiv');
    expect(found.slice(0, 2).map(({ kind }) => kind)).toEqual(['settlement', 'region']);
    expect(found.filter(({ ambiguous }) => ambiguous)).toEqual([]);
  });

  it.each([
    ['Donetsk', {}, 'Donetsk UA-14'],
    ['Donetsk', { country: 'RU' }, 'Donetsk RU-ROS'],
    ['Donetsk', { country: 'ru' }, 'Donetsk RU-ROS'],
    ['Springfield', { near: [-89.6, 39.8] as const }, 'Springfield US-IL'],
    ['Springfield', { near: [-72.6, 42.1] as const }, 'Springfield US-MA'],
    ['Springfield, Ohio', {}, 'Springfield US-OH'],
    ['Paris (Texas)', {}, 'Paris US-TX'],
    ['Paris, TX', {}, 'Paris US-TX'],
    ['Tripoli, Lebanon', {}, 'Tripoli LB-AS'],
    ['Valencia', { others: [{ lng: -66.9, lat: 10.49, country: 'VE' }] }, 'Valencia VE-G'],
    ['Valencia', { others: [{ lng: -3.7, lat: 40.42, country: 'ES' }] }, 'Valencia ES-V'],
  ])('%s with %j is %s', async (name, context, expected) => {
    expect(await first(name, context)).toBe(expected);
  });

  it('gives the reasons of a context', async () => {
    const near = await find('Springfield', { near: [-89.6, 39.8] });
    expect(near[0]!.why).toMatch(/km from the point given/);
    const [story] = await find('Valencia', { others: [{ lng: -3.7, lat: 40.42, country: 'ES' }] });
    expect(story!.why).toContain('in a country of the story');
    expect((await find('Paris, Texas'))[0]!.why).toContain('in “Texas”');
  });

  it('keeps to a limit, in order', async () => {
    const all = await find('San José', { limit: 4 });
    expect(all).toHaveLength(4);
    expect(all.map(({ score }) => score)).toEqual(
      all.map(({ score }) => score).sort((a, b) => b - a),
    );
  });
});

describe('files', () => {
  it('are fetched once each, and again after a failure', async () => {
    const asked: string[] = [];
    let broken = true;
    const other = openGazetteer(async (file) => {
      asked.push(file);
      if (broken) throw new Error('no network');
      return readFile(file);
    });
    await expect(other.find('Kyiv')).rejects.toThrow('no network');
    broken = false;
    const found = await other.find('Kyiv');
    expect(found[0]!.name).toBe('Kyiv');
    const before = asked.length;
    expect(await other.find('Kyiv')).toEqual(found);
    expect(asked).toHaveLength(before);
    expect(asked.slice(1)).toHaveLength(new Set(asked.slice(1)).size);
  });
});
