/**
 * Functions called through a port: what one end offers, the other end calls. Needs no DOM, so it
 * runs between a page and its worker as between two ends of a channel in Node.
 */

/** What `Worker` and `MessagePort` have in common. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** Describes a function that can be called from the other end. Input, value and news must be
 * cloneable; news are told while it works. */
export interface Callable<Input, Value, News = never> {
  readonly input: Input;
  readonly value: Value;
  readonly news: News;
}

/** A value some of whose buffers are handed over instead of being copied. */
export class Transferred<Value> {
  readonly value: Value;
  readonly transfer: Transferable[];
  constructor(value: Value, transfer: Transferable[]) {
    this.value = value;
    this.transfer = transfer;
  }
}

type Described<C> = { readonly [Name in keyof C]: Callable<unknown, unknown, unknown> };

/** The functions that a description asks for. */
export type CallHandlers<C extends Described<C>> = {
  readonly [Name in keyof C]: (
    input: C[Name]['input'],
    say: (news: C[Name]['news']) => void,
  ) => Given<C[Name]['value']> | Promise<Given<C[Name]['value']>>;
};

type Given<Value> = Value | Transferred<Value>;

export interface RemoteCalls<C extends Described<C>> {
  /** Rejects with what the function threw, or once the calls are closed. */
  call<Name extends keyof C & string>(
    name: Name,
    input: C[Name]['input'],
    onnews?: (news: C[Name]['news']) => void,
  ): Promise<C[Name]['value']>;
  close(): void;
}

interface Call {
  readonly call: number;
  readonly name: string;
  readonly input: unknown;
}

type Reply =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly news: unknown }
  | { readonly call: number; readonly error: string };

/** Answers the calls that come through a port, each as soon as it can. */
export function answerCalls<C extends Described<C>>(port: Port, offers: CallHandlers<C>): void {
  const post = (reply: Reply, transfer: Transferable[] = []) => port.postMessage(reply, transfer);
  port.onmessage = async ({ data }: MessageEvent<Call>) => {
    const { call, name, input } = data;
    try {
      const given = offers[name as keyof C](input, (news) => post({ call, news }));
      // What is there at once is replied at once, so that replies keep the order of the calls.
      const made = given instanceof Promise ? await given : given;
      if (made instanceof Transferred) post({ call, value: made.value }, made.transfer);
      else post({ call, value: made });
    } catch (error) {
      post({ call, error: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** The other end of `offer`. */
export function remoteCalls<C extends Described<C>>(port: Port): RemoteCalls<C> {
  interface Caller {
    resolve(value: unknown): void;
    reject(error: Error): void;
    onnews?: (news: never) => void;
  }
  const waiting = new Map<number, Caller>();
  let made = 0;
  port.onmessage = ({ data }: MessageEvent<Reply>) => {
    const caller = waiting.get(data.call);
    if (!caller) return;
    if ('news' in data) return caller.onnews?.(data.news as never);
    waiting.delete(data.call);
    if ('value' in data) caller.resolve(data.value);
    else caller.reject(new Error(data.error));
  };
  return {
    call: (name, input, onnews) =>
      new Promise((resolve, reject) => {
        const call = made++;
        waiting.set(call, { resolve: resolve as (value: unknown) => void, reject, onnews });
        port.postMessage({ call, name, input } satisfies Call);
      }),
    close() {
      port.onmessage = null;
      for (const { reject } of waiting.values()) reject(new Error('the calls were closed'));
      waiting.clear();
    },
  };
}
