/**
 * Who answers a page's questions: a desk on this thread or one behind a port.
 *
 * A page asks several questions at once (the view, the whole span) and gets their replies
 * together, so that everything it draws is of one moment.
 */
import type { Callable, RemoteCalls } from './rpc';
import type { StoryIndex, StoryQuestion, Reply } from './story-index';

export interface AnswerSource {
  /** Rejects where a question is none or the source is gone. */
  ask(questions: readonly StoryQuestion[]): Promise<Reply[]>;
}

/** What the other end of a `portSource` offers. */
export interface SourceCalls {
  ask: Callable<readonly StoryQuestion[], Reply[]>;
}

/** Answers on the caller's thread. */
export function localSource(desk: StoryIndex): AnswerSource {
  return { ask: async (questions) => questions.map((question) => desk.ask(question)) };
}

/** Answers through a port. */
export function portSource(calls: Pick<RemoteCalls<SourceCalls>, 'call'>): AnswerSource {
  return { ask: (questions) => calls.call('ask', questions) };
}

/**
 * One question in flight, one waiting, the newest wins. The reply to the one in flight is given
 * though a newer one waits: it is newer than what is shown, and while a window is dragged there may
 * always be a newer one.
 *
 * @returns `ask`, whose promise is `null` where a newer question overtook this one before it was put.
 */
export function newest(source: AnswerSource) {
  let flying = false;
  let next: { questions: readonly StoryQuestion[]; resolve(replies: Reply[] | null): void } | null =
    null;
  const fly = async (questions: readonly StoryQuestion[]): Promise<Reply[] | null> => {
    flying = true;
    try {
      return await source.ask(questions);
    } finally {
      flying = false;
      if (next) {
        const { questions: waiting, resolve } = next;
        next = null;
        fly(waiting).then(resolve, () => resolve(null));
      }
    }
  };
  return (questions: readonly StoryQuestion[]): Promise<Reply[] | null> => {
    if (!flying) return fly(questions);
    next?.resolve(null);
    return new Promise((resolve) => (next = { questions, resolve }));
  };
}
