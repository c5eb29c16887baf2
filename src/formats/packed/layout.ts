/**
 * The packed story, version 2: one file of columns, and shards of details beside it.
 *
 * `ID.dl`, little-endian throughout:
 *
 * | byte | is                                                                            |
 * | ---- | ----------------------------------------------------------------------------- |
 * | 0    | magic: 93 44 4C 50 4B 0D 0A 1A                                                |
 * | 8    | version, Uint32: 2                                                            |
 * | 12   | byte order, Uint32: 0x01020304                                                |
 * | 16   | length of the whole file in bytes, Uint64                                     |
 * | 24   | rows `n`, Uint32                                                              |
 * | 28   | length of the head `h` in bytes, Uint32, a multiple of 8                      |
 * | 32   | length of the tree in bytes, Uint32, 0 where there is none                    |
 * | 36   | files beside `f`, Uint32                                                      |
 * | 40   | checksums of head, sums, columns and tree, Uint32 each                        |
 * | 56   | nothing, Uint32: 0                                                            |
 * | 60   | checksum of bytes 0 to 59, Uint32                                             |
 * | 64   | head: JSON in UTF-8 (`Head`), filled up with spaces                           |
 *
 * and then, each filled up with zeros to a multiple of 8:
 *
 * - sums: `f` Uint32, the checksum of each file beside: shards by their number, then files of ids
 *   by theirs;
 * - columns: lng, lat (`n` Float64 each, degrees, NaN where an event has no place), start, end (`n`
 *   Float64 each, ms since 1970 UTC, half-open), category (`n` Uint8, an index into the head's
 *   `categories`);
 * - the tree of the events that have a place, to the end of the file, not filled up.
 *
 * So an event takes 33 bytes, and a reader lays typed arrays over the file as it came. The tree is
 * what the engine would take longest to make (`src/engine/buffer.ts`): about 13 bytes an event; to
 * this format it is bytes. Rows are the
 * events that can be shown, by start, then by their number in the original file, so that a page of
 * the list lies in few shards.
 *
 * `ID.dl.d/000000.json` and on: shards (`ShardText`), the original features of `shards.size` rows
 * each, the last one of those left. After them, numbered on, come shards of the records that can't
 * be shown, which only unpacking reads. `ID.dl.d/ids-000000.json` and on: which row an id has
 * (`IdsText`), by a hash of the id.
 *
 * The first byte of the magic is no ASCII and the next hold both kinds of line end, so that a
 * transfer as text breaks it visibly.
 *
 * Checksums are XXH32 (`checksum.ts`). That of a section includes what it is filled up with, so
 * that no byte of the file is without one; that of a file beside is over its bytes as a host
 * serves them, before they are read as text. They are of bytes alone: what a file says, a reader
 * checks too.
 *
 * Version 1 had no checksums: a preface of 40 bytes (36: nothing), the head, the columns, and the
 * tree at the next multiple of 4; its shards and files of ids don't say their numbers. It is read
 * still, with a note.
 */
import type { Category, Problem } from '../../model/event';

export const magic: readonly number[] = [0x93, 0x44, 0x4c, 0x50, 0x4b, 0x0d, 0x0a, 0x1a];
/** What is written. */
export const currentVersion = 2;
/** What is read. */
export type Version = 1 | 2;
export const byteOrder = 0x01020304;

/** Bytes before the head. */
export const prefaceBytes = { 1: 40, 2: 64 } as const;
/** Where the checksums of `checkedSections` stand, and that of all before it. */
export const [CHECKSUMS, PREFACE_CHECKSUM] = [40, 60];
/** The sections that have a checksum in the preface, in their order there and in the file. */
export const checkedSections = ['head', 'sums', 'columns', 'tree'] as const;
/** Bytes that an event takes in the columns. */
export const rowBytes = 33;

/** Rows in a shard: of ordinary events 50 to 100 kB. */
export const shardSize = 200;
/** Ids in an id file, on average. */
export const idsSize = 2000;
/** Most problems a head keeps. */
export const mostProblems = 100;

