import { beforeAll, describe, expect, it } from 'vitest';
import { openPacked, type PackedStory } from '../../src/formats/packed';
import { readStory } from '../../src/model/read/read';
import type { Event } from '../../src/model/event';
import type { Archive } from '../../src/story/archive/archive';
import { memoryArchive } from '../../src/story/archive/memory-archive';
import { filesAtOnce, createSearch } from '../../src/story/archive/search';
import { shardArchive } from '../../src/story/archive/shard-archive';
import { inRows, ordinary, packed as packedStory } from '../formats/packed/packing';

const count = 1500;
const source = ordinary(count) as { features: { id: string; properties: object }[] };
source.features[7]!.properties = {
  ...source.features[7]!.properties,
  summary: 'A needle',
  gauge: 3,
  links: [{ rel: 'follows', event: 'event-1200' }],
};

let packed: PackedStory;
let files: Map<string, string>;
let events: Event[];
let row: number;
let other: number;
beforeAll(async () => {
  const made = await packedStory(source);
  files = made.files;
  packed = openPacked(made.buffer, 'test');
  events = inRows(readStory(source, 'test'));
  row = events.findIndex(({ id }) => id === 'event-7');
  other = events.findIndex(({ id }) => id === 'event-1200');
});

function served(gone: (name: string) => boolean = () => false) {
  const asked: string[] = [];
  const archive = shardArchive(packed, async (name) => {
    asked.push(name);
    if (gone(name)) throw new Error(`${name} is not there`);
    return new TextEncoder().encode(files.get(name));
  });
  return { archive, asked };
}

describe('an archive of shards', () => {
  it('gives the events that reading the whole story gives, a file fetched once', async () => {
    const { archive, asked } = served();
    const rows = [0, 1, 199, 200, count - 1];
    const details = await archive.details(rows);
    const found = new Map(details.map((detail) => [detail.row, 'event' in detail && detail.event]));
    for (const each of rows) expect(found.get(each)).toEqual(events[each]);
    await archive.details([2, 3]);
    expect(asked).toHaveLength(3);
  });

  it('gives what a record has beyond the format, as that of an imported file does', async () => {
    const [shard] = await served().archive.details([row]);
    expect(shard).toMatchObject({ event: { leftovers: [['gauge', '3']] } });
    const features = events.map(() => ({ properties: { title: 'A', column: 'b' } }));
    const bare = events.map((event) => ({ ...event, leftovers: undefined }));
    const [imported] = await memoryArchive(bare, features).details([row]);
    expect(imported).toMatchObject({ event: { id: 'event-7', leftovers: [['column', 'b']] } });
  });

  it('keeps so many shards and no more', async () => {
    const { archive, asked } = served();
    for (let round = 0; round < 2; round++)
      for (let each = 0; each < count; each += 200) await archive.details([each]);
    expect(asked).toHaveLength(archive.files);
  });

  it('says of each row what is wrong with its shard, and tries again later', async () => {
    let gone = true;
    const { archive } = served((name) => gone && name === '000001.json');
    const details = await archive.details([5, 205]);
    expect(details.find((detail) => detail.row === 5)).toHaveProperty('event');
    expect(details.find((detail) => detail.row === 205)).toEqual({
      row: 205,
      failure: '000001.json is not there',
    });
    gone = false;
    expect((await archive.details([205]))[0]).toHaveProperty('event');
  });

  it('knows the row of an id, and where links lead', async () => {
    const { archive } = served();
    expect(await archive.rowOf('event-7')).toBe(row);
    expect(await archive.rowOf('nobody')).toBeNull();
    expect(await archive.leads(row)).toEqual([{ row: other, relation: 'follows', named: true }]);
  });
});

it('an archive in memory knows links in both directions', async () => {
  const archive = memoryArchive(events);
  expect(await archive.leads(row)).toEqual([{ row: other, relation: 'follows', named: true }]);
  expect(await archive.leads(other)).toEqual([{ row, relation: 'followed-by', named: false }]);
  expect(await archive.rowOf('nobody')).toBeNull();
});

describe.each([
  ['shards', () => served().archive],
  ['memory', () => memoryArchive(events)],
])('a search over %s', (_name, archiveOf: () => Archive) => {
  const search = () => createSearch(archiveOf(), packed.story);

  it('finds rows in their order, all for no words', async () => {
    const find = search();
    const found = await find('settlement 12', true, () => {});
    const rows = events.flatMap(({ title }, each) => (/ 12|12/.test(String(title)) ? [each] : []));
    expect(found).toMatchObject({ state: 'done', missed: 0 });
    expect([...(found as { rows: Uint32Array }).rows]).toEqual(expect.arrayContaining(rows));
    expect(await find(' ', false, () => {})).toEqual({ state: 'done', rows: null, missed: 0 });
    expect(await find('needle', false, () => {})).toMatchObject({ rows: Uint32Array.of(row) });
  });

  it('drops what a newer one overtook', async () => {
    const find = search();
    const [first, second] = await Promise.all([
      find('settlement', false, () => {}),
      find('needle', false, () => {}),
    ]);
    expect(first).toEqual({ state: 'overtaken' });
    expect(second).toMatchObject({ rows: Uint32Array.of(row) });
  });
});

describe('a search over many files', () => {
  const many = (): Archive => ({ ...served().archive, files: filesAtOnce + 1 });

  it('asks first, then goes on', async () => {
    const find = createSearch(many(), packed.story);
    expect(await find('needle', false, () => {})).toEqual({ state: 'large', files: 101 });
    expect(await find('needle', true, () => {})).toMatchObject({ rows: Uint32Array.of(row) });
  });

  it('does not ask again for a longer word, and reads only the files of what was found', async () => {
    const { archive, asked } = served();
    const find = createSearch({ ...archive, files: filesAtOnce + 1 }, packed.story);
    await find('need', true, () => {});
    asked.length = 0;
    expect(await find('needle', false, () => {})).toMatchObject({ rows: Uint32Array.of(row) });
    expect(asked).toHaveLength(1);
  });

  it('says how many files it missed', async () => {
    const { archive } = served((name) => name === '000000.json');
    const found = await createSearch(archive, packed.story)('needle', false, () => {});
    expect(found).toMatchObject({ state: 'done', missed: 1 });
  });
});
