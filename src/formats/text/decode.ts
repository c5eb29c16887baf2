/**
 * Bytes → text, by one rule for every file of others: what the user names; else a byte order mark;
 * else an XML declaration; else UTF-16 where every second byte is zero; else UTF-8. What is none of
 * these has an encoding that `encoding.ts` finds or asks for. No byte becomes U+FFFD unsaid.
 */
import { FormatError } from '../format';
import { magic } from '../packed/layout';
import { badBytes, completeLength } from './utf8';
import { t } from '../../words/reading';

/** As `--encoding` names them. */
export const encodings = [
  'utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253',
  'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'iso-8859-2',
  'iso-8859-15', 'koi8-r', 'koi8-u', 'ibm866', 'macintosh', 'shift_jis', 'euc-jp', 'euc-kr', 'big5',
  'gb18030',
] as const; // prettier-ignore

export type Encoding = (typeof encodings)[number];

export interface DecodeOptions {
  /** Left out, the file itself says it, or it is UTF-8. */
  readonly encoding?: Encoding;
  /** A byte that is no part of UTF-8, at its offset in the (unzipped) file. U+FFFD stands for it. */
  onBadByte?(byte: number, offset: number): void;
}

/** Bytes that are not UTF-8, before anything beyond ASCII was found to be: the file is in another
 * encoding, which has to be found or named. */
export class EncodingError extends FormatError {
  readonly byte: number;
  /** In the (unzipped) file. */
  readonly offset: number;

  constructor(byte: number, offset: number) {
    super(t('text.notUtf8', { byte: hex(byte), offset }));
    this.byte = byte;
    this.offset = offset;
  }
}

/** So many bytes are looked at for what the file says of its encoding. */
const lookedAt = 1024;

/**
 * Text in pieces, without the byte order mark. Throws a `FormatError` where the file is no text, or
 * is not in the encoding that it or the user names, and an `EncodingError` where it says none.
 */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  options: DecodeOptions,
): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  let head: Uint8Array = new Uint8Array(0);
  for await (const piece of bytes) {
    if (decoder) {
      const text = decoder.text(piece, false);
      if (text) yield text;
      continue;
    }
    head = joined(head, piece);
    if (head.length < lookedAt) continue;
    decoder = decoderOf(head, options);
    const text = decoder.text(head, false);
    if (text) yield text;
  }
  const text = decoder
    ? decoder.text(new Uint8Array(0), true)
    : decoderOf(head, options).text(head, true);
  if (text) yield text;
}

/** The text of a file that has to be UTF-8 and is at hand whole. Throws a `FormatError` that says
 * which byte is not. */
export function utf8Text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [bad] = badBytes(bytes);
    throw new EncodingError(bytes[bad!.offset]!, bad!.offset);
  }
}

interface Decoder {
  text(bytes: Uint8Array, last: boolean): string;
}

function decoderOf(head: Uint8Array, options: DecodeOptions): Decoder {
  const marked = markOf(head);
  const told = options.encoding ?? marked ?? declaredIn(head) ?? wideIn(head);
  if (!told) refuseNoText(head);
  if (told === undefined || told === 'utf-8')
    return new Utf8({ ...options, encoding: options.encoding ?? marked });
  const decoder = new TextDecoder(told, { fatal: true });
  let offset = 0;
  return {
    text(bytes, last) {
      try {
        const text = decoder.decode(bytes, { stream: !last });
        offset += bytes.length;
        return text;
      } catch {
        throw new FormatError(
          t('text.notInEncoding', { told, offset, end: offset + bytes.length }),
        );
      }
    },
  };
}

/** What an XML declaration says, as a name that decoders know. */
function declaredIn(head: Uint8Array): string | undefined {
  const start = String.fromCharCode(...head.subarray(0, 200));
  const name = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new FormatError(t('text.unknownXmlEncoding', { name, list: encodings.join(', ') }));
  }
}

/** UTF-16 without a mark: zeros stand at every second place only, where ASCII has its other half. */
function wideIn(head: Uint8Array): Encoding | undefined {
  const whole = head.subarray(0, lookedAt & ~1);
  const zeros = [0, 0];
  for (const [at, byte] of whole.entries()) if (byte === 0) zeros[at % 2]!++;
  const enough = Math.max(2, whole.length / 20);
  if (zeros[0] === 0 && zeros[1]! >= enough) return 'utf-16le';
  return zeros[1] === 0 && zeros[0]! >= enough ? 'utf-16be' : undefined;
}

class Utf8 implements Decoder {
  readonly #options: DecodeOptions;
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  #rest: Uint8Array = new Uint8Array(0);
  #offset = 0;
  #proven = false;

  constructor(options: DecodeOptions) {
    this.#options = options;
    this.#proven = options.encoding === 'utf-8';
  }

