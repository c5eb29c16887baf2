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

/** Files that people have and that are no text, by how they begin. */
const kinds = [
  [[0x50, 0x4b, 3, 4], 'text.zip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'text.oldOffice'],
  [[0x25, 0x50, 0x44, 0x46], 'text.pdf'],
  [[0x53, 0x51, 0x4c, 0x69], 'text.sqlite'],
  [magic, 'text.packed'],
] as const;

function refuseNoText(head: Uint8Array): void {
  const kind = kinds.find(([start]) => start.every((byte, at) => head[at] === byte));
  if (kind) throw new FormatError(t(kind[1]));
  const zero = head.subarray(0, 1024).indexOf(0);
  if (zero < 0) return;
  throw new FormatError(t('text.zeroByte', { zero }));
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
