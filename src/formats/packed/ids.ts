/** Which row an event's id has, without reading the shards. */
import type { Event } from '../../model/event';
import { isObject } from '../../model/problems';
import { hashOf } from './hash';
import { nameIn, type Head, type IdsText } from './layout';

type IdsHead = Pick<Head, 'ids' | 'stamp'>;

/** Name and text of every file of ids. @param rows The events in the order of rows. */
export function* idFiles(
  rows: readonly Event[],
  { ids, stamp }: IdsHead,
): Generator<[name: string, text: string]> {
  const members: number[][] = Array.from({ length: ids.files }, () => []);
  rows.forEach(({ id }, row) => members[hashOf(id) % ids.files]!.push(row));
  for (const [number, own] of members.entries()) {
    const file: IdsText = { stamp, ids: own.map((row) => rows[row]!.id), rows: own };
    yield [nameIn(ids, number), `${JSON.stringify(file)}\n`];
  }
}

/** The file in the folder beside that would know an id. */
export function idFileOf({ ids }: IdsHead, id: string): string {
  return nameIn(ids, hashOf(id) % ids.files);
}

/** The row of an id by the text of its file; nothing where the story has no such event. Throws an
 * `Error` where the text is not of this story. */
export function rowOf(head: IdsHead, id: string, text: string): number | undefined {
  const file: unknown = JSON.parse(text);
  if (!isObject(file) || file.stamp !== head.stamp)
    throw new Error(`${idFileOf(head, id)}: expected ids with the stamp "${head.stamp}"`);
  const { ids, rows } = file as unknown as IdsText;
  const at = ids.indexOf(id);
  return at < 0 ? undefined : rows[at];
}
