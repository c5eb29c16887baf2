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
  const refuse = (came: string, expected: string, why: string): never => {
    throw new Error(t('packed.besideFault', { name, came, expected, part: why && ` (${why})` }));
  };
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
  if (isObject(value) && typeof value.stamp === 'string' && value.stamp !== head.stamp)
    refuse(
      t('packed.stamp', { stamp: value.stamp }),
      `"${head.stamp}"`,
      t('packed.anotherPacking'),
    );
  if (isObject(value) && sums && Number.isInteger(value.number) && value.number !== number)
    refuse(
      t('packed.number', { value: String(value.number) }),
      `${number}`,
      t('packed.anotherFileStory'),
    );
  if (!sound)
    refuse(
      t('packed.checksum', { shownSum: shownSum(sum) }),
      shownSum(sums[place]!),
      bytes.length === 0
        ? t('packed.fileEmpty')
        : text.trimStart().startsWith('<')
          ? t('packed.pageHtmlXml')
          : t('packed.fileDamagedAnotherPacking'),
    );
  if (reason) refuse(t('packed.noJson', { reason }), t('packed.filePackedStory'), '');
  if (!isObject(value)) return refuse(t('packed.noObject'), t('packed.shardIdsPackedStory'), '');
  if (value.stamp !== head.stamp)
    refuse(t('packed.stamp2', { value: JSON.stringify(value.stamp) }), `"${head.stamp}"`, '');
  if (sums && value.number !== number)
    refuse(t('packed.number', { value: JSON.stringify(value.number) }), `${number}`, '');
  return { value, text };
}
