/** A story → the file of its columns and what lies beside it. */
import type { Event, StoryReading, Story } from '../../model/event';
import { JsonError, parseJson } from '../../model/read/json';
import { readStory } from '../../model/read/read';
import { checksumOf } from './checksum';
import { encode } from './encode';
import { idFiles } from './ids';
import { idsSize, mostProblems, shardSize, type PackedHead, type PackedColumns } from './layout';
import { shardFiles } from './shards';
import { afterSpace, compact, entrySlices, memberSlice } from '../../model/read/json-scan';
import { stampOf } from './stamp';
import { t } from '../../words/reading';

/** `[lng, lat]` in degrees by event number, `null` where an event has no place. */
export type Positions = readonly (readonly [number, number] | null)[];

export interface PackedFiles {
  /** The bytes of `ID.dl`. It has the checksums of the files beside, which are made for them where
   * `beside` has not been read to its end yet. */
  readonly file: Uint8Array<ArrayBuffer>;
  /** Name and text of each file of the folder `ID.dl.d`, made one by one while they are read. */
  beside(): Generator<[name: string, text: string]>;
}

export interface Packing {
  /** As `readStory` gives it: what is wrong with the story and how many records can't be shown. */
  readonly reading: StoryReading;
  /** `null` where the file is no story at all. */
  readonly packed: PackedFiles | null;
}

/**
 * Packs a story from its file's text, or from a value already parsed, which then goes through
 * `JSON.stringify`. Never throws over what is in the story; records that can't be shown are kept
 * for unpacking.
 *
 * `id` is the story's; `positionsOf` finds where its events are; `treeOf`, where given, makes the
 * engine's tree of rows that have a place.
 */
export async function packStory(
  source: unknown,
  id: string,
  positionsOf: (events: readonly Event[]) => Positions | Promise<Positions>,
  treeOf: (columns: PackedColumns) => ArrayBuffer = () => new ArrayBuffer(0),
): Promise<Packing> {
  const text =
    typeof source === 'string' ? source.replace(/^\ufeff/, '') : (JSON.stringify(source) ?? 'null');
  const root = parsed(text);
  const reading = readStory(root ?? text, id);
  if (!reading.story) return { reading, packed: null };
  const { story } = reading;
  const positions = await positionsOf(story.events);
  if (positions.length !== story.events.length)
    throw new Error(
      t('packed.positionCount', { count: positions.length, expected: story.events.length }),
    );

  const order = byStart(story.events);
  const rows = Array.from(order, (number) => story.events[number]!);
  const features = memberSlice(text, afterSpace(text, 0), 'features')!;
  const slices = entrySlices(text, features.start);
  const shell = compact(`${text.slice(0, features.start)}[]${text.slice(features.end)}`);
  const head = headOf(story, reading, await stampOf(text));
  const columns = columnsOf(rows, order, positions);
  const values = (root as { features: readonly unknown[] }).features;
  const tree = new Uint8Array(treeOf(columns));
  const textOf = (record: number) => {
    const { start, end } = slices[record - 1]!;
    return compact(text.slice(start, end));
  };
  const encoder = new TextEncoder();
  let sums: Uint32Array | undefined;
  let file: Uint8Array<ArrayBuffer> | undefined;
  function* beside(): Generator<[name: string, text: string]> {
    const made: number[] = [];
    for (const files of [shardFiles(rows, values, textOf, head), idFiles(rows, head)])
      for (const [name, text] of files) {
        made.push(checksumOf(encoder.encode(text)));
        yield [name, text];
      }
    sums = Uint32Array.from(made);
  }
  return {
    reading,
    packed: {
      get file() {
        if (!sums) Array.from(beside(), () => 0);
        return (file ??= encode(head, shell, columns, tree, sums!));
      },
      beside,
    },
  };
}

/** Nothing where it is no JSON, which reading the text then reports. */
function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}

/** Event numbers in the order of rows. */
function byStart(events: readonly Event[]): Uint32Array {
  const starts = Float64Array.from(events, ({ time }) => time.start);
  const order = Uint32Array.from(starts.keys());
  return order.sort((a, b) => starts[a]! - starts[b]! || a - b);
}

function columnsOf(
  rows: readonly Event[],
  order: Uint32Array,
  positions: Positions,
): PackedColumns {
  const coordinate = (axis: 0 | 1) =>
    Float64Array.from(order, (number) => positions[number]?.[axis] ?? NaN);
  return {
    lng: coordinate(0),
    lat: coordinate(1),
    start: Float64Array.from(rows, ({ time }) => time.start),
    end: Float64Array.from(rows, ({ time }) => time.end),
    category: Uint8Array.from(rows, ({ category }) => category),
  };
}

function headOf(
  { categories, gathered, events }: Story,
  { problems, read, rejected }: StoryReading,
  stamp: string,
): Omit<PackedHead, 'story'> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const kept = [...errors, ...warnings].slice(0, mostProblems).map((problem) => {
    const large = (JSON.stringify(problem.value) ?? '').length > 200;
    return large ? { ...problem, value: undefined } : problem;
  });
  return {
    rows: events.length,
    read,
    rejected,
    stamp,
    shards: { size: shardSize, path: '.d/{number}.json', digits: 6 },
    ids: {
      files: Math.max(1, Math.ceil(events.length / idsSize)),
      path: '.d/ids-{number}.json',
      digits: 6,
    },
    categories,
    ...(gathered && { gathered }),
    problems: kept,
    problemsLeftOut: problems.length - kept.length,
  };
}
