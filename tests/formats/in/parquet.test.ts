import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { importStream } from '../../../src/formats/import/import-stream';
import { imported, notes, property, told } from '../import/importing';

type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData'];
const write = (columnData: Columns, more = {}) =>
  new Uint8Array(parquetWriteBuffer({ columnData, ...more }) as ArrayBuffer);
const places = ({ story }: Awaited<ReturnType<typeof imported>>) =>
  story.features.map(({ geometry }) => (geometry as { coordinates: unknown } | null)?.coordinates);
const whens = ({ story }: Awaited<ReturnType<typeof imported>>) =>
  story.features.map((feature) => property(feature, 'when'));

const base: Columns = [
  { name: 'title', data: ['A', 'B', 'C'], type: 'STRING' },
  { name: 'date', data: [1, 2, 3].map((day) => new Date(Date.UTC(2024, 1, day, 4, 5, 6))), type: 'TIMESTAMP' },
  { name: 'lat', data: [50.5, -1, 0.1], type: 'FLOAT' },
  { name: 'lng', data: [30.25, 2, 3], type: 'DOUBLE' },
]; // prettier-ignore

describe('Parquet', () => {
  it('is a table, its values those of its columns', async () => {
    const bytes = write([
      ...base,
      { name: 'id', data: [1n, 2n, 12345678901234567n], type: 'INT64' },
      { name: 'sure', data: [true, false, null], type: 'BOOLEAN', nullable: true } as never,
      { name: 'facts', data: [{ city: 'X', dead: 3 }, { city: 'Y', dead: 4 }, { city: 'Z', dead: 5 }] },
      { name: 'tags', data: [['a', 'b'], [], ['c']] },
    ]);
    for (const size of [1e6, 100]) {
      const result = await imported(bytes, { size });
      expect([result.format, result.read, told(result)]).toEqual(['parquet', 3, []]);
      expect(places(result)).toEqual([[30.25, 50.5], [2, -1], [3, 0.1]]);
      expect(whens(result)[0]).toMatch(/^2024-02-01T04:05:06/);
      expect(result.story.features[2]!.id).toBe('12345678901234567');
      expect(result.story.features[0]!.properties).toMatchObject({ sure: true, facts: { city: 'X', dead: 3 } });
    }
  }); // prettier-ignore

  it('is read group by group, from wherever its source can', async () => {
    const count = 5000;
    const bytes = write(
      [
        { name: 'title', data: Array.from({ length: count }, (_, at) => `Event ${at}`), type: 'STRING' },
        { name: 'date', data: Array.from({ length: count }, () => '2024-02-03'), type: 'STRING' },
      ],
      { rowGroupSize: 700 },
    );
    let asked = 0;
    let last: unknown;
    const source = {
      name: 'many.parquet',
      size: bytes.length,
      async *open() {
        yield await Promise.resolve(bytes);
      },
      slice(start: number, end: number) {
        asked++;
        return Promise.resolve(bytes.subarray(start, end));
      },
    };
    const outlet = { record: ({ feature }: { feature: unknown }) => void (last = feature), problem: () => {} };
    const summary = await importStream(source, outlet);
    expect([summary.read, summary.written]).toEqual([count, count]);
    expect(property(last as never, 'title')).toBe('Event 4999');
    expect(asked).toBeGreaterThan(7);
  }); // prettier-ignore

  it('is known as ACLED by its columns', async () => {
    const row = { event_id_cnty: 'U1', event_date: '2024-02-03', time_precision: 1, event_type: 'Battles', sub_event_type: 'Armed clash', actor1: 'A', inter1: 1, geo_precision: 1, latitude: 2, longitude: 1 };
    const bytes = write(Object.entries(row).map(([name, value]) => ({ name, data: [value] }) as never));
    expect((await imported(bytes)).format).toBe('acled');
    expect((await imported(bytes, { format: 'parquet' })).format).toBe('acled');
    await expect(imported(bytes, { format: 'xlsx' })).rejects.toThrow(/no Excel/);
  }); // prettier-ignore

  it('is refused with a sentence where it is damaged', async () => {
    const bytes = write(base);
    await expect(imported(bytes.subarray(0, -9))).rejects.toThrow(/Parquet file is damaged/);
    await expect(imported(bytes.subarray(0, 30))).rejects.toThrow(/Parquet file is damaged/);
  });
});

describe('GeoParquet', () => {
  const point = (x: number, y: number) => {
    const bytes = Buffer.alloc(21);
    bytes[0] = 1;
    bytes.writeUInt32LE(1, 1);
    bytes.writeDoubleLE(x, 5);
    bytes.writeDoubleLE(y, 13);
    return new Uint8Array(bytes);
  };
  const file = (points: readonly Uint8Array[], geo?: object) =>
    write([...base.slice(0, 2), { name: 'geometry', data: [...points], type: 'BYTE_ARRAY' }], {
      kvMetadata: geo && [{ key: 'geo', value: JSON.stringify(geo) }],
    });
  const geo = (crs?: object) => ({
    version: '1.0.0',
    primary_column: 'geometry',
    columns: { geometry: { encoding: 'WKB', geometry_types: ['Point'], ...(crs ? { crs } : {}) } },
  });
  const degrees = [point(30.25, 50.5), point(2, -1), point(3, 4)];

  it('has the shapes of its main column, marked or not', async () => {
    for (const bytes of [file(degrees, geo()), file(degrees)]) {
      const result = await imported(bytes);
      expect([result.format, told(result)]).toEqual(['parquet', []]);
      expect(places(result)).toEqual([[30.25, 50.5], [2, -1], [3, 4]]); // prettier-ignore
      expect(whens(result)[0]).toMatch(/^2024-02-01T04:05:06/);
    }
  });

  it('is turned into degrees by its reference system', async () => {
    const metres = [point(500000, 0), point(500000, 10), point(500000, 20)];
    const utm = { type: 'ProjectedCRS', name: 'WGS 84 / UTM zone 33N', id: { authority: 'EPSG', code: 32633 } };
    const result = await imported(file(metres, geo(utm)));
    expect(places(result)[0]).toEqual([15, 0]);
    expect(notes(result)).toContain('projected');
    const odd = { type: 'ProjectedCRS', name: 'Local' };
    await expect(imported(file(metres, geo(odd)))).rejects.toThrow(/Local/);
    expect(places(await imported(file(metres, geo(odd)), { crs: 'EPSG:32633' }))[0]).toEqual([15, 0]);
  }); // prettier-ignore
});
