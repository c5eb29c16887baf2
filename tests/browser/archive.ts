/** A PMTiles archive of one tile, the whole world as water (specification version 3). */

const name = 'water';

export function waterArchive(): Buffer {
  const tile = message(3, layer());
  const metadata = Buffer.from(
    JSON.stringify({
      vector_layers: [{ id: name, fields: {} }],
      attribution: '<a href="https://example.org/">Tiles of the <b>test</b></a>',
    }),
  );
  // One entry: tile 0, once, of this length, at the start.
  const directory = Buffer.concat([1, 0, 1, tile.length, 1].map(varint));
  const head = Buffer.alloc(127);
  head.write('PMTiles', 0, 'latin1');
  head.writeUInt8(3, 7);
  const parts = [directory, metadata, Buffer.alloc(0), tile];
  let at = head.length;
  parts.forEach((part, i) => {
    head.writeBigUInt64LE(BigInt(at), 8 + 16 * i);
    head.writeBigUInt64LE(BigInt(part.length), 16 + 16 * i);
    at += part.length;
  });
  for (const count of [72, 80, 88]) head.writeBigUInt64LE(1n, count);
  // Clustered, nothing compressed, vector tiles, zoom 0 to 0.
  [1, 1, 1, 1, 0, 0].forEach((value, i) => head.writeUInt8(value, 96 + i));
  [-180, -85, 180, 85].forEach((degrees, i) => head.writeInt32LE(degrees * 1e7, 102 + 4 * i));
  return Buffer.concat([head, ...parts]);
}

/** A layer of Mapbox Vector Tiles 2 with one square as large as the tile. */
function layer(): Buffer {
  const geometry = [9, 0, 0, 26, 8192, 0, 0, 8192, 8191, 0, 15];
  const feature = Buffer.concat([
    Buffer.from([3 << 3, 3]),
    message(4, Buffer.concat(geometry.map(varint))),
  ]);
  return Buffer.concat([
    Buffer.from([15 << 3, 2]),
    message(1, Buffer.from(name)),
    message(2, feature),
    Buffer.concat([Buffer.from([5 << 3]), varint(4096)]),
  ]);
}

function message(field: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(field << 3) | 2]), varint(body.length), body]);
}

function varint(value: number): Buffer {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 128);
  }
}
