/** Writes the files of a small shapefile of points (ESRI's description of 1998; dBASE III). */

/** Points, or nothing for a null shape. */
export function shpOf(
  points: readonly (readonly [number, number] | readonly number[] | null)[],
): Uint8Array {
  const records = points.map((point, at) => {
    const length = point ? 20 : 4;
    const record = Buffer.alloc(8 + length);
    record.writeInt32BE(at + 1, 0);
    record.writeInt32BE(length / 2, 4);
    record.writeInt32LE(point ? 1 : 0, 8);
    if (point) {
      record.writeDoubleLE(point[0]!, 12);
      record.writeDoubleLE(point[1]!, 20);
    }
    return record;
  });
  const body = Buffer.concat(records);
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + body.length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(1, 32);
  return new Uint8Array(Buffer.concat([header, body]));
}

/** @param columns `NAME:C20`: name, type and length. */
export function dbfOf(
  columns: readonly string[],
  rows: readonly (readonly (string | Uint8Array)[])[],
  language = 0,
): Uint8Array {
  const fields = columns.map(
    (column) => /^(.+):(.)(\d+)$/.exec(column)!.slice(1) as [string, string, string],
  );
  const rowLength = 1 + fields.reduce((sum, [, , length]) => sum + Number(length), 0);
  const header = Buffer.alloc(32 + fields.length * 32 + 1);
  header.set([3, 124, 2, 3]);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(rowLength, 10);
  header[29] = language;
  fields.forEach(([name, type, length], at) => {
    header.write(name, 32 + at * 32, 'latin1');
    header.write(type, 32 + at * 32 + 11, 'latin1');
    header[32 + at * 32 + 16] = Number(length);
  });
  header[header.length - 1] = 0x0d;
  const body = rows.map((row) => {
    const bytes = Buffer.alloc(rowLength, 0x20);
    let at = 1;
    row.forEach((value, index) => {
      bytes.set(typeof value === 'string' ? Buffer.from(value, 'latin1') : value, at);
      at += Number(fields[index]![2]);
    });
    return bytes;
  });
  return new Uint8Array(Buffer.concat([header, ...body, Buffer.from([0x1a])]));
}
