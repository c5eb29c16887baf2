/** Names that may mean several places, as a reader settles them. Pure. */
import {
  placeKey,
  printPlaceChoice,
  readPlaceChoice,
  type PlaceChoices,
} from '../../formats/geocode/choice';
import type { DecidedName, OpenName, PlaceCandidate } from '../../formats/geocode/types';
import type { ImportReport } from '../../story';

export interface NameToSettle {
  readonly key: string;
  readonly name: OpenName | DecidedName;
  /** What is chosen, as its text; empty where nothing is. */
  readonly choice: string;
}

/** Those with candidates and those that were settled, in an order that a choice does not change. */
export function namesToSettle({ geocoding }: ImportReport): NameToSettle[] {
  const all = [...(geocoding?.decided ?? []), ...(geocoding?.open ?? [])];
  return all
    .filter((name) => name.candidates.length > 0 || 'choice' in name)
    .map((name) => ({ key: placeKey(name), name, choice: 'choice' in name ? name.choice : '' }))
    .sort((a, b) => a.name.record - b.name.record || (a.key < b.key ? -1 : 1));
}

/** Names that the gazetteer does not have. */
export function unknownNames({ geocoding }: ImportReport): string[] {
  return (geocoding?.open ?? []).flatMap((name) =>
    name.candidates.length === 0 ? placeKey(name) : [],
  );
}

/** A candidate as one is chosen by, none of them twice. */
export function optionsOf({ candidates }: OpenName | DecidedName) {
  const options = new Map<string, PlaceCandidate>(
    candidates.map((place) => [printPlaceChoice(place), place] as const),
  );
  return [...options].map(([text, place]) => ({ text, place }));
}

/** The choices with one more, or one less where its text is empty. */
export function withChoice(
  choices: PlaceChoices | undefined,
  key: string,
  text: string,
): PlaceChoices {
  const next = new Map(choices);
  const choice = readPlaceChoice(text);
  if (choice === undefined) next.delete(key);
  else next.set(key, choice);
  return next;
}
