/** The drawn world: its lines, its names, and that the recipe gives what is committed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MultiLineString, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  clearAtlas,
  loadCountries,
  loadGround,
  loadNames,
  loadRegions,
  loadWorld,
} from '../../src/world/atlas';
import { countryName } from '../../src/world/country-name';
import { areaNote } from '../../src/world/area-note';
import { areaAt, areasIn, type Ground } from '../../src/world/ground';
import { worldviewIds } from '../../src/model/worldviews';
import { out, geoFile } from '../geo/files';

const everywhere = [-180, -85, 180, 85] as const;
const gzipped = (name: string) => gzipSync(readFileSync(`${out}/${name}`)).length;
const positions = (lines: readonly MultiLineString[]) =>
  lines.flatMap(({ coordinates }) => coordinates.flat());
/** The point of some lines nearest to a position, in degrees. */
const nearest = (lines: readonly MultiLineString[], [lng, lat]: readonly [number, number]) =>
  Math.min(...positions(lines).map(([x, y]) => Math.hypot(x! - lng, y! - lat)));

describe('the drawn world', () => {
  let medium: Ground;
  let coarse: Ground;
  let fine: Ground;
  beforeAll(async () => {
    [coarse, medium] = await Promise.all([
      loadGround(1, everywhere, 'un', geoFile),
      loadGround(4, everywhere, 'un', geoFile),
    ]);
    fine = await loadGround(7, [33, 44, 39, 48], 'un', geoFile);
  });

  it('is as coarse as the zoom allows, and fine where the view is', () => {
    expect([coarse.key, medium.key, fine.key]).toEqual(['un coarse', 'un medium', 'un fine RU UA']);
    expect(coarse.rivers.features).toEqual([]);
    expect(medium.lakes.features.length).toBeGreaterThan(50);
    expect(positions(fine.coast).length).toBeGreaterThan(positions(medium.coast).length);
  });

  it('fetches no medium world for a near view, whose countries come as they are', async () => {
    clearAtlas();
    const read: string[] = [];
    const near = await loadGround(7, [33, 44, 39, 48], 'un', (name) => {
      read.push(name);
      return geoFile(name);
    });
    expect(read.sort()).toEqual(
      ['homes', 'regions/RU', 'regions/UA', 'water-fine', 'world-coarse', 'worldviews'].sort(),
    );
    expect(near.key).toBe('un fine-over-coarse RU UA');
    // The same border in view, between the same two countries.
    const inView = ([lng, lat]: Position) => lng! > 33 && lng! < 39 && lat! > 44 && lat! < 48;
    for (const lines of ['borders', 'coast', 'dashed'] as const)
      expect(positions(near[lines]).filter(inView)).toEqual(positions(fine[lines]).filter(inView));
  });

  it('draws no band across the map: no line leaps over half the world', () => {
    const leaps = (line: readonly Position[]) =>
      line.some(([lng], i) => i > 0 && Math.abs(lng! - line[i - 1]![0]!) > 60);
    for (const { coast, borders, dashed, rivers } of [coarse, medium, fine]) {
      const lines = [...coast, ...borders, ...dashed].flatMap(({ coordinates }) => coordinates);
      expect(lines.filter(leaps)).toEqual([]);
      for (const { geometry } of rivers.features)
        expect(
          [geometry.coordinates]
            .flat(geometry.type === 'LineString' ? 0 : 1)
            .some((line) => leaps(line as Position[])),
        ).toBe(false);
    }
  });

  it('draws a border and a coast once, whichever of two files it comes from', () => {
    for (const lines of [fine.borders, fine.coast, fine.dashed]) {
      const edges = lines.flatMap(({ coordinates }) =>
        coordinates.flatMap((line) =>
          line.slice(1).map((to, i) => [line[i]!.join(), to.join()].sort().join(' ')),
        ),
      );
      // A few of the source's islands are drawn over each other.
      expect(edges.length - new Set(edges).size).toBeLessThan(lines === fine.coast ? 10 : 1);
    }
    // The border of Ukraine and Russia north of Luhansk.
    expect(nearest(fine.borders, [39.9, 48.6])).toBeLessThan(0.2);
  });

  it('outlines Crimea with a dashed line and draws no border there', () => {
    const isthmus = [33.67, 46.13] as const;
    for (const ground of [medium, fine]) {
      expect(nearest(ground.dashed, isthmus)).toBeLessThan(0.15);
      expect(nearest(ground.borders, isthmus)).toBeGreaterThan(1);
    }
  });

  it.each(worldviewIds)(
    'draws the line of control in Kashmir as the view %s has it',
    async (view) => {
      const { borders, dashed } = await loadGround(4, everywhere, view, geoFile);
      const uri = [74.05, 34.1] as const;
      expect(nearest(dashed, uri) < 0.25).toBe(view !== 'in');
      expect(nearest(borders, uri) < 0.25).toBe(false);
      // The Khunjerab pass, where what India claims meets China.
      expect(nearest(borders, [75.42, 36.85]) < 0.3).toBe(view === 'in');
    },
  );

  it('tells what is disputed at a position and in a view', () => {
    expect(areaAt(34.1, 44.95, medium)).toBe('crimea');
    expect(areaAt(30.5, 50.4, medium)).toBeNull();
    expect(areasIn(medium, [32, 44, 37, 47]).map(areaNote)).toEqual([
      expect.stringContaining('resolution 68/262'),
    ]);
    expect(areasIn(medium, [0, 45, 10, 50])).toEqual([]);
  });

  it('has lakes, without the Kakhovka reservoir', () => {
    for (const { lakes } of [medium, fine]) {
      const at = (lng: number, lat: number) =>
        lakes.features.some((lake) => booleanPointInPolygon([lng, lat], lake));
      expect(at(31.5, 61)).toBe(true);
      expect(at(34.3, 47.45)).toBe(false);
      expect(at(33.9, 47.2)).toBe(false);
    }
  });

  it('has all countries and areas, but for what is too small for its grid', async () => {
    const [world, whole] = await Promise.all([
      loadWorld('medium', geoFile),
      loadWorld('coarse', geoFile),
    ]);
    expect(world.pieces().size).toBe(267);
    expect(whole.pieces().size).toBe(265);
  });

  it('names countries inside themselves, large ones first', async () => {
    const names = await loadNames(geoFile);
    expect(names[0]!.piece).toBe('RU');
    const shapes = new Map(medium.pieces.map(({ piece, shape }) => [piece, shape]));
    const outside = names.filter(
      ({ piece, lng, lat, zoom }) =>
        zoom < 9 && shapes.has(piece) && !booleanPointInPolygon([lng, lat], shapes.get(piece)!),
    );
    expect(outside.map(({ piece }) => piece)).toEqual([]);
    expect(countryName('UA', 'en')).toBe('Ukraine');
    expect(countryName('UA', 'uk')).toBe('Україна');
  });
});