export interface PackedHead {
  /** The FeatureCollection as it came, unknown members too, its `features` emptied. */
  readonly story: Readonly<Record<string, unknown>>;
  /** All categories that rows have, declared or not, as reading the whole story settled them. */
  readonly categories: readonly Category[];
  /** Ids of categories that share "Other"; absent where none do, and in files packed before. */
  readonly gathered?: readonly string[];
  /** Events in the columns. */
  readonly rows: number;
  /** Records in the original file; `read = rows + rejected`. */
  readonly read: number;
  /** Records that can't be shown. */
  readonly rejected: number;
  /** What reading the story found, errors first, at most `MOST_PROBLEMS`. */
  readonly problems: readonly Problem[];
  /** Problems beyond those. */
  readonly problemsLeftOut: number;
  /** Made from the whole original text (`stamp.ts`); files beside with another one belong to
   * another story. */
  readonly stamp: string;
  /** Shard `number` stands at the file's own address followed by `path`, where `{number}` is the
   * number with zeros up to `digits`. */
  readonly shards: { readonly size: number; readonly path: string; readonly digits: number };
  /** Files of ids, found by `hashOf(id) % files`; named like shards. */
  readonly ids: { readonly files: number; readonly path: string; readonly digits: number };
}

export interface ShardText {
  readonly stamp: string;
  /** Of this shard. Absent in version 1. */
  readonly number?: number;
  /** Its rows, `[first, after the last]`; absent in version 1, and where it has none. */
  readonly rows?: readonly [number, number];
  /** Numbers of the records in the original file, from 1. */
  readonly records: readonly number[];
  /** Where some records have no id of their own: the ids they go by, `null` for the others. */
  readonly ids?: readonly (string | null)[];
  /** Ids that links of these features name and no event of the story has, where there are any. */
  readonly unlinked?: readonly string[];
  /** The features as they came, one for each record. */
  readonly features: readonly unknown[];
}

export interface IdsText {
  readonly stamp: string;
  /** Of this file. Absent in version 1. */
  readonly number?: number;
  readonly ids: readonly string[];
  /** One for each id. */
  readonly rows: readonly number[];
}

/** Columns by row; the same shape as the engine's. */
export interface PackedColumns {
  readonly lng: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  readonly start: Float64Array<ArrayBuffer>;
  readonly end: Float64Array<ArrayBuffer>;
  readonly category: Uint8Array<ArrayBuffer>;
}

/** Bytes of a file, half-open. */
export interface Section {
  readonly start: number;
  readonly end: number;
}

export type Sections = Readonly<Record<(typeof checkedSections)[number], Section>>;

/** What the preface says of a file's parts. */
export interface Counts {
  readonly rows: number;
  /** Bytes of the head. */
  readonly head: number;
  /** Bytes of the tree. */
  readonly tree: number;
  /** Files beside; version 1 does not say. */
  readonly files: number;
}

/** Where the parts of a file are, each with what it is filled up with; the tree ends the file. */
export function sectionsOf(version: Version, { rows, head, tree, files }: Counts): Sections {
  let at: number = prefaceBytes[version];
  const section = (length: number, multiple: number) => {
    const start = at;
    at = Math.ceil((start + length) / multiple) * multiple;
    return { start, end: at };
  };
  const old = version === 1;
  return {
    head: section(head, 8),
    sums: section(old ? 0 : 4 * files, 8),
    columns: section(rowBytes * rows, old ? (tree > 0 ? 4 : 1) : 8),
    tree: section(tree, 1),
  };
}

/** Views on a file's columns, which start at a byte of it; nothing is copied. */
export function packedColumnsIn(buffer: ArrayBuffer, start: number, rows: number): PackedColumns {
  const from = (place: number) => start + place * 8 * rows;
  return {
    lng: new Float64Array(buffer, from(0), rows),
    lat: new Float64Array(buffer, from(1), rows),
    start: new Float64Array(buffer, from(2), rows),
    end: new Float64Array(buffer, from(3), rows),
    category: new Uint8Array(buffer, from(4), rows),
  };
}

/** `.d/{number}.json` → `000012.json`, the name in the folder beside the file. */
export function shardFileName(naming: { path: string; digits: number }, number: number): string {
  const file = naming.path.slice(naming.path.indexOf('/') + 1);
  return file.replace('{number}', String(number).padStart(naming.digits, '0'));
}

/** How many records each shard has, in the order of their numbers. */
export function shardSizes({
  rows,
  rejected,
  shards: { size },
}: Pick<PackedHead, 'rows' | 'rejected' | 'shards'>): number[] {
  return [rows, rejected].flatMap((count) =>
    Array.from({ length: Math.ceil(count / size) }, (_, at) => Math.min(size, count - at * size)),
  );
}
