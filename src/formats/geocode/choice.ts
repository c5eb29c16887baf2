/** What a reader chose for a name that may mean several places: as `NAME.import.json`, the command
 * line and the page have it. */
import { t } from '../../words/reading';
import { kilometresApart, type ChosenPlace } from './footprint';
import type { PlaceResolution } from './resolver';
import type { PlaceCandidate, PlaceFinder, PlaceWords } from './types';

/** A place of the gazetteer, or that the name is to stay without one. */
export type PlaceChoice = 'none' | Pick<PlaceCandidate, 'kind' | 'lng' | 'lat'>;

/** Texts of names (`placeKey`) → what was chosen for them. */
export type PlaceChoices = ReadonlyMap<string, PlaceChoice>;

/** The gazetteer has no such place of the name; says which it has. */
export class PlaceChoiceError extends Error {}

const kinds = ['country', 'region', 'settlement', 'district', 'area', 'water', 'landmark'] as const;
const pattern = /^(\w+)\s+(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/;
/** Candidates that are looked through for the one that was chosen, and those that an error names. */
const [mostFound, mostNamed] = [50, 6];
/** Kilometres: positions of the gazetteer are to a thousandth of a degree. */
const same = 1;

/** "Springfield", or "Springfield / Illinois / US" where rows have columns of region and country. */
export function placeKey({ name, region = '', country = '' }: Partial<PlaceWords>): string {
  return [name, region, country].filter((text) => text !== '').join(' / ');
}

/** "settlement -89.644,39.802": kind, longitude, latitude. */
export function printPlaceChoice(choice: PlaceChoice): string {
  return choice === 'none' ? choice : `${choice.kind} ${choice.lng},${choice.lat}`;
}

/** Nothing where the text is no choice. */
export function readPlaceChoice(text: string): PlaceChoice | undefined {
  if (text === 'none') return text;
  const [, word, first, second] = pattern.exec(text.trim()) ?? [];
  const kind = kinds.find((one) => one === word);
  const [lng, lat] = [Number(first), Number(second)];
  return kind && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { kind, lng, lat } : undefined;
}

/** The place that was chosen for a name; one that is near or around it stays so.
 *
 * @throws PlaceChoiceError Where the gazetteer has no such place of the name. */
export async function decide(
  choice: Exclude<PlaceChoice, 'none'>,
  words: PlaceWords,
  resolution: PlaceResolution,
  finder: PlaceFinder,
): Promise<ChosenPlace> {
  const read = chosenIn(resolution);
  const offered = [
    ...read.map(({ candidate }) => candidate),
    ...(resolution.state === 'open' ? resolution.candidates : []),
  ];
  const isChosen = (one: PlaceCandidate) =>
    one.kind === choice.kind && kilometresApart(one, choice) < same;
  let candidate = offered.find(isChosen);
  if (!candidate) {
    const found = await finder.find(words.name, { limit: mostFound });
    candidate = found.find(isChosen);
    if (!candidate) {
      const known = [...new Set([...offered, ...found].map(printPlaceChoice))];
      throw new PlaceChoiceError(
        t('geocode.noSuchChoice', {
          key: placeKey(words),
          choice: printPlaceChoice(choice),
          known: known.slice(0, mostNamed).join('; ') || '–',
        }),
      );
    }
  }
  const [only, ...others] = read;
  if (only && others.length === 0) return { ...only, candidate, proposed: false, decided: true };
  const between = resolution.state !== 'unknown' && resolution.between;
  return { candidate, relation: between ? 'near' : 'at', proposed: false, decided: true };
}

function chosenIn(resolution: PlaceResolution): readonly ChosenPlace[] {
  if (resolution.state === 'unknown') return [];
  return resolution.state === 'clear' ? resolution.chosen : resolution.best;
}
