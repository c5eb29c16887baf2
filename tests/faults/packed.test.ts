/**
 * Packed stories that were damaged on their way: every one is refused with a sentence, or gives
 * exactly what the undamaged one gives. None gives other answers in silence.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { treeOf } from '../../src/story/story-index';
import { packStory, unpackStory } from '../../src/formats/packed';
import { StoryError } from '../../src/story';
import { openBytes } from '../../src/story/open/open';
import { syntheticStory } from '../fixtures/synthetic';
import { ordinary, pointOf, type Json } from '../formats/packed/packing';
import { geoFile } from '../geo/files';
import { amount, randomFrom, seed } from './amount';

type Bytes = Uint8Array<ArrayBuffer>;

/** A story as its host has it. */
interface Served {
  readonly name: string;
  readonly file: Bytes;
  readonly beside: ReadonlyMap<string, Bytes>;
}

const trials = amount(400, 20_000);
let served: Served[];
/** Another packing of each: one record more, so that all else is the same. */
let others: Served[];

async function pack(name: string, source: unknown, withTree: boolean): Promise<Served> {
  const tree = withTree ? treeOf : undefined;
  const { packed } = await packStory(source, name, (events) => events.map(pointOf), tree);
  const { file } = packed!;
  const beside = new Map(
    Array.from(packed!.beside(), ([path, text]) => [path, new TextEncoder().encode(text)]),
  );
  return { name, file, beside };
}

/** Ordinary events, some without id or place, some that can't be shown, some with links. */
function mixed(count: number): Json {
  const story = ordinary(count);
  story.features = (story.features as Json[]).map((feature, at) => {
    if (at % 7 === 3) return { bad: at };
    const links = [{ rel: 'follows', event: `event-${(at * 31) % count}` }];
    const properties = { ...(feature.properties as Json), ...(at % 3 ? {} : { links }) };
    return {
      ...feature,
      ...(at % 5 === 1 ? { id: undefined } : {}),
      ...(at % 4 === 2 ? { geometry: null } : {}),
      properties,
    };
  });
  return story;
}

beforeAll(async () => {
  const synthetic = JSON.parse([...syntheticStory(450)].join('')) as Json;
  const bundled = JSON.parse(
    readFileSync('events/peace-plan-december-2025.geojson', 'utf8'),
  ) as Json;
  const stories: [string, Json, boolean][] = [
    ['with a tree', synthetic, true],
    ['without a tree', ordinary(260), false],
    ['mixed', mixed(700), true],
    ['bundled', bundled, true],
    ['two files of ids', ordinary(2300), false],
    ['empty', { type: 'FeatureCollection', title: 'Nothing', features: [] }, false],
  ];
  const more = ordinary(1).features as Json[];
  served = [];
  others = [];
  for (const [name, story, withTree] of stories) {
    const features = [...(story.features as Json[]), { ...more[0], id: 'one-more' }];
    served.push(await pack(name, story, withTree));
    others.push(await pack(name, { ...story, features }, withTree));
  }
}, 60_000);

/** All that a page gets from a story's file alone. */
async function fileOf(served: Served) {
  const { story, table, tree, problems, read, rejected } = await opened(served);
  return { story, table, tree: tree && new Uint8Array(tree), problems, read, rejected };
}

function opened({ file, beside }: Served) {
  const get = async (name: string) => {
    const bytes = beside.get(name);
    if (bytes) return bytes;
    throw new Error(`${name} is not there`);
  };
  return openBytes(file.slice().buffer, 'http://host/x.dl', 'x', 'un', {
    beside: get,
    geo: geoFile,
  });
}

/** Other bytes, made from some. */
type Damage = (bytes: Bytes, random: () => number) => Bytes;

const below = (random: () => number, count: number) => Math.floor(random() * count);

function spliced(bytes: Bytes, at: number, remove: number, insert: Bytes): Bytes {
  const rest = bytes.subarray(at + remove);
  const made = new Uint8Array(at + insert.length + rest.length);
  made.set(bytes.subarray(0, at));
  made.set(insert, at);
  made.set(rest, at + insert.length);
  return made;
}

const text = (words: string): Bytes => new TextEncoder().encode(words);