describe('places by code', () => {
  const occupied = ['UA-14', 'UA-09', 'UA-23', 'UA-65', 'UA-43', 'UA-40'];

  it('finds units by ISO 3166-2 code, each with a point inside its shape', async () => {
    const { found, unknown } = await loadRegions(
      [...occupied, 'RU-ROS', 'US-FL', 'CF-BGF'],
      geoFile,
    );
    expect(unknown).toEqual([]);
    for (const { code, country, point, shape } of found.values()) {
      expect(code.startsWith(country)).toBe(true);
      expect(booleanPointInPolygon([...point], shape), code).toBe(true);
    }
    expect(found.get('RU-ROS')!.name).toMatchObject({ en: 'Rostov', uk: 'Ростовська область' });
  });

  it('says which codes no shape stands for', async () => {
    const { found, unknown } = await loadRegions(['RU-UA', 'QQ-1', 'RU-43', 'UA-30'], geoFile);
    expect(unknown).toEqual(['RU-UA', 'QQ-1', 'RU-43']);
    expect([...found.keys()]).toEqual(['UA-30']);
  });

  it('has a unit whole though an area is cut from it', async () => {
    const { found } = await loadRegions(['CN-XJ', 'IL-Z', 'GE-SK'], geoFile);
    expect(booleanPointInPolygon([79.5, 35.2], found.get('CN-XJ')!.shape)).toBe(true);
    expect(booleanPointInPolygon([87.6, 43.8], found.get('CN-XJ')!.shape)).toBe(true);
    expect(booleanPointInPolygon([43.97, 42.23], found.get('GE-SK')!.shape)).toBe(true);
  });

  it('has the city of Moscow smaller than the region around it', async () => {
    const { found } = await loadRegions(['RU-MOW', 'RU-MOS'], geoFile);
    expect(booleanPointInPolygon([37.62, 55.75], found.get('RU-MOW')!.shape)).toBe(true);
    expect(booleanPointInPolygon([38.5, 55.1], found.get('RU-MOS')!.shape)).toBe(true);
    expect(booleanPointInPolygon([38.5, 55.1], found.get('RU-MOW')!.shape)).toBe(false);
  });

  it('finds whole countries by ISO 3166-1 code, as a view draws them', async () => {
    const { found, unknown } = await loadCountries(['UA', 'ZZ'], 'un', geoFile);
    expect(unknown).toEqual(['ZZ']);
    expect(booleanPointInPolygon([34.1, 44.95], found.get('UA')!.shape)).toBe(true);
    const defacto = await loadCountries(['UA', 'RU'], 'defacto', geoFile);
    expect(booleanPointInPolygon([34.1, 44.95], defacto.found.get('UA')!.shape)).toBe(false);
    expect(booleanPointInPolygon([34.1, 44.95], defacto.found.get('RU')!.shape)).toBe(true);
  });

  it('finds what a view draws in another country by the code it has of its own', async () => {
    const rare = await loadCountries(['AQ', 'GF', 'SJ', 'XK', 'PS', 'TW', 'EH', ''], 'un', geoFile);
    expect(rare.unknown).toEqual(['']);
    const [taiwan, serbia] = [
      rare.found.get('TW')!,
      (await loadCountries(['RS'], 'un', geoFile)).found.get('RS')!,
    ];
    expect(booleanPointInPolygon([121, 24], taiwan.shape)).toBe(true);
    expect(booleanPointInPolygon([21.16, 42.66], serbia.shape)).toBe(true);
  });
});

