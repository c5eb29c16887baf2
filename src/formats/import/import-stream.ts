/**
 * From the bytes of somebody's file to a story file, record by record. Runs in Node and in a worker.
 *
 * The file is read up to three times (its beginning, once to learn, once to convert), twice more
 * where its encoding has to be found, and never held whole, so that memory stays bounded however long it is.
 */
import { chooseFormat } from './detect';
import { FormatError } from '../format';
import { PlaceChoiceError } from '../geocode/choice';
import { Geocoding } from '../geocode/geocoding';
import { unusedChoiceNotes } from '../geocode/notes';
import { ImportRun } from './import-run';
import { settleFormat } from './settle-format';
import type { ByteSource, ImportOptions, ImportSummary, ImportSink } from './types';
import { formats, rewrittenFormats } from '..';
import { decoded, EncodingError, type Encoding } from '../text/decode';
import { encodingNeeded, findEncoding, foundNote, refusal } from '../text/encoding';
import { headOf } from '../text/head';
import { mostUnzipped, unzipped } from '../text/unzip';
import { t } from '../../words/reading';

export type {
  ByteSource,
  ImportedMembers,
  ImportOptions,
  ImportProblem,
  ImportProgress,
  ImportSummary,
  ImportSink,
} from './types';
export type { Encoding } from '../text/decode';

/** Throws a `FormatError` where the file as a whole can't be read, or breaks off. */
export async function importStream(
  source: ByteSource,
  outlet: ImportSink,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const run = new ImportRun(source, outlet, options);
  try {
    return await attempt(run, options);
  } catch (error) {
    // Thrown while the file is looked through, before anything of it is passed on.
    if (!(error instanceof EncodingError)) throw error;
    return attempt(await inOtherEncoding(error, run.source, outlet, options), options);
  }
}

async function attempt(run: ImportRun, options: ImportOptions): Promise<ImportSummary> {
  const settled = await settleFormat(run, options);
  const { format, outer } = settled;
  const geocoding =
    options.gazetteer && options.geocode !== 'off'
      ? new Geocoding(options.gazetteer, options.geocode, options.signal, options.places)
      : undefined;
  if (!geocoding) unusedChoiceNotes(options.places?.keys() ?? []).forEach((each) => run.note(each));
  const given = { ...settled.options, geocoding };
  const text = () => run.text('learning');
  if (format.learn) {
    const learned = await format.learn(await text(), given, text);
    await geocoding?.resolve().catch((error: unknown) => {
      throw error instanceof PlaceChoiceError ? new FormatError(error.message) : error;
    });
    return run.convert(format, learned, outer);
  }
  // Its encoding has to be known before the first record is passed on.
  for await (const piece of await run.text('learning')) void piece;
  return run.convert(format, given, outer);
}

/** Tables come in older encodings; other formats are UTF-8 or say what they are. */
async function inOtherEncoding(
  error: EncodingError,
  source: ByteSource,
  outlet: ImportSink,
  options: ImportOptions,
): Promise<ImportRun> {
  const found = await findEncoding(
    unzipped(source.open(), options.mostBytes ?? mostUnzipped),
    error,
  );
  const encoding = found.encoding ?? 'windows-1252';
  const run = new ImportRun(source, outlet, { ...options, encoding });
  const head = await headOf(await run.text('learning'), source.name);
  const format = chooseFormat([...formats, ...rewrittenFormats], options.format, head);
  // JSON, with a record separator or without, or XML.
  if (/^[{[<]/.test(head.text.replace(/^[^!-~]+/, ''))) throw refusal(error, found, format.label);
  if (!found.encoding) throw encodingNeeded(error, found);
  run.note(foundNote(found, encoding));
  return run;
}

/** Bytes of a file that goes with another, unzipped. */
const mostCompanion = 256 * 1024 * 1024;

/** The whole text of a file that goes with another. Throws a `FormatError` where it is none, or too
 * long. */
export async function readCompanion(source: ByteSource, encoding?: Encoding): Promise<string> {
  const read = async (encoding?: Encoding) => {
    const bytes = unzipped(source.open(), mostCompanion);
    const bad: number[] = [];
    let text = '';
    const onBadByte = (_: number, offset: number) => void bad.push(offset);
    for await (const piece of decoded(bytes, { encoding, onBadByte })) text += piece;
    if (bad.length > 0)
      throw new FormatError(
        t('import.invalidBytes', { name: source.name, count: bad.length, offset: bad[0]! }),
      );
    return text;
  };
  try {
    return await read(encoding);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw encodingNeeded(error, await findEncoding(unzipped(source.open(), mostCompanion), error));
  }
}
