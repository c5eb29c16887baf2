import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eventsOf,
  idFileOf,
  openPacked,
  packStory,
  rowOf,
  unpackStory,
  unpackText,
} from '../../../src/formats/packed';
import { checksumOf } from '../../../src/formats/packed/checksum';
import { readStory } from '../../../src/model/read/read';
import { bytesOf, inRows, ordinary, packed, pointOf, sealed, trusting } from './packing';

const collection = (features: unknown[], members = {}) => ({
  type: 'FeatureCollection',
  title: 'A story',
  ...members,
  features,
});

const feature = (members: object, properties: object = {}) => ({
  type: 'Feature',
  geometry: null,
  ...members,
  properties: { title: 'Talks', when: '2025-12-17', ...properties },
});

/** Every row's event through its shard. */
function eventsThrough(buffer: ArrayBuffer, read: (name: string) => Uint8Array) {
  const opened = openPacked(buffer, 'test');
  const shards = new Map(
    Array.from({ length: opened.rows }, (_, row) => opened.shardOf(row)).map(({ name, number }) => [
      number,
      name,
    ]),
  );
  return [...shards].flatMap(([number, name]) => eventsOf(opened, number, read(name)));
}

async function textOf(buffer: ArrayBuffer, read: (name: string) => Uint8Array): Promise<string> {
  let text = '';
  for await (const piece of unpackText(buffer, read)) text += piece;
  return text;
}

describe('columns', () => {
  it('have the events by start, then number, NaN where there is no place', async () => {
    const { buffer, reading } = await packed(
      collection([
        feature({ id: 'c', geometry: { type: 'Point', coordinates: [3, 4] } }),
        feature({ id: 'a' }, { when: '1950', category: 'x' }),
        feature({ id: 'b' }, { when: '../2025' }),
        feature({ id: 'd' }),
      ]),
    );
    const { columns, rows, head } = openPacked(buffer, 'test');
    expect(rows).toBe(4);
    expect(inRows(reading).map(({ id }) => id)).toEqual(['b', 'a', 'c', 'd']);
    expect([...columns.lng]).toEqual([NaN, NaN, 3, NaN]);
    expect([...columns.lat]).toEqual([NaN, NaN, 4, NaN]);
    expect([...columns.start]).toEqual(inRows(reading).map(({ time }) => time.start));
    expect([...columns.end]).toEqual(inRows(reading).map(({ time }) => time.end));
    expect([...columns.category]).toEqual(inRows(reading).map(({ category }) => category));
    expect(head.categories).toEqual(reading.story!.categories);
  });

  it('are views on the bytes as they came, 33 bytes an event', async () => {
    const { buffer } = await packed(ordinary(1000));
    const { columns } = openPacked(buffer, 'test');
    for (const column of Object.values(columns)) {
      expect(column.buffer).toBe(buffer);
      expect(column.byteOffset % 8).toBe(0);
    }
    expect(buffer.byteLength).toBeLessThan(33 * 1000 + 1500);
  });
});

