import { beforeAll, describe, expect, it } from 'vitest';
import { isPacked, openPacked } from '../../../src/formats/packed';
import { PREFACE } from '../../../src/formats/packed/layout';
import { ordinary, packed, withHead, type Json } from './packing';

let buffer: ArrayBuffer;
beforeAll(async () => ({ buffer } = await packed(ordinary(10))));

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
    expect(() => open(spoilt((view) => view.setUint32(8, 2, true)))).toThrow(
      'packed story: the version is 2, expected 1',
    );
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

  it('by counts that can not be', () => {
    expect(() => open(spoilt((view) => view.setUint32(24, 0xffffffff, true)))).toThrow(
      /4294967295 rows, a head of \d+ and a tree of 0 bytes need \d+ bytes, expected \d+/,
    );
    expect(() => open(spoilt((view) => view.setUint32(28, 0xfffffff8, true)))).toThrow(/need/);
    expect(() => open(spoilt((view) => view.setUint32(28, 9, true)))).toThrow(
      'the head has 9 bytes, expected a multiple of 8',
    );
  });

  it('by a category beyond the head’s', () => {
    const last = buffer.byteLength - 1;
    expect(() => open(spoilt((view) => view.setUint8(last, 2)))).toThrow(
      'row 9 has category 2, expected 0 … 1',
    );
  });

  it('by a head that is no JSON', () => {
    expect(() => open(spoilt((view) => view.setUint8(PREFACE + 1, 0xff)))).toThrow(
      /head is no JSON in UTF-8/,
    );
    expect(() => open(spoilt((view) => view.setUint8(PREFACE, 0x5b)))).toThrow(
      /head is no JSON in UTF-8/,
    );
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
