import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { countriesOf, namesOf, steps, worldTopology } from '../../geo/countries';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import {
  countryAt,
  countryName,
  loadCountries,
  loadNames,
  loadRegions,
  loadWorld,
  type World,
} from '../../src/map/atlas';

const out = 'geo/out';
const gzipped = (name: string) => gzipSync(readFileSync(`${out}/${name}`)).length;

/** Positions and the country they lie in, by the borders that the General Assembly recognises. */
const controls: [string, number, number, string][] = [
  ['Simferopol', 34.1, 44.95, 'UA'],
  ['Sevastopol', 33.53, 44.6, 'UA'],
  ['Kerch', 36.4, 45.34, 'UA'],
  ['Donetsk', 37.8, 48.0, 'UA'],
  ['Luhansk', 39.3, 48.57, 'UA'],
  ['Zaporizhzhia', 35.14, 47.84, 'UA'],
  ['Mariupol', 37.5, 47.15, 'UA'],
  ['north of Kherson', 32.7, 46.8, 'UA'],
  ['Kyiv', 30.52, 50.45, 'UA'],
  ['Rostov-on-Don', 39.7, 47.25, 'RU'],
  ['Belgorod', 36.58, 50.6, 'RU'],
  ['Kaliningrad', 20.8, 54.6, 'RU'],
  ['Chukotka, west of 180°', 177, 66.5, 'RU'],
  ['Chukotka, east of 180°', -175, 67, 'RU'],
  ['Maseru, Lesotho', 27.9, -29.4, 'LS'],
  ['Pretoria', 28.2, -25.7, 'ZA'],
  ['El Aaiún', -12.5, 26.5, 'EH'],
  ['Pristina', 21.1, 42.6, 'XK'],
  ['Hargeisa', 44.1, 9.6, 'SO'],
  ['Kyrenia', 33.3, 35.25, 'CY'],
  ['Juba', 31.6, 4.9, 'SS'],
  ['Viti Levu, Fiji', 178, -17.8, 'FJ'],
  ['Anchorage', -149.8, 61.3, 'US'],
  ['Nuuk', -51, 64.5, 'GL'],
  ['South Pole', 20, -85, 'AQ'],
  ['Cayenne, French Guiana', -52.6, 4.5, 'GF'],
  ['Réunion', 55.5, -21.1, 'RE'],
  ['Spitsbergen', 16.5, 78.7, 'SJ'],
  ['Bonaire', -68.27, 12.18, 'BQ'],
  ['Christmas Island', 105.63, -10.49, 'CX'],
  ['Taveuni, Fiji', -179.97, -16.77, 'FJ'],
  ['Punta Arenas', -71.3, -53.1, 'CL'],
  ['Jammu', 74.9, 32.6, 'IN'],
  ['Ramallah', 35.25, 31.95, 'PS'],
];

describe('the drawn world', () => {
  let fine: World;
  let coarse: World;
  beforeAll(async () => {
    [fine, coarse] = await Promise.all([loadWorld('50m'), loadWorld('110m')]);
  });

  it.each(controls)('has %s (%d, %d) in %s', (_name, lng, lat, code) => {
    expect(countryAt(lng, lat, fine)).toBe(code);
  });

  it.each(controls.filter(([name]) => /Simfer|Donetsk|Rostov|Belgorod|Maseru|180/.test(name)))(
    'has %s in the coarse one too',
    (_name, lng, lat, code) => {
      expect(countryAt(lng, lat, coarse)).toBe(code);
    },
  );

  it('has no country at sea', () => {
    expect(countryAt(-30, 40, fine)).toBeNull();
    expect(countryAt(34, 43, fine)).toBeNull();
    // The Siachen glacier is land without a code.
    expect(countryAt(77, 35.4, fine)).toBeNull();
  });

  it('has as many countries as the recipe wrote, each once', () => {
    expect(fine.countries.features).toHaveLength(248);
    expect(new Set(fine.countries.features.map((f) => f.properties.code)).size).toBe(248);
    expect(coarse.countries.features).toHaveLength(177);
  });

  it('draws no band across the map: no line leaps over half the world', () => {
    for (const world of [fine, coarse]) {
      const rings = world.countries.features.flatMap(({ geometry }) =>
        geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
      );
      const leaps = (line: Position[]) =>
        line.some(
          ([lng, lat], i) =>
            i > 0 && lat! > -89 && line[i - 1]![1]! > -89 && Math.abs(lng! - line[i - 1]![0]!) > 90,
        );
      expect(rings.filter(leaps)).toEqual([]);
      expect(world.coast.coordinates.filter(leaps)).toEqual([]);
      expect(world.borders.coordinates.filter(leaps)).toEqual([]);
    }
  });

  it('outlines Crimea, inside Ukraine', () => {
    expect(fine.disputed.features.map((f) => f.properties.code)).toEqual(['crimea']);
    expect(booleanPointInPolygon([34.1, 44.95], fine.disputed.features[0]!)).toBe(true);
    expect(booleanPointInPolygon([33.0, 46.7], fine.disputed.features[0]!)).toBe(false);
    const coast = new Set(fine.coast.coordinates.flat().map(String));
    const [ring] = fine.disputed.features[0]!.geometry.coordinates as Position[][];
    const shared = ring!.filter((position) => coast.has(String(position)));
    expect(shared.length, 'dash and coast are one line').toBeGreaterThan(ring!.length / 2);
  });

  it('names countries inside themselves, large ones first', async () => {
    const names = await loadNames();
    expect(names[0]!.code).toBe('RU');
    const outside = names.filter(({ code, lng, lat }) => countryAt(lng, lat, fine) !== code);
    // Two atolls and the Vatican are smaller than the grid they are drawn on.
    expect(outside.map(({ code }) => code)).toEqual(['CC', 'TK', 'VA']);
    expect(countryName('UA', 'en')).toBe('Ukraine');
    expect(countryName('UA', 'uk')).toBe('Україна');
  });
});