describe('what the recipe wrote', () => {
  const checksums = JSON.parse(readFileSync(`${out}/checksums.json`, 'utf8')) as Record<
    string,
    string
  >;

  it('is what its checksums say', () => {
    const files = ['', '/regions', '/cities', '/places'].flatMap((folder) =>
      readdirSync(out + folder)
        .filter((name) => /\.(json|txt)$/.test(name) && name !== 'checksums.json')
        .map((name) => `${folder}/${name}`.replace(/^\//, '')),
    );
    expect(Object.keys(checksums).sort()).toEqual(files.sort());
    for (const name of files)
      expect(digest(readFileSync(`${out}/${name}`)), name).toBe(checksums[name]);
  });

  it('comes from the packages that are locked', () => {
    const sources = JSON.parse(readFileSync('geo/sources.json', 'utf8')) as Record<
      string,
      { package: string; version: string; integrity: string }
    >;
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const locked = 'waters cities settlements otherNames countryNames chineseSpellings'.split(' ');
    for (const { package: name, version, integrity } of locked.map((id) => sources[id]!))
      expect(packages[`node_modules/${name}`]).toMatchObject({ version, integrity });
  });

  it('comes from inputs that are as they were pinned', () => {
    const { outlines, cityNames } = JSON.parse(readFileSync('geo/sources.json', 'utf8'));
    for (const { input, sha256 } of [outlines, cityNames])
      expect(digest(readFileSync(`geo/${input}`)), input).toBe(sha256);
  });

  it('stays small', () => {
    expect(gzipped('world-coarse.json')).toBeLessThan(36_000);
    expect(gzipped('world-medium.json')).toBeLessThan(125_000);
    expect(gzipped('regions/UA.json') + gzipped('regions/RU.json')).toBeLessThan(125_000);
    // All that a page at zoom 4 over Europe asks for, in a language with names of its own.
    const first = [
      'world-medium',
      'water-medium',
      'worldviews',
      'names',
      'cities/first',
      'cities/first-uk',
    ];
    expect(first.reduce((sum, name) => sum + gzipped(`${name}.json`), 0)).toBeLessThan(200_000);
  });
});

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
