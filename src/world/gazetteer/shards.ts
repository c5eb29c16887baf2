/** The shards as one table: fetched when first needed, the last ones kept. */
import { readShard, type Shard } from './shard';
import type { FetchShard, GazetteerPlace } from './types';

/** So many are kept, about 32 kB of text each. */
const kept = 40;

export interface Shards {
  /** The shard that has this key, if any has. */
  forKey(key: string): Promise<Shard>;
  /** Places by their numbers. */
  places(numbers: readonly number[]): Promise<GazetteerPlace[]>;
}

/** `[least key, number of the first place, name of the file]` of each shard. */
type Index = [string, number, string][];

export function openShards(fetchShard: FetchShard): Shards {
  let index: Promise<Index> | undefined;
  const held = new Map<number, Promise<Shard>>();

  function readIndex(): Promise<Index> {
    index ??= fetchShard('index.json').then((text) => JSON.parse(text) as Index);
    index.catch(() => (index = undefined));
    return index;
  }

  async function shard(number: number): Promise<Shard> {
    const known = held.get(number);
    held.delete(number);
    const [, first, file] = (await readIndex())[number]!;
    const reading = known ?? fetchShard(`${file}.txt`).then((text) => readShard(text, first));
    held.set(number, reading);
    // A failure is not kept, so that the next question tries again.
    reading.catch(() => held.delete(number));
    for (const oldest of held.keys()) if (held.size > kept) held.delete(oldest);
    return reading;
  }

  return {
    async forKey(key) {
      return shard(lastAtMost(await readIndex(), ([least]) => least <= key));
    },
    async places(numbers) {
      const all = await readIndex();
      return Promise.all(
        numbers.map(async (number) =>
          (await shard(lastAtMost(all, ([, first]) => first <= number))).place(number),
        ),
      );
    },
  };
}

/** The number of the last row that holds, by halving: those before it hold too. */
function lastAtMost(index: Index, test: (row: Index[number]) => boolean): number {
  let [low, high] = [0, index.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (test(index[middle]!)) low = middle;
    else high = middle - 1;
  }
  return low;
}
