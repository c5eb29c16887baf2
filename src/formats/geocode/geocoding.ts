/**
 * The names of a file's places, gathered while it is looked through, looked up before it is
 * converted: so that converting a record is a look-up, and every name is judged with the other
 * places of the file at hand.
 */
import { decide, PlaceChoiceError, placeKey, printPlaceChoice, type PlaceChoices } from './choice';
import { kilometresApart, placeOf, type ChosenPlace } from './footprint';
import {
  isSameChoice,
  isSmall,
  PlaceResolver,
  type KnownPlace,
  type PlaceResolution,
} from './resolver';
import type {
  DecidedName,
  FoundPlace,
  GeocodeMode,
  GeocodingSummary,
  OpenName,
  PlaceCandidate,
  PlaceFinder,
  PlaceOutcome,
  PlaceWords,
} from './types';

/** Different names of one file, with what stands beside them; those beyond are not looked up. Each
 * takes about a kilobyte. */
export const mostNames = 20_000;
/** Names that a report lists with their candidates. */
const mostOpen = 1000;
/** Places of a file by which others are judged. */
const mostOthers = 64;
/** Kilometres within which another place of the file tells places of one country apart. */
const close = 150;
/** Shares of a file's places that lie in one country. */
const [most, many] = [0.6, 0.15];
/** Places in one country that speak for another there, where they are no greater share. */
const fewest = 3;
/** Degrees: places this close count as one of them. */
const cell = 0.5;

interface Entry {
  readonly words: PlaceWords;
  outcome: PlaceOutcome;
  /** What it may mean, where that was chosen. */
  candidates?: readonly PlaceCandidate[];
  /** Records that have it, and the first. */
  records: number;
  record: number;
}

export class Geocoding {
  readonly #finder: PlaceFinder;
  /** Nothing where it is decided by the file. */
  readonly #asked: GeocodeMode | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #choices: PlaceChoices;
  readonly #entries = new Map<string, Entry>();
  /** Countries by their names in any language. */
  readonly #countries = new Map<string, string>();
  readonly #counts = { placed: 0, proposed: 0, asked: 0, unknown: 0, chosen: 0, declined: 0 };
  #positions = false;
  #overflow = false;
  #failure: string | undefined;
  #resolved = false;

  /** @param mode Left out, names are placed where the file has no position at all. */
  constructor(
    finder: PlaceFinder,
    mode?: GeocodeMode,
    signal?: AbortSignal,
    choices: PlaceChoices = new Map(),
  ) {
    this.#choices = choices;
    this.#finder = finder;
    this.#asked = mode;
    this.#signal = signal;
  }

  get mode(): GeocodeMode {
    return this.#asked ?? (this.#positions ? 'off' : 'strict');
  }

  /** Whether it does not depend on what the file has. */
  get isRequested(): boolean {
    return this.#asked !== undefined;
  }

  /** Whether more than `mostNames` different names came. */
  get overflow(): boolean {
    return this.#overflow;
  }

  /** Why the gazetteer could not be read; the names are unknown then. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** A record has a position of its own. */
  hasPosition(): void {
    this.#positions = true;
    // Nothing will be looked up.
    if (this.mode === 'off') this.#entries.clear();
  }

