import { describe, expect, it } from 'vitest';
import { checksumOf, shownSum } from '../../../src/formats/packed/checksum';
import { stampOf } from '../../../src/formats/packed/stamp';
import { bytesOf } from './packing';

/** XXH32's own numbers: https://github.com/Cyan4973/xxHash, `BMK_sanityCheck` of xxhsum.c. */
const prime = 2_654_435_761;
const sanity = new Uint8Array(101);
for (let at = 0, made = prime; at < sanity.length; at++) {
  sanity[at] = made >>> 24;
  made = Math.imul(made, made) >>> 0;
}

describe('the checksum', () => {
  it.each([
    [0, 0, '02cc5d05'],
    [0, prime, '36b78ae7'],
    [1, 0, 'b85cbee5'],
    [1, prime, 'd5845d64'],
    [14, 0, 'e5aa0ab4'],
    [14, prime, '4481951d'],
    [101, 0, '1f1aa412'],
    [101, prime, '498ec8e2'],
  ])('is the published XXH32 of %d bytes with the seed %d', (length, seed, expected) => {
    expect(shownSum(checksumOf(sanity.subarray(0, length), seed))).toBe(expected);
  });

  it('is the published XXH32 of texts', () => {
    expect(shownSum(checksumOf(bytesOf('abc')))).toBe('32d153ff');
    expect(shownSum(checksumOf(bytesOf('Nobody inspects the spammish repetition')))).toBe(
      'e2293b2f',
    );
  });

  it('is the same wherever in a buffer the bytes lie', () => {
    const held = new Uint8Array(120);
    for (let at = 0; at < 16; at++) {
      held.set(sanity, at);
      expect(checksumOf(held.subarray(at, at + 101))).toBe(0x1f1aa412);
    }
  });

  it('is another one for each other value of any one byte', () => {
    for (const length of [1, 3, 4, 15, 16, 17, 33, 63]) {
      const bytes = sanity.slice(0, length);
      for (let at = 0; at < length; at++) {
        const seen = new Set<number>();
        for (let value = 0; value < 256; value++) {
          bytes[at] = value;
          seen.add(checksumOf(bytes));
        }
        expect(seen.size).toBe(256);
        bytes[at] = sanity[at]!;
      }
    }
  });
});

describe('the stamp', () => {
  it('is made from the whole text, wherever it differs', async () => {
    const long = 'abcdefgh'.repeat(300_000);
    const texts = ['', 'a', long, `b${long.slice(1)}`, `${long.slice(0, -1)}!`, `${long}!`];
    texts.push(`${long.slice(0, 1_048_576)}!${long.slice(1_048_577)}`);
    const stamps = await Promise.all(texts.map(stampOf));
    expect(new Set(stamps).size).toBe(texts.length);
    for (const stamp of stamps) expect(stamp).toMatch(/^[0-9a-f]{32}$/);
    expect(await stampOf(long)).toBe(stamps[2]);
  });

  it('keeps letters of two units whole where pieces meet', async () => {
    const before = 'x'.repeat(1_048_575);
    const stamps = await Promise.all(['😀', '😁', '🀀'].map((letter) => stampOf(before + letter)));
    expect(new Set(stamps).size).toBe(3);
  });
});
