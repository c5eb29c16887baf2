/** A story in another format, made anew from its file: what a page keeps of it is less than all. */
import { isPacked, unpackStory } from '../formats/packed';
import {
  exportStory,
  outFormats,
  writeStory,
  type Exported,
  type Loss,
  type OutFormat,
} from '../formats/out';
import { utf8Text } from '../formats/text/decode';
import { readStory } from '../model/read/read';
import type { Archive } from './archive/archive';
import { StoryError } from './open/story-error';
import { fetchBytes, fetchSmall } from './open/fetch';
import { besideOf, type Opening } from './open/open';
import { patience, type OpenRequest } from './open/request';
import { t } from '../words/reading';

export interface ExportRequest {
  /** The id of a format. */
  readonly format: string;
  /** Rows of the events to write; the whole file where it is `null`. */
  readonly rows: Uint32Array | null;
  /** BCP 47. */
  readonly language: string;
}

export type ExportReply =
  | { readonly text: string; readonly records: number; readonly losses: readonly Loss[] }
  | { readonly failure: string };

/** Files beside a packed story that are fetched for this. */
export const mostFiles = 500;

export async function exportFrom(
  { url, id, files, title }: Pick<OpenRequest, 'url' | 'id' | 'files' | 'title'>,
  opening: Opening,
  { format: name, rows, language }: ExportRequest,
): Promise<ExportReply> {
  try {
    const format = outFormats.find((candidate) => candidate.id === name)!;
    if (opening.imported) return exportImported(opening, format, rows, language, title);
    const { archive } = opening;
    const read = await collectionIn(
      await (files?.[0]?.arrayBuffer() ?? fetchBytes(url, () => {}, { patience })),
      url,
      archive,
    );
    const collection = title === undefined ? read : { ...(read as object), title };
    const only = rows && new Set(await recordsOf(archive, rows));
    const reading = readStory(collection, id);
    return exportStory(format, collection, reading, { only: only ?? undefined, language });
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    return { failure: error.message };
  }
}

/** A file that was imported is written from what is kept of it. */
function exportImported(
  { story, events, imported }: Opening,
  format: OutFormat,
  rows: Uint32Array | null,
  language: string,
  title: string | undefined,
): Exported {
  const { features } = imported!;
  const root = { ...imported!.root, ...(title !== undefined && { title }) };
  const all = features.map((feature, row) => ({ feature, event: events![row] }));
  const records = rows ? [...rows].sort((a, b) => a - b).map((row) => all[row]!) : all;
  return writeStory(format, { story: { ...story, events: events! }, root, records, language });
}

async function collectionIn(bytes: ArrayBuffer, url: string, archive: Archive): Promise<unknown> {
  if (archive.files > mostFiles)
    throw new StoryError(t('open.tooManyFiles', { files: archive.files }));
  if (isPacked(new Uint8Array(bytes, 0, Math.min(16, bytes.byteLength))))
    return unpackStory(bytes, (name) => fetchSmall(besideOf(url, name), 'part'));
  return JSON.parse(utf8Text(new Uint8Array(bytes))) as unknown;
}

async function recordsOf(archive: Archive, rows: Uint32Array): Promise<number[]> {
  const details = await archive.details([...rows]);
  return details.map((detail) => {
    if ('event' in detail) return detail.event.record;
    throw new StoryError(t('fetch.partFailed'));
  });
}
