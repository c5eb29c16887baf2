import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../src/map/camera/mercator';
import { cityDetail, loadCities } from '../../src/world/cities';
import { quartersOf, openTowns, tileOf } from '../../src/world/towns';
import { geoFile } from '../geo/files';

const folder = 'geo/out/places';
const read: string[] = [];
const towns = openTowns(async (file) => {
  read.push(file);
  return readFileSync(`${folder}/${file}`, 'utf8');
});
const boxAt = (lng: number, lat: number, zoom: number) => boundsOf({ lng, lat, zoom }, [908, 488]);

describe('towns', () => {
  it.each([
    ['Rostov', 39.72, 47.23, ['Bataysk', 'Aksay'], ['Chaltyr']],
    ['Kyiv', 30.52, 50.45, ['Irpin', 'Bucha'], ['Hostomel']],
    ['Goma', 29.23, -1.68, ['Gisenyi'], ['Sake']],
    ['the Ruhr', 7.2, 51.5, ['Witten', 'Herne'], ['Sprockhövel']],
  ])('around %s are there at zoom 9 and 11', async (_, lng, lat, at9, at11) => {
    const written = await loadCities(cityDetail(7), 'en', geoFile);
    const named = async (zoom: number) =>
      [...written, ...(await towns(boxAt(lng, lat, zoom), zoom))]
        .filter((town) => town.zoom <= zoom + 0.5)
        .map(({ name }) => name);
    expect(await named(9)).toEqual(expect.arrayContaining(at9));
    // The view is nearer; the files of the places around it are the same.
    expect((await towns(boxAt(lng, lat, 9), 11)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(at11),
    );
  });

  it('are fetched from zoom 7 on, few files a view, the largest first', async () => {
    read.length = 0;
    expect(await towns(boxAt(100, 60, 6.9), 6.9)).toEqual([]);
    expect(read).toEqual([]);
    for (const zoom of [7, 9, 11, 14]) {
      read.length = 0;
      const found = await towns(boxAt(77.2, 28.6, zoom), zoom);
      expect(read.length).toBeLessThan(40);
      const zooms = found.map((town) => town.zoom);
      expect(zooms).toEqual([...zooms].sort((a, b) => a - b));
    }
  });

  it('come across 180°', async () => {
    const found = await towns([177, -20, -178, -15], 8);
    expect(found.some(({ lng }) => lng > 0)).toBe(true);
  });

  it('are in small tiles', () => {
    const files = readdirSync(folder).filter((name) => name.startsWith('towns'));
    expect(files.length).toBeGreaterThan(500);
    for (const name of files) expect(statSync(`${folder}/${name}`).size, name).toBeLessThan(16_000);
  });

  it('lie in the tile that names them, whose parts are there', () => {
    expect(tileOf(-180, 90, 0)).toBe('0-0-0');
    expect(tileOf(180, -90, 0)).toBe('0-15-7');
    for (const name of readdirSync(folder)) {
      const [, key] = /^towns-(.+)\.json$/.exec(name) ?? [];
      if (!key) continue;
      const [parts, rows] = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as [
        number[],
        [string, number, number][],
      ];
      const level = Number(key.split('-')[0]);
      for (const [, lng, lat] of rows) expect(tileOf(lng, lat, level)).toBe(key);
      for (const part of parts)
        expect(existsSync(`${folder}/towns-${quartersOf(key)[part]}.json`)).toBe(true);
    }
  });

  it('that can’t be fetched are left out', async () => {
    const none = openTowns(() => Promise.reject(new Error('no network')));
    expect(await none(boxAt(30, 50, 9), 9)).toEqual([]);
  });
});
