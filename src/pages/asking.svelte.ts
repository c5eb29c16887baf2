/** What a page asks of its story: the view's questions, and what is searched for. */
import { newest } from '../engine/source';
import type { View } from '../view/view.svelte';
import { finderOf, notSearched, type Finding } from './finding';
import type { OpenStory } from './story';

export interface Asking {
  readonly finding: Finding;
  /** Searches however many files there are. */
  searchAnyway(): Promise<void>;
  /** Once no search is under way. */
  settled(): Promise<void>;
}

/** Puts the questions of a view, the newest one only, and gives it the replies; to be called while a
 * component is made. */
export function askFor(view: View, opened: OpenStory): Asking {
  let finding = $state.raw<Finding>(notSearched);
  const finder = finderOf(opened, (next) => (finding = next));
  const put = newest(opened.source);

  $effect(() => void finder.find(view.query));
  $effect(() => {
    // A search changes what the same questions are put to.
    const { turn } = finding;
    const questions = view.questions;
    if (!questions || finding.state === 'put') return;
    put(questions).then(
      (replies) => replies && turn === finding.turn && view.receive(questions, replies),
      (error) => console.error(error),
    );
  });

  return {
    get finding() {
      return finding;
    },
    searchAnyway: () => finder.find(view.query, true),
    settled: () => finder.settled(),
  };
}
