/** Places → the files of `geo/out/places/`, as `src/world/gazetteer/shard.ts` reads them. */
import { createHash } from 'node:crypto';
import { keyOf, keysOf } from '../../src/world/gazetteer/fold';
import { withoutKind } from '../../src/world/gazetteer/generic';
import { kinds, rows, type Word } from '../../src/world/gazetteer/shard';
import { oneEdit, shortestTypo } from '../../src/world/gazetteer/typos';
import { grouped } from './grouped';
import { spellings } from './han';
import type { NamedPlace } from './units';

/** About so many bytes a shard. */
const size = 32_000;

/** Of places that share another name, the greatest so many are kept. */
const most = 24;

/** File name → text. */
export function shardFiles(
  places: readonly NamedPlace[],
  words: ReadonlyMap<string, Word> = new Map(),
): Map<string, string> {
  const sorted = places
    .map((place) => ({ place, key: keyOf(place.name) }))
    .filter(({ key }) => key !== '')
    .sort(
      (a, b) =>
        compare(a.key, b.key) ||
        compare(a.place.name, b.place.name) ||
        b.place.weight - a.place.weight ||
        a.place.lng - b.place.lng ||
        a.place.lat - b.place.lat,
    );
  const own = grouped(
    sorted.map(({ place, key }, number) => ({ place, key, number })),
    ({ key }) => key,
  );
  const others = otherNames(sorted);
  const keys = [...new Set([...own.keys(), ...others.keys()])].sort(compare);
  const worded = [...words]
    .flatMap(([word, kind]) => keysOf(word).map((key) => ({ word, kind, key })))
    .sort((a, b) => compare(a.word, b.word));

  const files = new Map<string, string>();
  const index: [string, number, string][] = [];
  let first = 0;
  let start = 0;
  let bytes = 0;
  const close = (end: number) => {
    const held = keys.slice(start, end);
    const least = leastOf(keys, start);
    const next = end < keys.length ? leastOf(keys, end) : undefined;
    const within = worded.filter(({ key }) => key >= least && (!next || key < next));
    const text = textOf(held, own, others) + wordsOf(within, held);
    const name = createHash('sha256').update(text).digest('hex').slice(0, 10);
    files.set(`${name}.txt`, text);
    index.push([least, first, name]);
    first += held.reduce((sum, key) => sum + (own.get(key)?.length ?? 0), 0);
    start = end;
    bytes = 0;
  };
  keys.forEach((key, at) => {
    const more = bytesOf(key, own, others);
    if (bytes > 0 && bytes + more > size) close(at);
    bytes += more;
  });
  close(keys.length);
  files.set('index.json', `${JSON.stringify(index)}\n`);
  return files;
}

type Own = Map<string, { place: NamedPlace; number: number }[]>;

