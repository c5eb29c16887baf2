/** Which row an event's id has, without reading the shards. */
import type { Event } from '../../model/event';
import { readBeside } from './beside';
import { hashOf } from './hash';
import { shardFileName, shardSizes, type PackedHead, type IdsText } from './layout';
import type { PackedStory } from './open';
import { t } from '../../words/reading';

type IdsHead = Pick<PackedHead, 'ids' | 'stamp'>;

/** Name and text of every file of ids. @param rows The events in the order of rows. */
export function* idFiles(
  rows: readonly Event[],
  { ids, stamp }: IdsHead,
): Generator<[name: string, text: string]> {
  const members: number[][] = Array.from({ length: ids.files }, () => []);
  rows.forEach(({ id }, row) => members[hashOf(id) % ids.files]!.push(row));
  for (const [number, own] of members.entries()) {
    const file: IdsText = { stamp, number, ids: own.map((row) => rows[row]!.id), rows: own };
    yield [shardFileName(ids, number), `${JSON.stringify(file)}\n`];
  }
}

/** The file in the folder beside that would know an id. */
export function idFileOf({ ids }: Pick<IdsHead, 'ids'>, id: string): string {
  return shardFileName(ids, hashOf(id) % ids.files);
}

/** The row of an id by the bytes of its file; nothing where the story has no such event. Throws an
 * `Error` where the bytes are not this file of this story, whole and as it was packed. */
export function rowOf(
  packed: Pick<PackedStory, 'head' | 'sums'>,
  id: string,
  bytes: Uint8Array,
): number | undefined {
  const { head } = packed;
  const number = hashOf(id) % head.ids.files;
  const name = shardFileName(head.ids, number);
  const place = shardSizes(head).length + number;
  const { value } = readBeside(packed, { name, number, place }, bytes);
  const { ids, rows } = value;
  if (!Array.isArray(ids) || !Array.isArray(rows) || ids.length !== rows.length)
    throw new Error(t('packed.idsNotLists', { name }));
  const at = ids.indexOf(id);
  if (at < 0) return undefined;
  const row = rows[at] as unknown;
  if (!(Number.isInteger(row) && Number(row) >= 0 && Number(row) < head.rows))
    throw new Error(
      t('packed.idRow', {
        name,
        row: JSON.stringify(row),
        id: JSON.stringify(id),
        last: head.rows - 1,
      }),
    );
  return row as number;
}