  text(bytes: Uint8Array, last: boolean): string {
    const all = this.#rest.length ? joined(this.#rest, bytes) : bytes;
    const length = last ? all.length : completeLength(all);
    const whole = all.subarray(0, length);
    this.#rest = all.slice(length);
    let text: string;
    try {
      text = this.#strict.decode(whole);
      this.#proven ||= text.length < whole.length;
    } catch {
      this.#note(whole);
      text = this.#lenient.decode(whole);
    }
    const first = this.#offset === 0;
    this.#offset += length;
    return first && text.startsWith('\ufeff') ? text.slice(1) : text;
  }

  #note(bytes: Uint8Array): void {
    for (const { offset, sound } of badBytes(bytes)) {
      this.#proven ||= sound;
      const byte = bytes[offset]!;
      if (!this.#proven) {
        throw new EncodingError(byte, this.#offset + offset);
      }
      this.#options.onBadByte?.(byte, this.#offset + offset);
    }
    this.#proven = true;
  }
}

function markOf([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** Files that people have and that are no text, by how they begin; the first that fits. */
const kinds: readonly (readonly [start: string | readonly number[], key: Unreadable, at?: number])[] = [
  [[0x50, 0x4b, 3, 4], 'text.zip'],
  ['GPKG', 'text.geopackage', 68],
  ['GP10', 'text.geopackage', 68],
  ['SQLite format 3', 'text.sqlite'],
  ['%PDF', 'text.pdf'],
  ['{\\rtf', 'text.officeText'],
  [[0x89, 0x50, 0x4e, 0x47], 'text.image'],
  [[0xff, 0xd8, 0xff], 'text.image'],
  ['GIF8', 'text.image'],
  ['WEBP', 'text.image', 8],
  ['ftyphei', 'text.image', 4],
  ['ftypavif', 'text.image', 4],
  ['II*\0', 'text.geotiff'],
  ['MM\0*', 'text.geotiff'],
  [[0x00, 0x00, 0x27, 0x0a], 'text.shapefilePart'],
  ['Rar!', 'text.otherArchive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'text.otherArchive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'text.otherArchive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'text.otherArchive'],
  ['BZh', 'text.otherArchive'],
  ['ustar', 'text.otherArchive', 257],
  ['ARROW1', 'text.arrow'],
  ['FEA1', 'text.arrow'],
  ['fgb', 'text.flatgeobuf'],
  ['RDX', 'text.statistics'],
  [[0x58, 0x0a, 0, 0, 0], 'text.statistics'],
  ['<stata_dta>', 'text.statistics'],
  ['$FL2', 'text.statistics'],
  [[0x89, 0x48, 0x44, 0x46], 'text.netcdf'],
  ['CDF', 'text.netcdf'],
  [magic, 'text.packed'],
]; // prettier-ignore

type Unreadable =
  | 'text.zip'
  | 'text.geopackage'
  | 'text.sqlite'
  | 'text.pdf'
  | 'text.officeText'
  | 'text.image'
  | 'text.geotiff'
  | 'text.shapefilePart'
  | 'text.otherArchive'
  | 'text.arrow'
  | 'text.flatgeobuf'
  | 'text.statistics'
  | 'text.netcdf'
  | 'text.packed';

function refuseNoText(head: Uint8Array): void {
  if (beginsWith(head, oleStart)) throw new FormatError(t(kindOfOle(head)));
  const kind = kinds.find(([start, , at = 0]) => beginsWith(head, start, at));
  // Texts may begin with letters that other files begin with.
  if (kind && !(typeof kind[0] === 'string' && kind[2] === undefined && isPrintable(head)))
    throw new FormatError(t(kind[1]));
  if (isDbf(head)) throw new FormatError(t('text.dbf'));
  const zero = head.subarray(0, 1024).indexOf(0);
  if (zero < 0) return;
  throw new FormatError(t('text.zeroByte', { zero }));
}

const oleStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A workbook's stream begins with a BOF record, as a rule after the first sector of the container. */
function kindOfOle(head: Uint8Array): 'text.oldExcel' | 'text.oldOffice' {
  const [first, second] = [head[512], head[513]];
  return first === 0x09 && second === 0x08 ? 'text.oldExcel' : 'text.oldOffice';
}

function beginsWith(head: Uint8Array, start: string | readonly number[] | Uint8Array, at = 0): boolean {
  for (let index = 0; index < start.length; index++) {
    const unit = typeof start === 'string' ? start.charCodeAt(index) : start[index];
    if (head[at + index] !== unit) return false;
  }
  return true;
} // prettier-ignore

/** Those that are texts by their beginning have no control characters there. */
function isPrintable(head: Uint8Array): boolean {
  if (beginsWith(head, '%PDF') || beginsWith(head, '{\\rtf') || beginsWith(head, '<stata_dta>'))
    return false;
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** A table of dBASE: its version, the day it was written, where its header and its rows end. */
function isDbf(head: Uint8Array): boolean {
  const [version, , month, day] = head;
  const versions = [0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0xf5];
  if (head.length < 32 || !versions.includes(version!)) return false;
  const header = head[8]! + head[9]! * 256;
  return month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31 && header > 32 && (header - 1) % 32 === 0;
} // prettier-ignore

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
