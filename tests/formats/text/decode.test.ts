import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decoded, type DecodeOptions } from '../../../src/formats/text/decode';
import { unzipped } from '../../../src/formats/text/unzip';
import { badBytes, completeLength } from '../../../src/formats/text/utf8';
import { magic } from '../../../src/formats/packed/layout';

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function unzip(bytes: Uint8Array, size = 10, most = 1e9): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of unzipped(pieces(bytes, size), most)) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function decode(bytes: Uint8Array, options: DecodeOptions = {}, size = 1): Promise<string> {
  let text = '';
  for await (const part of decoded(pieces(bytes, size), options)) text += part;
  return text;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('gzip', () => {
  const long = 'a line of text, again and again\n'.repeat(5000);
  it.each([1, 7, 1000, 1e6])('is unpacked from pieces of %d bytes', async (size) => {
    expect(await unzip(gzipSync(long), size)).toBe(long);
  });

  it('of several members is one file, wherever the pieces are cut', async () => {
    const two = Buffer.concat([gzipSync('one, '), gzipSync('two'), Buffer.alloc(20)]);
    for (let size = 1; size < two.length; size++) expect(await unzip(two, size)).toBe('one, two');
  });

  it('leaves what is not gzip alone', async () => {
    for (const text of ['', 'x', '\x1f', 'plain text']) expect(await unzip(utf8(text))).toBe(text);
  });

  it('that breaks off, or is damaged, is refused', async () => {
    const whole = gzipSync(long);
    await expect(unzip(whole.subarray(0, whole.length - 4))).rejects.toThrow('breaks off');
    const damaged = Buffer.from(whole);
    damaged[damaged.length - 6]! ^= 255; // its checksum
    await expect(unzip(damaged)).rejects.toThrow('damaged gzip');
    await expect(unzip(Buffer.concat([whole, utf8('more')]), 1e6)).rejects.toThrow('damaged gzip');
  });

  it('that unfolds to more than it may is refused before it is unfolded', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    let came = 0;
    const all = async () => {
      for await (const part of unzipped(pieces(bomb, 1e6), 1_000_000)) came += part.length;
    };
    await expect(all()).rejects.toThrow('unzips to more than 1000000 bytes');
    expect(came).toBeLessThanOrEqual(1_000_000);
  });
});

describe('gzip of like rows', { timeout: 60_000 }, () => {
  const rows = (bytes: number) => gzipSync(Buffer.alloc(bytes, 'a,b,c,1\n'));
  it('is refused by its ratio, long before it is whole', async () => {
    let came = 0;
    const all = async () => {
      for await (const part of unzipped(pieces(rows(300e6), 1 << 18), 8e9)) came += part.length;
    };
    await expect(all()).rejects.toThrow(/more than 200 times its size \(104\.\d MB from 0\.\d MB/);
    expect(came).toBeLessThan(106e6);
  });

  it('of a size that is read at once is read', async () => {
    expect((await unzip(rows(90e6), 1 << 18)).length).toBe(90e6);
  });
});

describe('encodings', () => {
  const text = 'Київ, Łódź, 東京, 🗺️ – "q"';
  it('reads UTF-8 with and without a mark, cut anywhere', async () => {
    expect(await decode(utf8(text))).toBe(text);
    expect(await decode(utf8(`\ufeff${text}`))).toBe(text);
    expect(await decode(utf8(`\ufeff${text}`), {}, 5)).toBe(text);
    expect(await decode(utf8(''))).toBe('');
    expect(await decode(utf8('é'))).toBe('é');
  });

  it('reads UTF-16 by its mark, or where it is named', async () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(await decode(little, {}, 3)).toBe(text);
    expect(await decode(Buffer.from(little).swap16(), {}, 3)).toBe(text);
    const bare = Buffer.from(text, 'utf16le');
    expect(await decode(bare, { encoding: 'utf-16le' }, 3)).toBe(text);
    await expect(decode(Buffer.from('a,b\0c'))).rejects.toThrow('zero byte at offset 3');
    const packed = Buffer.from([...magic, 2, 0, 0, 0]);
    await expect(decode(packed)).rejects.toThrow('a packed story; expected the story it was made');
  });

  it('reads UTF-16 without a mark by its zeros', async () => {
    const table = 'title,when\nКиїв,2025-12-17\n';
    const little = Buffer.from(table, 'utf16le');
    expect(await decode(little)).toBe(table);
    expect(await decode(Buffer.from(little).swap16(), {}, 7)).toBe(table);
    const half = Buffer.concat([little, Buffer.from([0x01, 0xd8])]);
    await expect(decode(half)).rejects.toThrow('not utf-16le');
  });

  it('reads what an XML declaration names, and refuses a name that is none', async () => {
    const xml = (name: string) => `<?xml version="1.0" encoding="${name}"?><gpx>`;
    const bytes = Buffer.concat([Buffer.from(xml('windows-1251')), Buffer.from([0xca, 0xe8])]);
    expect(await decode(bytes)).toBe(`${xml('windows-1251')}Ки`);
    await expect(decode(Buffer.from(xml('cp-of-mine')))).rejects.toThrow('"cp-of-mine"');
  });

  it('refuses another encoding, and reads it where it is named', async () => {
    const latin = Buffer.from('Ort,Straße\nKöln,1\n', 'latin1');
    await expect(decode(latin)).rejects.toThrow('Byte 0xdf at offset 8 is not UTF-8');
    expect(await decode(latin, { encoding: 'windows-1252' })).toContain('Straße\nKöln');
  });

  it('names damaged bytes of what is UTF-8 otherwise', async () => {
    const bad: [number, number][] = [];
    const bytes = Buffer.concat([utf8('Łódź '), Buffer.from([0xff, 0xc3]), utf8(' end')]);
    const onBadByte = (byte: number, offset: number) => void bad.push([byte, offset]);
    expect(await decode(bytes, { onBadByte }, 4)).toBe('Łódź \ufffd\ufffd end');
    expect(bad).toEqual([
      [0xff, 8],
      [0xc3, 9],
    ]);
  });

  it('says what is no text', async () => {
    await expect(decode(utf8('PK\x03\x04rest'))).rejects.toThrow('ZIP archive');
    await expect(decode(utf8('%PDF-1.7'))).rejects.toThrow('PDF');
  });

  it('agrees with the platform on what is UTF-8', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const samples = [
      [0x80],
      [0xc0, 0x80],
      [0xc2, 0x80],
      [0xe0, 0x9f, 0x80],
      [0xe0, 0xa0, 0x80],
      [0xed, 0xa0, 0x80],
      [0xee, 0x80, 0x80],
      [0xf0, 0x8f, 0x80, 0x80],
      [0xf0, 0x90, 0x80, 0x80],
      [0xf4, 0x8f, 0xbf, 0xbf],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0xe2, 0x82],
    ];
    for (const sample of samples) {
      const bytes = Uint8Array.from(sample);
      let sound = true;
      try {
        strict.decode(bytes);
      } catch {
        sound = false;
      }
      expect([sample, [...badBytes(bytes)].length === 0]).toEqual([sample, sound]);
    }
    expect(completeLength(Uint8Array.from([0x41, 0xe2, 0x82]))).toBe(1);
    expect(completeLength(Uint8Array.from([0xe2, 0x82, 0xac]))).toBe(3);
  });
});
