/** Where the parts of a packed story's file are, and whether they came whole. */
import { checksumOf, shownSum } from './checksum';
import {
  byteOrder,
  checkedSections,
  CHECKSUMS,
  magic,
  prefaceBytes,
  PREFACE_CHECKSUM,
  sectionsOf,
  currentVersion,
  type Counts,
  type Sections,
  type Version,
} from './layout';
import { t } from '../../words/reading';

export interface Preface extends Counts {
  readonly version: Version;
  readonly sections: Sections;
}

/** Whether these are, going by their first bytes, a packed story of any version. */
export function isPacked(bytes: Uint8Array): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** Reads the bytes before the head. Throws an `Error` that says what came and what was expected. */
export function readPreface(buffer: ArrayBuffer): Preface {
  const came = buffer.byteLength;
  const start = new Uint8Array(buffer, 0, Math.min(came, magic.length));
  if (!isPacked(start)) {
    const shown = [...start].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const wanted = magic.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    throw new Error(t('packed.otherStart', { bytes: shown || 'none', wanted }));
  }
  if (came < prefaceBytes[1])
    throw new Error(t('packed.fileTooShort', { came, least: prefaceBytes[currentVersion] }));
  const preface = new DataView(buffer);
  const version = preface.getUint32(8, true);
  if (version !== 1 && version !== currentVersion)
    throw new Error(t('packed.otherVersion', { version, current: currentVersion }));
  const order = new Uint32Array(buffer, 12, 1)[0]!;
  if (order !== byteOrder)
    throw new Error(t('packed.otherByteOrder', { value: order.toString(16) }));
  const length = preface.getBigUint64(16, true);
  if (length !== BigInt(came))
    throw new Error(t('packed.otherLength', { came, length: String(length) }));
  if (came < prefaceBytes[version])
    throw new Error(t('packed.fileTooShort', { came, least: prefaceBytes[version] }));
  if (version > 1)
    checkSum(
      'preface',
      new Uint8Array(buffer, 0, PREFACE_CHECKSUM),
      preface.getUint32(PREFACE_CHECKSUM, true),
    );
  const rows = preface.getUint32(24, true);
  const head = preface.getUint32(28, true);
  if (head % 8) throw new Error(t('packed.headNotAligned', { head }));
  const tree = preface.getUint32(32, true);
  const files = version > 1 ? preface.getUint32(36, true) : 0;
  const counts = { rows, head, tree, files };
  const sections = sectionsOf(version, counts);
  if (sections.tree.end !== came) {
    const values = { ...counts, end: sections.tree.end, came };
    throw new Error(
      version > 1 ? t('packed.partsLength', values) : t('packed.partsLengthVersion1', values),
    );
  }
  return { version, sections, ...counts };
}

/** Throws an `Error` that names the first part of the file that is damaged. */
export function checkSections(buffer: ArrayBuffer, { version, sections }: Preface): void {
  if (version === 1) return;
  const preface = new DataView(buffer);
  for (const [at, name] of checkedSections.entries()) {
    const { start, end } = sections[name];
    const bytes = new Uint8Array(buffer, start, end - start);
    checkSum(name, bytes, preface.getUint32(CHECKSUMS + 4 * at, true));
  }
}

function checkSum(part: string, bytes: Uint8Array, expected: number): void {
  const came = checksumOf(bytes);
  if (came !== expected)
    throw new Error(
      t('packed.damaged', { part, sum: shownSum(came), expected: shownSum(expected) }),
    );
}
