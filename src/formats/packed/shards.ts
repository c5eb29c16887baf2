/** The details of a packed story: written in shards, and read back as events. */
import type { Event } from '../../model/event';
import { gatheredLabel, labelsById } from '../../model/read/categories';
import { reporter } from '../../model/read/problems';
import { leftoversOf } from '../../model/read/leftovers';
import { isObject, member } from '../../model/read/members';
import { idOf, readRecord } from '../../model/read/record';
import { readBeside } from './beside';
import { shardFileName, shardSizes, type PackedHead, type ShardText } from './layout';
import type { PackedStory } from './open';
import { t } from '../../words/reading';

type ShardHead = Pick<PackedHead, 'rows' | 'rejected' | 'shards' | 'stamp'>;

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
  head: ShardHead,
): Generator<[name: string, text: string]> {
  const { shards, stamp } = head;
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
      shardFileName(shards, number),
      shardText({ stamp, number, rows: rowsOf(head, number), records }, textOf, {
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
    yield [shardFileName(shards, number), shardText({ stamp, number, records }, textOf, {})];
  }
}

/**
 * The events of a shard's rows, the first of which is `number * head.shards.size`: the same events
 * that reading the whole story gives. Throws an `Error` where the bytes are not this story's shard
 * of this number, whole and as it was packed.
 */
export function eventsOf(packed: PackedStory, number: number, bytes: Uint8Array): Event[] {
  const { head, setting, columns } = packed;
  const labels = labelsById(packed.declared);
  const { shard } = parseShard(packed, number, bytes);
  const unlinked = new Set(shard.unlinked);
  return shard.features.map((feature, index) => {
    const row = number * head.shards.size + index;
    const record = shard.records[index]!;
    const id = idOf(feature) ?? shard.ids?.[index];
    const draft = id ? readRecord(feature, id, record, setting, reporter([], record)) : undefined;
    if (!draft)
      throw new Error(
        t('packed.unreadableRecord', { name: shardFileName(head.shards, number), record }),
      );
    const links = draft.links.filter(({ event }) => event !== id && !unlinked.has(event));
    const category = columns.category[row]!;
    const categoryLabel = gatheredLabel(draft.category, head.categories[category], labels);
    const leftovers = leftoversOf(feature);
    return {
      ...draft,
      category,
      links,
      ...(categoryLabel && { categoryLabel }),
      ...(leftovers && { leftovers }),
    };
  });
}

/** A shard and its own text. Throws an `Error` where the bytes are not this story's shard of this
 * number. */
export function parseShard(
  packed: Pick<PackedStory, 'version' | 'head' | 'sums'>,
  number: number,
  bytes: Uint8Array,
): { shard: ShardText; text: string } {
  const { version, head } = packed;
  const name = shardFileName(head.shards, number);
  const { value, text } = readBeside(packed, { name, number, place: number }, bytes);
  const { rows, records, features, ids, unlinked } = value;
  if (version > 1) {
    const expected = JSON.stringify(rowsOf(head, number));
    if (JSON.stringify(rows) !== expected)
      throw new Error(
        t('packed.shardRows', { name, rows: JSON.stringify(rows), expected: expected ?? 'none' }),
      );
  }
  const size = shardSizes(head)[number];
  for (const list of [records, features])
    if (!Array.isArray(list) || list.length !== size) {
      const count = Array.isArray(list) ? String(list.length) : 'none';
      throw new Error(t('packed.shardRecordCount', { name, count, size: size ?? 0 }));
    }
  for (const record of records as unknown[])
    if (!(Number.isInteger(record) && Number(record) >= 1 && Number(record) <= head.read))
      throw new Error(
        t('packed.recordNumber', { name, record: JSON.stringify(record), read: head.read }),
      );
  const isId = (id: unknown) => typeof id === 'string';
  if (ids !== undefined && !(isList(ids, (id) => id === null || isId(id)) && ids.length === size))
    throw new Error(t('packed.shardIds', { name, size: size ?? 0 }));
  if (unlinked !== undefined && !isList(unlinked, isId))
    throw new Error(t('packed.shardUnlinked', { name }));
  return { shard: value as unknown as ShardText, text };
}

/** The rows of a shard, `[first, after the last]`; nothing where it has rejected records. */
function rowsOf({ rows, shards }: ShardHead, number: number): [number, number] | undefined {
  const first = number * shards.size;
  return first < rows ? [first, Math.min(rows, first + shards.size)] : undefined;
}

function isList(value: unknown, isEntry: (entry: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && value.every(isEntry);
}

function shardText(
  what: Omit<ShardText, 'features'>,
  textOf: (record: number) => string,
  more: Pick<ShardText, 'ids' | 'unlinked'>,
): string {
  const start = JSON.stringify({ ...what, ...more }).slice(0, -1);
  return `${start},"features":[\n${what.records.map(textOf).join(',\n')}\n]}\n`;
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
