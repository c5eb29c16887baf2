/** From a file on disk to the first answer: a packed story, and the same as GeoJSON. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question } from '../../src/engine';
import { tableOf } from '../../src/engine/columns';
import { openDesk, treeOf, type Desk } from '../../src/engine/desk';
import { openPacked, packStory } from '../../src/formats/packed';
import { readStory } from '../../src/model/read';
import { categories, day, firstDay, makeEvents, viewAround } from './events';
import { timingOf } from './measure';
import { bins, type Result } from './operations';

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
      writeFileSync(plain, text);
      const places = (_: unknown, row: number) =>
        [columns.lng[row]!, columns.lat[row]!] as [number, number];
      const { packed: made } = await packStory(text, 'story', (all) => all.map(places), treeOf);
      writeFileSync(packed, made!.file);
    }
    const time = (open: () => Desk, runs: number) => {
      const times: number[] = [];
      let total = 0;
      for (let run = 0; run < runs; run++) {
        const before = performance.now();
        total = open().ask(question).total;
        times.push(performance.now() - before);
      }
      return { timing: timingOf(times), total };
    };
    const byColumns = time(() => {
      const { columns: table, tree } = openPacked(bufferOf(packed), 'story');
      return openDesk(table, { tree });
    }, 7);
    const byText = time(() => {
      const { story } = readStory(readFileSync(plain, 'utf8'), 'story');
      const places = story!.events.map(({ geometry }) =>
        geometry?.type === 'Point' ? (geometry.coordinates as unknown as [number, number]) : null,
      );
      return openDesk(tableOf(story!.events, places));
    }, 1);
    if (byColumns.total !== byText.total) throw new Error('the two files differ');
    return [
      { events, operation: 'open', way: 'packed file', timing: byColumns.timing },
      { events, operation: 'open', way: 'GeoJSON', timing: byText.timing },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
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
