/** A packed story → the FeatureCollection it was made from. */
import type { Problem } from '../../model/event';
import { shardFileName, shardSizes } from './layout';
import { headText, openPacked } from './open';
import { parseShard } from './shards';
import { afterSpace, compact, entrySlices, memberSlice } from '../../model/read/json-scan';
import { t } from '../../words/reading';

/** Gives the bytes of a file of the folder beside. */
export type ReadBeside = (name: string) => Uint8Array | Promise<Uint8Array>;

export interface Unpacking {
  /** Told what a reader must know of the file, such as that it has no checksums. */
  onnote?(note: Problem): void;
}

/** The collection, equal in value to the original, its features in their order. Throws an `Error`
 * where the file or a shard is refused, or a record is missing. */
export async function unpackStory(
  buffer: ArrayBuffer,
  read: ReadBeside,
  unpacking: Unpacking = {},
): Promise<unknown> {
  let text = '';
  for await (const piece of unpackText(buffer, read, unpacking)) text += piece;
  return JSON.parse(text);
}

/** The same as JSON text in pieces, each record as its author wrote it, one on a line. */
export async function* unpackText(
  buffer: ArrayBuffer,
  read: ReadBeside,
  { onnote }: Unpacking = {},
): AsyncGenerator<string> {
  const packed = openPacked(buffer, '');
  const { head, notes } = packed;
  for (const note of notes) onnote?.(note);
  const records: (string | undefined)[] = new Array(head.read).fill(undefined);
  for (const number of shardSizes(head).keys()) {
    const bytes = await read(shardFileName(head.shards, number));
    const { shard, text } = parseShard(packed, number, bytes);
    const slices = entrySlices(text, memberSlice(text, afterSpace(text, 0), 'features')!.start);
    shard.records.forEach((record, at) => {
      const { start, end } = slices[at]!;
      if (records[record - 1] !== undefined)
        throw new Error(
          t('packed.recordNumber', {
            name: shardFileName(head.shards, number),
            record,
            read: head.read,
          }),
        );
      records[record - 1] = text.slice(start, end);
    });
  }

  const whole = headText(buffer);
  const slice = memberSlice(whole, afterSpace(whole, 0), 'story')!;
  const story = compact(whole.slice(slice.start, slice.end));
  const features = memberSlice(story, 0, 'features')!;
  yield `${story.slice(0, features.start)}[\n`;
  const step = 1000;
  for (let first = 0; first < records.length; first += step) {
    const piece = records.slice(first, first + step).join(',\n');
    yield first + step < records.length ? `${piece},\n` : `${piece}\n`;
  }
  yield `]${story.slice(features.end)}\n`;
}
