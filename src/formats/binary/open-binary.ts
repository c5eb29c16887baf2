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
