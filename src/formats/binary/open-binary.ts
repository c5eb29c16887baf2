/** Files that are no text: archives, spreadsheets, Parquet. Their readers are fetched when the first
 * such file comes. */
import { FormatError } from '../format';
import type { ByteSource } from '../import/types';
import { mostUnzipped, unzipped } from '../text/unzip';
import type { BinaryOptions, OpenedBinary } from './binary-format';
import { binaryFormats } from './binary-formats';
import { t } from '../../words/reading';

/** Nothing where the file is text, or what only the decoder knows how to refuse. */
export async function openBinary(
  source: ByteSource,
  asked: string | undefined,
  options: BinaryOptions,
): Promise<OpenedBinary | undefined> {
  const most = options.mostBytes ?? mostUnzipped;
  const start = await startOf(source, most);
  const opened = isZip(start)
    ? await (await import('./zip')).openZip(source, most, options)
    : isParquet(start)
      ? await parquet(source, most)
      : undefined;
  const wanted = Object.values(binaryFormats).find(({ id }) => id === asked);
  if (wanted && opened?.format.id !== wanted.id && !(opened?.source && wanted.id === 'zip'))
    throw new FormatError(t('import.otherFormat', { label: wanted.label }));
  return opened;
}

async function startOf(source: ByteSource, most: number): Promise<Uint8Array> {
  for await (const piece of unzipped(source.open(), most)) if (piece.length >= 8) return piece;
  return new Uint8Array(0);
}

function isZip([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && third === 3 && fourth === 4;
}

function isParquet([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x41 && third === 0x52 && fourth === 0x31;
}

async function parquet(source: ByteSource, most: number): Promise<OpenedBinary> {
  const { openParquet } = await import('../in/parquet/parquet');
  return { format: binaryFormats.parquet, ...(await openParquet(await anywhere(source, most))) };
}

/** The file's bytes from anywhere: piece by piece where the source can, else held whole. */
async function anywhere(source: ByteSource, most: number) {
  const { slice, size } = source;
  // What is gzip is no Parquet before it is unzipped.
  if (slice && size !== undefined && isParquet(await slice.call(source, 0, 4)))
    return {
      byteLength: size,
      slice: async (start: number, end = size) => bufferOf(await slice.call(source, start, end)),
    };
  const bytes = bufferOf(await (await import('./zip')).wholeBytes(source, most));
  return {
    byteLength: bytes.byteLength,
    slice: (start: number, end?: number) => bytes.slice(start, end),
  };
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}
