/**
 * From the bytes of somebody's file to a story file, record by record. Runs in Node and in a worker.
 *
 * The file is read up to three times (its beginning, once to learn, once to convert) and never held
 * whole, so that memory stays bounded however long it is.
 */
import { chooseFormat } from './detect';
import type { FormatOptions } from './format';
import { Run } from './import-run';
import type { ByteSource, ImportOptions, ImportSummary, Outlet } from './importing';
import { formats } from './index';
import { decoded } from './text/decode';
import { headOf } from './text/head';
import { unzipped } from './text/unzip';

export type { ByteSource, ImportOptions, ImportProgress, ImportSummary, Outlet } from './importing';
export type { ImportProblem } from './judge';
export type { Encoding } from './text/decode';

/** Throws a `FormatError` where the file as a whole can't be read, or breaks off. */
export async function importStream(
  source: ByteSource,
  outlet: Outlet,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const run = new Run(source, outlet, options);
  const head = await headOf(run.text('learning'), source.name);
  const format = chooseFormat(formats, options.format, head);
  const given: FormatOptions = { ...options, name: source.name };
  const learned = format.learn ? await format.learn(run.text('learning'), given) : given;
  return run.convert(format, learned);
}

/** The whole text of a file that goes with another; unzipped, at most so many bytes. Throws a
 * `FormatError` where it is none. */
export async function textOf(source: ByteSource, mostBytes: number): Promise<string> {
  let text = '';
  for await (const piece of decoded(unzipped(source.open(), mostBytes), {})) text += piece;
  return text;
}