const damages: Record<string, Damage> = {
  'a bit flipped'(bytes, random) {
    const made = bytes.slice();
    made[below(random, made.length)]! ^= 1 << below(random, 8);
    return made;
  },
  'a byte replaced'(bytes, random) {
    const made = bytes.slice();
    made[below(random, made.length)]! = below(random, 256);
    return made;
  },
  'cut off': (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  'begins too late': (bytes, random) => bytes.slice(1 + below(random, bytes.length)),
  'a byte more': (bytes, random) =>
    spliced(bytes, below(random, bytes.length + 1), 0, Uint8Array.of(below(random, 256))),
  'a byte less': (bytes, random) => spliced(bytes, below(random, bytes.length), 1, text('')),
  'a run of other bytes'(bytes, random) {
    const run = Uint8Array.from({ length: 2 + below(random, 64) }, () => below(random, 256));
    const at = below(random, bytes.length);
    const fits = run.subarray(0, bytes.length - at);
    return spliced(bytes, at, fits.length, fits);
  },
  'a run of zeros'(bytes, random) {
    const at = below(random, bytes.length);
    return bytes.slice().fill(0, at, at + 1 + below(random, 4096));
  },
  'two words exchanged'(bytes, random) {
    const made = bytes.slice();
    const words = Math.max(1, Math.floor(made.length / 8));
    const [a, b] = [8 * below(random, words), 8 * below(random, words)];
    made.set(bytes.subarray(b, b + 8), a);
    made.set(bytes.subarray(a, Math.min(a + 8, bytes.length)), b);
    return made.slice(0, bytes.length);
  },
  'twice in a row': (bytes) => spliced(bytes, bytes.length, 0, bytes),
  emptied: () => text(''),
  'a page of HTML': () => text('<!doctype html>\n<title>Not found</title>'),
};

const kinds = Object.entries(damages);
/** Flips and cuts are most of what happens. */
const damageOf = (random: () => number) =>
  random() < 0.6 ? kinds[below(random, 3)]! : kinds[below(random, kinds.length)]!;

const same = (a: Bytes, b: Bytes) => Buffer.compare(a, b) === 0;

class Tally {
  refused = 0;
  unchanged = 0;

  /** Whether a result is a refusal with a sentence, or what was expected; throws otherwise. */
  async judge(what: string, untouched: boolean, result: () => Promise<void>): Promise<void> {
    try {
      await result();
    } catch (error) {
      const said = (error as Error).message;
      if (!(error instanceof Refusal)) throw new Error(`${what}: ${said}`, { cause: error });
      expect(untouched, `${what}: refused though nothing was changed: ${said}`).toBe(false);
      expect(said, what).toMatch(/^[^\n]{20,}$/);
      this.refused++;
      return;
    }
    expect(untouched, `${what}: damaged bytes were taken for good`).toBe(true);
    this.unchanged++;
  }

  tell(name: string): void {
    const { refused, unchanged } = this;
    if (trials > 1000)
      console.log(
        `${name}: ${refused + unchanged} damaged, ${refused} refused, ${unchanged} as before, 0 other answers`,
      );
  }
}

/** What a reader is told. */
class Refusal extends Error {}

async function refusing<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new Refusal((error as Error).message, { cause: error });
  }
}

