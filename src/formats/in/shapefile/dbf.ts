/**
 * The table of a shapefile (dBASE). parsedbf, which shpjs brings, was measured and lost: it has rows
 * that are deleted, reads a truth that is not known as false, and dates by the machine's zone.
 */
import { FormatError } from '../../format';
import { t } from '../../../words/reading';

export interface Dbf {
  readonly records: number;
  /** The values of a row by the names of its fields, without those that are empty; nothing where it is
   * marked as deleted. */
  row(at: number): Readonly<Record<string, unknown>> | undefined;
  /** Whether all its texts fit the encoding. */
  fits(decoder: TextDecoder): boolean;
  /** How texts are read, from now on. */
  decoder: TextDecoder;
  /** The encoding by the header's language byte; nothing where it says none that is known. */
  readonly encoding?: string;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

/** Language drivers of the header → labels of encodings. */
const languages: Readonly<Record<number, string>> = {
  0x01: 'windows-1252', 0x02: 'windows-1252', 0x03: 'windows-1252', 0x57: 'windows-1252',
  0x65: 'ibm866', 0x26: 'ibm866', 0xc9: 'windows-1251', 0xc8: 'windows-1250', 0xca: 'windows-1254',
  0xcb: 'windows-1253', 0xcc: 'windows-1257', 0x7d: 'windows-1255', 0x7e: 'windows-1256',
  0x7b: 'shift_jis', 0x13: 'shift_jis', 0x7a: 'gbk', 0x4d: 'gbk', 0x78: 'big5', 0x4f: 'big5',
  0x79: 'euc-kr', 0x4e: 'euc-kr',
}; // prettier-ignore

/** Throws a `FormatError` where it is none, or breaks off. */
export function openDbf(bytes: Uint8Array): Dbf {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw broken();
  const [records, headerLength, rowLength] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ];
  if (headerLength < 33 || headerLength > bytes.length || rowLength < 1) throw broken();
  if (headerLength + records * rowLength > bytes.length) throw broken();
  const ascii = new TextDecoder('windows-1252');
  const fields: { bytes: Uint8Array; type: string; start: number; length: number }[] = [];
  for (let at = 32, start = 1; at + 32 <= headerLength && bytes[at] !== 0x0d; at += 32) {
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const length = bytes[at + 16]!;
    const type = ascii.decode(bytes.subarray(at + 11, at + 12));
    fields.push({ bytes: name.subarray(0, end < 0 ? 11 : end), type, start, length });
    start += length;
    if (start > rowLength) throw broken();
  }
  const texts = (visit: (text: Uint8Array) => void) => {
    for (const field of fields) visit(field.bytes);
    for (let row = 0; row < records; row++)
      for (const { type, start, length } of fields)
        if (type === 'C') {
          const from = headerLength + row * rowLength + start;
          visit(bytes.subarray(from, from + length));
        }
  };
  let named: readonly Field[] | undefined;
  let decoder = ascii;
  return {
    records,
    encoding: languages[bytes[29]!],
    get decoder() {
      return decoder;
    },
    set decoder(given) {
      decoder = given;
      named = undefined;
    },
    fits(strict) {
      try {
        texts((text) => void strict.decode(text));
        return true;
      } catch {
        return false;
      }
    },
    row(at) {
      const from = headerLength + at * rowLength;
      if (bytes[from] === 0x2a) return undefined;
      named ??= namedFields(fields, decoder);
      const row: Record<string, unknown> = {};
      for (const { name, type, start, length } of named) {
        const text = decoder.decode(bytes.subarray(from + start, from + start + length));
        const value = valueOf(type, text.replace(/\0[^]*$/, '').trim());
        if (value !== undefined) row[name] = value;
      }
      return row;
    },
  };
}

function namedFields(
  fields: readonly { bytes: Uint8Array; type: string; start: number; length: number }[],
  decoder: TextDecoder,
): Field[] {
  const taken = new Set<string>();
  return fields.map(({ bytes, ...field }, at) => {
    const given = decoder.decode(bytes).trim() || `column ${at + 1}`;
    let name = given;
    for (let number = 2; taken.has(name); number++) name = `${given} (${number})`;
    taken.add(name);
    return { name, ...field };
  });
}

/** Numbers that overflow their field are stars; what is no number stays text. */
function valueOf(type: string, text: string): unknown {
  if (text === '' || /^\*+$/.test(text)) return undefined;
  if (type === 'N' || type === 'F') return Number.isFinite(Number(text)) ? exact(text) : text;
  if (type === 'D') {
    if (/^0+$/.test(text)) return undefined;
    return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  }
  if (type === 'L') return /^[yt]$/i.test(text) ? true : /^[nf]$/i.test(text) ? false : undefined;
  return text;
}

/** Whole numbers that a double can't hold stay texts. */
function exact(text: string): number | string {
  const value = Number(text);
  return /^[+-]?\d+$/.test(text) && !Number.isSafeInteger(value) ? text : value;
}

function broken(): FormatError {
  return new FormatError(t('shapefile.broken', { part: 'DBF' }));
}
