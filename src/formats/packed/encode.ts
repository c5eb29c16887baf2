/** Head and columns → the bytes of a packed story's file. */
import {
  BYTE_ORDER,
  columnsIn,
  lengthOf,
  MAGIC,
  PREFACE,
  treeStart,
  VERSION,
  type Head,
  type PackedColumns,
} from './layout';

/** @param story The JSON text of the head's `story`, put in as it is. @param tree of the events that
 * have a place; empty for none. */
export function encode(
  head: Omit<Head, 'story'>,
  story: string,
  columns: PackedColumns,
  tree: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const { rows } = head;
  const text = `${JSON.stringify(head).slice(0, -1)},"story":${story}}`;
  const headBytes = new TextEncoder().encode(text);
  const headLength = Math.ceil(headBytes.length / 8) * 8;
  const bytes = new Uint8Array(lengthOf(headLength, rows, tree.length));
  const preface = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  preface.setUint32(8, VERSION, true);
  // In the order of this machine's own typed arrays, like the columns.
  new Uint32Array(bytes.buffer, 12, 1)[0] = BYTE_ORDER;
  if (preface.getUint32(12, true) !== BYTE_ORDER)
    throw new Error('this machine is big-endian; packed stories are little-endian');
  preface.setBigUint64(16, BigInt(bytes.length), true);
  preface.setUint32(24, rows, true);
  preface.setUint32(28, headLength, true);
  preface.setUint32(32, tree.length, true);
  bytes.fill(0x20, PREFACE, PREFACE + headLength).set(headBytes, PREFACE);
  const places = columnsIn(bytes.buffer, headLength, rows);
  for (const name of ['lng', 'lat', 'start', 'end', 'category'] as const)
    places[name].set(columns[name]);
  if (tree.length > 0) bytes.set(tree, treeStart(headLength, rows));
  return bytes;
}
