/** The bytes of a packed story → its head and its columns, laid over the bytes without a copy. */
import type { Problem, Story } from '../../model/event';
import type { DeclaredCategory } from '../../model/read/categories';
import { reporter } from '../../model/read/problems';
import type { RecordContext } from '../../model/read/record';
import { readStoryMembers } from '../../model/read/story-members';
import { checkPackedColumns } from './columns';
import { checkHead } from './head';
import {
  packedColumnsIn,
  shardFileName,
  shardSizes,
  type PackedHead,
  type PackedColumns,
  type Version,
} from './layout';
import { checkSections, readPreface } from './preface';
import { t } from '../../words/reading';

export interface PackedStory {
  readonly version: Version;
  readonly head: PackedHead;
  /** The story without its events, which lie in the shards. */
  readonly story: Story;
  /** As the story's file declares them; those it shows apart are the story's. */
  readonly declared: readonly DeclaredCategory[];
  readonly rows: number;
  readonly columns: PackedColumns;
  /** The tree of the events that have a place, in their order, copied out of the file; `null` where
   * it has none. */
  readonly tree: ArrayBuffer | null;
  /** The checksums of the shards, by their number, and after them those of the files of ids. `null`
   * in version 1, which has none. */
  readonly sums: Uint32Array | null;
  /** What a reader must be told of the file itself. */
  readonly notes: readonly Problem[];
  /** What the records of the shards are read by. */
  readonly setting: RecordContext;
  /** The file in the folder beside (`ID.dl.d/name`) that has a row's details, that file's number,
   * and the row's place in it. Throws a `RangeError` on a row that there is not. */
  shardOf(row: number): { name: string; number: number; index: number };
}

/**
 * Opens a packed story. Throws an `Error` that says what came and what was expected where the bytes
 * are not a whole packed story of a known version, or a part of it is damaged: every byte is under
 * a checksum, in version 2.
 *
 * `id` is the story's: its file name without `.dl`.
 */
export function openPacked(buffer: ArrayBuffer, id: string): PackedStory {
  const preface = readPreface(buffer);
  checkSections(buffer, preface);
  const { version, rows, files, sections } = preface;
  const head = readHead(headBytes(buffer), rows);
  const expected = shardSizes(head).length + head.ids.files;
  if (version > 1 && files !== expected)
    throw new Error(t('packed.checksumCount', { files, expected }));
  const columns = packedColumnsIn(buffer, sections.columns.start, rows);
  checkPackedColumns(columns, head.categories.length);
  const opened = readStoryMembers(head.story, reporter([], null));
  if (!opened) throw new Error(t('packed.noStoryMembers'));
  const { members } = opened;
  const { categories, gathered } = head;
  return {
    version,
    head,
    story: { id, ...members, categories, ...(gathered && { gathered }), events: [] },
    declared: members.categories,
    rows,
    columns,
    tree: preface.tree > 0 ? buffer.slice(sections.tree.start) : null,
    sums: version > 1 ? new Uint32Array(buffer, sections.sums.start, files) : null,
    notes: version > 1 ? [] : [withoutChecksums],
    setting: {
      timeZone: members.timeZone,
      sources: members.sources,
      categories: new Set(members.categories.map((category) => category.id)),
    },
    shardOf(row) {
      if (!(Number.isInteger(row) && row >= 0 && row < rows))
        throw new RangeError(`row ${row} of a packed story, expected 0 … ${rows - 1}`);
      const number = Math.floor(row / head.shards.size);
      return { name: shardFileName(head.shards, number), number, index: row % head.shards.size };
    },
  };
}

/** The JSON text of a packed story's head. */
export function headText(buffer: ArrayBuffer): string {
  return decoded(headBytes(buffer));
}

const withoutChecksums: Problem = {
  severity: 'warning',
  record: null,
  field: 'version',
  value: 1,
  code: 'without-checksums',
  get message() {
    return t('packed.withoutChecksums');
  },
};

function headBytes(buffer: ArrayBuffer): Uint8Array {
  const { start, end } = readPreface(buffer).sections.head;
  return new Uint8Array(buffer, start, end - start);
}

function readHead(bytes: Uint8Array, rows: number): PackedHead {
  let head: unknown;
  try {
    head = JSON.parse(decoded(bytes));
  } catch (error) {
    throw new Error(t('packed.headNotJson', { reason: (error as Error).message }), {
      cause: error,
    });
  }
  return checkHead(head, rows);
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
