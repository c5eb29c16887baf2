/** Asks a story for the places of marks whose events the list does not have, once a view is at rest. */
import { untrack } from 'svelte';
import type { AnswerSource } from '../../story/source';
import type { View } from '../../view/view.svelte';
import {
  clusterKey,
  nothingKnown,
  placeOfMost,
  questionAt,
  unknownMarks,
  withFound,
  type MarkPlaces,
} from './mark-places';

/** Milliseconds that an answer must stand: what is only scrubbed past is not asked for. */
const patience = 300;

/** Call it while a component is made. */
export function knownPlaces(view: View, source: AnswerSource): { readonly places: MarkPlaces } {
  let places = $state.raw(nothingKnown);

  async function ask(picture: NonNullable<View['picture']>) {
    const marks = unknownMarks(picture);
    const replies = await source.ask(marks.map((mark) => questionAt(mark, picture)));
    const found = marks.flatMap((mark, at) => {
      const place = placeOfMost(replies[at]!.page ?? [], mark.count, view.table, picture);
      return place ? [[clusterKey(mark), place] as const] : [];
    });
    places = withFound(
      untrack(() => places),
      found,
    );
  }

  $effect(() => {
    const { picture } = view;
    if (!picture || view.playing || unknownMarks(picture).length === 0) return;
    // Where it fails, marks have the names that the list knows.
    const timer = setTimeout(() => void ask(picture).catch(() => {}), patience);
    return () => clearTimeout(timer);
  });
  return {
    get places() {
      return places;
    },
  };
}
