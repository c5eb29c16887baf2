/** An archive of a packed story's shards, fetched by need; the last ones read are kept. */
import { eventsOf, idFileOf, rowOf, type PackedStory } from '../../formats/packed';
import type { Event } from '../../model/event';
import type { Detail } from '../details.svelte';
import { relations, type Archive, type Batch, type RelatedEvent } from './archive';

/** Gives the bytes of a file of the folder beside; rejects with a sentence for the reader. */
export type FetchBeside = (name: string) => Promise<Uint8Array>;

/** Shards kept: some 8,000 events. */
const kept = 40;
/** Files fetched at the same time. */
const abreast = 6;

export function shardArchive(packed: PackedStory, fetchBeside: FetchBeside): Archive {
  const { head, rows } = packed;
  const { size } = head.shards;
  const shards = Math.ceil(rows / size);
  /** By number, the last ones used at the end. */
  const known = new Map<number, Promise<readonly Event[]>>();

  function shard(number: number): Promise<readonly Event[]> {
    let events = known.get(number);
    known.delete(number);
    events ??= readShard(number).catch((error: unknown) => {
      // The next one who asks tries again.
      known.delete(number);
      throw error;
    });
    known.set(number, events);
    if (known.size > kept) known.delete(known.keys().next().value!);
    return events;
  }

  async function readShard(number: number): Promise<readonly Event[]> {
    const { name } = packed.shardOf(number * size);
    return eventsOf(packed, number, await fetchBeside(name));
  }

  async function rowOfId(id: string): Promise<number | null> {
    return rowOf(packed, id, await fetchBeside(idFileOf(head, id))) ?? null;
  }

  return {
    files: shards,
    rowOf: rowOfId,
    async details(asked) {
      const details: Detail[] = [];
      const byShard = new Map<number, number[]>();
      for (const row of asked) {
        const { number } = packed.shardOf(row);
        byShard.set(number, [...(byShard.get(number) ?? []), row]);
      }
      await inParallel([...byShard], async ([number, own]) => {
        try {
          const events = await shard(number);
          for (const row of own) details.push({ row, event: events[row % size]! });
        } catch (error) {
          const failure = (error as Error).message;
          for (const row of own) details.push({ row, failure });
        }
      });
      return details;
    },
    async leads(row) {
      const event = (await shard(packed.shardOf(row).number))[row % size]!;
      const found = await Promise.all(
        event.links.map(async ({ rel, event: id }): Promise<RelatedEvent[]> => {
          const other = await rowOfId(id);
          return other === null ? [] : [{ row: other, relation: relations[rel][0], named: true }];
        }),
      );
      return found.flat();
    },
    async *batches(wanted) {
      const numbers = wanted
        ? [...new Set(Array.from(wanted, (row) => Math.floor(row / size)))]
        : Array.from({ length: shards }, (_, number) => number);
      const flying: Promise<Batch>[] = [];
      for (const number of numbers) {
        const first = number * size;
        flying.push(
          // Past the shards that are kept: a search must not push out what is on the screen.
          (known.get(number) ?? readShard(number)).then(
            (events) => ({ first, events }),
            () => ({ first, events: null }),
          ),
        );
        if (flying.length >= abreast) yield await flying.shift()!;
      }
      for (const batch of flying) yield await batch;
    },
  };
}

/** Calls `work` for each item, `abreast` of them at a time. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const lane = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: abreast }, lane));
}
