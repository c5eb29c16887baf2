import { beforeAll, describe, expect, it } from 'vitest';
import { treeOf } from '../../../src/story/story-index';
import { isPacked, openPacked, packStory } from '../../../src/formats/packed';
import { checksumOf } from '../../../src/formats/packed/checksum';
import {
  packedColumnsIn,
  prefaceBytes,
  type PackedColumns,
} from '../../../src/formats/packed/layout';
import { readPreface } from '../../../src/formats/packed/preface';
import { ordinary, packed, pointOf, sealed, withHead, type Json } from './packing';

let buffer: ArrayBuffer;
let withTree: ArrayBuffer;
beforeAll(async () => {
  ({ buffer } = await packed(ordinary(10)));
  const made = await packStory(ordinary(9), 'test', (all) => all.map(pointOf), treeOf);
  withTree = made.packed!.file.buffer;
});

const open = (bytes: ArrayBuffer) => openPacked(bytes, 'test');

/** A copy with something written over it. */
function spoilt(write: (view: DataView) => void): ArrayBuffer {
  const copy = buffer.slice(0);
  write(new DataView(copy));
  return copy;
}

describe('a packed story is refused', () => {
  it('by its magic', () => {
    expect(() => open(new ArrayBuffer(0))).toThrow(/starts with nothing, expected 93 44 4c 50/);
    expect(() => open(new TextEncoder().encode('{"type": "Feature').buffer)).toThrow(
      'packed story: the file starts with 7b 22 74 79 70 65 22 3a, expected 93 44 4c 50 4b 0d 0a 1a',
    );
    expect(isPacked(new Uint8Array(buffer))).toBe(true);
    expect(isPacked(new Uint8Array(3))).toBe(false);
  });

  it('by its version and byte order', () => {
    expect(() => open(spoilt((view) => view.setUint32(8, 3, true)))).toThrow(
      'packed story: the version is 3, expected 1 or 2',
    );
    expect(() => open(spoilt((view) => view.setUint32(8, 1, true)))).toThrow(/need \d+ bytes/);
    expect(() => open(spoilt((view) => view.setUint32(12, 0x01020304, false)))).toThrow(
      /byte order reads 0x4030201, expected little-endian/,
    );
  });

  it('by its length, whatever is cut off or added', () => {
    for (let length = 0; length < buffer.byteLength; length++)
      expect(() => open(buffer.slice(0, length))).toThrow(/^packed story: the file .*, expected/);
    const longer = new Uint8Array(buffer.byteLength + 1);
    longer.set(new Uint8Array(buffer));
    expect(() => open(longer.buffer)).toThrow(
      `the file has ${buffer.byteLength + 1} bytes, expected ${buffer.byteLength} as it states`,
    );
  });

  it('by every byte that is changed, with the part that is damaged', () => {
    const { head, sums, columns, tree } = readPreface(withTree).sections;
    expect([head.start, tree.end]).toEqual([64, withTree.byteLength]);
    for (let at = 0; at < withTree.byteLength; at++) {
      const copy = new Uint8Array(withTree.slice(0));
      copy[at]! ^= 1 << (at % 8);
      const part =
        at < 24
          ? /^packed story: the (file|version|byte order)/
          : at < head.start
            ? /the start of the file .* is damaged: the checksum is [0-9a-f]{8}, expected [0-9a-f]{8}/
            : at < head.end
              ? /the head is damaged/
              : at < sums.end
                ? /the list of checksums of the files beside is damaged/
                : at < columns.end
                  ? /the columns are damaged/
                  : /the tree is damaged/;
      expect(() => open(copy.buffer), `byte ${at}`).toThrow(part);
    }
  });

  it('by counts that can not be, even where the checksums are right', () => {
    const made = (write: (view: DataView) => void) => () => {
      const copy = buffer.slice(0);
      write(new DataView(copy));
      new DataView(copy).setUint32(60, checksumOf(new Uint8Array(copy, 0, 60)), true);
      return open(copy);
    };
    expect(made(() => {})).not.toThrow();
    expect(made((view) => view.setUint32(24, 0xffffffff, true))).toThrow(
      /4294967295 rows, a head of \d+, the checksums of 2 files and a tree of 0 bytes need \d+ bytes, expected \d+/,
    );
    expect(made((view) => view.setUint32(28, 0xfffffff8, true))).toThrow(/need/);
    expect(made((view) => view.setUint32(36, 0xffffffff, true))).toThrow(/need/);
    expect(made((view) => view.setUint32(28, 9, true))).toThrow(
      'the head has 9 bytes, expected a multiple of 8',
    );
    // One more, which what the list is filled up with has room for.
    const one = made((view) => {
      expect(view.getUint32(36, true)).toBe(2);
      view.setUint32(36, 1, true);
    });
    expect(one).toThrow('there are checksums of 1 files beside, expected 2');
  });

  /** As one who writes such files makes it: a value of a column replaced, checksums right. */
  function column(name: keyof PackedColumns, row: number, value: number) {
    return () => {
      const copy = buffer.slice(0);
      const { columns } = readPreface(copy).sections;
      packedColumnsIn(copy, columns.start, 10)[name][row] = value;
      return open(sealed(copy));
    };
  }

  it.each<[keyof PackedColumns, number, RegExp]>([
    ['lng', 180.1, /row 3 has the position 180\.1, .*, expected -180 … 180, -90 … 90/],
    ['lng', NaN, /row 3 has the position NaN, .*or NaN for both/],
    ['lat', NaN, /row 3 has the position .*, NaN, expected/],
    ['lat', -Infinity, /row 3 has the position .*, -Infinity, expected/],
    ['start', NaN, /row 3 has start NaN and end \d+, expected start < end/],
    ['start', 8.64e15, /row 3 has start 8640000000000000 and end/],
    ['end', Infinity, /row 3 has start \d+ and end Infinity/],
    ['end', 0, /row 3 has start \d+ and end 0/],
    ['start', 0, /row 3 has start 0, expected \d+ or more, as the row before it/],
    ['category', 2, /row 3 has category 2, expected 0 … 1/],
  ])('by a column with what can not be, whatever its checksum: %s %s', (name, value, message) => {
    expect(column('category', 3, 1)).not.toThrow();
    expect(column(name, 3, value)).toThrow(message);
  });

  it('by a head that is no JSON, whatever its checksum', () => {
    const made = (at: number, value: number) => () =>
      open(sealed(spoilt((view) => view.setUint8(at, value))));
    expect(made(prefaceBytes[2] + 1, 0xff)).toThrow(/head is no JSON in UTF-8/);
    expect(made(prefaceBytes[2], 0x5b)).toThrow(/head is no JSON in UTF-8/);
    expect(() => open(withHead(buffer, () => 7))).toThrow(/it is 7, expected an object/);
  });

  const shards = { size: 200, path: '.d/{number}.json', digits: 6 };
  it.each<[string, Json, RegExp]>([
    ['story', { story: [] }, /story is \[\], expected an object/],
    ['story', { story: { type: 'Feature' } }, /story is none/],
    ['categories', { categories: [{}] }, /categories is \[\{\}\], expected a list of/],
    [
      'categories',
      { categories: Array(33).fill({ id: 'a', label: 'A', shape: 'star' }) },
      /categories is 33, expected 32 at most/,
    ],
    ['rows', { rows: 11 }, /rows is 11, expected 10/],
    ['rejected', { rejected: -1 }, /rejected is -1/],
    ['read', { read: 11 }, /read is 11, expected 10/],
    ['problems', { problems: 'none' }, /problems is "none"/],
    ['problemsLeftOut', { problemsLeftOut: 0.5 }, /problemsLeftOut is 0.5/],
    ['stamp', { stamp: undefined }, /stamp is missing, expected text/],
    ['shards', { shards: null }, /shards is null/],
    ['shards.size', { shards: { ...shards, size: 0 } }, /shards\.size is 0/],
    ['shards.path', { shards: { ...shards, path: '/../{number}.json' } }, /shards\.path is/],
    ['shards.digits', { shards: { ...shards, digits: 99 } }, /shards\.digits is 99/],
    ['ids', { ids: { ...shards, files: '1' } }, /ids\.files is "1"/],
  ])('by its head: %s', (_, change, message) => {
    expect(() => open(withHead(buffer, (head) => head))).not.toThrow();
    expect(() => open(withHead(buffer, (head) => ({ ...head, ...change })))).toThrow(message);
  });
});