describe('a damaged packed story', { timeout: 600_000 }, () => {
  it('is refused with a sentence, or is as before: its file', async () => {
    const random = randomFrom(seed);
    const tally = new Tally();
    const expected = await Promise.all(served.map(fileOf));
    for (let trial = 0; trial < trials; trial++) {
      const at = below(random, served.length);
      const story = served[at]!;
      const [kind, damage] = damageOf(random);
      const file = damage(story.file, random);
      const untouched = same(file, story.file);
      await tally.judge(`${trial}, ${story.name}: ${kind}`, untouched, async () => {
        const page = await fileOf({ ...story, file }).catch((error: unknown) => {
          // Anything else is a crash.
          if (!(error instanceof StoryError)) throw error;
          throw new Refusal(error.message);
        });
        expect(page).toEqual(expected[at]);
      });
      if (trial % 20 === 0 && !untouched) {
        const unpacked = unpackStory(file.slice().buffer, (name) => story.beside.get(name)!);
        await expect(unpacked).rejects.toThrow(/^packed story: /);
      }
    }
    tally.tell('files');
  });

  it('has bare rows that say why, or rows as before: its shards', async () => {
    const random = randomFrom(seed + 1);
    const tally = new Tally();
    const all = await Promise.all(served.map(opened));
    /** Events by row, in time. */
    const events = await Promise.all(
      all.map(async ({ archive, table }) => {
        const details = await archive.details([...table.start.keys()]);
        const byRow = new Map(details.map((detail) => [detail.row, detail]));
        return [...table.start.keys()].map((row) => byRow.get(row)!);
      }),
    );
    const originals = await Promise.all(
      served.map(({ file, beside }) =>
        unpackStory(file.slice().buffer, (name) => beside.get(name)!),
      ),
    );
    for (let trial = 0; trial < trials; trial++) {
      const at = below(random, served.length - 1);
      const story = served[at]!;
      const names = [...story.beside.keys()].filter((name) => !name.startsWith('ids'));
      const name = names[below(random, names.length)]!;
      const [kind, bytes] = strange(story, others[at]!, name, random);
      const untouched = same(bytes, story.beside.get(name)!);
      const damaged = { ...story, beside: new Map(story.beside).set(name, bytes) };
      const first = 200 * Number(name.slice(0, 6));
      const what = `${trial}, ${story.name}, ${name}: ${kind}`;
      const rejectedOnly = first >= events[at]!.length;
      if (rejectedOnly || trial % 20 === 0)
        await tally.judge(what, untouched, async () => {
          const get = (asked: string) => damaged.beside.get(asked)!;
          const back = await refusing(() => unpackStory(story.file.slice().buffer, get));
          expect(back).toEqual(originals[at]);
        });
      if (rejectedOnly) continue;
      const { archive } = await opened(damaged);
      await tally.judge(what, untouched, async () => {
        const row = first + below(random, Math.min(200, events[at]!.length - first));
        const other = below(random, events[at]!.length);
        const details = await archive.details([row, other]);
        const failures = details.filter((detail) => 'failure' in detail);
        // Rows of the other shards are there all the same.
        for (const detail of details)
          if ('event' in detail) expect(detail).toEqual(events[at]![detail.row]);
          else expect(Math.floor(detail.row / 200)).toBe(first / 200);
        if (failures.length > 0) throw new Refusal((failures[0] as { failure: string }).failure);
      });
    }
    tally.tell('shards');
  });

  it('looks no event up in files of ids that are not its own', async () => {
    const random = randomFrom(seed + 2);
    const tally = new Tally();
    const all = await Promise.all(served.map(opened));
    const known = await Promise.all(
      all.map(async ({ archive, table }) => {
        const details = await archive.details([...table.start.keys()]);
        return details.flatMap((detail) =>
          'event' in detail ? [[detail.event.id, detail.row] as const] : [],
        );
      }),
    );
    for (let trial = 0; trial < trials / 4; trial++) {
      const at = below(random, served.length - 1);
      const story = served[at]!;
      const names = [...story.beside.keys()].filter((name) => name.startsWith('ids'));
      const name = names[below(random, names.length)]!;
      const [kind, bytes] = strange(story, others[at]!, name, random);
      const untouched = same(bytes, story.beside.get(name)!);
      const damaged = { ...story, beside: new Map(story.beside).set(name, bytes) };
      const inFile = new Set(
        (JSON.parse(new TextDecoder().decode(story.beside.get(name))) as { ids: string[] }).ids,
      );
      const its = known[at]!.filter(([id]) => inFile.has(id));
      const [id, row] = its[below(random, its.length)]!;
      const { archive } = await opened(damaged);
      await tally.judge(`${trial}, ${story.name}, ${name}: ${kind}`, untouched, async () => {
        expect(await refusing(() => archive.rowOf(id))).toBe(row);
      });
    }
    tally.tell('files of ids');
  });
});

/** What stands where a file was: it damaged, another file of the story, one of another packing. */
function strange(
  story: Served,
  other: Served,
  name: string,
  random: () => number,
): [kind: string, bytes: Bytes] {
  const own = story.beside.get(name)!;
  const chance = random();
  if (chance < 0.1) {
    const names = [...story.beside.keys()];
    const another = names[below(random, names.length)]!;
    return [`${another} of the same story`, story.beside.get(another)!];
  }
  if (chance < 0.2) return ['of another packing', other.beside.get(name) ?? text('')];
  if (chance < 0.3) {
    const strangers = served[below(random, served.length)]!;
    return [`of the story "${strangers.name}"`, strangers.beside.get(name) ?? text('{}')];
  }
  if (chance < 0.35) {
    // As one who tampers with it would: a word replaced by another of the same length.
    const words = new TextDecoder().decode(own);
    const places = [...words.matchAll(/night|Report|wire/g)];
    const place = places[below(random, Math.max(1, places.length))];
    if (place)
      return [
        'a word replaced',
        spliced(own, text(words.slice(0, place.index)).length, 1, text('X')),
      ];
  }
  const [kind, damage] = damageOf(random);
  return [kind, damage(own, random)];
}
