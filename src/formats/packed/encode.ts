/** Head, checksums and columns → the bytes of a packed story's file. */
import { checksumOf } from './checksum';
import { checkPackedColumns } from './columns';
import {
  byteOrder,
  checkedSections,
  CHECKSUMS,
  packedColumnsIn,
  magic,
  prefaceBytes,
  PREFACE_CHECKSUM,
  sectionsOf,
  currentVersion,
  type PackedHead,
  type PackedColumns,
} from './layout';
import { t } from '../../words/reading';

/**
 * Throws an `Error` on columns that `openPacked` would refuse, so that no such file is written.
 *
 * @param story The JSON text of the head's `story`, put in as it is.
 * @param tree of the events that have a place; empty for none.
 * @param sums The checksums of the files beside, in the order of the layout.
 */
export function encode(
  head: Omit<PackedHead, 'story'>,
  story: string,
  columns: PackedColumns,
  tree: Uint8Array,
  sums: Uint32Array,
): Uint8Array<ArrayBuffer> {
  const { rows } = head;
  checkPackedColumns(columns, head.categories.length);
  const text = `${JSON.stringify(head).slice(0, -1)},"story":${story}}`;
  const headBytes = new TextEncoder().encode(text);
  const headLength = Math.ceil(headBytes.length / 8) * 8;
  const counts = { rows, head: headLength, tree: tree.length, files: sums.length };
  const sections = sectionsOf(currentVersion, counts);
  const bytes = new Uint8Array(sections.tree.end);
  const preface = new DataView(bytes.buffer);
  bytes.set(magic);
  preface.setUint32(8, currentVersion, true);
  // In the order of this machine's own typed arrays, like the columns.
  new Uint32Array(bytes.buffer, 12, 1)[0] = byteOrder;
  if (preface.getUint32(12, true) !== byteOrder) throw new Error(t('packed.bigEndian'));
  preface.setBigUint64(16, BigInt(bytes.length), true);
  preface.setUint32(24, rows, true);
  preface.setUint32(28, headLength, true);
  preface.setUint32(32, tree.length, true);
  preface.setUint32(36, sums.length, true);

  bytes
    .fill(0x20, sections.head.start, sections.head.end)
    .set(headBytes, prefaceBytes[currentVersion]);
  new Uint32Array(bytes.buffer, sections.sums.start, sums.length).set(sums);
  const places = packedColumnsIn(bytes.buffer, sections.columns.start, rows);
  for (const name of ['lng', 'lat', 'start', 'end', 'category'] as const)
    places[name].set(columns[name]);
  bytes.set(tree, sections.tree.start);

  for (const [at, name] of checkedSections.entries()) {
    const { start, end } = sections[name];
    preface.setUint32(CHECKSUMS + 4 * at, checksumOf(bytes.subarray(start, end)), true);
  }
  const before = bytes.subarray(0, PREFACE_CHECKSUM);
  preface.setUint32(PREFACE_CHECKSUM, checksumOf(before), true);
  return bytes;
}
