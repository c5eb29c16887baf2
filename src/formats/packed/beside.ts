/** The bytes of a file beside a packed story → its members, where it is the one that was packed. */
import { isObject, type Members } from '../../model/read/members';
import { checksumOf, shownSum } from './checksum';
import type { PackedHead } from './layout';
import { t } from '../../words/reading';

/** A file in the folder beside. */
export interface BesideFile {
  readonly name: string;
  /** Its number among those of its kind. */
  readonly number: number;
  /** Where its checksum stands in the list of them. */
  readonly place: number;
}

/** Throws an `Error` that says what came and what was expected where the bytes are damaged, of
 * another story, or another file of this one. */
export function readBeside(
  { head, sums }: { readonly head: Pick<PackedHead, 'stamp'>; readonly sums: Uint32Array | null },
  { name, number, place }: BesideFile,
  bytes: Uint8Array,
): { value: Members; text: string } {
  const sum = sums ? checksumOf(bytes) : 0;
  const sound = !sums || sum === sums[place];
  let text = '';
  let value: unknown;
  let reason = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    reason = (error as Error).message;
  }
  // Which file it is says more than that its checksum is another.
  const stamps = (stamp: unknown) => ({
    name,
    stamp: JSON.stringify(stamp),
    expected: JSON.stringify(head.stamp),
  });
  const numbers = (came: unknown) => ({ name, came: JSON.stringify(came), number });
  if (isObject(value) && typeof value.stamp === 'string' && value.stamp !== head.stamp)
    throw new Error(t('packed.otherStamp', stamps(value.stamp)));
  if (isObject(value) && sums && Number.isInteger(value.number) && value.number !== number)
    throw new Error(t('packed.otherNumber', numbers(value.number)));
  if (!sound)
    throw new Error(
      t('packed.otherChecksum', {
        name,
        sum: shownSum(sum),
        expected: shownSum(sums[place]!),
        why: bytes.length === 0 ? 'empty' : text.trimStart().startsWith('<') ? 'page' : 'damaged',
      }),
    );
  if (reason) throw new Error(t('packed.fileNotJson', { name, reason }));
  if (!isObject(value)) throw new Error(t('packed.fileNotObject', { name }));
  if (value.stamp !== head.stamp) throw new Error(t('packed.noStamp', stamps(value.stamp)));
  if (sums && value.number !== number) throw new Error(t('packed.noNumber', numbers(value.number)));
  return { value, text };
}
