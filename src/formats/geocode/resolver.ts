/** A record's words of its place → the places that they stand clearly for, or those that they may mean. */
import { countryCode, countryOfCode } from '../table/countries';
import { standsForNothing } from '../table/numbers';
import { nominativesOf } from './cases';
import { kilometresApart, type ChosenPlace } from './footprint';
import {
  asksForDistrict,
  nameComma,
  phraseReadings,
  type PhraseReading,
  type PlacePhrase,
} from './phrases';
import type { PlaceCandidate, PlaceFinder, PlaceWords } from './types';

/** A place of the same file that is known. */
export interface KnownPlace {
  readonly lng: number;
  readonly lat: number;
  readonly country: string | null;
}

export type PlaceResolution =
  | { readonly state: 'clear'; readonly chosen: readonly ChosenPlace[]; readonly between: boolean }
  | {
      readonly state: 'open';
      /** The likeliest of each phrase. */
      readonly best: readonly ChosenPlace[];
      readonly between: boolean;
      /** Only that there are several keeps it open. */
      readonly several: boolean;
      readonly candidates: readonly PlaceCandidate[];
    }
  | { readonly state: 'unknown' };

/** Candidates that are named in a question. */
const mostCandidates = 6;
/** People below which a settlement is taken only where something besides its name speaks for it:
 * there are others of the name that no gazetteer has. */
const small = 10_000;
/** People from which on a settlement may be meant by another name than its own, though that is some
 * small place's own: Calcutta. */
const great = 300_000;
/** Kilometres within which another place of the file speaks for a small one. */
const support = 150;
/** Kilometres from the middle of a region that holds others, of which the gazetteer does not say
 * what lies in it. */
const within = 300;
/** Kilometres within which two are one place, such as a town and its region. */
const oneSpot = 50;
/** Kilometres between the ends of "between X and Y". */
const longestStretch = 400;

/** Countries whose districts are units of the second order, named after their seats. */
const seatDistricts = new Set(
  'UA RU BY MD KZ KG UZ TJ TM AM AZ GE SY IQ LB TR IR IN PK AF YE'.split(' '),
);
/** Countries that write in a script that few do. */
const scripts: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/\p{Script=Cyrillic}/u, new Set('UA RU BY BG RS MK ME BA KZ KG TJ MN'.split(' '))],
  [/\p{Script=Arabic}/u, new Set('DZ BH TD KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE IR AF PK'.split(' '))],
  [/\p{Script=Hebrew}/u, new Set(['IL', 'PS'])],
  [/\p{Script=Greek}/u, new Set(['GR', 'CY'])],
]; // prettier-ignore

/** What a record says of its place besides the name. */
interface Ground {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** The country is named, but can't be read. */
  readonly unread?: true;
  readonly region?: { readonly text: string; readonly codes: ReadonlySet<string> };
  /** Of a region that holds others. */
  readonly near?: readonly [number, number];
}

/** What was found for one phrase. */
type Found =
  | { readonly state: 'clear'; readonly place: PlaceCandidate }
  | {
      readonly state: 'open';
      readonly candidates: readonly PlaceCandidate[];
      /** The text may be read in another way. */
      readonly soft: boolean;
      /** Nothing speaks against the first. */
      readonly likely: boolean;
    }
  | { readonly state: 'none' };

export class PlaceResolver {
  readonly #finder: PlaceFinder;
  /** By the texts of country and region. */
  readonly #grounds = new Map<string, Promise<Ground>>();
  /** Whether a text names a country or region. */
  readonly #units = new Map<string, Promise<boolean>>();

  constructor(finder: PlaceFinder) {
    this.#finder = finder;
  }

  /** The country that a text names in any language: ISO 3166-1 alpha-2. */
  async country(text: string): Promise<string | undefined> {
    return (await this.#groundOf({ country: text, region: '' })).country;
  }

  async resolve(
    { name, country, region }: PlaceWords,
    others: readonly KnownPlace[] = [],
  ): Promise<PlaceResolution> {
    const ground = await this.#groundOf({ country, region });
    let open: Extract<PlaceResolution, { state: 'open' }> | undefined;
    const readings = phraseReadings(name);
    for (const [at, reading] of readings.entries()) {
      const plain = at === 0 && reading.phrases[0]!.relation === 'at';
      const found = await this.#read(reading, plain, ground, others);
      if (found.some(({ state }) => state === 'none')) continue;
      const between = reading.between === true;
      const chosen = found.flatMap((one, at) => chosenOf(reading.phrases[at]!, one));
      if (found.every(({ state }) => state === 'clear') && fits(reading, chosen))
        return { state: 'clear', chosen, between };
      const some = found.flatMap((one) => (one.state === 'open' ? one : []));
      const candidates = some.flatMap((one) => one.candidates);
      const several = some.length > 0 && some.every(({ likely }) => likely);
      open ??= {
        state: 'open',
        best: chosen,
        between,
        several,
        candidates: (candidates.length > 0 ? candidates : chosen.map((one) => one.candidate)).slice(
          0,
          mostCandidates,
        ),
      };
      if (some.some(({ soft }) => !soft)) break;
    }
    return open ?? this.#misspelt(name, ground);
  }

  async #read(
    { phrases, listed, address }: PhraseReading,
    plain: boolean,
    ground: Ground,
    others: readonly KnownPlace[],
  ): Promise<Found[]> {
    const found: Found[] = [];
    for (const phrase of phrases) {
      const one = await this.#inAnyCase(phrase, plain, ground, others);
      // What an address ends with is a town; "Somewhere, Ukraine" is not all of Ukraine.
      const large = one.state === 'clear' && isLarge(one.place);
      found.push(address && large ? { state: 'none' } : one);
      if (found.at(-1)!.state === 'none' || (listed && one.state === 'open')) return found;
    }
    // What stands in one cell lies together.
    const clear = found.flatMap((one) => (one.state === 'clear' ? one.place : []));
    if (clear.length === 0 || clear.length === phrases.length) return found;
    for (const [at, one] of found.entries())
      if (one.state === 'open' && !one.soft) {
        const beside = await this.#look(phrases[at]!, ground, [...others, ...clear]);
        if (beside.state === 'clear') found[at] = beside;
      }
    return found;
  }