/** Key → numbers of the places that have it as another name's, not as their own. */
function otherNames(sorted: readonly { place: NamedPlace; key: string }[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const shared = sharedKeys(sorted.map(({ place }) => place));
  sorted.forEach(({ place, key: ownKey }, number) => {
    const keys = new Set(
      place.also.flatMap(spellings).flatMap((name) => {
        const core = keysOf(withoutUnit(place, name));
        // "Moscow Region" tells what "Moscow" does not.
        const told = core.some((key) => shared.has(`${place.country} ${key}`));
        return place.kind === 'region' && told ? [...core, ...keysOf(name)] : core;
      }),
    );
    keys.delete(ownKey);
    for (const key of keys)
      if (key.length > 1) {
        const numbers = found.get(key);
        if (numbers) numbers.push(number);
        else found.set(key, [number]);
      }
  });
  for (const [key, numbers] of found)
    found.set(
      key,
      numbers
        .sort((a, b) => sorted[b]!.place.weight - sorted[a]!.place.weight || a - b)
        .slice(0, most),
    );
  return found;
}

/** Country and key of what several regions of it are called without "Oblast" and the like. */
function sharedKeys(places: readonly NamedPlace[]): Set<string> {
  const regions = new Map<string, string | null>();
  const shared = new Set<string>();
  for (const place of places) {
    if (place.kind !== 'region') continue;
    for (const name of [place.name, ...place.also])
      for (const key of keysOf(withoutUnit(place, name))) {
        const one = `${place.country} ${key}`;
        if (regions.has(one) && regions.get(one) !== place.region) shared.add(one);
        else regions.set(one, place.region);
      }
  }
  return shared;
}

/** Of regions without "Oblast" and the like, which the reader of a query takes off too. */
function withoutUnit({ kind }: NamedPlace, name: string): string {
  return kind === 'region' ? (withoutKind(name)?.core ?? name) : name;
}

function textOf(keys: readonly string[], own: Own, others: Map<string, number[]>): string {
  const named: string[] = [];
  for (const key of keys)
    for (const [name, held] of grouped(own.get(key) ?? [], ({ place }) => place.name)) {
      if (/[|\t\n]/.test(name)) throw new Error(`"${name}" has a sign that parts names`);
      named.push([name, ...held.map(({ place }) => recordOf(place))].join('\t'));
    }
  const alsoNamed: string[] = [];
  let before = '';
  for (const key of keys) {
    const numbers = others.get(key);
    if (!numbers) continue;
    const shared = sharedLength(before, key);
    const rest = shared.toString(36) + key.slice(shared);
    alsoNamed.push(`${rest}\t${numbers.map((number) => number.toString(36)).join(' ')}`);
    before = key;
  }
  return `${named.join('|')}\n${alsoNamed.join('|')}\n`;
}

/** The words that something would be found for, at their keys or one letter from them. */
function wordsOf(
  words: readonly { word: string; kind: Word; key: string }[],
  keys: readonly string[],
): string {
  const known = new Set(keys);
  const entries: string[] = [];
  let before = '';
  for (const { word, kind, key } of words) {
    const near = key.length >= shortestTypo && keys.some((other) => oneEdit(key, other));
    if (word === before || !(known.has(key) || near)) continue;
    const shared = sharedLength(before, word);
    entries.push(shared.toString(36) + word.slice(shared) + (kind === 'no place' ? '!' : ''));
    before = word;
  }
  return `${entries.join('|')}\n`;
}

/** As if nothing were shared with the key before. */
function bytesOf(key: string, own: Own, others: Map<string, number[]>): number {
  return Buffer.byteLength(textOf([key], own, others));
}

function recordOf({ lng, lat, kind, country, region, weight, capital }: NamedPlace): string {
  const letter = Object.keys(kinds).find(
    (candidate) => kinds[candidate]!.kind === kind && !!kinds[candidate]!.capital === capital,
  )!;
  if (region && region.slice(0, 2) !== country)
    throw new Error(`${region} is no region of ${country}`);
  const cell = Math.round((lng + 180) * 1000) * rows + Math.round((lat + 90) * 1000);
  const code = (country ?? 'ZZ') + (region?.slice(3) ?? '');
  return (
    cell.toString(36).padStart(7, '0') + letter + code + (weight ? `.${weight.toString(36)}` : '')
  );
}

/** At most 35, one base 36 digit; never between the halves of a surrogate pair. */
function sharedLength(a: string, b: string): number {
  let shared = 0;
  while (shared < 35 && shared < a.length && a[shared] === b[shared]) shared++;
  return shared > 0 && /[\ud800-\udbff]/.test(b[shared - 1]!) ? shared - 1 : shared;
}

/** The shortest beginning of a shard's first key that sorts after the key before. */
function leastOf(keys: readonly string[], start: number): string {
  if (start === 0) return '';
  const [before, next] = [keys[start - 1]!, keys[start]!];
  let length = 1;
  while (next.slice(0, length) <= before) length++;
  return next.slice(0, length);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
