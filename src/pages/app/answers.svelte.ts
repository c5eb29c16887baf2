/** A view's questions and its search, put to the story. */
import { untrack } from 'svelte';
import { newest } from '../../story/source';
import type { View } from '../../view/view.svelte';
import { createFinder, notSearched, type SearchState } from './finder';
import type { StoryService } from '../../story';

export interface Answers {
  readonly searching: SearchState;
  /** An answer takes so long that what is shown must not pass for it. */
  readonly counting: boolean;
  /** Searches, however many files must be fetched. */
  searchAnyway(): Promise<void>;
  /** Once no search is under way. */
  settled(): Promise<void>;
}

/** Milliseconds without an answer after which the page says that it shows the last one: less is not
 * noticed as a wait. */
const patience = 300;

/** Puts the questions of a view, only the newest, and gives the replies to the view. Call it while a
 * component is made. */
export function answersFor(view: View, service: StoryService): Answers {
  let searching = $state.raw<SearchState>(notSearched);
  let counting = $state(false);
  /** What the picture answers. */
  let answered = $state.raw<{ questions: View['questions']; searching: SearchState } | null>(null);
  const finder = createFinder(service, (next) => (searching = next));
  const put = newest(service);

  $effect(() => void finder.find(view.query));
  $effect(() => {
    // A search changes what the same questions are put to.
    const { turn } = searching;
    const questions = view.questions;
    if (!questions || searching.state === 'put') return;
    const current = { questions, searching };
    put(questions).then(
      (replies) => {
        if (!replies || turn !== searching.turn) return;
        view.receive(questions, replies);
        answered = current;
      },
      (error) => console.error(error),
    );
  });

  const waiting = $derived(
    view.picture !== null &&
      (searching.state === 'reading' ||
        searching !== answered?.searching ||
        view.questions !== answered.questions),
  );
  $effect(() => {
    // While answers stream in, each of them is soon followed by the next.
    void answered;
    if (!waiting) counting = false;
    else if (!untrack(() => counting)) {
      const timer = setTimeout(() => (counting = true), patience);
      return () => clearTimeout(timer);
    }
  });

  return {
    get searching() {
      return searching;
    },
    get counting() {
      return counting;
    },
    searchAnyway: () => finder.find(view.query, true),
    settled: () => finder.settled(),
  };
}