describe('regions', () => {
  const occupied = ['UA-14', 'UA-09', 'UA-23', 'UA-65', 'UA-43', 'UA-40'];

  it('finds units by ISO 3166-2 code, each with a point inside its shape', async () => {
    const { found, unknown } = await loadRegions([...occupied, 'RU-ROS', 'US-FL', 'CF-BGF']);
    expect(unknown).toEqual([]);
    for (const { code, country, point, shape } of found.values()) {
      expect(code.startsWith(country)).toBe(true);
      expect(booleanPointInPolygon([...point], shape), code).toBe(true);
    }
    expect(found.get('RU-ROS')!.name).toMatchObject({ en: 'Rostov', uk: 'Ростовська область' });
  });

  it('says which codes no shape stands for', async () => {
    const { found, unknown } = await loadRegions(['RU-UA', 'QQ-1', 'RU-43', 'UA-30']);
    expect(unknown).toEqual(['RU-UA', 'QQ-1', 'RU-43']);
    expect([...found.keys()]).toEqual(['UA-30']);
  });

  it('has the city of Moscow smaller than the region around it', async () => {
    const { found } = await loadRegions(['RU-MOW', 'RU-MOS']);
    expect(booleanPointInPolygon([37.62, 55.75], found.get('RU-MOW')!.shape)).toBe(true);
    expect(booleanPointInPolygon([38.5, 55.1], found.get('RU-MOS')!.shape)).toBe(true);
    expect(booleanPointInPolygon([38.5, 55.1], found.get('RU-MOW')!.shape)).toBe(false);
  });

  it('finds whole countries by ISO 3166-1 code', async () => {
    const { found, unknown } = await loadCountries(['UA', 'ZZ']);
    expect(unknown).toEqual(['ZZ']);
    const rare = await loadCountries(['AQ', 'GF', 'SJ', 'CC', 'TK', 'XK', 'PS', '']);
    expect(rare.unknown).toEqual(['']);
    expect(booleanPointInPolygon([34.1, 44.95], found.get('UA')!.shape)).toBe(true);
  });
});

describe('what the recipe wrote', () => {
  it('is what its checksums say', () => {
    const checksums = JSON.parse(readFileSync(`${out}/checksums.json`, 'utf8')) as Record<
      string,
      string
    >;
    const files = ['', '/regions'].flatMap((folder) =>
      readdirSync(out + folder)
        .filter((name) => name.endsWith('.json') && name !== 'checksums.json')
        .map((name) => `${folder}/${name}`.replace(/^\//, '')),
    );
    expect(Object.keys(checksums).sort()).toEqual(files.sort());
    for (const name of files)
      expect(
        createHash('sha256')
          .update(readFileSync(`${out}/${name}`))
          .digest('hex'),
        name,
      ).toBe(checksums[name]);
  });

  it('is what the installed package gives', () => {
    const written = (name: string) => readFileSync(`${out}/${name}`, 'utf8');
    const detailed = countriesOf('50m');
    expect(`${JSON.stringify(worldTopology(detailed, steps['50m']))}\n`).toBe(
      written('world-50m.json'),
    );
    expect(`${JSON.stringify(worldTopology(countriesOf('110m'), steps['110m']))}\n`).toBe(
      written('world-110m.json'),
    );
    expect(`${JSON.stringify(namesOf(detailed))}\n`).toBe(written('names.json'));
  });

  it('comes from the package that is locked', () => {
    const { countries } = JSON.parse(readFileSync('geo/sources.json', 'utf8'));
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const locked = packages[`node_modules/${countries.package}`];
    expect(locked).toMatchObject({ version: countries.version, integrity: countries.integrity });
  });

  it('stays small', () => {
    expect(gzipped('world-50m.json')).toBeLessThan(170_000);
    expect(gzipped('world-110m.json')).toBeLessThan(30_000);
    expect(gzipped('regions/UA.json') + gzipped('regions/RU.json')).toBeLessThan(60_000);
  });
});
