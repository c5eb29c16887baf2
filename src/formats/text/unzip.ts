/** gzip, recognised by its first bytes and unpacked as a stream. */
import { Inflate } from 'pako';
import { FormatError } from '../format';

/** What a file may come to when it is unzipped, where its reader says nothing else. */
export const MOST_BYTES = 8 * 1024 ** 3;

/**
 * The bytes as they are, or what they come to where they are gzip. Several gzip members after each
 * other are one file. Throws a `FormatError` where the gzip is broken or comes to more than `most`
 * bytes, before memory is spent on it.
 */
export async function* unzipped(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array(0);
  let unzip: Unzip | undefined;
  let total = 0;
  const pass = function* (piece: Uint8Array): Generator<Uint8Array> {
    for (const part of unzip ? unzip.parts(piece) : [piece]) {
      total += part.length;
      if (total > most) {
        const what = unzip ? 'unzips to more than' : 'is longer than';
        throw new FormatError(`The file ${what} ${most} bytes; expected no more.`);
      }
      yield part;
    }
  };
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    if (!start) {
      yield* pass(piece);
      continue;
    }
    start = start.length ? joined(start, piece) : piece;
    if (start.length < 2) continue;
    if (isGzip(start)) unzip = new Unzip();
    yield* pass(start);
    start = undefined;
  }
  if (start?.length) yield start;
  unzip?.end();
}

/** A few kilobytes of gzip may unfold a thousandfold; so few are unfolded at a time. */
const SLICE = 16 * 1024;

class Unzip {
  #parts: Uint8Array[] = [];
  #member = this.#open();

  *parts(piece: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < piece.length; at += SLICE) {
      let slice = piece.subarray(at, at + SLICE);
      if (this.#member.ended) {
        // Archives are padded with zeros; anything else is another member.
        slice = slice.subarray(slice.findIndex((byte) => byte !== 0) >>> 0);
        if (slice.length === 0) continue;
        this.#member = this.#open();
      }
      if (!this.#member.push(slice) && this.#member.err) {
        const why = String(this.#member.msg || this.#member.err);
        throw new FormatError(`The file is broken gzip (${why}); expected a whole one.`);
      }
      const parts = this.#parts;
      this.#parts = [];
      yield* parts;
    }
  }

  end(): void {
    if (!this.#member.ended)
      throw new FormatError('The gzip file breaks off; expected its end with a checksum.');
  }

  #open(): Inflate {
    const member = new Inflate({ windowBits: 31 });
    member.onData = (part) => void this.#parts.push(part);
    return member;
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
