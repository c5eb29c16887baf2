/** Every first-order unit, and the codes that the source has wrong or out of date. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { geoFile } from '../geo/files';
import { polygonsOf, ringArea } from '../../geo/shapes';
import { loadRegions } from '../../src/world/atlas';
import { LandSheet, type LandFile, type LandProperties } from '../../src/world/land-file';

const folder = 'geo/out/regions';
const files = readdirSync(folder);
type Unit = Feature<Polygon | MultiPolygon, LandProperties & { piece: string }>;
const sheets = files.map(
  (file) =>
    new LandSheet(
      file.slice(0, 2),
      JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as LandFile,
    ),
);
const land: Unit[] = sheets.flatMap((sheet) => {
  const units = sheet.units();
  expect(
    units.filter(({ properties: { code } }) => code && !code.startsWith(`${sheet.home}-`)),
  ).toEqual([]);
  return units;
});
/** Named units; a part of one that lies in another piece has no name of its own. */
const units = land.filter(({ properties }) => properties.name !== undefined);
const codes = new Set(units.map(({ properties }) => properties.code!));
const codesWhere = (wrong: (unit: Unit) => boolean) =>
  units.filter(wrong).map(({ properties }) => properties.code!);

describe('every first-order unit', () => {
  it('is there, once', () => {
    expect(files).toHaveLength(242);
    expect(units).toHaveLength(4303);
    expect(codes.size).toBe(units.length);
  });

  it('has its point inside itself', () => {
    expect(
      codesWhere(
        ({ properties, geometry }) => !booleanPointInPolygon([...properties.point!], geometry),
      ),
    ).toEqual([]);
  });

  it('runs counter-clockwise, holes clockwise, and never over 180°', () => {
    const wrong = (ring: Position[], number: number) =>
      ring.length < 4 ||
      ringArea(ring) > 0 !== (number === 0) ||
      ring.some(([lng, lat], i) => i > 0 && lat! > -89.9 && Math.abs(lng! - ring[i - 1]![0]!) > 90);
    expect(land.filter(({ geometry }) => polygonsOf(geometry).some((p) => p.some(wrong)))).toEqual(
      [],
    );
  });

  it('fits the budget', () => {
    const bytes = files.reduce((sum, file) => sum + statSync(`${folder}/${file}`).size, 0);
    expect(bytes).toBeLessThan(4_000_000);
  });
});

describe('countries of units', () => {
  it('has Crimea, Sevastopol and the four regions in Ukraine, none in Russia', () => {
    for (const code of ['UA-14', 'UA-09', 'UA-23', 'UA-65', 'UA-43', 'UA-40'])
      expect(codes, code).toContain(code);
    expect(codes).toContain('RU-ROS');
    expect([...codes].filter((code) => /^RU-(43|40|UA|CR|KRM|SEV)/.test(code))).toEqual([]);
    expect(
      codesWhere(
        ({ geometry, properties }) =>
          properties.code!.startsWith('RU-') && booleanPointInPolygon([34.1, 44.95], geometry),
      ),
    ).toEqual([]);
  });
});

/** A position, and the code that ISO 3166-2 gives the unit there today. */
const places: [string, number, number, string][] = [
  ['Tehran', 51.42, 35.7, 'IR-23'],
  ['Isfahan', 51.67, 32.65, 'IR-10'],
  ['Shiraz', 52.55, 29.6, 'IR-07'],
  ['Karaj', 50.98, 35.85, 'IR-30'],
  ['Amuru', 31.9, 2.9, 'UG-316'],
  ['Bogotá', -74.1, 4.6, 'CO-DC'],
  ['New Georgia', 157.6, -8.3, 'SB-WE'],
  ['Lachin', 46.4, 39.7, 'AZ-LAC'],
  ['Banja Luka', 17.2, 44.78, 'BA-SRP'],
  ['Mostar', 17.8, 43.35, 'BA-BIH'],
  ['Warsaw', 21.0, 52.23, 'PL-14'],
  ['Prague', 14.43, 50.08, 'CZ-10'],
  ['Bergen', 5.6, 60.4, 'NO-46'],
  ['inland of Tromsø', 19.5, 69.2, 'NO-55'],
  ['Moscow', 37.62, 55.75, 'RU-MOW'],
  ['Paris', 2.35, 48.86, 'FR-75C'],
  ['Kyiv', 30.52, 50.45, 'UA-30'],
];

describe('codes as they are today', () => {
  it.each(places)('has %s (%d, %d) in %s', (_name, lng, lat, code) => {
    const country = code.slice(0, 2);
    expect(
      codesWhere(
        ({ properties, geometry }) =>
          properties.code!.startsWith(country) && booleanPointInPolygon([lng, lat], geometry),
      ),
    ).toEqual([code]);
  });

  it('finds a unit under its former code too, and says the one of today', async () => {
    const { found, unknown } = await loadRegions(['PL-MZ', 'PL-14', 'NO-12'], geoFile);
    expect(found.get('PL-MZ')!.code).toBe('PL-14');
    expect(found.get('PL-MZ')!.shape).toEqual(found.get('PL-14')!.shape);
    // Joined with another since: today's Vestland is not what NO-12 meant.
    expect(unknown).toEqual(['NO-12']);
  });

  it('draws nothing for codes whose area the source does not have', async () => {
    const { unknown } = await loadRegions(['MA-04', 'MA-06', 'KZ-63'], geoFile);
    expect(unknown).toEqual(['MA-04', 'MA-06', 'KZ-63']);
  });

  it('names Kyiv and the region around it apart, in every language it has', async () => {
    const { found } = await loadRegions(['UA-30', 'UA-32', 'UA-51'], geoFile);
    const [city, region] = [found.get('UA-30')!.name, found.get('UA-32')!.name];
    for (const language of ['en', 'uk', 'ru', 'de', 'fr', 'es', 'pl', 'ar', 'zh'])
      expect((region as Record<string, string>)[language]).not.toBe(
        (city as Record<string, string>)[language],
      );
    expect(found.get('UA-51')!.name).toMatchObject({ en: 'Odesa' });
  });
});
