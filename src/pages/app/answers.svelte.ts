/** What a page asks of its story: the view's questions, and what is searched for. */
import { untrack } from 'svelte';
import { newest } from '../../story/source';
import type { View } from '../../view/view.svelte';
import { createFinder, notSearched, type SearchState } from './finder';
import type { StoryService } from '../../story';

export interface Answers {
  readonly finding: SearchState;
  /** An answer takes so long that what is shown must not be taken for it. */
  readonly counting: boolean;
  /** Searches however many files there are. */
  searchAnyway(): Promise<void>;
  /** Once no search is under way. */
  settled(): Promise<void>;
}

/** Milliseconds without an answer after which it is said that what is shown is of before: less is
 * taken for no wait. */
const patience = 300;

/** Puts the questions of a view, the newest one only, and gives it the replies; to be called while a
 * component is made. */
export function answersFor(view: View, service: StoryService): Answers {
  let finding = $state.raw<SearchState>(notSearched);
  let counting = $state(false);
  /** What the picture answers. */
  let answered = $state.raw<{ questions: View['questions']; finding: SearchState } | null>(null);
  const finder = createFinder(service, (next) => (finding = next));
  const put = newest(service);

  $effect(() => void finder.find(view.query));
  $effect(() => {
    // A search changes what the same questions are put to.
    const { turn } = finding;
    const questions = view.questions;
    if (!questions || finding.state === 'put') return;
    const asked = { questions, finding };
    put(questions).then(
      (replies) => {
        if (!replies || turn !== finding.turn) return;
        view.receive(questions, replies);
        answered = asked;
      },
      (error) => console.error(error),
    );
  });

  const waiting = $derived(
    view.picture !== null &&
      (finding.state === 'reading' ||
        finding !== answered?.finding ||
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
    get finding() {
      return finding;
    },
    get counting() {
      return counting;
    },
    searchAnyway: () => finder.find(view.query, true),
    settled: () => finder.settled(),
  };
}
