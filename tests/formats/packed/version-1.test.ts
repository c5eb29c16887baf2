import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openStoryIndex } from '../../../src/story/story-index';
import {
  eventsOf,
  idFileOf,
  openPacked,
  packStory,
  rowOf,
  unpackText,
} from '../../../src/formats/packed';
import type { Problem } from '../../../src/model/event';
import { readStory } from '../../../src/model/read/read';
import { openBytes } from '../../../src/story/open/open';
import { inRows, pointOf } from './packing';

const path = 'tests/fixtures/version-1.dl';
const bytes = () => new Uint8Array(readFileSync(path)).buffer;
const read = (name: string) => readFileSync(`${path}.d/${name}`);
const original = readFileSync('tests/fixtures/version-1.geojson', 'utf8');

const note =
  "This packed story has version 1, which has no checksums: damage to it can't be detected. Pack it again.";

describe('a packed story of version 1', () => {
  it('opens with the same rows, columns, tree and details, and a note', async () => {
    const opened = openPacked(bytes(), 'version-1');
    const reading = readStory(original, 'version-1');
    expect([opened.version, opened.rows, opened.head.rejected]).toEqual([1, 4, 1]);
    expect(opened.notes).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'without-checksums', message: note }),
    ]);
    expect(opened.sums).toBeNull();
    expect({ ...opened.story, events: [] }).toEqual({ ...reading.story, events: [] });
    expect(eventsOf(opened, 0, read('000000.json'))).toEqual(inRows(reading));
    const { packed } = await packStory(original, 'version-1', (all) => all.map(pointOf));
    expect(opened.columns).toEqual(openPacked(packed!.file.buffer, 'version-1').columns);
    expect(rowOf(opened, 'answer', read(idFileOf(opened.head, 'answer')))).toBe(3);
    const desk = openStoryIndex(opened.columns, { tree: opened.tree });
    const view = { bbox: [-180, -90, 180, 90] as const, zoom: 18 };
    const { marks, total, unplaced } = desk.ask({
      window: [-1e15, 1e15],
      view: { ...view, bbox: [...view.bbox] },
    });
    expect(total).toBe(4);
    expect(marks.map(({ count }) => count).sort()).toEqual([1, 2]);
    expect(unplaced!.count).toBe(1);
  });

  it('is unpacked with a note', async () => {
    let text = '';
    const notes: Problem[] = [];
    const options = { onnote: (problem: Problem) => notes.push(problem) };
    for await (const piece of unpackText(bytes(), read, options)) text += piece;
    expect(JSON.parse(text)).toEqual(JSON.parse(original));
    expect(notes.map(({ message }) => message)).toEqual([note]);
  });

  it('opens on a page with the note among its problems', async () => {
    const { problems, rejected } = await openBytes(bytes(), 'http://host/x.dl', 'x', 'un');
    expect(rejected).toBe(1);
    expect(problems[0]).toMatchObject({ severity: 'warning', record: null, message: note });
    expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(2);
  });

  it('is refused where its parts do not fit, as before', () => {
    const spoilt = bytes();
    new DataView(spoilt).setUint32(24, 5, true);
    expect(() => openPacked(spoilt, 'x')).toThrow(
      /5 rows, a head of \d+ and a tree of \d+ bytes need \d+ bytes, expected \d+/,
    );
    for (let length = 0; length < 60; length++)
      expect(() => openPacked(bytes().slice(0, length), 'x')).toThrow(/^packed story: the file/);
  });
});
