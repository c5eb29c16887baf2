/** Bytes → text: UTF-8, UTF-16 with a byte order mark, others where the user says so. */
import { FormatError } from '../format';
import { badBytes, completeLength } from './utf8';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodeOptions {
  /** Left out, a byte order mark says it, else it is UTF-8. */
  readonly encoding?: Encoding;
  /** A byte that is no part of UTF-8, at its offset in the (unzipped) file. U+FFFD stands for it. */
  onBadByte?(byte: number, offset: number): void;
}

/**
 * Text in pieces, without the byte order mark. Throws a `FormatError` where the file is no text, or
 * is in an encoding that has to be named: a byte that is not UTF-8, before anything beyond ASCII
 * was found to be, says that the file is in another one.
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
    if (head.length < 4) continue;
    decoder = decoderOf(head, options);
    const text = decoder.text(head, false);
    if (text) yield text;
  }
  const text = decoder
    ? decoder.text(new Uint8Array(0), true)
    : decoderOf(head, options).text(head, true);
  if (text) yield text;
}

interface Decoder {
  text(bytes: Uint8Array, last: boolean): string;
}

function decoderOf(head: Uint8Array, options: DecodeOptions): Decoder {
  const marked = markOf(head);
  const encoding = options.encoding ?? marked ?? 'utf-8';
  if (!options.encoding && !marked) refuseNoText(head);
  if (encoding === 'utf-8') return new Utf8(options);
  const decoder = new TextDecoder(encoding);
  return { text: (bytes, last) => decoder.decode(bytes, { stream: !last }) };
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
        throw new FormatError(
          `Byte ${hex(byte)} at offset ${this.#offset + offset} is not UTF-8; expected UTF-8 text. If the file is in another encoding (windows-1252 is common), name it.`,
        );
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
const KINDS: readonly [start: readonly number[], what: string, expected: string][] = [
  [[0x50, 0x4b, 3, 4], 'a ZIP archive (as XLSX, KMZ and others are)', 'the file inside it, or CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office document', 'its table saved as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'the data it was made from'],
  [[0x53, 0x51, 0x4c, 0x69], 'an SQLite database', 'its table saved as CSV'],
];

function refuseNoText(head: Uint8Array): void {
  const kind = KINDS.find(([start]) => start.every((byte, at) => head[at] === byte));
  if (kind) throw new FormatError(`The file is ${kind[1]}; expected ${kind[2]}.`);
  const zero = head.subarray(0, 1024).indexOf(0);
  if (zero < 0) return;
  const hint = 'UTF-8 text (if it is UTF-16 without a byte order mark, name the encoding)';
  throw new FormatError(`The file has a zero byte at offset ${zero}; expected ${hint}.`);
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
