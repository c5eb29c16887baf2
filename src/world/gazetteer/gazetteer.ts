/** Names → ranked places, reading only the shards that a name needs. */
import { doubtOf } from './doubt';
import { queriesOf, type Query, type QueryReading } from './query';
import { judge, kilometres, type Match, type Within } from './score';
import type { Shard, Word } from './shard';
import { openShards, type Shards } from './shards';
import { oneEdit, shortestTypo } from './typos';
import type {
  Candidate,
  Context,
  Doubt,
  FetchShard,
  Gazetteer,
  GazetteerPlace,
  Kind,
} from './types';

/** Of places that share another name, so many are looked at; all where context may choose. */
const greatest = 8;

/** A second this close to the first is a choice for the reader. */
const close = 0.85;

/** `fetchShard` gives the text of a file by its name; what it gave last is kept in memory. */
export function openGazetteer(fetchShard: FetchShard): Gazetteer {
  const shards = openShards(fetchShard);
  return {
    async find(name, context = {}) {
      for (const query of queriesOf(name)) {
        const found = await candidates(shards, query, name, context, false);
        if (found.length > 0) return found;
      }
      if (context.typos === false) return [];
      for (const query of queriesOf(name)) {
        const found = await candidates(shards, query, name, context, true);
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

/** A place, how it was found, and how well it fits. */
interface Judged {
  place: GazetteerPlace;
  match: Match;
  score: number;
  reasons: string[];
}

async function candidates(
  shards: Shards,
  { readings, within }: Query,
  name: string,
  context: Context,
  typos: boolean,
): Promise<Candidate[]> {
  const asked = within.length > 0 ? name.split(/[,،，、(（]/)[0]!.trim() : name.trim();
  const all = within.length > 0 || context.country || context.near || context.others;
  const matches = typos
    ? await misspelt(shards, readings)
    : await matching(shards, readings, all ? Infinity : greatest);
  const wanted = context.country?.toUpperCase();
  const fitting = matches.filter(
    ({ place }) => !wanted || place.country === wanted || place.country === null,
  );
  if (fitting.length === 0) return [];
  const codes = await Promise.all(within.map((text) => codesOf(shards, text)));
  const best = new Map<GazetteerPlace, Judged>();
  // "Moscow Oblast" is a region's name, so that it is not the region of the name "Moscow".
  const whole = fitting.some(({ place, reading }) => place.kind === 'region' && !reading.core);
  for (const match of fitting) {
    const { place } = match;
    const { score, reasons } = judge(match, asked, codes, context, whole);
    if (score > (best.get(place)?.score ?? 0)) best.set(place, { place, match, score, reasons });
  }
  const ranked = [...best.values()].sort(
    (a, b) => b.score - a.score || b.place.weight - a.place.weight,
  );
  const rivals = rivalsOf(ranked);
  const [first] = ranked;
  const doubt = first && doubtOf(first.match, asked, codes, context);
  return ranked.slice(0, context.limit ?? 10).map((one) => {
    const own = one === first ? doubt : undefined;
    return candidateOf(one, own?.doubt, [
      ...(own ? [`to be asked about: ${own.reason}`] : []),
      ...(rivals.has(one.place) ? [`one of ${rivals.size} too close to choose between`] : []),
    ]);
  });
}

async function matching(shards: Shards, readings: QueryReading[], most: number): Promise<Match[]> {
  const found = await Promise.all(
    readings.flatMap((reading) =>
      reading.keys.map(async (key) => {
        const shard = await shards.forKey(key);
        const word = wordOf(shard, reading);
        const own = shard.named(key).map((number) => shard.place(number));
        const others = await shards.places(shard.alsoNamed(key).slice(0, most));
        return [
          ...own.map((place): Match => ({ place, reading, by: 'own name', word })),
          ...others.map((place): Match => ({ place, reading, by: 'other name', word })),
        ];
      }),
    ),
  );
  return found.flat();
}

function wordOf(shard: Shard, { text, accented }: QueryReading): Word | undefined {
  const word = shard.word(text);
  return word === 'common' && accented ? undefined : word;
}

/** Looked for in the shards that the right spelling would be in, so not where the first letters are
 * wrong. A word is spelt right: "victory" is no Victoria. */
async function misspelt(shards: Shards, readings: QueryReading[]): Promise<Match[]> {
  const found = await Promise.all(
    readings.flatMap((reading) =>
      reading.keys
        .filter((key) => key.length >= shortestTypo)
        .map(async (key) => {
          const shard = await shards.forKey(key);
          if (wordOf(shard, reading)) return [];
          const numbers = shard.keys
            .filter((other) => oneEdit(key, other))
            .flatMap((other) => [...shard.named(other), ...shard.alsoNamed(other).slice(0, 1)]);
          const places = await shards.places([...new Set(numbers)]);
          return places.map((place): Match => ({ place, reading, by: 'typo' }));
        }),
    ),
  );
  return found.flat();
}

/** The countries and regions that a text may mean, as codes; a code stands for itself. */
async function codesOf(shards: Shards, text: string): Promise<Within> {
  const codes = new Set(
    /^[A-Za-z]{2}(-?[A-Za-z0-9]{1,3})?$/.test(text) ? [text.toUpperCase()] : [],
  );
  const literal = codes.size;
  const matches = await matching(shards, queriesOf(text)[0]?.readings ?? [], greatest);
  for (const { place } of matches) {
    if (place.kind === 'country' && place.country) codes.add(place.country);
    if (place.kind === 'region' && place.region) codes.add(place.region);
  }
  // "Kashmir" is a region's other name, but first an area, of which nothing says what lies in it.
  const area = matches.some(({ place }) => place.kind === 'area');
  return { text, codes, known: codes.size > literal && !area };
}

/** The first and those that can't be told from it by score. A region that a settlement of the same
 * name lies in is no rival, nor are two places in one spot, nor what the sources call by the first's
 * own name besides: the parts of a region, the country of a capital. */
function rivalsOf(ranked: readonly Judged[]): Set<GazetteerPlace> {
  const rivals: GazetteerPlace[] = [];
  for (const { place, match, score } of ranked) {
    if (score < close * ranked[0]!.score) break;
    if (match.by === 'other name' && isOfSame(place, ranked[0]!)) continue;
    const same = rivals.some(
      (other) => holds(place, other) || holds(other, place) || kilometres(place, other) <= 15,
    );
    if (!same) rivals.push(place);
  }
  return new Set(rivals.length > 1 ? rivals : []);
}

function isOfSame({ kind, country }: GazetteerPlace, { place: first, match }: Judged): boolean {
  if (match.by !== 'own name' || country !== first.country) return false;
  return (kind === 'region' && first.kind === 'region') || (kind === 'country' && first.capital);
}

function holds(region: GazetteerPlace, place: GazetteerPlace): boolean {
  return region.kind === 'region' && place.kind !== 'region' && region.region === place.region;
}

const precisions: Record<Kind, Candidate['precision']> = {
  country: 'country',
  region: 'region',
  area: 'region',
  water: 'region',
  settlement: 'settlement',
  district: 'district',
  landmark: 'point',
};

function candidateOf(
  { place, score, reasons }: Judged,
  doubt: Doubt | undefined,
  doubts: readonly string[],
): Candidate {
  const { name, lng, lat, kind, country, region, population } = place;
  return {
    name,
    lng,
    lat,
    kind,
    country,
    region,
    population,
    score,
    why: [...reasons, ...doubts].join('; '),
    precision: precisions[kind],
    ...(doubts.length > 0 && { ambiguous: true as const }),
    ...(doubt && { doubt }),
  };
}