  /** As it stands, else in the nominative that it may be another case of. */
  async #inAnyCase(
    phrase: PlacePhrase,
    plain: boolean,
    ground: Ground,
    others: readonly KnownPlace[],
  ): Promise<Found> {
    const one = await this.#look(phrase, ground, others);
    if (plain || one.state === 'clear' || (one.state === 'open' && !one.soft)) return one;
    for (const name of nominativesOf(phrase.name)) {
      const found = await this.#look({ ...phrase, name }, ground, others);
      if (found.state !== 'none') return found;
    }
    return one;
  }

  async #look(
    { name, relation }: PlacePhrase,
    ground: Ground,
    others: readonly KnownPlace[],
  ): Promise<Found> {
    const { country, near, region } = ground;
    const context = {
      country,
      near,
      others: others.length > 0 ? others : undefined,
      typos: false,
      limit: 10,
    };
    const asked = region ? `${name}, ${region.text}` : name;
    let found = await this.#finder.find(asked, context);
    if (found.length === 0 && region) found = await this.#finder.find(name, context);
    if (found.length === 0) return { state: 'none' };
    const usable = relation === 'at' ? found : found.filter((place) => !isLarge(place));
    const towns = relation === 'district' ? usable.filter(isTown) : usable;
    const [first] = towns;
    if (!first) return { state: 'open', candidates: shown(found), soft: true, likely: false };
    const { doubt } = first;
    const known = relation === 'district' && doubt === 'other kind' ? undefined : doubt;
    const rivals = towns.filter(({ ambiguous }) => ambiguous);
    // "Qamishli" is a small place's own name, and one of the spellings of a greater one's.
    const namesakes =
      others.length > 0 || isGreat(first) || isNamed(first, name)
        ? []
        : towns.filter((one) => isNamed(one, name));
    const apart = namesakes.some((one) => kilometresApart(one, first) > oneSpot);
    const alone =
      relation === 'district'
        ? rivals.length < 2 && !known && seatDistricts.has(first.country ?? '')
        : !first.ambiguous || (!known && isFirstOfScript(name, rivals));
    const agrees =
      !apart &&
      !ground.unread &&
      (region === undefined || isWithin(first, region.codes)) &&
      (near === undefined || isLarge(first) || farness(first, near) <= within);
    const read = relation !== 'at' || (await this.#isRead(name, first));
    const clear =
      alone &&
      agrees &&
      read &&
      (!isSmall(first) || (await this.#hasSupport(name, first, ground, others)));
    if (clear) return { state: 'clear', place: first };
    const soft = doubt === 'other kind' || doubt === 'outside' || !read;
    const several =
      rivals.length > 1 ? rivals : namesakes.length > 0 ? [first, ...namesakes] : towns;
    const candidates = shown(several);
    return { state: 'open', candidates, soft, likely: agrees && known === undefined };
  }

  /** Whether something besides its name speaks for a small place. */
  async #hasSupport(
    name: string,
    place: PlaceCandidate,
    { country, near, region }: Ground,
    others: readonly KnownPlace[],
  ): Promise<boolean> {
    if (country !== undefined || near || region) return true;
    const parts = name.split(nameComma).slice(1);
    for (const part of parts) if (await this.#isUnit(part)) return true;
    return others.some(
      (other) => other.country === place.country && kilometresApart(place, other) <= support,
    );
  }

  /** Whether all of the text is understood: "Kyiv, Kharkiv and Odesa" is not in "Kharkiv and Odesa",
   * and in some countries a district is no region. */
  async #isRead(name: string, { kind, country }: PlaceCandidate): Promise<boolean> {
    if (kind === 'region' && asksForDistrict(name))
      return country !== 'US' && !seatDistricts.has(country ?? '');
    const parts = name.split(nameComma).slice(1);
    if (parts.length === 0) return true;
    for (const part of parts) if (asksForDistrict(part) || (await this.#isUnit(part))) return true;
    return false;
  }

  async #misspelt(name: string, { country, near }: Ground): Promise<PlaceResolution> {
    if (phraseReadings(name).length === 0) return { state: 'unknown' };
    const found = await this.#finder.find(name, { country, near, limit: mostCandidates });
    if (found.length === 0) return { state: 'unknown' };
    const best: ChosenPlace[] = [{ candidate: found[0]!, relation: 'at', proposed: false }];
    return { state: 'open', best, between: false, several: false, candidates: shown(found) };
  }

  #groundOf({ country, region }: Omit<PlaceWords, 'name'>): Promise<Ground> {
    const key = `${country}\n${region}`;
    let ground = this.#grounds.get(key);
    if (!ground) this.#grounds.set(key, (ground = this.#readGround(country, region)));
    return ground;
  }

  async #readGround(countryText: string, regionText: string): Promise<Ground> {
    let country: string | undefined;
    if (!standsForNothing(countryText)) {
      country = countryCode(countryText) ?? countryOfCode(countryText);
      if (country === undefined) {
        const [first] = await this.#finder.find(countryText, { typos: false, limit: 2 });
        if (first?.kind === 'country' && !first.ambiguous && first.country) country = first.country;
      }
      if (country === undefined) return { unread: true };
    }
    if (standsForNothing(regionText)) return { country };
    const found = await this.#finder.find(regionText, { country, typos: false, limit: 10 });
    const regions = found.filter(({ kind, doubt }) => kind === 'region' && doubt !== 'outside');
    const [first] = regions;
    // Such as a unit of the second order, which says nothing to the gazetteer.
    if (!first?.region) return { country };
    const codes = new Set(regions.flatMap(({ region }) => region ?? []));
    const shaped = await this.#finder.shaped([...codes]);
    if (shaped.size > 0) return { country, region: { text: regionText, codes } };
    return { country: country ?? first.country ?? undefined, near: [first.lng, first.lat] };
  }

  #isUnit(text: string): Promise<boolean> {
    let unit = this.#units.get(text);
    if (!unit) {
      unit = this.#finder
        .find(text, { typos: false })
        .then((found) => found.some(({ kind }) => kind === 'region' || kind === 'country'));
      this.#units.set(text, unit);
    }
    return unit;
  }
}

