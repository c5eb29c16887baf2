/**
 * Who answers a page's questions: the same desk on this thread or behind a port.
 *
 * A page asks several questions at once (the view, the whole span) and gets their replies
 * together, so that everything it draws is of one moment.
 */
import { openDesk, type EventTable, type Reply } from './desk';
import type { Question } from './types';

export interface Source {
  /** Rejects where a question is none or the source is gone. */
  ask(questions: readonly Question[]): Promise<Reply[]>;
  /** From the next question on, only these rows (ascending); `null`: all. */
  narrow(rows: Uint32Array | null): void;
  close(): void;
}

/** What `Worker` and `MessagePort` have in common. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

export type Request =
  | { kind: 'open'; table: EventTable }
  | { kind: 'narrow'; rows: Uint32Array | null }
  | { kind: 'ask'; id: number; questions: readonly Question[] };

export type Response =
  | { kind: 'open' }
  | { kind: 'replies'; id: number; replies: Reply[] }
  | { kind: 'error'; id: number | null; message: string };

/** Answers on the caller's thread. */
export function localSource(table: EventTable): Source {
  const desk = openDesk(table);
  return {
    ask: async (questions) => questions.map((question) => desk.ask(question)),
    narrow: (rows) => desk.narrow(rows),
    close: () => {},
  };
}

/** Answers through a port whose other end runs `serve`; resolves once the index there is built. */
export function portSource(port: Port, table: EventTable): Promise<Source> {
  const waiting = new Map<
    number,
    { resolve(replies: Reply[]): void; reject(error: Error): void }
  >();
  let asked = 0;
  const post = (request: Request) => port.postMessage(request);
  const source: Source = {
    ask: (questions) =>
      new Promise((resolve, reject) => {
        const id = asked++;
        waiting.set(id, { resolve, reject });
        post({ kind: 'ask', id, questions });
      }),
    narrow: (rows) => post({ kind: 'narrow', rows }),
    close() {
      port.onmessage = null;
      for (const { reject } of waiting.values()) reject(new Error('the source was closed'));
      waiting.clear();
    },
  };
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<Response>) => {
      if (data.kind === 'open') return resolve(source);
      const id = data.id;
      if (id === null) return reject(new Error(data.kind === 'error' ? data.message : ''));
      const asker = waiting.get(id);
      waiting.delete(id);
      if (data.kind === 'replies') asker?.resolve(data.replies);
      else asker?.reject(new Error(data.message));
    };
    post({ kind: 'open', table });
  });
}

/** The other end of `portSource`: a port, a desk, nothing else. */
export function serve(port: Port): void {
  let desk: ReturnType<typeof openDesk> | null = null;
  const post = (response: Response) => port.postMessage(response);
  port.onmessage = ({ data }: MessageEvent<Request>) => {
    const id = data.kind === 'ask' ? data.id : null;
    try {
      if (data.kind === 'open') {
        desk = openDesk(data.table);
        post({ kind: 'open' });
      } else if (data.kind === 'narrow') {
        desk?.narrow(data.rows);
      } else {
        post({ kind: 'replies', id: data.id, replies: data.questions.map((q) => desk!.ask(q)) });
      }
    } catch (error) {
      post({ kind: 'error', id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}

/**
 * One question in flight, one waiting, the newest wins.
 *
 * @returns `ask`, whose promise is `null` where a newer question overtook this one: before it was
 * put, or before its reply came.
 */
export function newest(source: Source) {
  let flying = false;
  let next: { questions: readonly Question[]; resolve(replies: Reply[] | null): void } | null =
    null;
  let turn = 0;
  const fly = async (questions: readonly Question[], mine: number): Promise<Reply[] | null> => {
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
  return (questions: readonly Question[]): Promise<Reply[] | null> => {
    turn++;
    if (!flying) return fly(questions, turn);
    next?.resolve(null);
    return new Promise((resolve) => (next = { questions, resolve }));
  };
}
