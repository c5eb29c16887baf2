/** gzip, recognised by its first bytes and unpacked as a stream. */
import { Inflate } from 'pako';
import { FormatError } from '../format';
import { t } from '../../words/reading';

/** What a file may come to when it is unzipped, where its reader says nothing else: records are
 * streamed, so only time limits it, and a table of 20 million rows has some 8 GB. */
export const mostUnzipped = 8 * 1024 ** 3;
/** The same for a page, as much as it fetches of a file that is not zipped. */
export const mostBytesOfPage = 2 ** 31 - 1;

/** So many bytes may come of one. Tables of events come to 3 to 30; gzip's own limit is 1,032, near
 * which are only files of like rows. */
export const mostRatio = 200;
/** Below this size the ratio says nothing: so much is read in a second or two. */
export const ratioFrom = 100 * 1024 ** 2;

/**
 * The bytes as they are, or what they come to where they are gzip. Several gzip members after each
 * other are one file. Throws a `FormatError` where the gzip is broken, or comes to more than `most`
 * bytes or than `MOST_RATIO` allows, before memory is spent on it.
 */
export async function* unzipped(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array(0);
  let unzip: Unzip | undefined;
  let total = 0;
  let came = 0;
  const pass = function* (piece: Uint8Array): Generator<Uint8Array> {
    came += piece.length;
    for (const part of unzip ? unzip.parts(piece) : [piece]) {
      total += part.length;
      if (total > most) {
        throw new FormatError(
          unzip ? t('text.unzipsTooLarge', { most }) : t('text.fileTooLarge', { most }),
        );
      }
      if (unzip && total > ratioFrom && total > mostRatio * came)
        throw new FormatError(
          t('text.ratioTooLarge', {
            mostRatio: mostRatio,
            total: inMegabytes(total),
            came: inMegabytes(came),
          }),
        );
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
const sliceBytes = 16 * 1024;

class Unzip {
  #parts: Uint8Array[] = [];
  #member = this.#open();

  *parts(piece: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < piece.length; at += sliceBytes) {
      let slice = piece.subarray(at, at + sliceBytes);
      if (this.#member.ended) {
        // Archives are padded with zeros; anything else is another member.
        slice = slice.subarray(slice.findIndex((byte) => byte !== 0) >>> 0);
        if (slice.length === 0) continue;
        this.#member = this.#open();
      }
      if (!this.#member.push(slice) && this.#member.err) {
        const why = String(this.#member.msg || this.#member.err);
        throw new FormatError(t('text.brokenGzip', { why }));
      }
      const parts = this.#parts;
      this.#parts = [];
      yield* parts;
    }
  }

  end(): void {
    if (!this.#member.ended) throw new FormatError(t('text.gzipBreaksOff'));
  }

  #open(): Inflate {
    const member = new Inflate({ windowBits: 31 });
    member.onData = (part) => void this.#parts.push(part);
    return member;
  }
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
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
