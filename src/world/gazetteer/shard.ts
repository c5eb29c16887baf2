/**
 * The gazetteer's files. `index.json` is `[[key, number, name], …]`: the least key of each shard
 * (cut to what tells it from the one before), the number of its first place, and the shard's name,
 * which is the beginning of its SHA-256. A shard is three lines of text, the first two sorted by
 * key, entries parted by `|`:
 *
 *     Avdiivka⇥i00e2r7UA14.r7h|…          names, each with its places
 *     0avdeevka⇥2f1 9k|6eka⇥2f1|…         other keys: what each shares with the one before (one base
 *                                         36 digit), the rest, numbers of places anywhere
 *     0bath|2ttle|0border!|…              words, shared as above: those alone that have the key of a
 *                                         name, or nearly; `!` where the word says there is no place
 *
 * A place is its position in seven base 36 digits (longitude + 180 in thousandths, times 180 001,
 * plus latitude + 90 in thousandths); a letter for its kind, none for a settlement; the country
 * (`ZZ`: none) and the rest of the ISO 3166-2 code, where there is one; `.` and its population or
 * weight in base 36, where it is known. Places are numbered through all shards in the order they
 * stand.
 */
import { keyOf } from './fold';
import type { Kind, GazetteerPlace } from './types';

/** Letter → kind. */
export const kinds: Record<string, { kind: Kind; capital?: true }> = {
  '': { kind: 'settlement' },
  p: { kind: 'settlement', capital: true },
  d: { kind: 'district' },
  c: { kind: 'country' },
  r: { kind: 'region' },
  a: { kind: 'area' },
  w: { kind: 'water' },
  l: { kind: 'landmark' },
};

/** Thousandths of a degree from pole to pole, both counted. */
export const rows = 180_001;

/**
 * - `common`: of a language; it may be a name, too (Bath, Nice)
 * - `no place`: what stands in a column of places where there is none (unknown, online, border)
 */
export type Word = 'common' | 'no place';

export interface Shard {
  /** Numbers of the places whose own name has this key. */
  named(key: string): number[];
  /** Numbers of places that have another name with this key, greatest first. */
  alsoNamed(key: string): number[];
  /** A place by its number, which must be one of this shard. */
  place(number: number): GazetteerPlace;
  /** What a text, as `plain` leaves it, is besides a name; its key must be this shard's. */
  word(text: string): Word | undefined;
  /** All its keys, own and other names'. */
  readonly keys: readonly string[];
}

/** Reads a shard whose first place has this number. */
export function readShard(text: string, first: number): Shard {
  const [named, alsoNamed, worded] = text.split('\n');
  const places: GazetteerPlace[] = [];
  const own = new Map<string, number[]>();
  for (const entry of entriesOf(named)) {
    const [name, ...records] = entry.split('\t');
    const key = keyOf(name!);
    const numbers = records.map((_, at) => first + places.length + at);
    own.set(key, [...(own.get(key) ?? []), ...numbers]);
    places.push(...records.map((record) => readPlace(name!, record)));
  }
  const others = new Map<string, number[]>();
  let key = '';
  for (const entry of entriesOf(alsoNamed)) {
    const [rest, numbers] = entry.split('\t');
    key = resumed(key, rest!);
    others.set(
      key,
      numbers!.split(' ').map((number) => parseInt(number, 36)),
    );
  }
  const words = new Map<string, Word>();
  let word = '';
  for (const entry of entriesOf(worded)) {
    word = resumed(word, entry.replace('!', ''));
    words.set(word, entry.endsWith('!') ? 'no place' : 'common');
  }
  return {
    named: (wanted) => own.get(wanted) ?? [],
    alsoNamed: (wanted) => others.get(wanted) ?? [],
    word: (wanted) => words.get(wanted),
    place: (number) => places[number - first]!,
    keys: [...new Set([...own.keys(), ...others.keys()])],
  };
}

const record = /^([0-9a-z]{7})([a-z]?)([A-Z]{2})([A-Z0-9]*)(?:\.([0-9a-z]+))?$/;

function readPlace(name: string, text: string): GazetteerPlace {
  const fields = record.exec(text);
  if (!fields) throw new Error(`"${text}" is no place of a shard`);
  const [, position, letter, code, rest, amount] = fields;
  const cell = parseInt(position!, 36);
  const { kind, capital = false } = kinds[letter!]!;
  const country = code === 'ZZ' ? null : code!;
  const number = amount === undefined ? null : parseInt(amount, 36);
  return {
    name,
    lng: (Math.floor(cell / rows) - 180_000) / 1000,
    lat: ((cell % rows) - 90_000) / 1000,
    kind,
    country,
    region: rest ? `${country}-${rest}` : null,
    population: kind === 'settlement' || kind === 'district' || kind === 'country' ? number : null,
    weight: number ?? 0,
    capital,
  };
}

/** What an entry stands for: a digit says how much is as before. */
function resumed(before: string, entry: string): string {
  return before.slice(0, parseInt(entry[0]!, 36)) + entry.slice(1);
}

function entriesOf(line: string | undefined): string[] {
  return line ? line.split('|') : [];
}
