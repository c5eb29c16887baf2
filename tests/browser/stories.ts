/** A story of 3,000 events as GeoJSON and packed, and packed ones broken in every way. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { treeOf } from '../../src/story/story-index';
import { packStory } from '../../src/formats/packed';
import { syntheticStory } from '../fixtures/synthetic';

/** Where they are made; served from "elsewhere" like what is in `tests/fixtures/`. */
export const made = 'node_modules/.cache/browser-stories';

export async function makeStories(): Promise<void> {
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  const text = [...syntheticStory(3000)].join('');
  writeFileSync(join(made, 'large.geojson'), text);
  const { file, beside } = await pack(text);
  const write = (name: string, bytes: Uint8Array, files: typeof beside) => {
    writeFileSync(join(made, `${name}.dl`), bytes);
    mkdirSync(join(made, `${name}.dl.d`));
    for (const [path, content] of files) writeFileSync(join(made, `${name}.dl.d`, path), content);
  };
  const changed = (at: number, value: number) => {
    const bytes = file.slice();
    bytes[at] = value;
    return bytes;
  };
  write('large', file, beside);
  write('wrong-magic', changed(0, 0x94), new Map());
  write('wrong-version', changed(8, 7), new Map());
  write('wrong-length', file.slice(0, -8), new Map());
  // A latitude, a third of the way into the file.
  const place = Math.floor(file.length / 3);
  write('damaged-columns', changed(place, file[place]! ^ 1), beside);
  write('damaged-head', changed(100, file[100]! ^ 1), beside);
  write('without-details', file, new Map());
  const [fourth, fifth] = ['000004.json', '000005.json'];
  const swapped = new Map(beside)
    .set(fourth!, beside.get(fifth!)!)
    .set(fifth!, beside.get(fourth!)!);
  write('swapped-details', file, swapped);
  const otherWords = Array.from(
    beside,
    ([path, words]) => [path, words.replaceAll('A witness', 'A soldier')] as const,
  );
  write('changed-details', file, new Map(otherWords));
  const otherIds = Array.from(
    beside,
    ([path, words]) =>
      [path, path.startsWith('ids') ? words.replace('event-1234"', 'event-4321"') : words] as const,
  );
  write('damaged-ids', file, new Map(otherIds));
  const other = await pack(text.replace('Report 1.', 'Report one.'));
  write('other-details', file, other.beside);
}

/** Packs a story whose events all have a point. */
export async function pack(text: string) {
  const { packed } = await packStory(
    text,
    'large',
    (events) =>
      events.map(({ geometry }) =>
        geometry?.type === 'Point'
          ? ([geometry.coordinates[0]!, geometry.coordinates[1]!] as const)
          : null,
      ),
    treeOf,
  );
  return { file: packed!.file, beside: new Map(packed!.beside()) };
}
