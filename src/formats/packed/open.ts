/** The bytes of a packed story → its head and its columns, laid over the bytes without a copy. */
import type { Story } from '../../model/event';
import { reporter } from '../../model/problems';
import type { Setting } from '../../model/record';
import { readStoryMembers } from '../../model/story-members';
import { checkHead } from './head';
import {
  BYTE_ORDER,
  columnsIn,
  lengthOf,
  MAGIC,
  nameIn,
  PREFACE,
  treeStart,
  VERSION,
  type Head,
  type PackedColumns,
} from './layout';

export interface PackedStory {
  readonly head: Head;
  /** The story without its events, which lie in the shards. */
  readonly story: Story;
  readonly rows: number;
  readonly columns: PackedColumns;
  /** The tree of the events that have a place, in their order, copied out of the file; `null` where
   * it has none. */
  readonly tree: ArrayBuffer | null;
  /** What the records of the shards are read by. */
  readonly setting: Setting;
  /** The file in the folder beside (`ID.dl.d/name`) that has a row's details, that file's number,
   * and the row's place in it. Throws a `RangeError` on a row that there is not. */
  shardOf(row: number): { name: string; number: number; index: number };
}

/** Whether these are, going by their first bytes, a packed story of any version. */
export function isPacked(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, at) => bytes[at] === byte);
}

/**
 * Opens a packed story. Throws an `Error` that says what came and what was expected where the bytes
 * are not a whole packed story of this version.
 *
 * `id` is the story's: its file name without `.dl`.
 */
export function openPacked(buffer: ArrayBuffer, id: string): PackedStory {
  const { rows, headLength, treeLength } = readPreface(buffer);
  const head = readHead(new Uint8Array(buffer, PREFACE, headLength), rows);
  const columns = columnsIn(buffer, headLength, rows);
  checkCategories(columns.category, head.categories.length);
  const opened = readStoryMembers(head.story, reporter([], null));
  if (!opened) throw new Error("packed story: the head's story is none, expected its members");
  const { members } = opened;
  return {
    head,
    story: { id, ...members, categories: head.categories, events: [] },
    rows,
    columns,
    tree: treeLength > 0 ? buffer.slice(treeStart(headLength, rows)) : null,
    setting: {
      timeZone: members.timeZone,
      sources: members.sources,
      categories: new Set(members.categories.map((category) => category.id)),
    },
    shardOf(row) {
      if (!(Number.isInteger(row) && row >= 0 && row < rows))
        throw new RangeError(`row ${row} of a packed story, expected 0 … ${rows - 1}`);
      const number = Math.floor(row / head.shards.size);
      return { name: nameIn(head.shards, number), number, index: row % head.shards.size };
    },
  };
}

/** The JSON text of a packed story's head. */
export function headText(buffer: ArrayBuffer): string {
  const { headLength } = readPreface(buffer);
  return decoded(new Uint8Array(buffer, PREFACE, headLength));
}

function readPreface(buffer: ArrayBuffer) {
  const came = buffer.byteLength;
  const start = new Uint8Array(buffer, 0, Math.min(came, MAGIC.length));
  if (!isPacked(start)) {
    const shown = [...start].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const wanted = MAGIC.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    refuse(`the file starts with ${shown || 'nothing'}`, wanted);
  }
  if (came < PREFACE) refuse(`the file has ${came} bytes`, `${PREFACE} or more`);
  const preface = new DataView(buffer);
  const version = preface.getUint32(8, true);
  if (version !== VERSION) refuse(`the version is ${version}`, String(VERSION));
  const order = new Uint32Array(buffer, 12, 1)[0]!;
  if (order !== BYTE_ORDER)
    refuse(`the byte order reads 0x${order.toString(16)}`, 'little-endian file and machine');
  const length = preface.getBigUint64(16, true);
  if (length !== BigInt(came)) refuse(`the file has ${came} bytes`, `${length} as it states`);
  const rows = preface.getUint32(24, true);
  const headLength = preface.getUint32(28, true);
  if (headLength % 8) refuse(`the head has ${headLength} bytes`, 'a multiple of 8');
  const treeLength = preface.getUint32(32, true);
  const needed = lengthOf(headLength, rows, treeLength);
  if (needed !== came) {
    const parts = `${rows} rows, a head of ${headLength} and a tree of ${treeLength} bytes`;
    refuse(`${parts} need ${needed} bytes`, `${came}`);
  }
  return { rows, headLength, treeLength };
}

function readHead(bytes: Uint8Array, rows: number): Head {
  let head: unknown;
  try {
    head = JSON.parse(decoded(bytes));
  } catch (error) {
    refuse(`the head is no JSON in UTF-8 (${(error as Error).message})`, 'an object');
  }
  return checkHead(head, rows);
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function checkCategories(category: Uint8Array, categories: number): void {
  for (let row = 0; row < category.length; row++)
    if (category[row]! >= categories)
      refuse(`row ${row} has category ${category[row]}`, `0 … ${categories - 1}`);
}

function refuse(came: string, expected: string): never {
  throw new Error(`packed story: ${came}, expected ${expected}`);
}
