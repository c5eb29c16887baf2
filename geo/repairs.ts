/**
 * What is wrong or out of date in Natural Earth's first-order units, and what is put in its place.
 *
 * Codes follow ISO 3166-2. A code that ISO has since given to another unit (Iran 2020, Uganda) is
 * corrected by the unit's own number, since the old one would draw the wrong region; a code merely
 * replaced is renamed and stays known as a former one. Morocco's regions of before 2015, whose
 * codes now mean others, are left out: nothing is drawn rather than a wrong shape.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Repairs {
  /** Unit number → code. Units of one code are joined. */
  units: Record<string, string>;
  /** Former code → code. */
  renamed: Record<string, string>;
  /** Unit number → its name in the source. */
  leftOut: Record<string, string>;
  /** Code → English name, where the source's is another unit's or romanised from Russian. */
  english: Record<string, string>;
  /** Code → all its names, where the source has those of a part or of a neighbour. */
  names: Record<string, Record<string, string> & { en: string }>;
}

const repairs = JSON.parse(
  readFileSync(join(import.meta.dirname, 'repairs.json'), 'utf8'),
) as Repairs;

export const { english, names } = repairs;

/** Natural Earth has the city and the region the wrong way round. */
const swapped: Record<string, string> = { 'RU-MOW': 'RU-MOS', 'RU-MOS': 'RU-MOW' };

/** The unit's ISO 3166-2 code, `null` where it has none to be drawn by. */
export function codeOf(unit: string, raw: string): string | null {
  if (unit in repairs.leftOut) return null;
  const code = repairs.units[unit] ?? swapped[raw] ?? repairs.renamed[raw] ?? raw;
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code) ? code : null;
}

/** Codes that the same area had before; none for units joined since. */
export function formerCodes(code: string): string[] {
  const former = Object.keys(repairs.renamed).filter((old) => repairs.renamed[old] === code);
  return former.length === 1 ? former : [];
}