/** Whether two readings came to the same places. */
export function isSameChoice(a: readonly ChosenPlace[], b: readonly ChosenPlace[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ candidate }, at) => {
      const other = b[at]!.candidate;
      return candidate.kind === other.kind && kilometresApart(candidate, other) < 1;
    })
  );
}

/** Of settlements that are found by their name alone. */
export function isSmall(place: PlaceCandidate): boolean {
  return isTown(place) && (place.population ?? 0) < small;
}

/** Nothing where nothing was found. */
function chosenOf({ relation, metres }: PlacePhrase, found: Found): ChosenPlace[] {
  if (found.state === 'none') return [];
  const clear = found.state === 'clear';
  const candidate = clear ? found.place : found.candidates[0]!;
  return [{ candidate, relation, ...(metres !== undefined && { metres }), proposed: !clear }];
}

/** Whether the places can be what the reading takes them for. */
function fits({ between, listed }: PhraseReading, chosen: readonly ChosenPlace[]): boolean {
  const places = chosen.map(({ candidate }) => candidate);
  if (between)
    return !places.some(isLarge) && kilometresApart(places[0]!, places[1]!) <= longestStretch;
  // "Paris, Ukraine" is no list of the two.
  return !listed || places.every(isLarge) || !places.some(isLarge);
}

/** "Одеса" is no town of Texas: of the places that can't be told apart the first alone is where the
 * script is written. */
function isFirstOfScript(name: string, rivals: readonly PlaceCandidate[]): boolean {
  const countries = scripts.find(([script]) => script.test(name))?.[1];
  if (!countries) return false;
  const [first, ...rest] = rivals.map(({ country }) => countries.has(country ?? ''));
  return first === true && !rest.includes(true);
}

function isGreat({ kind, population }: PlaceCandidate): boolean {
  return kind === 'country' || (population ?? 0) >= great;
}

/** Whether the name, as far as a comma, is the place's own but for case and accents. */
function isNamed(place: PlaceCandidate, name: string): boolean {
  return folded(place.name) === folded(name.split(nameComma)[0]!);
}

function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase()
    .trim();
}

function isWithin({ kind, region }: PlaceCandidate, codes: ReadonlySet<string>): boolean {
  return kind !== 'country' && region !== null && codes.has(region);
}

function isLarge({ kind }: PlaceCandidate): boolean {
  return kind === 'country' || kind === 'region';
}

function isTown({ kind }: PlaceCandidate): boolean {
  return kind === 'settlement' || kind === 'district';
}

function farness(place: PlaceCandidate, [lng, lat]: readonly [number, number]): number {
  return kilometresApart(place, { lng, lat });
}

function shown(found: readonly PlaceCandidate[]): PlaceCandidate[] {
  return found.slice(0, mostCandidates);
}
