/** What was typed → the ways to read it. */
import { isAccented, keysOf, foldName } from './fold';
import { withoutKind } from './generic';
import type { Kind } from './types';

export interface QueryReading {
  /** As `plain` leaves it, to tell the very name from a spelling of it. */
  text: string;
  keys: string[];
  /** Whether that took accents away. */
  accented: boolean;
  /** What its words, or those taken off, ask for: "region", "city". */
  wants?: Kind;
  /** Whether such words are taken off. */
  core?: true;
}

export interface Query {
  readings: QueryReading[];
  /** What stands after commas or in brackets at the end: "Paris, Texas", "Springfield (Illinois)". */
  within: string[];
}

/** The whole as one name first; then what stands before a comma, within what stands behind it. */
export function queriesOf(name: string): Query[] {
  const whole: Query = { readings: readingsOf(name), within: [] };
  const brackets = /^(.+?)\s*[(（](.+)[)）]\s*$/.exec(name);
  const parts = (brackets ? [brackets[1]!, brackets[2]!] : name.split(/[,،，、]/))
    .flatMap((part) => (brackets ? part.split(',') : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [head, ...within] = parts;
  if (within.length === 0) return [whole];
  return [{ readings: readingsOf(head!), within }, ...(brackets ? [] : [whole])];
}

function readingsOf(name: string): QueryReading[] {
  const accented = isAccented(name);
  const bare = withoutKind(name);
  const readings: QueryReading[] = [{ text: foldName(name), keys: keysOf(name), accented }];
  if (bare) {
    const { core, wants } = bare;
    // A town may have "city" in its name; that of a region stands for no town.
    if (wants === 'region') readings[0]!.wants = wants;
    readings.push({ text: core, keys: keysOf(core), accented, wants, core: true });
  }
  return readings.filter(({ keys }) => keys.length > 0);
}
