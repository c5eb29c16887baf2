import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { imported, notes, property, told } from '../import/importing';
import { dbfOf, shpOf } from '../shapefiles';

const points = [[30.25, 50.5], [2, -1], null] as const; // prettier-ignore
const columns = ['NAME:C20', 'DATE:D8', 'DEAD:N6', 'SURE:L1'];
const rows = [
  ['A', '20240203', '3', 'T'],
  ['B', '20240204', '', '?'],
  ['C', '20240205', '******', 'F'],
];
const parts = () => ({ 'x/events.shp': shpOf(points), 'x/events.dbf': dbfOf(columns, rows) });
const zip = (files: Record<string, Uint8Array | string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]))); // prettier-ignore
const places = ({ story }: Awaited<ReturnType<typeof imported>>) =>
  story.features.map(({ geometry }) => (geometry as { coordinates: unknown } | null)?.coordinates);

const wgs84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const utm = 'PROJCS["WGS_1984_UTM_Zone_33N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'; // prettier-ignore

describe('a shapefile', () => {
  it('has shapes, and values by the types of its fields', async () => {
    for (const size of [1e6, 17]) {
      const result = await imported(zip({ ...parts(), 'x/events.prj': wgs84, 'x/events.shx': '' }), { size });
      expect([result.format, result.read, told(result)]).toEqual(['shapefile', 3, []]);
      expect(places(result)).toEqual([[30.25, 50.5], [2, -1], undefined]);
      expect(result.story.features[0]!.properties).toMatchObject({ title: 'A', when: '2024-02-03', DEAD: 3, SURE: true });
      expect(result.story.features[2]!.properties).toMatchObject({ SURE: false });
      expect(property(result.story.features[1], 'SURE')).toBeUndefined();
      expect(property(result.story.features[2], 'DEAD')).toBeUndefined();
    }
  }); // prettier-ignore

  it('is turned into degrees by its PRJ file, or by --crs', async () => {
    const shp = shpOf([[500000, 0], [500000, 5000000], null]); // prettier-ignore
    const files = { ...parts(), 'x/events.shp': shp };
    for (const [prj, crs] of [[utm, undefined], [undefined, 'EPSG:32633'], [wgs84.replace('84', '99'), 'EPSG:32633']] as const) {
      const result = await imported(zip(prj ? { ...files, 'x/events.prj': prj } : files), { crs });
      expect(places(result)[0]).toEqual([15, 0]);
      expect(notes(result)).toContain('projected');
    }
    const british = 'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],UNIT["Meter",1.0]]';
    const church = { ...parts(), 'x/events.shp': shpOf([[651409.903, 313177.27], null, null]), 'x/events.prj': british };
    const [place] = places(await imported(zip(church)));
    expect(place).toEqual([expect.closeTo(1.71607, 4), expect.closeTo(52.65798, 4)]);
  }); // prettier-ignore

  it('says where it has no PRJ file or no table', async () => {
    expect(notes(await imported(zip(parts())))).toContain('no-crs');
    const bare = await imported(zip({ 'a.shp': shpOf(points) }));
    expect([notes(bare).includes('no-table'), bare.read, bare.written]).toEqual([true, 3, 0]);
  });

  it('has texts in the encoding of its CPG file or header, of the user, or a guess that is said', async () => {
    const name = 'Київ';
    const cyrillic = Uint8Array.from([0xca, 0xe8, 0xbf, 0xe2]);
    const file = (text: Uint8Array, language = 0, cpg?: string) => zip({
      'a.shp': shpOf([[1, 2]]), 'a.dbf': dbfOf(columns, [[text, '20240203', '', '']], language),
      'a.prj': wgs84, ...(cpg === undefined ? {} : { 'a.cpg': cpg }),
    });
    const title = async (bytes: Uint8Array, options = {}) => property((await imported(bytes, options)).story.features[0], 'title');
    expect(await title(file(strToU8(name)))).toBe(name);
    expect(await title(file(strToU8(name), 0, 'UTF-8'))).toBe(name);
    for (const cpg of ['1251', 'ANSI 1251', 'windows-1251', 'cp1251'])
      expect(await title(file(cyrillic, 0, cpg))).toBe(name);
    expect(await title(file(cyrillic, 0xc9))).toBe(name);
    expect(await title(file(cyrillic), { encoding: 'windows-1251' })).toBe(name);
    const guessed = await imported(file(cyrillic));
    expect(notes(guessed)).toContain('encoding-found');
  }); // prettier-ignore

  it('of several is the one that is named', async () => {
    const files = { 'a.shp': shpOf(points), 'a.dbf': dbfOf(columns, rows), 'b.shp': shpOf([[1, 2]]), 'b.dbf': dbfOf(columns, rows.slice(0, 1)) };
    await expect(imported(zip(files))).rejects.toThrow(/--sheet NAME\): a, b/);
    expect((await imported(zip(files), { sheet: 'b' })).written).toBe(1);
    await expect(imported(zip(files), { sheet: 'c' })).rejects.toThrow(/has a, b/);
  }); // prettier-ignore

  it('leaves deleted rows out, and is refused where parts of it are missing', async () => {
    const dbf = dbfOf(columns, rows);
    dbf[dbf.length - 1 - (dbf.length - 1 - (32 * 5 + 1)) + 0] = 0x2a;
    const result = await imported(zip({ ...parts(), 'x/events.dbf': dbf }));
    expect([result.read, notes(result).includes('deleted-rows')]).toEqual([2, true]);
    const cut = { ...parts(), 'x/events.shp': shpOf(points).subarray(0, 150) };
    await expect(imported(zip(cut))).rejects.toThrow(/SHP file .* damaged/);
    await expect(imported(zip({ ...parts(), 'x/events.dbf': dbf.subarray(0, 200) }))).rejects.toThrow(/DBF file .* damaged/);
    const fewer = { ...parts(), 'x/events.dbf': dbfOf(columns, rows.slice(0, 2)) };
    await expect(imported(zip(fewer))).rejects.toThrow(/3 shapes and 2 rows/);
  }); // prettier-ignore
});
