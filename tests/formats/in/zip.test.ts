import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { imported, property } from '../import/importing';
import { samples } from '../samples';

const csv = strToU8('date,title,lat,lng\n2024-02-03,A,50.5,30.25\n');
const kml = new Uint8Array(samples.get('places.kml')!);
const zip = (files: Zippable) => zipSync(files);

describe('a ZIP archive', () => {
  it.each([
    ['events.csv', csv, 'csv'],
    ['in/folder/events.geojson', new Uint8Array(samples.get('plain.geojson')!), 'geojson'],
    ['records.json', new Uint8Array(samples.get('records.json')!), 'json'],
    ['acled.csv', new Uint8Array(samples.get('acled.csv')!), 'acled'],
    ['places.kml', kml, 'kml'],
  ])('of %s is read as that file', async (name, bytes, format) => {
    const beside = { 'README.txt': strToU8('Read me'), '__MACOSX/._x.csv': strToU8('x'), 'a.pdf': strToU8('%PDF') };
    for (const size of [1e6, 13]) {
      const whole = await imported(bytes, { name });
      const result = await imported(zip({ ...beside, [name]: bytes }), { size });
      expect([result.format, result.written]).toEqual([format, whole.written]);
      expect(result.story.features).toEqual(whole.story.features);
    }
  }); // prettier-ignore

  it('is asked for in any way', async () => {
    const bytes = zip({ 'events.csv': csv });
    for (const format of ['auto', 'zip', 'csv']) expect((await imported(bytes, { format })).written).toBe(1);
    await expect(imported(bytes, { format: 'xlsx' })).rejects.toThrow(/no Excel/);
    await expect(imported(csv, { format: 'zip' })).rejects.toThrow(/no ZIP/);
  }); // prettier-ignore

  it('names its files where several can be read, and takes one of them', async () => {
    const other = strToU8('date,title\n2025,B\n2026,C\n');
    const bytes = zip({ 'a.csv': csv, 'b/b.csv': other });
    await expect(imported(bytes)).rejects.toThrow(/--sheet NAME\): a\.csv, b\/b\.csv/);
    expect((await imported(bytes, { sheet: 'b.csv' })).written).toBe(2);
    expect((await imported(bytes, { sheet: 'b/b.csv' })).written).toBe(2);
    await expect(imported(bytes, { sheet: 'c.csv' })).rejects.toThrow(/has a\.csv, b\/b\.csv/);
    await expect(imported(zip({ 'x.bin': csv }))).rejects.toThrow(/Nothing.*x\.bin/);
  });

  it('may be in an older encoding', async () => {
    const words = 'date,title,lat,lng\n2024-02-03,Взрыв на станции и пожар в городе,50.5,30.25\n';
    const bytes = Uint8Array.from([...words].map((sign) => {
      const code = sign.charCodeAt(0);
      return code < 128 ? code : code - 0x410 + 0xc0;
    }));
    const result = await imported(zip({ 'a.csv': bytes }));
    expect(property(result.story.features[0], 'title')).toBe('Взрыв на станции и пожар в городе');
  }); // prettier-ignore

  it('is refused where it is damaged, empty, a document or too repetitive', async () => {
    const bytes = zip({ 'events.csv': Buffer.from(csv) });
    await expect(imported(bytes.subarray(0, 60))).rejects.toThrow(/damaged|breaks off/);
    await expect(imported(zip({ 'word/document.xml': csv }))).rejects.toThrow(/word processor/);
    const bomb = zip({ 'a.csv': Buffer.concat([csv, Buffer.alloc(150_000_000, '\n')]) });
    await expect(imported(bomb, { size: 1e6 })).rejects.toThrow(/times its size/);
    const nested = zip({ 'a.zip': zip({ 'a.csv': csv }) });
    await expect(imported(nested)).rejects.toThrow(/Nothing in the ZIP/);
  }, 60_000);
});

describe('KMZ', () => {
  it('is the KML in it', async () => {
    const whole = await imported(kml);
    const bytes = zip({ 'doc.kml': kml, 'files/icon.png': strToU8('x') });
    const result = await imported(bytes, { name: 'walk.kmz' });
    expect([result.format, result.written]).toEqual(['kmz', whole.written]);
    expect(result.story.features).toEqual(whole.story.features);
    const named = zip({ 'other.kml': kml });
    expect((await imported(named, { name: 'walk.kmz', format: 'kmz' })).format).toBe('kmz');
  });
});