describe('shards', () => {
  it('give the events that reading the whole story gives', async () => {
    const { buffer, read, reading } = await packed(ordinary(1001));
    expect(eventsThrough(buffer, read)).toEqual(inRows(reading));
    expect(openPacked(buffer, 'test').shardOf(1000)).toEqual({
      name: '000005.json',
      number: 5,
      index: 0,
    });
    expect(() => openPacked(buffer, 'test').shardOf(1001)).toThrow(/row 1001.*0 … 1000/);
  });

  it('give the bundled story, and the one with bad records', async () => {
    for (const name of [
      'events/peace-plan-december-2025.geojson',
      'tests/fixtures/some-bad.geojson',
    ]) {
      const text = readFileSync(name, 'utf8');
      const { buffer, read, reading } = await packed(text);
      const { story, head } = openPacked(buffer, 'test');
      expect(eventsThrough(buffer, read)).toEqual(inRows(reading));
      expect({ ...story, events: [] }).toEqual({ ...reading.story, events: [] });
      expect([head.read, head.rejected]).toEqual([reading.read, reading.rejected]);
      expect(head.problems.length).toBe(reading.problems.length);
      expect(await unpackStory(buffer, read)).toEqual(JSON.parse(text));
    }
  });

  it('know made ids, lost links and shared categories', async () => {
    const links = (...ids: string[]) => ({
      links: ids.map((event) => ({ rel: 'follows', event })),
    });
    const { buffer, read, reading } = await packed(
      collection([
        feature({}, { ...links('b', 'gone', 'bad'), category: 'one' }),
        feature({ id: 'record-3' }, { category: 'two' }),
        feature({ id: ' ' }),
        feature({ id: 'b' }, links('b', 'record-1')),
        feature({ id: 'bad', geometry: 7 }),
        feature({ id: 4 }),
      ]),
    );
    expect(eventsThrough(buffer, read)).toEqual(inRows(reading));
    expect(inRows(reading).map(({ id }) => id)).toContain('record-3-2');
  });

  it('are refused when they are another story’s, short or no JSON', async () => {
    const { buffer, read } = await packed(ordinary(300));
    const other = await packed(ordinary(301));
    const opened = openPacked(buffer, 'test');
    const bytes = read('000000.json');
    expect(() => eventsOf(opened, 0, other.read('000000.json'))).toThrow(
      /000000\.json: the stamp is "[0-9a-f]{32}", expected "[0-9a-f]{32}" \(is it of another packing\?\)/,
    );
    expect(() => eventsOf(opened, 1, bytes)).toThrow('000001.json: its number is 0, expected 1');
    expect(() => eventsOf(opened, 0, read('ids-000000.json'))).toThrow(
      /000000\.json: the checksum is [0-9a-f]{8}, expected [0-9a-f]{8} \(the file is damaged/,
    );
    expect(() => eventsOf(opened, 0, bytes.slice(0, 99))).toThrow(/000000\.json: the checksum is/);
    expect(() => eventsOf(opened, 0, bytesOf(''))).toThrow(
      /expected [0-9a-f]{8} \(the file is empty/,
    );
    expect(() => eventsOf(opened, 0, bytesOf('<!doctype html>'))).toThrow(/is a page of HTML/);
  });

  it('are refused when what they say can not be, whatever their checksum', async () => {
    const { buffer, files } = await packed(ordinary(300));
    const opened = openPacked(buffer, 'test');
    const made = (text: string) => () =>
      eventsOf(trusting(opened, 0, bytesOf(text)), 0, bytesOf(text));
    const text = files.get('000000.json')!;
    const { features, ...rest } = JSON.parse(text) as { features: unknown[]; records: number[] };
    const changed = (change: object) => made(JSON.stringify({ ...rest, features, ...change }));
    expect(changed({})).not.toThrow();
    expect(made(text.slice(0, 99))).toThrow(/000000\.json: no JSON/);
    expect(made('[]')).toThrow(/no object, expected a shard/);
    expect(changed({ stamp: 7 })).toThrow(/the stamp is 7, expected "/);
    expect(changed({ number: undefined })).toThrow('its number is undefined, expected 0');
    expect(changed({ rows: [0, 199] })).toThrow('its rows are [0,199], expected [0,200]');
    expect(changed({ features: features.slice(1) })).toThrow('199 records, expected 200');
    expect(changed({ records: 'all' })).toThrow('no records, expected 200');
    expect(changed({ records: [301, ...rest.records.slice(1)] })).toThrow(
      'record 301, expected 1 … 300, each once',
    );
    expect(changed({ ids: ['a'] })).toThrow('its ids are no list, expected 200 texts or nulls');
    expect(changed({ unlinked: 'a' })).toThrow(/unlinked is not a list/);
    expect(made(text.replace('"Feature"', '"Nothing"'))).toThrow(/record \d+ can't be read/);
  });

  it('hold 50 to 100 kB of ordinary events', async () => {
    const { files } = await packed(ordinary(400));
    expect(files.get('000000.json')!.length).toBeGreaterThan(5e4);
    expect(files.get('000000.json')!.length).toBeLessThan(1e5);
  });
});

describe('ids', () => {
  it('lead to their rows', async () => {
    const { buffer, read, reading } = await packed(ordinary(5000));
    const opened = openPacked(buffer, 'test');
    const { head } = opened;
    inRows(reading).forEach(({ id }, row) => {
      if (row % 97 === 0) expect(rowOf(opened, id, read(idFileOf(head, id)))).toBe(row);
    });
    expect(rowOf(opened, 'none', read(idFileOf(head, 'none')))).toBeUndefined();
    const other = { ...opened, head: { ...head, stamp: '0' } };
    expect(() => rowOf(other, 'x', read(idFileOf(head, 'x')))).toThrow(/stamp/);
  });

  it('are refused when their file is another or damaged, and when a row can not be', async () => {
    const { buffer, files } = await packed(ordinary(5000));
    const opened = openPacked(buffer, 'test');
    const id = 'event-7';
    const name = idFileOf(opened.head, id);
    const number = Number(name.match(/\d+/)![0]);
    const place = 25 + number;
    const text = files.get(name)!;
    const flipped = bytesOf(text.replace('event-7"', 'event-8"'));
    expect(() => rowOf(opened, id, flipped)).toThrow(/ids-\d{6}\.json: the checksum is/);
    const another = [...files].find(([other]) => other.startsWith('ids') && other !== name)!;
    expect(() => rowOf(opened, id, bytesOf(another[1]))).toThrow(/its number is \d, expected/);
    const value = JSON.parse(text) as { ids: string[]; rows: number[] };
    const made = (change: object) => {
      const bytes = bytesOf(JSON.stringify({ ...value, ...change }));
      return () => rowOf(trusting(opened, place, bytes), id, bytes);
    };
    expect(made({})()).toBe(value.rows[value.ids.indexOf(id)]);
    expect(made({ rows: value.rows.slice(1) })).toThrow(/one row for each id/);
    expect(made({ rows: value.rows.map(() => 5000) })).toThrow(
      /ids-\d{6}\.json: row 5000 of "event-7", expected 0 … 4999/,
    );
  });
});

describe('unpacking', () => {
  it('gives the original back, whatever is in it', async () => {
    const key = fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'features', 'toString', '7', ''),
      fc.string({ unit: 'binary' }),
    );
    const value = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue({ maxDepth: 1 }),
        fc.string({ unit: 'binary' }),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(key, tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    const record = fc.oneof(
      value,
      fc.record({
        type: fc.constant('Feature'),
        id: fc.oneof(fc.constantFrom('a', 'b', ''), fc.nat(), value),
        geometry: fc.constantFrom(null, { type: 'Point', coordinates: [-0, 1] }, { type: 'No' }),
        properties: fc.record(
          { title: fc.constant('T'), when: fc.constantFrom('2025', '2024-01', 'x'), extra: value },
          { requiredKeys: ['title', 'when'] },
        ),
      }),
    );
    const story = fc.tuple(
      fc.array(record, { maxLength: 8 }),
      fc.dictionary(key, value, { maxKeys: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(story, fc.constantFrom(0, 2), async ([features, members], indent) => {
        const whole = { ...members, ...collection(features), last: 1 };
        const text = JSON.stringify(whole, null, indent);
        const { buffer, read, reading } = await packed(text);
        const back: unknown = JSON.parse(await textOf(buffer, read));
        expect(back).toEqual(JSON.parse(text));
        // Members in their order, too, and own members of any name.
        expect(JSON.stringify(back)).toBe(JSON.stringify(JSON.parse(text)));
        expect(eventsThrough(buffer, read)).toEqual(inRows(reading));
      }),
      { seed: 20251217, numRuns: 300 },
    );
  });

  it('keeps what parsing would lose: long numbers, zeros, members named twice', async () => {
    const text = `\ufeff{"type":"FeatureCollection","features":[1],"title":"T","big":12345678901234567890,
      "features" : [ {"type":"Feature","id":98765432109876543210,"geometry":null,"n":-0.0,
        "properties":{"title":"T","when":"2025","x":1e400,"x":1.10}} , null ] , "end" : true}`;
    const { buffer, read } = await packed(text);
    const back = await textOf(buffer, read);
    expect(back.replace(/\s/g, '')).toBe(text.replace(/\s|\ufeff/g, ''));
  });

  it('keeps the order of many records, good and bad', async () => {
    const story = ordinary(1500);
    const features = story.features as unknown[];
    for (let at = 0; at < features.length; at += 3) features[at] = { bad: at };
    const { buffer, read, files } = await packed(story);
    expect(openPacked(buffer, 'test').head.rejected).toBe(500);
    expect([...files.keys()].filter((name) => !name.startsWith('ids'))).toHaveLength(8);
    expect(await unpackStory(buffer, read)).toEqual(story);
  });

  it('gives back a story without records', async () => {
    const { buffer, read, files } = await packed(collection([]));
    expect(openPacked(buffer, 'test').rows).toBe(0);
    expect([...files.keys()]).toEqual(['ids-000000.json']);
    expect(await unpackStory(buffer, read)).toEqual(collection([]));
  });

  it('refuses a shard that is missing or has a record twice', async () => {
    const { buffer, read, files } = await packed(ordinary(300));
    await expect(
      unpackStory(buffer, (name) => {
        if (name === '000001.json') throw new Error('gone');
        return read(name);
      }),
    ).rejects.toThrow('gone');
    const text = files.get('000001.json')!;
    const twice = bytesOf(text.replace(/"records":\[(\d+),\d+/, '"records":[$1,$1'));
    const readTwice = (name: string) => (name === '000001.json' ? twice : read(name));
    await expect(unpackStory(buffer, readTwice)).rejects.toThrow(/000001\.json: the checksum is/);
    new Uint32Array(buffer, 64 + new DataView(buffer).getUint32(28, true))[1] = checksumOf(twice);
    await expect(unpackStory(sealed(buffer), readTwice)).rejects.toThrow(
      /000001\.json: record \d+, expected 1 … 300, each once/,
    );
  });
});

describe('packing', () => {
  it('gives the file the checksums of what lies beside, whichever is read first', async () => {
    const made = () =>
      packStory(ordinary(500), 'test', (events) => events.map(pointOf)).then(
        (done) => done.packed!,
      );
    const [first, last] = await Promise.all([made(), made()]);
    const { file } = first;
    const files = new Map(last.beside());
    expect(last.file).toEqual(file);
    const { sums } = openPacked(file.buffer, 'test');
    expect(sums).toEqual(Uint32Array.from(files.values(), (text) => checksumOf(bytesOf(text))));
    expect(sums).toHaveLength(4);
  });

  it('writes no file that opening would refuse', async () => {
    const beyond = packStory(ordinary(3), 'test', (events) => events.map(() => [181, 0] as const));
    const { packed } = await beyond;
    expect(() => packed!.file).toThrow(/row 0 has the position 181, 0, expected -180 … 180/);
  });

  it('says what is no story', async () => {
    for (const source of ['{', 'null', '{"type":"FeatureCollection"}', undefined, 7]) {
      const { reading, packed } = await packStory(source, 'test', (events) => events.map(pointOf));
      expect(packed).toBeNull();
      expect(reading.problems[0]!.severity).toBe('error');
    }
  });

  it('reads text and value alike', async () => {
    const story = ordinary(20);
    const [text, value] = await Promise.all([packed(JSON.stringify(story)), packed(story)]);
    expect(value.buffer).toEqual(text.buffer);
    expect(value.reading).toEqual(readStory(story, 'test'));
  });
});

describe('the tree of a packed story', () => {
  it('comes out as it went in, behind columns of any length', async () => {
    for (let count = 1; count < 6; count++) {
      const tree = Uint8Array.from({ length: 4 * count }, (_, at) => at);
      const { packed } = await packStory(
        JSON.stringify(ordinary(count)),
        'test',
        (events) => events.map(pointOf),
        () => tree.buffer,
      );
      const opened = openPacked(packed!.file.buffer, 'test');
      expect(new Uint8Array(opened.tree!)).toEqual(tree);
      expect(opened.columns.category).toHaveLength(count);
    }
  });
});