  gather(words: PlaceWords): void {
    if (this.mode === 'off') return;
    const key = keyOf(words);
    if (this.#entries.has(key)) return;
    if (this.#entries.size === mostNames) this.#overflow = true;
    else this.#entries.set(key, { words, outcome: unknown, records: 0, record: 0 });
  }

  /** Names that something was chosen for, and that no record has. */
  get unusedChoices(): string[] {
    const keys = new Set([...this.#entries.values()].map(({ words }) => placeKey(words)));
    return [...this.#choices.keys()].filter((key) => !keys.has(key));
  }

  /** After all are gathered. A gazetteer that can't be read leaves the names unknown.
   *
   * @throws PlaceChoiceError Where a name has no place such as was chosen for it. */
  async resolve(): Promise<void> {
    this.#resolved = true;
    if (this.mode === 'off' || this.#entries.size === 0) return;
    try {
      await this.#resolveAll();
    } catch (error) {
      this.#signal?.throwIfAborted();
      if (error instanceof PlaceChoiceError) throw error;
      this.#failure = (error as Error).message;
    }
  }

  /** The country of this name, as far as a record's place was looked up with it. */
  country(name: string): string | undefined {
    return this.#countries.get(name);
  }

  /** What became of a record's place; nothing where places are not looked up. Counts the record. */
  placeOf(words: PlaceWords, record: number): PlaceOutcome | undefined {
    if (this.mode === 'off' || !this.#resolved) return undefined;
    const entry = this.#entries.get(keyOf(words));
    const { outcome } = entry ?? { outcome: unknown };
    this.#counts[outcome.state]++;
    if (entry && ++entry.records === 1) entry.record = record;
    return outcome;
  }

  /** Nothing where no record had a name. */
  summary(): GeocodingSummary | undefined {
    const { mode } = this;
    const { chosen, declined, ...counts } = this.#counts;
    const sum = Object.values(this.#counts).reduce((all, count) => all + count);
    if (mode === 'off' || sum === 0) return undefined;
    const named = [...this.#entries.values()].filter(({ records }) => records > 0);
    const all = named.flatMap(openName);
    const open = all.slice(0, mostOpen);
    const decided = named.flatMap((entry) => this.#decidedName(entry));
    return {
      mode,
      ...counts,
      ...(decided.length > 0 && { chosen, declined, decided }),
      open,
      leftOut: all.length - open.length,
    };
  }

  #decidedName({ words, outcome, records, record, candidates = [] }: Entry): DecidedName[] {
    const { state } = outcome;
    if (state !== 'chosen' && state !== 'declined') return [];
    const choice = printPlaceChoice(this.#choices.get(placeKey(words))!);
    return [{ ...namesIn(words), state, choice, records, record, candidates }];
  }

  async #resolveAll(): Promise<void> {
    const resolver = new PlaceResolver(this.#finder);
    const entries = [...this.#entries.values()].sort(byName);
    const alone: PlaceResolution[] = [];
    for (const { words } of entries) {
      this.#signal?.throwIfAborted();
      alone.push(await resolver.resolve(words));
      if (words.country === '' || this.#countries.has(words.country)) continue;
      const country = await resolver.country(words.country);
      if (country !== undefined) this.#countries.set(words.country, country);
    }
    const known = knownPlaces(alone);
    const settled: PlaceResolution[] = [];
    for (const [at, { words }] of entries.entries()) {
      this.#signal?.throwIfAborted();
      settled.push(await this.#beside(resolver, words, alone[at]!, known));
    }
    const codes = settled.flatMap((one) =>
      placesOf(one).flatMap(({ kind, region }) => (kind === 'region' && region ? region : [])),
    );
    const shaped = await this.#finder.shaped([...new Set(codes)]);
    for (const [at, entry] of entries.entries()) {
      const choice = this.#choices.get(placeKey(entry.words));
      if (choice === undefined) {
        entry.outcome = outcomeOf(settled[at]!, this.mode === 'propose', shaped);
        continue;
      }
      entry.candidates = candidatesOf(settled[at]!);
      entry.outcome = { state: 'declined' };
      if (choice === 'none') continue;
      const chosen = await decide(choice, entry.words, settled[at]!, this.#finder);
      const { kind, region } = chosen.candidate;
      const shapes = kind === 'region' && region ? await this.#finder.shaped([region]) : shaped;
      entry.outcome = { state: 'chosen', place: placeOf([chosen], false, shapes) };
    }
  }

  /** The same with the other places of the file. They settle what is open, and open what they speak
   * against: "Paris" in a file of Texas. */
  async #beside(
    resolver: PlaceResolver,
    words: PlaceWords,
    alone: PlaceResolution,
    known: readonly KnownPlace[],
  ): Promise<PlaceResolution> {
    if (alone.state === 'unknown') return alone;
    const own = placesOf(alone);
    // The same name elsewhere in the file does not tell which of its places this one is.
    const may = alone.state === 'open' ? [...own, ...alone.candidates] : own;
    const others = known.filter((one) => may.every((place) => kilometresApart(one, place) >= 1));
    if (others.length === 0) return alone;
    const beside = await resolver.resolve(words, others);
    if (beside.state === 'unknown') return alone;
    if (alone.state === 'open')
      return beside.state === 'clear' && speaksFor(others, placesOf(beside), own, alone.candidates)
        ? beside
        : alone;
    const best = beside.state === 'clear' ? beside.chosen : beside.best;
    if (isSameChoice(alone.chosen, best)) return alone;
    const candidates = uniquePlaces([...own, ...placesOf(beside)]);
    return { state: 'open', best: alone.chosen, between: alone.between, several: true, candidates };
  }
}

const unknown: PlaceOutcome = { state: 'unknown' };

function keyOf({ name, country, region }: PlaceWords): string {
  return `${name}\n${country}\n${region}`;
}

/** Names that begin alike stand in the same file of the gazetteer. */
function byName(a: Entry, b: Entry): number {
  return a.words.name < b.words.name ? -1 : a.words.name > b.words.name ? 1 : 0;
}

/** The places that stand clear by themselves, one of each neighbourhood, small ones only where there
 * are no others. */
function knownPlaces(resolutions: readonly PlaceResolution[]): KnownPlace[] {
  const clear = resolutions.flatMap((one) => (one.state === 'clear' ? placesOf(one) : []));
  const towns = clear.filter(({ kind }) => kind !== 'country' && kind !== 'water');
  const few = towns.length > 0 ? towns : unsupported(resolutions);
  const cells = new Map<string, { place: PlaceCandidate; times: number }>();
  for (const place of few) {
    const key = `${Math.floor(place.lng / cell)} ${Math.floor(place.lat / cell)}`;
    const known = cells.get(key);
    if (known) known.times++;
    else cells.set(key, { place, times: 1 });
  }
  return [...cells.values()]
    .sort((a, b) => b.times - a.times)
    .slice(0, mostOthers)
    .map(({ place: { lng, lat, country } }) => ({ lng, lat, country }));
}

/** Small places that only want something to speak for them: they may speak for each other. */
function unsupported(resolutions: readonly PlaceResolution[]): PlaceCandidate[] {
  return resolutions.flatMap((one) =>
    one.state === 'open' && one.several && one.candidates.length === 1
      ? one.candidates.filter(isSmall)
      : [],
  );
}

/** Whether the other places of the file settle what several places may be: enough of them lie in the
 * country of the one, and what else it may be is in none of theirs, or far from all that is close to
 * the one. A file of the whole world settles nothing, and Moscow alone does not make Donetsk the small
 * town of Russia: what is not the likeliest by itself has to be close. */
function speaksFor(
  others: readonly KnownPlace[],
  chosen: readonly PlaceCandidate[],
  likeliest: readonly PlaceCandidate[],
  candidates: readonly PlaceCandidate[],
): boolean {
  const shareOf = ({ country }: PlaceCandidate) =>
    others.filter((other) => country !== null && other.country === country).length / others.length;
  const apart = (place: PlaceCandidate) =>
    Math.min(...others.map((other) => kilometresApart(place, other)));
  const rivals = candidates.filter((place) => chosen.every((one) => isOtherThan(one, place)));
  return chosen.every((one) => {
    if (rivals.length === 0) return true;
    const [share, near] = [shareOf(one), apart(one)];
    const isAbsent = (rival: PlaceCandidate) => shareOf(rival) === 0;
    const isFar = (rival: PlaceCandidate) => near <= close && apart(rival) > far(near);
    if (share < most && (share < many || share * others.length < fewest)) return false;
    const likely = likeliest.some((other) => !isOtherThan(one, other));
    return rivals.every((rival) => (likely && isAbsent(rival)) || isFar(rival));
  });
}

function isOtherThan(one: PlaceCandidate, place: PlaceCandidate): boolean {
  return one.kind !== place.kind || kilometresApart(one, place) >= 1;
}

/** Kilometres beyond which a rival is too far to be meant. */
function far(near: number): number {
  return 50 + 3 * near;
}

function placesOf(resolution: PlaceResolution): readonly PlaceCandidate[] {
  if (resolution.state === 'clear') return resolution.chosen.map(({ candidate }) => candidate);
  return resolution.state === 'open' ? resolution.best.map(({ candidate }) => candidate) : [];
}

function uniquePlaces(places: readonly PlaceCandidate[]): PlaceCandidate[] {
  const found = new Map<string, PlaceCandidate>();
  for (const place of places) found.set(`${place.kind} ${place.lng} ${place.lat}`, place);
  return [...found.values()];
}

function outcomeOf(
  resolution: PlaceResolution,
  propose: boolean,
  shaped: ReadonlySet<string>,
): PlaceOutcome {
  const place = (chosen: readonly ChosenPlace[], between: boolean): FoundPlace =>
    placeOf(chosen, between, shaped);
  if (resolution.state === 'clear')
    return { state: 'placed', place: place(resolution.chosen, resolution.between) };
  if (resolution.state === 'unknown') return unknown;
  const { best, between, several, candidates } = resolution;
  if (!propose || !several) return { state: 'asked', candidates };
  const proposed = best.map((one) => ({ ...one, proposed: true }));
  return { state: 'proposed', place: place(proposed, between), candidates };
}

function candidatesOf(resolution: PlaceResolution): readonly PlaceCandidate[] {
  return resolution.state === 'open' ? resolution.candidates : placesOf(resolution);
}

function openName({ words, outcome, records, record }: Entry): OpenName[] {
  const { state } = outcome;
  if (state === 'placed' || state === 'chosen' || state === 'declined') return [];
  const candidates = 'candidates' in outcome ? outcome.candidates : [];
  return [{ ...namesIn(words), state, records, record, candidates }];
}

function namesIn({ name, country, region }: PlaceWords) {
  return { name, ...(country !== '' && { country }), ...(region !== '' && { region }) };
}
