/** The details of a packed story: written in shards, and read back as events. */
import type { Event } from '../../model/event';
import { isObject, member, reporter } from '../../model/problems';
import { idOf, readRecord } from '../../model/record';
import { nameIn, type Head, type ShardText } from './layout';
import type { PackedStory } from './open';

type ShardHead = Pick<Head, 'rows' | 'rejected' | 'shards' | 'stamp'>;

/**
 * Name and text of every shard: first those of the rows, then those of the rejected records.
 *
 * @param rows The events in the order of rows.
 * @param features All records of the story, parsed.
 * @param textOf A record's own text, by its number from 1.
 */
export function* shardFiles(
  rows: readonly Event[],
  features: readonly unknown[],
  textOf: (record: number) => string,
  { shards, stamp }: ShardHead,
): Generator<[name: string, text: string]> {
  const ids = new Set(rows.map(({ id }) => id));
  let number = 0;
  for (let first = 0; first < rows.length; first += shards.size, number++) {
    const events = rows.slice(first, first + shards.size);
    const own = events.map(({ record }) => idOf(features[record - 1]));
    const records = events.map(({ record }) => record);
    const unlinked = new Set(
      records.flatMap((record) => linkedIds(features[record - 1])).filter((id) => !ids.has(id)),
    );
    yield [
      nameIn(shards, number),
      shardText(stamp, records, textOf, {
        ids: own.includes(undefined)
          ? events.map(({ id }, at) => (own[at] === undefined ? id : null))
          : undefined,
        unlinked: unlinked.size ? [...unlinked] : undefined,
      }),
    ];
  }
  const shown = new Set(rows.map(({ record }) => record));
  const rejected = features.flatMap((_, at) => (shown.has(at + 1) ? [] : [at + 1]));
  for (let first = 0; first < rejected.length; first += shards.size, number++) {
    const records = rejected.slice(first, first + shards.size);
    yield [nameIn(shards, number), shardText(stamp, records, textOf, {})];
  }
}

/** How many records each shard has, in the order of their numbers. */
export function shardSizes({ rows, rejected, shards: { size } }: ShardHead): number[] {
  return [rows, rejected].flatMap((count) =>
    Array.from({ length: Math.ceil(count / size) }, (_, at) => Math.min(size, count - at * size)),
  );
}

/**
 * The events of a shard's rows, the first of which is `number * head.shards.size`: the same events
 * that reading the whole story gives. Throws an `Error` where the text is not this story's shard of
 * this number.
 */
export function eventsOf(packed: PackedStory, number: number, text: string): Event[] {
  const { head, setting, columns } = packed;
  const shard = parseShard(head, number, text);
  const unlinked = new Set(shard.unlinked);
  return shard.features.map((feature, index) => {
    const row = number * head.shards.size + index;
    const record = shard.records[index]!;
    const id = idOf(feature) ?? shard.ids?.[index];
    const draft = id ? readRecord(feature, id, record, setting, reporter([], record)) : undefined;
    if (!draft)
      throw new Error(`${nameIn(head.shards, number)}: record ${record} can't be read as an event`);
    const links = draft.links.filter(({ event }) => event !== id && !unlinked.has(event));
    return { ...draft, category: columns.category[row]!, links };
  });
}

/** Throws an `Error` where the text is not this story's shard of this number. */
export function parseShard(head: ShardHead, number: number, text: string): ShardText {
  const refuse = (came: string, expected: string): never => {
    throw new Error(`${nameIn(head.shards, number)}: ${came}, expected ${expected}`);
  };
  let shard: unknown;
  try {
    shard = JSON.parse(text);
  } catch (error) {
    refuse(`no JSON (${(error as Error).message})`, 'a shard of a packed story');
  }
  if (!isObject(shard)) return refuse('no object', 'a shard of a packed story');
  const { stamp, records, features } = shard;
  if (stamp !== head.stamp)
    refuse(`the stamp is ${JSON.stringify(stamp)}`, `"${head.stamp}" (is it of another packing?)`);
  const size = shardSizes(head)[number];
  for (const list of [records, features])
    if (!Array.isArray(list) || list.length !== size)
      refuse(`${Array.isArray(list) ? list.length : 'no'} records`, `${size}`);
  return shard as unknown as ShardText;
}

function shardText(
  stamp: string,
  records: readonly number[],
  textOf: (record: number) => string,
  more: Pick<ShardText, 'ids' | 'unlinked'>,
): string {
  const start = JSON.stringify({ stamp, records, ...more }).slice(0, -1);
  return `${start},"features":[\n${records.map(textOf).join(',\n')}\n]}\n`;
}

/** The ids that a feature's links name. */
function linkedIds(feature: unknown): string[] {
  const properties = isObject(feature) ? member(feature, 'properties') : undefined;
  const links = isObject(properties) ? member(properties, 'links') : undefined;
  if (!Array.isArray(links)) return [];
  return links.flatMap((link: unknown) => {
    const id = isObject(link) ? member(link, 'event') : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}
