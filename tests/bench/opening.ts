/** From a file on disk to the first answer: a packed story, and the same as GeoJSON, each in a process
 * of its own that has done nothing before. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question } from '../../src/engine';
import { tableOf } from '../../src/story/event-table';
import { openStoryIndex, treeOf, type StoryIndex } from '../../src/story/story-index';
import { openPacked, packStory } from '../../src/formats/packed';
import { readStory } from '../../src/model/read/read';
import { categories, day, firstDay, makeEvents, viewAround } from './events';
import { timingOf } from './measure';
import { bins, type Result } from './operations';

/** What a process of its own is told, and tells. */
interface Order {
  readonly file: string;
  readonly packed: boolean;
  readonly question: Question;
}
interface Opened {
  readonly time: number;
  readonly total: number;
}

export async function measureOpening(events: number): Promise<Result[]> {
  const { columns, spots } = makeEvents(events);
  const question: Question = {
    window: [firstDay + 100 * day, firstDay + 130 * day],
    view: viewAround(spots[7]!, 5),
    bins,
    page: { offset: 0, limit: 50 },
  };
  const folder = mkdtempSync(join(tmpdir(), 'datelines-bench-'));
  try {
    const plain = join(folder, 'story.geojson');
    const packed = join(folder, 'story.dl');
    {
      const text = geojsonOf(columns);
      writeFileSync(plain, text, { flush: true });
      const places = (_: unknown, row: number) =>
        [columns.lng[row]!, columns.lat[row]!] as [number, number];
      const { packed: made } = await packStory(text, 'story', (all) => all.map(places), treeOf);
      writeFileSync(packed, made!.file, { flush: true });
    }
    const byColumns = openedApart({ file: packed, packed: true, question }, 7);
    const byText = openedApart({ file: plain, packed: false, question }, 1);
    if (byColumns.total !== byText.total) throw new Error('the two files differ');
    return [
      { events, operation: 'open', way: 'packed file', timing: byColumns.timing },
      { events, operation: 'open', way: 'GeoJSON', timing: byText.timing },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Carries out an order; what it gives goes to standard output. */
export function openHere(text: string): string {
  const { file, packed, question } = JSON.parse(text) as Order;
  const before = performance.now();
  const desk = packed ? deskOfPacked(file) : deskOfText(file);
  const { total } = desk.ask(question);
  return JSON.stringify({ time: performance.now() - before, total } satisfies Opened);
}

/** The same order in as many processes, one after the other, when the file has been read once. */
function openedApart(order: Order, runs: number) {
  readFileSync(order.file);
  globalThis.gc?.();
  const opened = Array.from({ length: runs }, () => {
    const script = process.argv[1]!;
    const flags = ['--max-old-space-size=12000', script, '--open', JSON.stringify(order)];
    return JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })) as Opened;
  });
  return { timing: timingOf(opened.map(({ time }) => time)), total: opened[0]!.total };
}

function deskOfPacked(file: string): StoryIndex {
  const { columns, tree } = openPacked(bufferOf(file), 'story');
  return openStoryIndex(columns, { tree });
}

function deskOfText(file: string): StoryIndex {
  const { story } = readStory(readFileSync(file, 'utf8'), 'story');
  const places = story!.events.map(({ geometry }) =>
    geometry?.type === 'Point' ? (geometry.coordinates as unknown as [number, number]) : null,
  );
  return openStoryIndex(tableOf(story!.events, places));
}

function bufferOf(file: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return byteOffset === 0 && byteLength === buffer.byteLength
    ? (buffer as ArrayBuffer)
    : (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
}

function geojsonOf({ lng, lat, start, end, category }: ReturnType<typeof makeEvents>['columns']) {
  const features: string[] = [];
  for (let row = 0; row < lng.length; row++) {
    const interval = [new Date(start[row]!).toISOString(), new Date(end[row]!).toISOString()];
    features.push(
      `{"type":"Feature","id":"e${row}","geometry":{"type":"Point","coordinates":[${lng[row]},${lat[row]}]},` +
        `"time":{"interval":${JSON.stringify(interval)}},"properties":{"title":"Event ${row}","category":"c${category[row]}"}}`,
    );
  }
  const declared = Array.from({ length: categories }, (_, each) => ({
    id: `c${each}`,
    label: `Category ${each}`,
  }));
  return `{"type":"FeatureCollection","title":"Measured","categories":${JSON.stringify(declared)},"features":[${features.join(',')}]}`;
}
