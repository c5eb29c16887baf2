/** Which letters a TrueType or OpenType file has, and how wide they are. Pure.
 * (https://learn.microsoft.com/typography/opentype/spec/: `head`, `hhea`, `hmtx`, `cmap` format 4) */

export interface Face {
  /** Whether all letters of a text can be written. */
  has(text: string): boolean;
  /** The width of a text, without kerning, in sizes of the face. */
  width(text: string): number;
}

export function readFace(file: Uint8Array): Face {
  const data = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + data.getUint16(4) * 16; at += 16) {
    const tag = String.fromCharCode(...file.subarray(at, at + 4));
    tables.set(tag, data.getUint32(at + 8));
  }
  const table = (tag: string) => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`a face without the table "${tag}" can't be read`);
    return at;
  };
  const em = data.getUint16(table('head') + 18);
  const advances = data.getUint16(table('hhea') + 34);
  const widths = table('hmtx');
  const glyphs = glyphsOf(data, table('cmap'));
  const widthOf = (glyph: number) =>
    data.getUint16(widths + 4 * Math.min(glyph, advances - 1)) / em;
  const letters = (text: string) => [...text.normalize('NFC')].map((each) => each.codePointAt(0)!);
  return {
    has: (text) => letters(text).every((letter) => letter < 32 || glyphs(letter) > 0),
    width: (text) => letters(text).reduce((sum, letter) => sum + widthOf(glyphs(letter)), 0),
  };
}

/** The number of a letter's glyph, 0 where there is none. */
function glyphsOf(data: DataView, cmap: number): (letter: number) => number {
  const at = Array.from(
    { length: data.getUint16(cmap + 2) },
    (_, number) => cmap + data.getUint32(cmap + 4 + number * 8 + 4),
  ).find((subtable) => data.getUint16(subtable) === 4);
  if (at === undefined) throw new Error('a face without a "cmap" of format 4 can’t be read');
  const size = data.getUint16(at + 6);
  // Four rows of one number a segment: its end, its start, what is added, where its glyphs are.
  const row = (number: number, segment: number) =>
    at + 14 + number * size + (number > 0 ? 2 : 0) + segment;
  return (letter) => {
    if (letter > 0xffff) return 0;
    for (let segment = 0; segment < size; segment += 2) {
      if (letter > data.getUint16(row(0, segment))) continue;
      const start = data.getUint16(row(1, segment));
      if (letter < start) return 0;
      const added = data.getUint16(row(2, segment));
      const offset = data.getUint16(row(3, segment));
      if (offset === 0) return (letter + added) & 0xffff;
      const glyph = data.getUint16(row(3, segment) + offset + 2 * (letter - start));
      return glyph && (glyph + added) & 0xffff;
    }
    return 0;
  };
}
