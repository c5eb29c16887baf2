/**
 * Who answers a page's questions: a desk on this thread or one behind a port.
 *
 * A page asks several questions at once (the view, the whole span) and gets their replies
 * together, so that everything it draws is of one moment.
 */
import type { Callable, Calls } from './calls';
import type { Desk, DeskQuestion, Reply } from './desk';

export interface Source {
  /** Rejects where a question is none or the source is gone. */
  ask(questions: readonly DeskQuestion[]): Promise<Reply[]>;
}

/** What the other end of a `portSource` offers. */
export interface Asking {
  ask: Callable<readonly DeskQuestion[], Reply[]>;
}

/** Answers on the caller's thread. */
export function localSource(desk: Desk): Source {
  return { ask: async (questions) => questions.map((question) => desk.ask(question)) };
}

/** Answers through a port. */
export function portSource(calls: Calls<Asking>): Source {
  return { ask: (questions) => calls.call('ask', questions) };
}

/**
 * One question in flight, one waiting, the newest wins.
 *
 * @returns `ask`, whose promise is `null` where a newer question overtook this one: before it was
 * put, or before its reply came.
 */
export function newest(source: Source) {
  let flying = false;
  let next: { questions: readonly DeskQuestion[]; resolve(replies: Reply[] | null): void } | null =
    null;
  let turn = 0;
  const fly = async (questions: readonly DeskQuestion[], mine: number): Promise<Reply[] | null> => {
    flying = true;
    try {
      const replies = await source.ask(questions);
      return mine === turn ? replies : null;
    } finally {
      flying = false;
      if (next) {
        const { questions: waiting, resolve } = next;
        next = null;
        fly(waiting, turn).then(resolve, () => resolve(null));
      }
    }
  };
  return (questions: readonly DeskQuestion[]): Promise<Reply[] | null> => {
    turn++;
    if (!flying) return fly(questions, turn);
    next?.resolve(null);
    return new Promise((resolve) => (next = { questions, resolve }));
  };
}
